"""What anyone may read of public lists: open and closed ones, their frozen rows, the outcome.

Of a row that left a list only its place and the day are told. Of opinions only how many there
were, and only when the list is closed; of one opinion its state, to whoever has its code.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime

from bangvang.appraisal.models import (
    Consultation,
    ConsultedRow,
    Opinion,
    OpinionResolution,
    ResolutionKind,
)
from bangvang.appraisal.states import ConsultationState, OpinionState
from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen

SHOWN = (ConsultationState.OPEN, ConsultationState.CLOSED)
RECEIPT = re.compile(r"(\d{1,3})/(\d{4})-(\d{1,6})", re.ASCII)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PublicRow:
    """One row as it was frozen; of one that left, its place and the day alone."""

    order: int
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


@dataclass(frozen=True)
class PublicList:
    """One list in the list of lists; `days_left` are working days, today among them."""

    ref: str
    number: str
    opens_on: date
    last_on: date
    is_taking: bool
    is_closed: bool
    days_left: int
    people: int
    awards: tuple[str, ...]


@dataclass(frozen=True)
class PublicConsultation:
    """One list with its rows and, when closed, its outcome.

    `document` is None once a row left: what was printed names it.
    """

    seen: PublicList
    working_days: int
    where_to: str
    fingerprint: str
    rows: tuple[PublicRow, ...]
    prolonged: tuple[tuple[date, str], ...]
    document: tuple[KeptFile, ...]
    closed_on: date | None
    opinions: int
    outcome: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class OpinionFollowed:
    """How far an opinion is, for its sender; nothing of the sender and no words."""

    receipt_no: str
    came_on: date
    is_resolved: bool
    kind_name: str
    resolved_at: datetime | None


def lists_public(on: date) -> list[PublicList]:
    """Return the lists that were opened: those that take opinions first, then newest first."""
    found = [_list(one, on) for one in _shown()]
    return sorted(found, key=lambda one: (not one.is_taking, -one.last_on.toordinal(), one.ref))


def consultation_public(ref: str, on: date) -> PublicConsultation:
    """Return one list that was opened.

    Raises:
        Unseen: there is none, or not yet.
    """
    one = _shown().filter(ref=ref).first()
    if one is None:
        raise Unseen
    is_closed = one.state == ConsultationState.CLOSED
    rows = tuple(_row(row) for row in sorted(one.rows.all(), key=lambda row: row.order))
    paper = None if any(row.left_on for row in rows) else one.document
    return PublicConsultation(
        seen=_list(one, on),
        working_days=one.working_days,
        where_to=one.where_to,
        fingerprint=one.fingerprint,
        rows=rows,
        prolonged=tuple(one.prolongations.order_by("pk").values_list("last_on", "reason")),
        document=tuple(file_card(f) for f in (paper.pdf, paper.docx) if f) if paper else (),
        closed_on=localtime(one.closed_at).date() if is_closed and one.closed_at else None,
        opinions=one.opinions.count() if is_closed else 0,
        outcome=_outcome(one) if is_closed else (),
    )


def public_file(ref: str, file_ref: str, on: date) -> KeptFile:
    """Return one file of the printed list.

    Raises:
        Unseen: no such list, or no such file that may be read.
    """
    for file in consultation_public(ref, on).document:
        if file.ref == file_ref:
            return file
    raise Unseen


def followed(receipt_no: str, code: str) -> OpinionFollowed:
    """Return how far the opinion with this number and code is.

    Raises:
        Unseen: there is none, or the code is another's; which of the two is not told.
    """
    said = RECEIPT.fullmatch(receipt_no.strip())
    if said is None:
        raise Unseen
    number, year, own = (int(part) for part in said.groups())
    opinion = (
        Opinion.objects.filter(
            consultation__number_in_year=number, consultation__year=year, number=own
        )
        .select_related("consultation")
        .first()
    )
    if opinion is None or not hmac.compare_digest(
        opinion.code_digest, code_digest(opinion.ref, code)
    ):
        raise Unseen
    is_resolved = opinion.state == OpinionState.CONFIRMED
    newest = OpinionResolution.objects.filter(opinion=opinion).order_by("-pk").first()
    return OpinionFollowed(
        receipt_no=opinion.receipt_no,
        came_on=opinion.came_on,
        is_resolved=is_resolved,
        kind_name=str(ResolutionKind(newest.kind).label) if is_resolved and newest else "",
        resolved_at=newest.answered_at if is_resolved and newest else None,
    )


def code_digest(opinion_ref: str, code: str) -> str:
    """Return what is kept of the code by which somebody follows an opinion."""
    said = f"bangvang-opinion\0{opinion_ref}\0{code.strip().lower()}"
    return hashlib.sha256(said.encode()).hexdigest()


def working_days_left(on: date, last_on: date) -> int:
    """Return how many working days are left, today and the last day among them."""
    days = ((last_on - on).days + 1) if last_on >= on else 0
    return sum(not is_day_off(on + ONE_DAY * step) for step in range(days))


def _shown() -> QuerySet[Consultation]:
    return (
        Consultation.objects.filter(state__in=SHOWN)
        .select_related("document__pdf", "document__docx")
        .prefetch_related("rows")
    )


def _list(one: Consultation, on: date) -> PublicList:
    assert one.opens_on is not None  # noqa: S101  an opened list has its days
    assert one.last_on is not None  # noqa: S101  an opened list has its days
    standing = [row for row in one.rows.all() if row.left_on is None]
    is_closed = one.state == ConsultationState.CLOSED
    is_taking = not is_closed and on <= one.last_on
    return PublicList(
        ref=one.ref,
        number=one.number,
        opens_on=one.opens_on,
        last_on=one.last_on,
        is_taking=is_taking,
        is_closed=is_closed,
        days_left=working_days_left(on, one.last_on) if is_taking else 0,
        people=len(standing),
        awards=tuple(dict.fromkeys(row.award_name for row in standing)),
    )


def _row(row: ConsultedRow) -> PublicRow:
    if row.left_on is not None:
        return PublicRow(row.order, row.award_name, "", "", None, "", "", "", 0, "", row.left_on)
    return PublicRow(
        row.order,
        row.award_name,
        row.title,
        row.name,
        row.birth_year,
        row.position,
        row.unit_name,
        row.unit_now,
        row.achievement_year,
        row.achievement,
        None,
    )


def _outcome(one: Consultation) -> tuple[tuple[str, int], ...]:
    """Return how many opinions were resolved how."""
    found = (
        OpinionResolution.objects.filter(Q(opinion__consultation=one, is_confirmed=True))
        .values("kind")
        .annotate(count=Count("pk"))
    )
    counts = {row["kind"]: row["count"] for row in found}
    return tuple(
        (str(kind.label), counts[kind.value]) for kind in ResolutionKind if kind.value in counts
    )
