"""Read a report's Word file beside the row's report; take it over, or drop it."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sheets import Unreadable
from bangvang.foundation.vietnamese import name_key
from bangvang.foundation.word import read_document
from bangvang.nominations.actions.begin_report import begin_report
from bangvang.nominations.actions.write_report import Typed, write_report
from bangvang.nominations.intake.report_form import form_in
from bangvang.nominations.intake.report_read import FormRead, form_from
from bangvang.nominations.models import Nomination, Report, ReportReading
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.permissions import objection_to_writing, objection_to_writing_report
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.selectors.report_readings import reading_to_settle
from bangvang.nominations.selectors.reports import report_to_change
from bangvang.nominations.states import ReportPart

LONGEST_NAME = 255
NOT_A_REPORT = Objection(
    "NOT_A_REPORT",
    "Tệp Word này không có đề mục, nhãn hay bảng nào của báo cáo thành tích; hãy xem lại tệp.",
)


def read_report_file(
    nomination_ref: str, data: bytes, *, original_name: str, actor: Actor, at: datetime
) -> str:
    """Read the file and keep what it says beside the report; return the reading's reference.

    The report is begun if nobody has. What was read before and not taken over makes room. The file
    itself is not kept. It is parsed before anything is locked.

    Raises:
        Unseen: this actor has no such row.
        Refused: the row is not the unit's to write on now, the report is finished, or the file is
            no Word document of a report.
    """
    nomination = nomination_for(actor, nomination_ref)
    _check(actor, nomination)
    found = _read(data, original_name, is_person=nomination.subject == Subject.PERSON)
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        nomination = nomination_for(actor, nomination_ref, lock=True)
        _check(actor, nomination)
        if not Report.objects.filter(nomination=nomination).exists():
            begin_report(nomination_ref, actor=actor, at=at)
        report = report_to_change(nomination)
        refuse_if(objection_to_writing_report(report))
        ReportReading.objects.filter(report=report).delete()
        reading = ReportReading.objects.create(
            report=report,
            file_name=original_name[-LONGEST_NAME:],
            digest=digest,
            found=asdict(found),
            read_by=actor.name,
            read_at=at,
        )
        record(
            actor=actor,
            at=at,
            verb="read_report_file",
            subject=("nomination", nomination_ref),
            said="Đọc tệp Word của báo cáo thành tích để xem; chưa lấy gì vào báo cáo.",
            details={"digest": digest},
        )
    return reading.ref


def _check(actor: Actor, nomination: Nomination) -> None:
    refuse_if(objection_to_writing(actor, nomination))
    report = Report.objects.filter(nomination=nomination).first()
    refuse_if(objection_to_writing_report(report) if report else None)


def _read(data: bytes, original_name: str, *, is_person: bool) -> FormRead:
    try:
        found = form_in(read_document(data, filename=original_name), is_person=is_person)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
    has_value = any(one.value for one in (*found.fields, found.merits))
    refuse_if(None if has_value or found.titles or found.forms else NOT_A_REPORT)
    return found


@transaction.atomic
def take_report_reading(
    nomination_ref: str,
    reading_ref: str,
    typed: Iterable[Typed],
    *,
    chosen: frozenset[ReportPart],
    is_same: bool,
    actor: Actor,
    at: datetime,
) -> frozenset[ReportPart]:
    """Take parts over into the report; return those that somebody else saved meanwhile.

    Where there are such, the reading stays, so that a person chooses again.

    Args:
        nomination_ref: the row.
        reading_ref: what was read.
        typed: the parts to take from the file, as somebody corrected them, over the version seen.
        chosen: the parts for which somebody said which version shall be; all must be.
        is_same: whether somebody confirmed that the file is about this row, though names differ.
        actor: an officer or head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: no such row, or the reading is gone or was replaced.
        Refused: not to be written on now, a part is not chosen, another name, or too long.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    reading = reading_to_settle(nomination, reading_ref)
    refuse_if(objection_to_open_choice(chosen))
    if not is_same:
        refuse_if(objection_to_name(form_from(reading.found), nomination.name))
    parts = list(typed)
    clashes = write_report(nomination_ref, parts, actor=actor, at=at)
    if clashes:
        return clashes
    digest = reading.digest
    reading.delete()
    record(
        actor=actor,
        at=at,
        verb="take_report_reading",
        subject=("nomination", nomination_ref),
        said="Lấy nội dung đọc từ tệp Word vào báo cáo thành tích.",
        details={"digest": digest, "parts": ", ".join(one.part.value for one in parts)},
    )
    return clashes


@transaction.atomic
def drop_report_reading(
    nomination_ref: str, reading_ref: str, *, actor: Actor, at: datetime
) -> None:
    """Drop what was read; the report stays as it is.

    Raises:
        Unseen: no such row, or the reading is gone or was replaced.
        Refused: the row is not the unit's to write on now.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    reading = reading_to_settle(nomination, reading_ref)
    digest = reading.digest
    reading.delete()
    record(
        actor=actor,
        at=at,
        verb="drop_report_reading",
        subject=("nomination", nomination_ref),
        said="Bỏ nội dung đọc từ tệp Word, không lấy vào báo cáo.",
        details={"digest": digest},
    )


def objection_to_open_choice(chosen: frozenset[ReportPart]) -> Objection | None:
    """Of each part somebody says whether the file's or the stored one shall be."""
    left = [part.label for part in ReportPart if part not in chosen]
    if not left:
        return None
    said = ", ".join(f"“{one}”" for one in left)
    return Objection("NOT_CHOSEN", f"Chọn lấy từ tệp hay giữ bản đang lưu cho phần {said}.")


def objection_to_name(found: FormRead, name: str) -> Objection | None:
    """A file about somebody else is taken over only where a person says it is the same."""
    if not found.name or name_key(found.name) == name_key(name):
        return None
    return Objection(
        "OTHER_NAME",
        f"Tệp ghi tên “{found.name}”, dòng đề nghị ghi “{name}”. Nếu đúng là một, đánh dấu xác nhận"
        " rồi lấy vào.",
    )
