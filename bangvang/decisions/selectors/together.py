"""Several awards of one person in one decision or of one day, and which prizes are paid."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bangvang.decisions.models import Decision, Line
from bangvang.decisions.selectors.decisions import visible_to
from bangvang.decisions.states import Kind, Outcome, State
from bangvang.foundation.actor import Actor
from bangvang.law import (
    AwardClass,
    Granted,
    NotInForce,
    Payment,
    Seen,
    award_name,
    award_of,
    paid_together,
)
from bangvang.registry.models import Award

OF_ONE_YEAR = frozenset({"LDTT", "CSTT", "CSTDCS"})
"""Titles of a person that are considered every year and count that year alone."""

NO_PERIOD = "Chưa rõ thời gian tính thành tích của danh hiệu; cần người xem."
TWICE = "Một danh hiệu được ghi hai lần cho cùng một năm; cần người xem."
NO_LAW = "Chưa có quy định của ngày này trong hệ thống; cần người xem."


@dataclass(frozen=True)
class PrizeTogether:
    """One of several awards; `is_paid` is None for a person to say, `paper` empty for a draft."""

    award_name: str
    year: int
    paper: str
    is_paid: bool | None
    why: str
    cite: str
    seen: Seen | None


@dataclass(frozen=True)
class SeveralAwards:
    """Somebody with several awards of one day."""

    name: str
    prizes: tuple[PrizeTogether, ...]


@dataclass(frozen=True, order=True)
class _Given:
    code: str
    kind: str
    year: int
    paper: str


def several_awards(actor: Actor, ref: str, *, on: date) -> tuple[SeveralAwards, ...]:
    """Return the people of a decision who get other awards on that day, in the order of the list.

    `on`: the day of the decision. Looked at are this paper, other decisions signed that day, and
    the register. Empty for a submission: the higher authority sets the day and pays.

    Law: ``law/texts/rewards.toml``, what is paid together.
    """
    decision = visible_to(actor).filter(ref=ref, kind=Kind.DECISION).first()
    if decision is None:
        return ()
    lines = list(
        Line.objects.filter(decision=decision)
        .exclude(outcome=Outcome.REFUSED)
        .select_related("nomination")
        .order_by("order")
    )
    people = {person: line.name for line in lines if (person := _person(line)) is not None}
    given = _given(decision, people, on)
    return tuple(
        SeveralAwards(name, _prizes(sorted(given[person]), on))
        for person, name in people.items()
        if len(given[person]) > 1
    )


def _person(line: Line) -> int | None:
    """Return who of the register is meant: as proposed, or as the grant found or made them."""
    return line.nomination.person_id or line.person_id


def _given(decision: Decision, people: Iterable[int], on: date) -> dict[int, set[_Given]]:
    """Return what each person gets on the day, once, whether recorded already or not."""
    ids = list(people)
    found: defaultdict[int, set[_Given]] = defaultdict(set)
    of_day = Decision.objects.filter(kind=Kind.DECISION, signed_on=on).exclude(state=State.DRAFT)
    lines = Line.objects.filter(nomination__person__in=ids).exclude(outcome=Outcome.REFUSED)
    lines = lines.select_related("nomination", "decision")
    for line in lines.filter(decision__in=[decision.pk, *of_day.values_list("pk", flat=True)]):
        proposed, paper, person = line.nomination, line.decision, _person(line)
        if person is None:
            continue
        number = "" if paper.state == State.DRAFT else paper.number_written
        found[person].add(_Given(paper.award_code, proposed.kind, paper.achievement_year, number))
    held = Award.objects.filter(person__in=ids, decided_on=on, revoked_on__isnull=True)
    for award in held:
        if award.person_id is not None:
            found[award.person_id].add(
                _Given(award.code, award.kind, award.year, award.decision_no)
            )
    return found


def _prizes(given: list[_Given], on: date) -> tuple[PrizeTogether, ...]:
    titles = [one for one in given if _is_title(one)]
    if len(titles) > 1 and any(one.code not in OF_ONE_YEAR for one in titles):
        return tuple(_open(one, on, NO_PERIOD) for one in given)
    if len({(one.code, one.year) for one in titles}) < len(titles):
        return tuple(_open(one, on, TWICE) for one in given)
    try:
        payments = paid_together(
            [Granted(one.code, (one.year, one.year), one.kind) for one in given], decided_on=on
        )
    except NotInForce:
        return tuple(_open(one, on, NO_LAW) for one in given)
    return tuple(_prize(one, paid, on) for one, paid in zip(given, payments, strict=True))


def _is_title(one: _Given) -> bool:
    return award_of(one.code).award_class is AwardClass.TITLE


def _prize(one: _Given, paid: Payment, on: date) -> PrizeTogether:
    is_read = paid.seen is Seen.SOURCE
    return PrizeTogether(
        award_name=award_name(one.code, on),
        year=one.year,
        paper=one.paper,
        is_paid=paid.is_paid if is_read else None,
        why=paid.why_vi,
        cite=paid.cite.text if paid.cite else "",
        seen=paid.seen,
    )


def _open(one: _Given, on: date, why: str) -> PrizeTogether:
    return PrizeTogether(award_name(one.code, on), one.year, one.paper, None, why, "", None)
