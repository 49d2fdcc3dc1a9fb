"""Finish an achievement report, so that it counts as the paper, and open it again."""

import hashlib
import json
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.render import render
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import PRINTED
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.documents.report_paper import report_paper
from bangvang.nominations.models import Attachment, Report, ReportReading, WrittenPart
from bangvang.nominations.permissions import (
    NO_REPORT_TEXT,
    READING_WAITS,
    REPORT_NOT_FINISHED,
    objection_to_version,
    objection_to_writing,
    objection_to_writing_report,
)
from bangvang.nominations.selectors.nominations import nomination_for, nomination_row
from bangvang.nominations.selectors.reports import report_seen, report_to_change
from bangvang.nominations.states import PaperKind, ReportPart

NEEDED = (ReportPart.SKETCH.value, ReportPart.MERITS.value)


@transaction.atomic
def finish_report(nomination_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Print the report and put the print among the row's papers.

    Raises:
        Unseen: this actor has no such row, or it has no report.
        Refused: the row is not the unit's to write on now, the report is finished already or lacks
            its text, changed meanwhile, holds a character that cannot be printed, or something read
            from a Word file waits beside it.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    report = report_to_change(nomination)
    refuse_if(objection_to_writing_report(report))
    refuse_if(objection_to_version(report.version, version))
    refuse_if(_lacks_text(report))
    refuse_if(READING_WAITS if ReportReading.objects.filter(report=report).exists() else None)
    seen = report_seen(nomination_ref)
    if seen is None:
        raise AssertionError("a report that was locked is there")
    printed = render(report_paper(nomination_row(actor, nomination_ref), seen, on=at.date()))
    file = keep(
        printed.docx,
        original_name=f"bao-cao-thanh-tich-{nomination.source_row}.docx",
        actor=actor,
        at=at,
        accept=PRINTED,
    )
    report.paper = Attachment.objects.create(
        batch=nomination.batch,
        nomination=nomination,
        kind=PaperKind.BAO_CAO_THANH_TICH,
        file=file,
        added_by=actor.name,
        added_at=at,
    )
    report.finished_by, report.finished_at = actor.name, at
    report.version += 1
    report.save(update_fields=["paper", "finished_by", "finished_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="finish_report",
        subject=("nomination", nomination_ref),
        said="Hoàn thành báo cáo thành tích; bản in nằm trong giấy tờ của hồ sơ.",
        details={"parts": _digest(report), "digest": file.digest},
    )


@transaction.atomic
def reopen_report(nomination_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Open a finished report for writing; its print leaves the row's papers, the file stays kept.

    Raises:
        Unseen: this actor has no such row, or it has no report.
        Refused: the row is not the unit's to write on now, not finished, or changed meanwhile.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    report = report_to_change(nomination)
    refuse_if(None if report.finished_at else REPORT_NOT_FINISHED)
    refuse_if(objection_to_version(report.version, version))
    paper, report.paper = report.paper, None
    report.finished_by, report.finished_at = "", None
    report.version += 1
    report.save(update_fields=["paper", "finished_by", "finished_at", "version"])
    if paper is not None:
        paper.delete()
    record(
        actor=actor,
        at=at,
        verb="reopen_report",
        subject=("nomination", nomination_ref),
        said="Mở lại báo cáo thành tích để sửa.",
    )


def _lacks_text(report: Report) -> Objection | None:
    filled = WrittenPart.objects.filter(report=report, name__in=NEEDED).exclude(text="")
    return None if filled.count() == len(NEEDED) else NO_REPORT_TEXT


def _digest(report: Report) -> str:
    parts = WrittenPart.objects.filter(report=report).order_by("name").values_list("name", "text")
    text = json.dumps(list(parts), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
