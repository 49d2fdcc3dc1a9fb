"""Reading public lists, for the standing office and inspectors."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from bangvang.appraisal.models import Consultation, ConsultedRow, Opinion, Prolongation
from bangvang.appraisal.permissions.consultations import READERS
from bangvang.appraisal.states import (
    CONSULTATION_STATE_NAMES,
    ConsultationState,
    OpinionState,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.selectors import KeptPaper, paper_card
from bangvang.foundation.files.selectors import KeptFile
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name


@dataclass(frozen=True)
class ListedRow:
    """One row of a list; a draft shows the nomination's own words."""

    order: int
    nomination_ref: str
    award_code: str
    award_name: str
    title: str
    name: str
    birth_year: int | None
    position: str
    unit_name: str
    unit_now: str
    achievement_year: int
    achievement: str
    left_on: date | None
    left_reason: str
    left_by: str
    opinions: int


@dataclass(frozen=True)
class ConsultationRow:
    """One list in the table of lists."""

    ref: str
    number: str
    round_title: str
    state: ConsultationState
    state_name: str
    rows: int
    opens_on: date | None
    last_on: date | None
    opinions: int
    unresolved: int
    prepared_by: str


@dataclass(frozen=True)
class ConsultationPage:
    """One list with everything the office reads of it."""

    row: ConsultationRow
    working_days: int
    days_ground: str
    where_to: str
    first_last_on: date | None
    prepared_at: datetime
    opened_by: str
    opened_at: datetime | None
    closed_by: str
    closed_at: datetime | None
    fingerprint: str
    rows: tuple[ListedRow, ...]
    general_opinions: int
    prolongations: tuple[Prolongation, ...]
    document: KeptPaper | None
    certificate: KeptPaper | None
    version: int


def consultation_for(actor: Actor, ref: str, *, lock: bool = False) -> Consultation:
    """Return a list to act on.

    Raises:
        Unseen: not of the standing office, nor an inspector, or no such list.
    """
    found = Consultation.objects.filter(ref=ref)
    found = found.select_for_update(of=("self",)) if lock else found.select_related("round")
    consultation = found.first() if actor.has(*READERS) else None
    if consultation is None:
        raise Unseen
    return consultation


def consultations_for(actor: Actor) -> list[ConsultationRow]:
    """Return every list that was not given up as a draft, newest first; others see none."""
    if not actor.has(*READERS):
        return []
    found = _counted().exclude(state=ConsultationState.DISCARDED)
    return [_row(one) for one in found.order_by("-prepared_at", "-pk")]


def consultation_page(actor: Actor, ref: str) -> ConsultationPage:
    """Return one list as its page shows it.

    Raises:
        Unseen: no such list for this actor.
    """
    found = (
        _counted()
        .filter(ref=ref)
        .select_related("document__docx", "document__pdf", "certificate__docx", "certificate__pdf")
    )
    one = found.first() if actor.has(*READERS) else None
    if one is None:
        raise Unseen
    return ConsultationPage(
        row=_row(one),
        working_days=one.working_days,
        days_ground=one.days_ground,
        where_to=one.where_to,
        first_last_on=one.first_last_on,
        prepared_at=one.prepared_at,
        opened_by=one.opened_by_name,
        opened_at=one.opened_at,
        closed_by=one.closed_by_name,
        closed_at=one.closed_at,
        fingerprint=one.fingerprint,
        rows=_listed_rows(one),
        general_opinions=Opinion.objects.filter(consultation=one, row__isnull=True).count(),
        prolongations=tuple(one.prolongations.order_by("pk")),
        document=paper_card(one.document) if one.document else None,
        certificate=paper_card(one.certificate) if one.certificate else None,
        version=one.version,
    )


def file_of(actor: Actor, ref: str, file_ref: str) -> KeptFile:
    """Return one file of a list's papers.

    Raises:
        Unseen: no such list for this actor, or it has no such file.
    """
    page = consultation_page(actor, ref)
    for paper in (page.document, page.certificate):
        for file in (paper.pdf, paper.docx) if paper else ():
            if file is not None and file.ref == file_ref:
                return file
    raise Unseen


def next_number(year: int) -> int:
    """Return the number of the next list that opens in a year; under the caller's turn."""
    found = Consultation.objects.filter(year=year).order_by("-number_in_year")
    return (found.values_list("number_in_year", flat=True).first() or 0) + 1


def _counted() -> QuerySet[Consultation]:
    return Consultation.objects.select_related("round").annotate(
        people=Count("rows", distinct=True),
        said=Count("opinions", distinct=True),
        unresolved=Count(
            "opinions", distinct=True, filter=~Q(opinions__state=OpinionState.CONFIRMED)
        ),
    )


def _row(one: Consultation) -> ConsultationRow:
    counts = vars(one)
    state = ConsultationState(one.state)
    return ConsultationRow(
        ref=one.ref,
        number=one.number,
        round_title=one.round.title,
        state=state,
        state_name=CONSULTATION_STATE_NAMES[state],
        rows=counts["people"],
        opens_on=one.opens_on,
        last_on=one.last_on,
        opinions=counts["said"],
        unresolved=counts["unresolved"],
        prepared_by=one.prepared_by_name,
    )


def _listed_rows(one: Consultation) -> tuple[ListedRow, ...]:
    found = ConsultedRow.objects.filter(consultation=one).select_related("nomination")
    counted = found.annotate(count=Count("opinions")).order_by("order")
    return tuple(_listed(row, on=one.prepared_at.date()) for row in counted)


def _listed(row: ConsultedRow, *, on: date) -> ListedRow:
    named = row if row.name else row.nomination
    birth_on = row.nomination.birth_on
    return ListedRow(
        order=row.order,
        nomination_ref=row.nomination.ref,
        award_code=row.award_code,
        award_name=row.award_name or award_name(row.award_code, on),
        title=row.title,
        name=named.name,
        birth_year=named.birth_year or (birth_on.year if birth_on else None),
        position=named.position,
        unit_name=named.unit_name,
        unit_now=row.unit_now,
        achievement_year=row.achievement_year,
        achievement=named.achievement,
        left_on=row.left_on,
        left_reason=row.left_reason,
        left_by=row.left_by_name,
        opinions=vars(row)["count"],
    )
