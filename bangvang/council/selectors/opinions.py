"""Reading written opinions. They name their members, so only the counting board reads them."""

from dataclasses import dataclass
from datetime import datetime

from bangvang.council.models import AbsentMode, Ballot, Count, WrittenOpinion
from bangvang.council.permissions.ballots import objection_to_opinions
from bangvang.council.selectors.ballots import BallotLineRow, ballot_for, roll_on, rows_in
from bangvang.council.selectors.councils import SeatRow, regulation_on
from bangvang.council.selectors.sessions import day_of
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Objection, Unseen


@dataclass(frozen=True)
class OpinionAnswer:
    """What a letter says of one row; `agrees` None where it says nothing."""

    row: BallotLineRow
    agrees: bool | None


@dataclass(frozen=True)
class OpinionRow:
    """A letter as it was entered."""

    ref: str
    seat_number: int
    holder_name: str
    file: KeptFile
    entered_by: str
    entered_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str
    answers: tuple[OpinionAnswer, ...]


@dataclass(frozen=True)
class AbsentMember:
    """An absent member, why absent, and the letter if it is entered."""

    seat: SeatRow
    reason: str
    opinion: OpinionRow | None


@dataclass(frozen=True)
class OpinionsPage:
    """The absent members of a ballot and their letters.

    `objection` says why none can be entered or withdrawn now.
    """

    ballot_ref: str
    rows: tuple[BallotLineRow, ...]
    absent: tuple[AbsentMember, ...]
    withdrawn: tuple[OpinionRow, ...]
    objection: Objection | None


def opinions_page(actor: Actor, ballot_ref: str) -> OpinionsPage:
    """Return the letters of a ballot, for the counting board only.

    Raises:
        Unseen: not of the counting board, or no such ballot.
    """
    if not actor.has(Role.TELLER):
        raise Unseen
    ballot = ballot_for(actor, ballot_ref)
    rows = tuple(
        BallotLineRow(r.order, "", r.name, r.position, r.unit_name) for r in rows_in(ballot)
    )
    letters = [_row(letter, rows) for letter in _letters(ballot)]
    counted = {letter.seat_number: letter for letter in letters if letter.withdrawn_at is None}
    return OpinionsPage(
        ballot_ref=ballot.ref,
        rows=rows,
        absent=tuple(
            AbsentMember(row.seat, row.reason, counted.get(row.seat.number))
            for row in roll_on(ballot)
            if row.is_absent
        ),
        withdrawn=tuple(letter for letter in letters if letter.withdrawn_at is not None),
        objection=objection_now(actor, ballot),
    )


def opinion_for(actor: Actor, ref: str, *, lock: bool = False) -> WrittenOpinion:
    """Return a letter to act on.

    Raises:
        Unseen: not of the counting board, or no such letter that counts.
    """
    found = WrittenOpinion.objects.filter(ref=ref, withdrawn_at=None)
    found = found.select_related("ballot__session", "seat")
    if lock:
        found = found.select_for_update(of=("self",))
    opinion = found.first() if actor.has(Role.TELLER) else None
    if opinion is None:
        raise Unseen
    return opinion


def ballot_of_opinion(actor: Actor, ref: str) -> str:
    """Return the reference of the ballot that a letter belongs to.

    Raises:
        Unseen: not of the counting board, or no such letter that counts.
    """
    return opinion_for(actor, ref).ballot.ref


def opinion_file_for(actor: Actor, ref: str) -> KeptFile:
    """Return the file of a letter, withdrawn ones included.

    Raises:
        Unseen: not of the counting board, or no such letter.
    """
    opinion = WrittenOpinion.objects.filter(ref=ref).select_related("file").first()
    if opinion is None or not actor.has(Role.TELLER):
        raise Unseen
    return file_card(opinion.file)


def objection_now(actor: Actor, ballot: Ballot) -> Objection | None:
    """Return why this actor may not enter or withdraw a letter now."""
    any_closed = Count.objects.filter(ballot=ballot, closed_at__isnull=False).exists()
    return objection_to_opinions(actor, ballot, absent_mode_of(ballot), any_closed=any_closed)


def absent_mode_of(ballot: Ballot) -> str:
    """Return how absent members take part, by the regulation of the session's day."""
    regulation = regulation_on(ballot.session.council_id, day_of(ballot.session))
    return regulation.absent_mode if regulation else AbsentMode.NONE.value


def letters_counted(ballot: Ballot) -> list[WrittenOpinion]:
    """Return the letters that count, with their lines."""
    found = WrittenOpinion.objects.filter(ballot=ballot, withdrawn_at=None)
    return list(found.prefetch_related("lines__row").order_by("pk"))


def _letters(ballot: Ballot) -> list[WrittenOpinion]:
    found = WrittenOpinion.objects.filter(ballot=ballot).select_related("seat", "file")
    return list(found.prefetch_related("lines__row").order_by("seat__number", "pk"))


def _row(letter: WrittenOpinion, rows: tuple[BallotLineRow, ...]) -> OpinionRow:
    said = {line.row.order: line.agrees for line in letter.lines.all()}
    return OpinionRow(
        ref=letter.ref,
        seat_number=letter.seat.number,
        holder_name=letter.seat.holder_name,
        file=file_card(letter.file),
        entered_by=letter.entered_by_name,
        entered_at=letter.entered_at,
        withdrawn_at=letter.withdrawn_at,
        withdrawn_by=letter.withdrawn_by_name,
        withdrawn_reason=letter.withdrawn_reason,
        answers=tuple(OpinionAnswer(row, said.get(row.order)) for row in rows),
    )
