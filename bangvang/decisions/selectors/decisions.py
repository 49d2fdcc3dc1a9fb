"""Reading decisions: one to act on, rows for lists."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.timezone import localtime

from bangvang.decisions.models import Answer, Decision, Line
from bangvang.decisions.states import KIND_NAMES, STATE_NAMES, Kind, Outcome, State
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.nominations.selectors.nominations import visible_to as nominations_visible_to

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class DecisionRow:
    """One paper in a table; numbers and days are empty until they are recorded."""

    ref: str
    kind: str
    kind_name: str
    title: str
    award_code: str
    award_name: str
    achievement_year: int
    state: str
    state_name: str
    people: int
    granted: int
    refused: int
    number: str
    signed_on: date | None
    answer_number: str
    answered_on: date | None
    proposed_by: str
    proposed_at: datetime
    recorded_by: str
    recorded_by_ref: str
    recorded_by_head: bool


@dataclass(frozen=True)
class RefusedLine:
    """Somebody whom the higher authority did not commend, and why."""

    decision_ref: str
    nomination_ref: str
    name: str
    unit_name: str
    award_name: str
    achievement_year: int
    reason: str
    answer_number: str
    answered_on: date


def visible_to(actor: Actor) -> QuerySet[Decision]:
    """Return the papers an actor may see: the standing office sees all, nobody else any."""
    if actor.has(*OFFICE):
        return Decision.objects.all()
    return Decision.objects.none()


def decision_for(actor: Actor, ref: str, *, lock: bool = False) -> Decision:
    """Return a paper to act on.

    Raises:
        Unseen: this actor has no such paper.
    """
    found = visible_to(actor).filter(ref=ref).select_related("ballot")
    if lock:
        found = found.select_for_update(of=("self",))
    decision = found.first()
    if decision is None:
        raise Unseen
    return decision


def decisions_for(actor: Actor, *, states: Collection[State] = ()) -> list[DecisionRow]:
    """Return the papers an actor may see, newest draft first; only in these states if given."""
    found = visible_to(actor)
    if states:
        found = found.filter(state__in=[state.value for state in states])
    return [
        decision_row(decision) for decision in with_counts(found).order_by("-proposed_at", "-pk")
    ]


def with_counts(found: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return the query with what a row shows beside the decision's own fields."""
    return found.annotate(
        people=Count("lines"),
        granted=Count("lines", filter=Q(lines__outcome=Outcome.GRANTED)),
        refused=Count("lines", filter=Q(lines__outcome=Outcome.REFUSED)),
    ).prefetch_related(Prefetch("answer", Answer.objects.all()))


def refused_lines_for(actor: Actor) -> list[RefusedLine]:
    """Return who was refused by a higher authority and why, newest first.

    The office sees all; a unit sees those of its own lists; nobody else sees any.
    """
    if not actor.has(*OFFICE, Role.UNIT_OFFICER, Role.UNIT_HEAD):
        return []
    found = Line.objects.filter(
        outcome=Outcome.REFUSED, nomination__in=nominations_visible_to(actor)
    ).select_related("decision__answer", "nomination")
    return [
        _refused(line) for line in found.order_by("-decision__answer__decided_on", "order", "pk")
    ]


def _refused(line: Line) -> RefusedLine:
    decision, answer = line.decision, line.decision.answer
    return RefusedLine(
        decision_ref=decision.ref,
        nomination_ref=line.nomination.ref,
        name=line.name,
        unit_name=line.unit_name,
        award_name=award_name(decision.award_code, answer.decided_on),
        achievement_year=decision.achievement_year,
        reason=line.reason,
        answer_number=answer.number,
        answered_on=answer.decided_on,
    )


def answer_of(decision: Decision) -> Answer | None:
    """Return the answer to a submission, None while there is none."""
    return getattr(decision, "answer", None)


def decision_row(decision: Decision) -> DecisionRow:
    """Return a row of a query made by `with_counts`."""
    answer = answer_of(decision)
    counts = vars(decision)
    return DecisionRow(
        ref=decision.ref,
        kind=decision.kind,
        kind_name=KIND_NAMES[Kind(decision.kind)],
        title=decision.title,
        award_code=decision.award_code,
        award_name=award_name(
            decision.award_code, decision.signed_on or localtime(decision.proposed_at).date()
        ),
        achievement_year=decision.achievement_year,
        state=decision.state,
        state_name=STATE_NAMES[State(decision.state)],
        people=counts["people"],
        granted=counts["granted"],
        refused=counts["refused"],
        number=decision.number_written,
        signed_on=decision.signed_on,
        answer_number=answer.number if answer else "",
        answered_on=answer.decided_on if answer else None,
        proposed_by=decision.proposed_by_name,
        proposed_at=decision.proposed_at,
        recorded_by=answer.recorded_by_name if answer else decision.recorded_by_name,
        recorded_by_ref=answer.recorded_by_ref if answer else decision.recorded_by_ref,
        recorded_by_head=answer.recorded_by_head if answer else decision.recorded_by_head,
    )
