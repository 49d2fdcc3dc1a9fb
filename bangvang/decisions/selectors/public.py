"""What anyone may read of decisions: in force, on or after their day, granted lines only.

Lines are numbered anew among the granted, so that nobody refused can be counted; votes, reasons,
submissions and their numbers stay inside.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from bangvang.decisions.models import Decision, Line
from bangvang.decisions.states import Kind, Outcome, State
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.registry.selectors.amended_rows import revoked_of_decision
from bangvang.registry.selectors.body_history import AsWritten, now_called


@dataclass(frozen=True)
class PublicLine:
    """Somebody who was commended."""

    order: int
    person_ref: str
    body_ref: str
    name: str
    unit_name: str
    award_name: str
    achievement_year: int
    unit_now: str = ""
    """What became of the unit, as "nay là …", on the page of the decision alone."""
    revoked_on: date | None = None
    """The day from which the award is revoked, on the page of the decision alone."""


@dataclass(frozen=True)
class PublicDecision:
    """A decision of the province, or of a higher authority on the province's submission."""

    ref: str
    number: str
    signed_on: date
    title: str
    award_code: str
    award_name: str
    achievement_year: int
    issuer: str
    lines: tuple[PublicLine, ...]


def decisions_public(on: date) -> list[PublicDecision]:
    """Return the decisions that may be read on a day, newest first."""
    decisions = [_public(decision) for decision in _published(on)]
    return sorted(decisions, key=lambda d: (d.signed_on, d.number, d.ref), reverse=True)


def decision_public(ref: str, on: date) -> PublicDecision:
    """Return one decision that may be read on a day.

    Raises:
        Unseen: there is none, or not yet.
    """
    decision = _published(on).filter(ref=ref).first()
    if decision is None:
        raise Unseen
    shown = _public(decision)
    lines: list[Line] = vars(decision)["granted_lines"]
    units = [AsWritten(line.unit_id, shown.signed_on, line.unit_name) for line in lines]
    now = now_called(units)
    told = zip(shown.lines, units, strict=True)
    revoked = revoked_of_decision(ref, on=on)
    return replace(
        shown,
        lines=tuple(
            replace(
                line,
                unit_now=now.get(unit, ""),
                revoked_on=revoked.get(line.person_ref or line.body_ref),
            )
            for line, unit in told
        ),
    )


def _published(on: date) -> QuerySet[Decision]:
    own = Q(kind=Kind.DECISION, state=State.IN_FORCE, signed_on__lte=on)
    answered = Q(kind=Kind.SUBMISSION, state=State.ANSWERED, answer__decided_on__lte=on)
    granted = Line.objects.filter(outcome=Outcome.GRANTED).select_related("person", "body")
    has_granted = Decision.objects.filter(lines__outcome=Outcome.GRANTED)
    return (
        Decision.objects.filter(own | answered, pk__in=has_granted.values("pk"))
        .select_related("answer")
        .prefetch_related(Prefetch("lines", granted.order_by("order"), to_attr="granted_lines"))
    )


def _public(decision: Decision) -> PublicDecision:
    if decision.kind == Kind.SUBMISSION:
        answer = decision.answer
        number, day, title, issuer = answer.number, answer.decided_on, answer.title, answer.issuer
    else:
        assert decision.signed_on is not None  # noqa: S101  a decision in force has its day
        number, day = decision.number_written, decision.signed_on
        title, issuer = decision.title, decision.issuer
    named = award_name(decision.award_code, day)
    lines: list[Line] = vars(decision)["granted_lines"]
    return PublicDecision(
        ref=decision.ref,
        number=number,
        signed_on=day,
        title=title,
        award_code=decision.award_code,
        award_name=named,
        achievement_year=decision.achievement_year,
        issuer=issuer,
        lines=tuple(
            PublicLine(
                order,
                line.person.ref if line.person else "",
                line.body.ref if line.body else "",
                line.name,
                line.unit_name,
                named,
                decision.achievement_year,
            )
            for order, line in enumerate(lines, start=1)
        ),
    )
