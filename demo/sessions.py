"""A session on its way: agenda, call, roll, ballots handed out and counted, minutes signed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bangvang.council.actions.add_business import add_business
from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.actions.create_session import create_session
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.print_ballot_papers import print_ballot_papers
from bangvang.council.actions.print_counting_minutes import print_counting_minutes
from bangvang.council.actions.print_session_minutes import print_session_minutes
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.actions.sign_minutes import SignedScan, sign_minutes
from bangvang.council.actions.start_counting import start_counting
from bangvang.council.actions.take_attendance import RollEntry, take_attendance
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.counts import count_sheet
from bangvang.council.selectors.sessions import session_page
from bangvang.foundation.actor import Actor
from demo.papers import scan

SEATS = range(1, 23)


@dataclass(frozen=True)
class CountedBox:
    """What the papers say: the box, papers against and blank by name (nothing: all agree).

    `slips` are the rows that the second teller first counts wrong, with the wrong numbers.
    """

    valid: int
    invalid: int
    lines: Mapping[str, tuple[int, int]]
    slips: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def plan(
    council: str,
    session: SessionPlan,
    business: Sequence[str],
    awards: Sequence[tuple[str, int]],
    *,
    actor: Actor,
    at: datetime,
) -> tuple[str, Mapping[str, str]]:
    """Set a session up with its agenda; return it and its ballot items by award."""
    ref = create_session(council, session, actor=actor, at=at)
    moment = at + timedelta(minutes=5)
    for title in business:
        add_business(ref, title, actor=actor, at=moment)
        moment += timedelta(minutes=3)
    items = {}
    for award, year in awards:
        items[award] = put_on_agenda(ref, award, year, actor=actor, at=moment)
        moment += timedelta(minutes=3)
    return ref, items


def call_roll(session: str, absent: Mapping[int, str], *, actor: Actor, at: datetime) -> None:
    """Call the roll; `absent` are numbers of seats with the reason."""
    roll = [RollEntry(n, n not in absent, absent.get(n, "")) for n in SEATS]
    version = session_page(actor, session).version
    take_attendance(session, roll, version=version, actor=actor, at=at)


def hand_out(
    session: str, item: str, absent: Collection[int], *, actor: Actor, at: datetime
) -> str:
    """Freeze the list, print the papers and give one to everybody there; return the ballot."""
    ballot = freeze_list(session, item, actor=actor, at=at)
    print_ballot_papers(ballot, actor=actor, at=at + timedelta(minutes=4))
    took = [number for number in SEATS if number not in absent]
    open_ballot(ballot, took, actor=actor, at=at + timedelta(minutes=9))
    return ballot


def count_papers(
    ballot: str, box: CountedBox, tellers: tuple[Actor, Actor], *, at: datetime
) -> None:
    """Let two people count, and count again what differed, till both agree; close the ballot."""
    first, second = tellers
    start_counting(ballot, actor=first, at=at)
    _count(ballot, first, box, box.lines, at + timedelta(minutes=10))
    _count(ballot, second, box, {**box.lines, **box.slips}, at + timedelta(minutes=13))
    if box.slips:
        _count(ballot, first, box, box.lines, at + timedelta(minutes=17))
        _count(ballot, second, box, box.lines, at + timedelta(minutes=19))
    close_ballot(ballot, actor=first, at=at + timedelta(minutes=22))


def _count(
    ballot: str,
    teller: Actor,
    box: CountedBox,
    lines: Mapping[str, tuple[int, int]],
    at: datetime,
) -> None:
    page = count_sheet(teller, ballot)
    sheet = CountSheet(
        collected=box.valid + box.invalid,
        valid=box.valid,
        invalid=box.invalid,
        lines={line.order: lines.get(line.name, (0, 0)) for line in page.lines},
    )
    close_count(ballot, sheet, version=page.version, actor=teller, at=at)


def orders_by_name(actor: Actor, ballot: str) -> Mapping[str, int]:
    """Return the orders of a ballot's rows by name."""
    return {row.name: row.order for row in ballot_page(actor, ballot).rows}


def sign_counting(ballot: str, signers: str, *, actor: Actor, at: datetime) -> None:
    """Print the counting minutes and keep their signed scan."""
    minutes = print_counting_minutes(ballot, actor=actor, at=at)
    _sign(minutes, "biên bản kiểm phiếu", signers, at.date(), actor, at + timedelta(minutes=12))


def sign_session(session: str, signers: str, *, actor: Actor, at: datetime) -> None:
    """Print the minutes of the session and keep their signed scan."""
    minutes = print_session_minutes(session, actor=actor, at=at)
    _sign(minutes, "biên bản họp", signers, at.date(), actor, at + timedelta(minutes=40))


def _sign(minutes: str, what: str, signers: str, on: date, actor: Actor, at: datetime) -> None:
    signed = SignedScan(
        signers=signers,
        signed_on=on,
        content=scan(what, signers, on),
        original_name=f"{what.replace(' ', '-')}-da-ky.pdf",
    )
    sign_minutes(minutes, signed, actor=actor, at=at)
