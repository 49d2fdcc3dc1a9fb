"""A report's Word file: read beside the report, taken over as chosen, dropped; by whom."""

from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets.tests.word_files import docx
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.foundation.word.tests.here import in_process
from bangvang.nominations.actions.begin_report import begin_report
from bangvang.nominations.actions.finish_report import finish_report
from bangvang.nominations.actions.read_report_file import (
    drop_report_reading,
    read_report_file,
    take_report_reading,
)
from bangvang.nominations.actions.write_report import Typed, write_report
from bangvang.nominations.intake.report_compared import Beside, compared
from bangvang.nominations.intake.report_read import HistoryRow, Sure, form_from
from bangvang.nominations.models import Nomination, Report, ReportReading
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.selectors.report_readings import holdings_of, reading_seen
from bangvang.nominations.selectors.reports import report_seen
from bangvang.nominations.states import BatchState, ReportPart, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award, Person
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db

ALL = frozenset(ReportPart)
MERITS, SKETCH = ReportPart.MERITS, ReportPart.SKETCH
TABLE = (("Năm", "Danh hiệu thi đua", "Quyết định"), ("2023", "Lao động tiên tiến", "1/QĐ"))


def file(name: str = "Hoàng Thị Ánh") -> bytes:
    return docx(
        "I. Sơ lược lý lịch",
        f"Họ và tên: {name}",
        "II. Thành tích đạt được",
        "Đã xây trạm.",
        "III. Các hình thức khen thưởng",
        "1. Danh hiệu thi đua",
        TABLE,
    )


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    in_process(monkeypatch)


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(unit: Any) -> Any:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def row(unit: Any) -> Nomination:
    return make.nomination(
        make.batch(unit=unit), person=person("Hoàng Thị Ánh", unit=unit), name="Hoàng Thị Ánh"
    )


@pytest.fixture
def read(row: Nomination, officer: Any) -> str:
    return read_report_file(row.ref, file(), original_name="a.docx", actor=officer, at=AT)


def take(row: Nomination, ref: str, who: Any, *typed: Typed, **more: Any) -> frozenset[ReportPart]:
    given: dict[str, Any] = {"chosen": ALL, "is_same": False} | more
    return take_report_reading(row.ref, ref, typed, actor=who, at=AT, **given)


def text(row: Nomination, part: ReportPart) -> str:
    seen = report_seen(row.ref)
    assert seen is not None
    return seen.of(part).text


def verbs(row: Nomination) -> list[str]:
    return [entry.verb for entry in entries_about(("nomination", row.ref))]


def test_reading_begins_the_report_and_changes_nothing_in_it(
    row: Nomination, officer: Any, read: str
) -> None:
    seen = reading_seen(officer, row.ref)

    assert seen is not None
    assert (seen.ref, seen.file_name, len(seen.digest)) == (read, "a.docx", 64)
    assert form_from(seen.kept).merits.value == "Đã xây trạm."
    assert "Đã xây trạm." not in text(row, MERITS)
    assert set(verbs(row)) == {"begin_report", "read_report_file"}


def test_a_file_read_later_replaces_what_waits(row: Nomination, officer: Any, read: str) -> None:
    again = read_report_file(row.ref, file(), original_name="b.docx", actor=officer, at=AT)

    assert ReportReading.objects.get().ref == again
    with pytest.raises(Unseen):
        take(row, read, officer)
    with pytest.raises(Unseen):
        drop_report_reading(row.ref, read, actor=officer, at=AT)


def test_what_was_chosen_is_taken_and_the_reading_goes(
    row: Nomination, officer: Any, read: str
) -> None:
    before = text(row, SKETCH)

    clashes = take(row, read, officer, Typed(MERITS, "Đã xây trạm, sửa.", 1))

    assert clashes == frozenset()
    assert (text(row, MERITS), text(row, SKETCH)) == ("Đã xây trạm, sửa.", before)
    assert not ReportReading.objects.exists()
    assert verbs(row).count("take_report_reading") == 1
    assert not Award.objects.exists()


def test_what_somebody_saved_meanwhile_is_not_written_over(
    row: Nomination, officer: Any, read: str
) -> None:
    write_report(row.ref, [Typed(MERITS, "Của người khác", 1)], actor=officer, at=AT)

    clashes = take(row, read, officer, Typed(MERITS, "Đọc từ tệp", 1))

    assert clashes == {MERITS}
    assert text(row, MERITS) == "Của người khác"
    assert ReportReading.objects.exists()
    assert "take_report_reading" not in verbs(row)


def test_refused_without_a_choice_for_another_name_or_too_long(
    row: Nomination, officer: Any
) -> None:
    ref = read_report_file(row.ref, file("Lò Thị B"), original_name="a", actor=officer, at=AT)

    with pytest.raises(Refused, match="Thành tích đạt được") as open_choice:
        take(row, ref, officer, chosen=ALL - {MERITS})
    with pytest.raises(Refused, match="Lò Thị B") as other:
        take(row, ref, officer)
    with pytest.raises(Refused, match="ký tự"):
        take(row, ref, officer, Typed(SKETCH, "a" * 9_000, 1), is_same=True)
    assert take(row, ref, officer, is_same=True) == frozenset()
    codes = (open_choice.value.objection.code, other.value.objection.code)
    assert codes == ("NOT_CHOSEN", "OTHER_NAME")


def test_dropped_the_report_stays(row: Nomination, officer: Any, read: str) -> None:
    before = text(row, MERITS)

    drop_report_reading(row.ref, read, actor=officer, at=AT)

    assert (text(row, MERITS), ReportReading.objects.count()) == (before, 0)
    assert "drop_report_reading" in verbs(row)


def test_bad_files_are_refused_and_nothing_is_begun(row: Nomination, officer: Any) -> None:
    with pytest.raises(Refused, match="không phải văn bản Word"):
        read_report_file(row.ref, b"%PDF-", original_name="a.docx", actor=officer, at=AT)
    with pytest.raises(Refused, match="không có đề mục"):
        read_report_file(
            row.ref, docx("Giấy mời họp"), original_name="a.docx", actor=officer, at=AT
        )
    assert not Report.objects.exists()


def test_another_unit_neither_reads_nor_takes(row: Nomination, officer: Any, read: str) -> None:
    stranger = actor(Role.UNIT_OFFICER, unit=organisation("Sở Khác"))

    with pytest.raises(Unseen):
        reading_seen(stranger, row.ref)
    with pytest.raises(Unseen):
        read_report_file(row.ref, file(), original_name="a", actor=stranger, at=AT)
    with pytest.raises(Unseen):
        take(row, read, stranger)
    with pytest.raises(Unseen):
        drop_report_reading(row.ref, read, actor=stranger, at=AT)


@pytest.mark.usefixtures("read")
def test_the_office_does_not_see_what_waits(unit: Any) -> None:
    other = make.round_(title="Đợt khác")
    batch = make.batch(unit=unit, state=BatchState.SUBMITTED, in_round=other)
    handed_in = make.nomination(batch)
    Report.objects.update(nomination=handed_in)

    with pytest.raises(Unseen):
        reading_seen(actor(Role.SPECIALIST), handed_in.ref)


def test_handed_in_or_finished_nothing_is_read(row: Nomination, officer: Any, read: str) -> None:
    write_report(row.ref, [Typed(MERITS, "Một việc.", 1)], actor=officer, at=AT)
    with pytest.raises(Refused, match="chưa lấy vào"):
        finish_report(row.ref, version=2, actor=officer, at=AT)
    drop_report_reading(row.ref, read, actor=officer, at=AT)
    finish_report(row.ref, version=2, actor=officer, at=AT)

    with pytest.raises(Refused, match="đã hoàn thành"):
        read_report_file(row.ref, file(), original_name="a", actor=officer, at=AT)
    Nomination.objects.update(state=State.SUBMITTED)
    with pytest.raises(Refused, match="bản nháp"):
        read_report_file(row.ref, file(), original_name="a", actor=officer, at=AT)
    with pytest.raises(Refused, match="bản nháp"):
        take(row, read, officer)
    with pytest.raises(Refused, match="bản nháp"):
        drop_report_reading(row.ref, read, actor=officer, at=AT)


@each_connected
def test_of_two_who_take_at_once_one_does(row: Nomination, officer: Any, read: str) -> None:
    act = partial(take, row, read, officer, Typed(MERITS, "Đọc từ tệp", 1))

    def late() -> None:
        with suppress(Unseen):
            act()

    assert at_once(late, late) == ["", ""]
    assert verbs(row).count("take_report_reading") == 1
    assert text(row, MERITS) == "Đọc từ tệp"


def known(row: Nomination, code: str) -> None:
    """Let the register hold an award of 2025 by the decision 12/QĐ-UBND."""
    assert row.person is not None
    (award,) = awards(row.person, code=code)
    award.decision_no = "12/QĐ-UBND"
    award.save(update_fields=["decision_no"])


def history(year: str, what: str, decision: str) -> HistoryRow:
    return HistoryRow(year, what, decision, "bảng 1, dòng 2", "", Sure.EXACT)


def test_the_history_is_shown_beside_the_register(row: Nomination, officer: Any) -> None:
    known(row, "LDTT")
    awards(Person.objects.get(), code="CSTDCS")
    held = holdings_of(officer, nomination_row(officer, row.ref))
    rows = [
        history("2025", "Lao động tiên tiến", "Số 12/QĐ-UBND, ngày 5/1/2026"),
        history("2021", "Bằng khen lạ", "9/QĐ"),
    ]

    found = compared(rows, held, on=DAY)

    assert [(one.beside, one.said) for one in found] == [
        (Beside.SAME, "Khớp với sổ."),
        (Beside.ONLY_FILE, "Sổ không có lượt này."),
        (Beside.ONLY_REGISTER, "Sổ có, tệp không ghi."),
    ]
    assert Award.objects.count() == 2


@pytest.mark.parametrize(
    ("year", "what", "decision", "said"),
    [
        ("2025", "Lao động tiên tiến", "99/QĐ", "sổ ghi số 12/QĐ-UBND"),
        ("2025", "Lao động tiên tiến", "", "tệp không ghi quyết định"),
        ("2024", "Lao động tiên tiến", "12/QĐ-UBND", "sổ ghi năm 2025"),
        ("2025", "Danh hiệu lạ", "12/QĐ-UBND", "sổ ghi Lao động tiên tiến"),
    ],
)
def test_differences_are_named(
    row: Nomination, officer: Any, year: str, what: str, decision: str, said: str
) -> None:
    known(row, "LDTT")
    held = holdings_of(officer, nomination_row(officer, row.ref))

    (one,) = compared([history(year, what, decision)], held, on=DAY)

    assert (one.beside, one.said) == (Beside.DIFFERENT, said)


def test_a_report_that_was_begun_is_kept(row: Nomination, officer: Any) -> None:
    begin_report(row.ref, actor=officer, at=AT)

    read_report_file(row.ref, file(), original_name="a", actor=officer, at=AT)

    assert verbs(row).count("begin_report") == 1
