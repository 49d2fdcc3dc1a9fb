"""The achievement report: filled from the register, written by several, finished into a paper."""

from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.begin_report import begin_report
from bangvang.nominations.actions.finish_report import finish_report, reopen_report
from bangvang.nominations.actions.submit_batch import fingerprint_of
from bangvang.nominations.actions.write_report import Typed, write_report
from bangvang.nominations.models import Attachment, Nomination
from bangvang.nominations.selectors.reports import may_write, report_seen, reports_standing
from bangvang.nominations.states import LONGEST_PART, BatchState, PaperKind, ReportPart, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(unit: Any) -> Any:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def row(unit: Any) -> Nomination:
    whom = person(unit=unit)
    awards(whom, code="CSTDCS")
    awards(whom, code="BK_TINH")
    return make.nomination(make.batch(unit=unit), person=whom)


def begun(row: Nomination, officer: Any) -> Any:
    begin_report(row.ref, actor=officer, at=AT)
    seen = report_seen(row.ref)
    assert seen is not None
    return seen


def test_it_is_filled_from_the_register(row: Nomination, officer: Any) -> None:
    seen = begun(row, officer)

    titles, forms = seen.of(ReportPart.TITLES).rows, seen.of(ReportPart.FORMS).rows
    assert "Ngày sinh: 12/06/1985" in seen.of(ReportPart.SKETCH).text
    assert [(year, what) for year, what, _ in titles] == [("2025", "Chiến sĩ thi đua cơ sở")]
    assert forms == (
        (
            "2025",
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            "Quyết định số 101/QĐ-SYT ngày 20/01/2026 của Giám đốc Sở Y tế",
        ),
    )
    assert reports_standing([row.ref]) == {row.ref: False}


def test_the_history_of_somebody_elsewhere_stays_out(unit: Any, officer: Any) -> None:
    stranger = person(unit=organisation("Sở Gió Núi"))
    awards(stranger, code="CSTDCS")

    seen = begun(make.nomination(make.batch(unit=unit), person=stranger), officer)

    assert (seen.of(ReportPart.TITLES).rows, seen.of(ReportPart.FORMS).rows) == ((), ())


def test_it_is_begun_once(row: Nomination, officer: Any) -> None:
    begun(row, officer)

    with pytest.raises(Refused, match="đã có người lập"):
        begin_report(row.ref, actor=officer, at=AT)


def test_a_stale_part_is_not_saved_and_the_others_are(row: Nomination, officer: Any) -> None:
    begun(row, officer)
    write = partial(write_report, row.ref, actor=officer, at=AT)
    write([Typed(ReportPart.MERITS, "Bản của người thứ nhất", 1)])

    clashes = write(
        [Typed(ReportPart.MERITS, "Bản thứ hai", 1), Typed(ReportPart.SKETCH, "Mới\r\n.", 1)]
    )
    again = write([Typed(ReportPart.MERITS, "Bản của người thứ nhất", 1)])

    seen = report_seen(row.ref)
    assert seen is not None
    assert (set(clashes), set(again)) == ({ReportPart.MERITS}, set())
    assert seen.of(ReportPart.MERITS).text == "Bản của người thứ nhất"
    assert (seen.of(ReportPart.SKETCH).text, seen.of(ReportPart.SKETCH).version) == ("Mới\n.", 2)


def test_finished_it_is_a_paper_and_nothing_is_written(row: Nomination, officer: Any) -> None:
    begun(row, officer)
    before = fingerprint_of(row.batch, [row])
    write_report(row.ref, [Typed(ReportPart.MERITS, "Cứu đập Suối Mây.", 1)], actor=officer, at=AT)

    finish_report(row.ref, version=2, actor=officer, at=AT)

    paper = Attachment.objects.get(nomination=row)
    printed = Document(BytesIO(read(paper.file.ref)))
    assert "Cứu đập Suối Mây." in [one.text.split("./.")[0] for one in printed.paragraphs]
    assert paper.kind == PaperKind.BAO_CAO_THANH_TICH
    assert fingerprint_of(row.batch, [row]) != before
    assert "finish_report" in {entry.verb for entry in entries_about(("nomination", row.ref))}
    with pytest.raises(Refused, match="đã hoàn thành"):
        write_report(row.ref, [], actor=officer, at=AT)


def test_reopened_the_print_leaves_the_papers(row: Nomination, officer: Any) -> None:
    begun(row, officer)
    write_report(row.ref, [Typed(ReportPart.MERITS, "Một việc.", 1)], actor=officer, at=AT)
    finish_report(row.ref, version=2, actor=officer, at=AT)

    with pytest.raises(Refused, match="Người khác vừa lưu"):
        reopen_report(row.ref, version=2, actor=officer, at=AT)
    reopen_report(row.ref, version=3, actor=officer, at=AT)

    assert not Attachment.objects.filter(nomination=row).exists()
    with pytest.raises(Refused, match="chưa hoàn thành"):
        reopen_report(row.ref, version=4, actor=officer, at=AT)


def test_without_text_or_over_a_newer_version_it_is_not_finished(
    row: Nomination, officer: Any
) -> None:
    begun(row, officer)

    with pytest.raises(Refused, match="phần II"):
        finish_report(row.ref, version=1, actor=officer, at=AT)
    with pytest.raises(Refused, match="Người khác vừa lưu"):
        finish_report(row.ref, version=9, actor=officer, at=AT)


def test_too_long_a_part_is_refused(row: Nomination, officer: Any) -> None:
    begun(row, officer)
    long = "a" * (LONGEST_PART[ReportPart.SKETCH] + 1)

    with pytest.raises(Refused, match="nhiều nhất 6000 ký tự"):
        write_report(row.ref, [Typed(ReportPart.SKETCH, long, 1)], actor=officer, at=AT)


def test_only_the_own_unit_writes_and_only_in_time(row: Nomination, officer: Any) -> None:
    stranger = actor(Role.UNIT_OFFICER, unit=organisation("Sở Gió Núi"))
    office = actor(Role.SPECIALIST)
    handed_in = make.nomination(
        make.batch(BatchState.SUBMITTED, unit=row.batch.unit, in_round=row.batch.round),
        State.SUBMITTED,
        name="Lù Văn Suối",
    )

    for who in (stranger, office):
        with pytest.raises(Unseen):
            begin_report(row.ref, actor=who, at=AT)
    with pytest.raises(Refused, match="Báo cáo chỉ viết"):
        begin_report(handed_in.ref, actor=officer, at=AT)
    with pytest.raises(Unseen):
        write_report(row.ref, [], actor=officer, at=AT)
    assert may_write(officer, row.ref)
    assert not may_write(office, handed_in.ref)


def test_a_returned_row_s_report_is_written(row: Nomination, officer: Any) -> None:
    row.batch.state, row.batch.received_on = BatchState.SUBMITTED, date(2026, 9, 10)
    row.batch.reference_no, row.batch.reference_year, row.batch.fingerprint = 1, 2026, "f" * 64
    row.batch.save()
    row.state = State.RETURNED
    row.save()

    assert begun(row, officer).version == 1


@each_connected
def test_two_write_one_part_at_once_and_one_is_told(row: Nomination, officer: Any) -> None:
    begun(row, officer)
    told: list[frozenset[ReportPart]] = []

    def write(text: str) -> None:
        typed = [Typed(ReportPart.MERITS, text, 1)]
        told.append(write_report(row.ref, typed, actor=officer, at=AT))

    assert at_once(partial(write, "Một"), partial(write, "Hai")) == ["", ""]

    assert sorted(len(one) for one in told) == [0, 1]


@each_connected
def test_two_begin_at_once_and_one_is_told(row: Nomination, officer: Any) -> None:
    begin = partial(begin_report, row.ref, actor=officer, at=AT)

    assert sorted(at_once(begin, begin)) == ["", "BEGUN_ALREADY"]
