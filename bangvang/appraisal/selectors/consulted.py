"""What each row has to do with asking the people: whether it waits, what its unit may read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from bangvang.appraisal.models import Consultation, ConsultationWaiver, ConsultedRow
from bangvang.appraisal.permissions.consultations import MAY_BE_CONSULTED, Held, Why
from bangvang.appraisal.selectors.consultation_rules import NOT_ASKED, AskedAbout, asked_about
from bangvang.appraisal.states import ConsultationState, Gate, OpinionState
from bangvang.foundation.actor import Actor
from bangvang.law import Asked
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import (
    NominationRow,
    nomination_for,
    nominations_for,
    visible_to,
)


@dataclass(frozen=True)
class Standing:
    """What a row has to do with the people's opinion, for whoever may see the row.

    `asked`: what the papers say. `consultation_ref` is empty where it stands on no list; the
    days are None until the list opens. `has_opinions` is told only when the list is closed.
    """

    asked: AskedAbout
    consultation_ref: str = ""
    state: ConsultationState | None = None
    opens_on: date | None = None
    last_on: date | None = None
    closed_at: datetime | None = None
    has_opinions: bool = False
    waived_by: str = ""
    waived_reason: str = ""

    @property
    def may_be_waived(self) -> bool:
        """Whether the head may still say that the people are not asked."""
        is_unread = self.asked.asked is Asked.UNREAD
        return is_unread and not self.consultation_ref and not self.waived_by


@dataclass(frozen=True)
class Choosable:
    """A row that may be put on a new list, with what asks for it."""

    row: NominationRow
    asked: AskedAbout


def held_at(gate: Gate, refs: Iterable[str], *, on: date) -> tuple[Held, ...]:
    """Return which of these rows may not pass a gate yet; who is asked of nobody is left out.

    What must be over before the ballot must be over before the submission too.
    """
    rows = list(
        Nomination.objects.filter(ref__in=list(refs)).select_related("batch").order_by("pk")
    )
    asked = asked_about((row.award_code, _received(row, on)) for row in rows)
    waiting = [row for row in rows if _waits_at(gate, asked[row.award_code, _received(row, on)])]
    if not waiting:
        return ()
    listed, waived = _listed(waiting), _waived(waiting)
    found = (
        _held(row, asked[row.award_code, _received(row, on)], listed.get(row.pk), on)
        for row in waiting
        if row.pk not in waived or asked[row.award_code, _received(row, on)].asked is Asked.ASKED
    )
    return tuple(one for one in found if one is not None)


def choosable_in(
    actor: Actor, round_ref: str, *, refs: Iterable[str] | None = None
) -> list[Choosable]:
    """Return the rows of a round that may be put on a list: concluded, asked about, on no list."""
    rows = nominations_for(actor, round_ref=round_ref, states=MAY_BE_CONSULTED)
    if refs is not None:
        wanted = set(refs)
        rows = [row for row in rows if row.ref in wanted]
    asked = asked_about(
        (row.award_code, row.received_on) for row in rows if row.received_on is not None
    )
    taken = set(
        ConsultedRow.objects.filter(
            nomination__ref__in=[row.ref for row in rows], left_on__isnull=True
        ).values_list("nomination__ref", flat=True)
    )
    return [
        Choosable(row, about)
        for row in rows
        if row.ref not in taken
        and row.received_on is not None
        and (about := asked[row.award_code, row.received_on]).asked is not Asked.NOT_NAMED
    ]


def standing_of(actor: Actor, ref: str) -> Standing:
    """Return what a row has to do with the people's opinion.

    Raises:
        Unseen: this actor has no such row.
    """
    row = nomination_for(actor, ref)
    about = asked_of_row(row)
    waiver = ConsultationWaiver.objects.filter(nomination=row).first()
    listed = _listed([row]).get(row.pk)
    words = (waiver.by_name, waiver.reason) if waiver else ("", "")
    if listed is None:
        return Standing(about, waived_by=words[0], waived_reason=words[1])
    kept = listed.consultation
    is_closed = kept.state == ConsultationState.CLOSED
    return Standing(
        about,
        kept.ref,
        ConsultationState(kept.state),
        kept.opens_on,
        kept.last_on,
        kept.closed_at,
        is_closed and listed.opinions.exists(),
        *words,
    )


def why_moved_on(actor: Actor, consultation: Consultation) -> list[str]:
    """Return the names of rows of a draft that no longer stand where they were chosen."""
    rows = ConsultedRow.objects.filter(consultation=consultation, left_on__isnull=True)
    ids = [row.nomination_id for row in rows]
    found = visible_to(actor).filter(pk__in=ids).exclude(state__in=MAY_BE_CONSULTED)
    return list(found.order_by("pk").values_list("name", flat=True))


def open_row_of(nomination: Nomination) -> ConsultedRow | None:
    """Return the place of a row on a list that is not closed, if it has one."""
    found = ConsultedRow.objects.filter(nomination=nomination, left_on__isnull=True)
    open_ = (ConsultationState.PREPARING, ConsultationState.OPEN)
    return found.filter(consultation__state__in=open_).select_related("consultation").first()


def asked_of_row(row: Nomination) -> AskedAbout:
    """Return what the papers say of one row; of a row not handed in nobody asks."""
    received = row.batch.received_on
    if received is None:
        return NOT_ASKED
    return asked_about([(row.award_code, received)])[row.award_code, received]


def _received(row: Nomination, on: date) -> date:
    return row.batch.received_on or on


def _waits_at(gate: Gate, about: AskedAbout) -> bool:
    if about.asked is Asked.NOT_NAMED:
        return False
    return gate is Gate.BEFORE_SUBMISSION or about.gate is Gate.BEFORE_BALLOT


def _listed(rows: list[Nomination]) -> Mapping[int, ConsultedRow]:
    found = ConsultedRow.objects.filter(
        nomination__in=[row.pk for row in rows], left_on__isnull=True
    )
    return {one.nomination_id: one for one in found.select_related("consultation")}


def _waived(rows: list[Nomination]) -> set[int]:
    found = ConsultationWaiver.objects.filter(nomination__in=[row.pk for row in rows])
    return set(found.values_list("nomination", flat=True))


def _held(row: Nomination, about: AskedAbout, listed: ConsultedRow | None, on: date) -> Held | None:
    if listed is None:
        return Held(row.ref, row.name, Why.UNREAD if about.asked is Asked.UNREAD else Why.NEVER)
    kept = listed.consultation
    if kept.state == ConsultationState.CLOSED:
        return None
    if kept.state == ConsultationState.PREPARING or kept.last_on is None:
        return Held(row.ref, row.name, Why.PREPARING)
    if on <= kept.last_on:
        return Held(row.ref, row.name, Why.RUNNING, kept.last_on)
    return Held(row.ref, row.name, Why.TO_CLOSE, kept.last_on, unresolved_of(kept))


def unresolved_of(consultation: Consultation) -> int:
    """Return how many opinions of a list are not resolved and confirmed."""
    counted = Count("opinions", filter=~Q(opinions__state=OpinionState.CONFIRMED))
    found = Consultation.objects.filter(pk=consultation.pk).annotate(left=counted)
    return int(found.values_list("left", flat=True)[0])
