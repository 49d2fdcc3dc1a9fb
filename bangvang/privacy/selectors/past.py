"""What is past its period, matter by matter: what goes, and what is held back and why.

A row that something else refers to is never among what goes: `unreferred` looks at every key of
every table, also at one that is added later.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVar

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.db.models import Exists, ForeignObjectRel, Model, OuterRef, Q, QuerySet

from bangvang.appraisal.models import Opinion
from bangvang.appraisal.states import ConsultationState, OpinionState
from bangvang.nominations.models import (
    Attachment,
    Batch,
    MissingPaper,
    Nomination,
    Report,
    Reporter,
    StatedFact,
    SubmissionLetter,
    Upload,
)
from bangvang.nominations.states import BatchState, DiscoveryState
from bangvang.privacy.states import Matter
from bangvang.registry.models import AgencyList, AwardImport, ImportRow, ListedRow, ListedState
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.states import ImportState, RowState

ENDED = (ImportState.REFUSED, ImportState.ACCEPTED, ImportState.UNDONE)
TO_DECIDE = (ListedState.CERTAIN, ListedState.CHOOSE)
LEFT = (RowState.READY, RowState.CHOOSE, RowState.PROBLEM)
IMPORT_RUNS = "lần nhập chưa ghi vào sổ hoặc hủy, hoặc đang có việc chạy nền"
LEFT_ROWS = "còn dòng chưa ghi vào sổ"
ROWS_TO_DECIDE = "còn dòng chờ người xác nhận hoặc chọn"
AT_SUPERIOR = "đang ở cấp trên để tổng hợp"
WITH_HEAD = "đang chờ thủ trưởng đơn vị xem"
REFERRED = "hồ sơ khác đã dẫn đến"
NOT_RESOLVED = "ý kiến chưa giải quyết xong"
_M = TypeVar("_M", bound=Model)


@dataclass(frozen=True)
class Past:
    """What goes (of one table, or of several that lie alike), and what stays for now and why."""

    goes: tuple[QuerySet[Any], ...]
    moment: str
    """The field from which the period runs."""
    held: tuple[tuple[QuerySet[Any], str], ...] = ()


def past(matter: Matter, before: datetime) -> Past:
    """Return what of the matter began before the moment."""
    return _PAST[matter](before)


def unreferred(rows: QuerySet[_M], *, but: Collection[type[Model]] = ()) -> QuerySet[_M]:
    """Leave out what any row of any table refers to; `but`: tables that go along."""
    return rows.exclude(_referred(rows.model, but))


def _referred(model: type[Model], but: Collection[type[Model]] = ()) -> Q:
    found = Q(pk__in=[])
    for key in model._meta.get_fields(include_hidden=True):
        if isinstance(key, ForeignObjectRel) and key.related_model not in but:
            rows = key.related_model._base_manager.filter(**{key.field.name: OuterRef("pk")})
            found |= Q(Exists(rows))
    return found


def _busy(before: datetime) -> list[int]:
    """Return the ended imports that a job enters or undoes just now."""
    ended = AwardImport.objects.filter(state__in=ENDED, staged_at__lt=before)
    return [pk for pk, ref in ended.values_list("pk", "ref") if is_entering(ref)]


def _import_files(before: datetime) -> Past:
    kept = AwardImport.objects.filter(staged_at__lt=before, file__removed_at=None)
    free = kept.filter(state__in=ENDED).exclude(pk__in=_busy(before))
    left = ImportRow.objects.filter(award_import=OuterRef("pk"), state__in=LEFT)
    has_left = Q(state=ImportState.ACCEPTED) & Exists(left)
    goes = free.exclude(has_left)
    return Past(
        (goes,),
        "staged_at",
        (
            (kept.exclude(pk__in=free.values("pk")), IMPORT_RUNS),
            (free.filter(has_left), LEFT_ROWS),
        ),
    )


def _import_rows(before: datetime) -> Past:
    old = ImportRow.objects.filter(award_import__staged_at__lt=before)
    free = Q(award_import__state__in=ENDED) & ~Q(award_import__in=_busy(before))
    outside = old.exclude(state=RowState.ACCEPTED)
    return Past(
        (unreferred(outside.filter(free)),),
        "award_import__staged_at",
        ((outside.exclude(free), IMPORT_RUNS),),
    )


def _agency_files(before: datetime) -> Past:
    kept = AgencyList.objects.filter(staged_at__lt=before, file__removed_at=None)
    rows = ListedRow.objects.filter(agency_list=OuterRef("pk"), state__in=TO_DECIDE)
    waits = Q(undone_at=None) & Exists(rows)
    return Past((kept.exclude(waits),), "staged_at", ((kept.filter(waits), ROWS_TO_DECIDE),))


def _agency_rows(before: datetime) -> Past:
    old = unreferred(ListedRow.objects.filter(agency_list__staged_at__lt=before))
    waits = Q(state__in=TO_DECIDE, agency_list__undone_at=None)
    return Past(
        (old.exclude(waits).exclude(state=ListedState.CONFIRMED),),
        "agency_list__staged_at",
        ((old.filter(waits), ROWS_TO_DECIDE),),
    )


def _uploads(before: datetime) -> Past:
    return Past((unreferred(Upload.objects.filter(uploaded_at__lt=before)),), "uploaded_at")


def _drafts(before: datetime) -> Past:
    drafts = Batch.objects.filter(held_since__lt=before, reference_no=None)
    unsent = drafts.filter(state__in=(BatchState.DRAFT, BatchState.DISCARDED))
    gathered = Exists(Nomination.objects.filter(batch=OuterRef("pk"), origin__isnull=False))
    free = unsent.exclude(gathered)
    rows = Nomination.objects.filter(batch=OuterRef("pk"))
    referred = _referred(Batch, (Nomination, Attachment, MissingPaper, SubmissionLetter)) | Q(
        Exists(rows.filter(_referred(Nomination, (Attachment, Report, StatedFact))))
    )
    return Past(
        (free.exclude(referred),),
        "held_since",
        (
            (drafts.filter(state=BatchState.WITH_HEAD), WITH_HEAD),
            (drafts.filter(state=BatchState.AT_SUPERIOR) | unsent.filter(gathered), AT_SUPERIOR),
            (free.filter(referred), REFERRED),
        ),
    )


def _senders(before: datetime) -> Past:
    closed = Opinion.objects.filter(
        consultation__state=ConsultationState.CLOSED, consultation__closed_at__lt=before
    ).exclude(key_id="")
    return Past(
        (closed.filter(state=OpinionState.CONFIRMED),),
        "consultation__closed_at",
        ((closed.exclude(state=OpinionState.CONFIRMED), NOT_RESOLVED),),
    )


def _reporters(before: datetime) -> Past:
    ended = Reporter.objects.filter(
        discovery__ended_at__lt=before,
        discovery__state__in=(DiscoveryState.ANSWERED, DiscoveryState.SET_ASIDE),
    )
    return Past((ended,), "discovery__ended_at")


def _sign_ins(before: datetime) -> Past:
    logs = (AccessLog, AccessFailureLog, AccessAttempt)
    return Past(tuple(log.objects.filter(attempt_time__lt=before) for log in logs), "attempt_time")


_PAST: Mapping[Matter, Callable[[datetime], Past]] = MappingProxyType(
    {
        Matter.IMPORT_FILES: _import_files,
        Matter.IMPORT_ROWS: _import_rows,
        Matter.AGENCY_FILES: _agency_files,
        Matter.AGENCY_ROWS: _agency_rows,
        Matter.UPLOADS: _uploads,
        Matter.DRAFTS: _drafts,
        Matter.SENDERS: _senders,
        Matter.REPORTERS: _reporters,
        Matter.SIGN_INS: _sign_ins,
    }
)
