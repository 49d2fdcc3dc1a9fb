"""Past awards on the office's pages: upload, columns, letters, choices, entering, undoing."""

import io
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.files.remove import mark_removed
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import change_jobs
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.sheets import write_table
from bangvang.foundation.sheets.tests.word_files import docx
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.import_rows import all_rows, units_open
from bangvang.registry.selectors.imports import ImportSeen, import_seen, imports_found
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.factories import person as person_of
from bangvang.registry.tests.import_files import (
    HEADER,
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture(autouse=True)
def _unit() -> None:
    organisation(UNIT)


def person(name: str = "Vàng Thị Lúa Chín") -> Person:
    return person_of(name, unit=Organisation.objects.get(name=UNIT))


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def upload(client: Client, data: bytes, name: str = "khen.xlsx", **more: str) -> Any:
    sent = {"file": SimpleUploadedFile(name, data), "source": ""} | more
    return client.post(reverse("office:stage_import"), sent, follow=True)


def at(name: str, *given: object) -> str:
    return reverse(f"office:{name}", args=given)


def state_of(ref: str) -> list[str]:
    return [row.state for row in all_rows(SPECIALIST, ref)]


def test_a_file_is_previewed_row_by_row_and_entered(specialist: Client) -> None:
    data = file_of(line(), line("Lò Thị Mới", 1990), line("Lù Văn Bậc", "31/02/1980"))

    answer = upload(specialist, data)

    said = text(answer)
    ref = answer.redirect_chain[0][0].rstrip("/").rpartition("/")[2]
    assert "Ô C4: “31/02/1980” không phải ngày có thật." in said
    assert "Người mới, sổ chưa có" in said
    sent = {"version": 1, "newcomers": "on", "award_from": "", "grade_from": ""}
    entered = specialist.post(at("accept_import", ref), sent, follow=True)
    assert "Ghi 2 dòng vào sổ" in said
    assert "Đã ghi 2 dòng vào sổ, trong đó 2 người mới. Còn 1 dòng chưa ghi." in text(entered)


def test_the_list_says_where_each_import_stands(specialist: Client) -> None:
    assert "Chưa nhập tệp nào" in text(specialist.get(at("imports")))
    staged(line("Lò Thị Mới", 1990), line(award="xyz"))

    said = text(specialist.get(at("imports")))

    assert "khen.xlsx" in said
    assert "Chờ ghi vào sổ" in said
    assert "1 ghi được" in said
    assert "1 sai tại ô" in said


def test_a_row_without_its_column_leads_to_where_it_is_typed_once(specialist: Client) -> None:
    data = file_of(line("Lò Thị Mới", 1990)[:8], line("Lù Văn Bậc", 1980)[:8], header=HEADER[:8])
    said = text(upload(specialist, data))
    ref = imports_found(SPECIALIST).imports[0].ref
    href = at("import_columns", ref, 0)

    assert said.count("thiếu cơ quan ban hành quyết định; tệp không có cột này") == 2
    assert said.count(f'href="{href}"') == 3
    columns = {f"cot-{n}": name for n, name in enumerate(
        ("number", "person_name", "birth", "unit", "award", "year", "decision_no", "decided_on")
    )}  # fmt: skip
    once = {"version": 1, "first_row": 2, "issued_by": "Giám đốc Sở Y tế", **columns}
    assert "Ghi 2 dòng vào sổ" in text(specialist.post(href, once, follow=True))


def test_the_same_file_leads_to_the_import_that_is_there(specialist: Client) -> None:
    made = staged(line())

    answer = upload(specialist, file_of(line()))

    assert answer.redirect_chain[0][0] == at("import", made.ref)
    assert "Tệp này đã được tải lên trước đây" in text(answer)


def test_a_district_that_ended_is_named_as_the_source(specialist: Client) -> None:
    ended = organisation("Huyện Bản Mây", until=date(2025, 7, 1))
    assert "Huyện Bản Mây (đến hết 30/06/2025)" in text(specialist.get(at("stage_import")))

    answer = upload(specialist, file_of(line("Lò Thị Mới", 1990, unit="")), source=ended.ref)

    assert "Huyện Bản Mây" in text(answer)
    assert "1 ghi được" in text(specialist.get(at("imports")))


def test_what_is_no_spreadsheet_is_refused_at_the_field(specialist: Client) -> None:
    answer = upload(specialist, b"%PDF-1.4 ...")

    assert answer.status_code == 422
    assert "là tệp PDF, không phải bảng tính" in text(answer)
    assert specialist.post(at("stage_import"), {"source": ""}).status_code == 422


def test_filters_and_pages_show_a_part(specialist: Client) -> None:
    made = staged(*(line("Lò Thị Mới", 1950, year=1980 + n, number=f"{n}/QĐ") for n in range(31)),
                  line(award="xyz"))  # fmt: skip

    first = text(specialist.get(at("import", made.ref)))
    second = text(specialist.get(at("import", made.ref) + "?trang=2"))
    wrong = text(specialist.get(at("import", made.ref) + "?loc=sai-o"))

    assert "Dòng 1 đến 30 trong 32" in first
    assert ("năm 2010" in second, "năm 1980" in second) == (True, False)
    assert wrong.count("<tr id=") == 1
    assert specialist.get(at("import", made.ref) + "?trang=9").status_code == 404
    assert specialist.get(at("import", "none")).status_code == 404


def test_columns_are_chosen_on_the_page(specialist: Client) -> None:
    made = staged()
    data = write_table(("a", "b", "c"), [("Lò Thị Mới", 1990, UNIT)])
    answer = upload(specialist, data, "la.xlsx")
    ref = answer.redirect_chain[0][0].rstrip("/").rpartition("/")[2]
    assert "không thấy tiêu đề cột" in text(answer)
    page = at("import_columns", ref, 0)
    assert "Cột A: a" in text(specialist.get(page))
    said = {
        "version": 1, "first_row": 2, "cot-0": "person_name", "cot-1": "birth", "cot-2": "unit",
        "award": "LĐTT", "year": 2020, "decision_no": "1/QĐ", "decided_on": "5/1/2021",
        "issued_by": "Giám đốc Sở",
    }  # fmt: skip

    wrong = {**said, "first_row": 9, "award": "xyz", "decided_on": "2021"}
    bad = specialist.post(page, wrong)
    worse = specialist.post(page, {**said, "decided_on": "31/2/2021"})
    nameless = specialist.post(page, {**said, "cot-0": ""})
    stale = specialist.post(page, {**said, "version": 7})
    good = specialist.post(page, said)

    assert (bad.status_code, worse.status_code, nameless.status_code) == (422, 422, 422)
    for sentence in ("Trang này chỉ có 2 dòng.", "không có trong danh mục", "Cần đủ ngày, tháng"):
        assert sentence in text(bad)
    assert "không phải ngày có thật" in text(worse)
    assert "Phải có một cột là" in text(nameless)
    assert "Người khác vừa lưu" in text(stale)
    assert (good.status_code, state_of(ref)) == (302, ["READY"])
    assert 'value="2020"' in text(specialist.get(page))
    assert specialist.get(at("import_columns", made.ref, 4)).status_code == 404


def test_columns_with_numbers_under_them_are_called_by_their_headings(
    specialist: Client,
) -> None:
    numbers = tuple(f"({n})" for n in range(1, len(HEADER) + 1))
    answer = upload(specialist, file_of(numbers, line("Lò Thị Mới", 1990)))
    ref = answer.redirect_chain[0][0].rstrip("/").rpartition("/")[2]

    said = text(specialist.get(at("import_columns", ref, 0)))

    assert "Cột B: Họ và tên" in said
    assert "Cột B: (2)" not in said


def test_a_conversion_is_proposed_agreed_and_taken_back(specialist: Client) -> None:
    made = staged(line("NguyÔn ThÞ Thñy", 1990))
    said = text(specialist.get(at("import", made.ref)))
    assert "<dt>NguyÔn ThÞ Thñy</dt><dd>Nguyễn Thị Thủy</dd>" in said
    page = at("import_letters", made.ref)

    answer = specialist.post(page, {"version": 1, "encoding": "TCVN3"}, follow=True)

    assert "Đã chuyển từ TCVN3 sang Unicode" in text(answer)
    assert specialist.post(page, {"version": 1, "encoding": ""}).status_code == 409
    assert specialist.post(page, {"version": 2, "encoding": "x"}).status_code == 422
    back = specialist.post(page, {"version": 2, "encoding": ""}, follow=True)
    assert "Đã giữ chữ như trong tệp" in text(back)


def test_a_namesake_is_chosen_and_chosen_again(specialist: Client) -> None:
    known = person("Hoàng Thị Cỏ")
    made = staged(line("Hoàng Thị Cỏ", ""))
    said = text(specialist.get(at("import", made.ref)))
    assert "Dòng này là của ai?" in said
    assert "Không phải những người trên, là người mới" in said
    page = at("import_choose", made.ref, 0, 2)

    chosen = specialist.post(page, {"version": 1, "choice": f"p:{known.ref}"}, follow=True)

    assert "Trong sổ: Hoàng Thị Cỏ (cán bộ chọn)" in text(chosen)
    again = specialist.post(page, {"version": 2, "choice": "again"}, follow=True)
    assert "Dòng này là của ai?" in text(again)
    assert specialist.post(page, {"version": 3}).status_code == 422
    assert specialist.post(page, {"version": 3, "choice": "x"}).status_code == 422


def test_newcomers_of_other_rows_and_doubles_are_asked_about(specialist: Client) -> None:
    made = staged(
        line("Hoàng Thị Cỏ", "08/3/1988"),
        line("Hoàng Thị Cỏ", "", "CSTĐCS"),
        line("Hoàng Thị Cỏ", "08/3/1988", number="99/QĐ"),
    )

    said = text(specialist.get(at("import", made.ref)))

    assert "Người mới ở dòng 2, trang “Danh sách”: Hoàng Thị Cỏ, 08/03/1988" in said
    assert "Có phải lượt đã có không?" in said


def test_a_unit_is_looked_for_and_chosen(specialist: Client) -> None:
    now = organisation("Sở Nội vụ tỉnh Lào Cai")
    made = staged(line("Lò Thị Mới", 1990, unit="Sở Lạ Hoắc"))
    (asked,) = units_open(SPECIALIST, made.ref)
    page = at("import_unit", made.ref, asked.key)

    assert "Sở Nội vụ tỉnh Lào Cai" in text(specialist.get(page))
    assert "Không tìm thấy đơn vị nào" in text(specialist.get(page + "?q=zzz"))
    assert specialist.post(page, {"version": 1}).status_code == 422
    assert specialist.post(page, {"version": 5, "unit": now.ref}).status_code == 409
    chosen = specialist.post(page, {"version": 1, "unit": now.ref}, follow=True)

    assert "Đã chọn đơn vị cho 1 dòng." in text(chosen)
    assert state_of(made.ref) == ["READY"]
    assert specialist.get(page).status_code == 404


def test_entering_says_what_is_wrong(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", 1990))
    page = at("accept_import", made.ref)

    wrong = specialist.post(page, {"version": 1, "newcomers": "on", "award_from": "20"})
    none = specialist.post(page, {"version": 1})
    stale = specialist.post(page, {"version": 3, "newcomers": "on"})

    assert (wrong.status_code, none.status_code, stale.status_code) == (422, 422, 409)
    assert "Chưa có dòng nào ghi vào sổ được." in text(none)
    done = specialist.post(page, {"version": 1, "newcomers": "on", "award_from": 2015}, follow=True)
    assert "đã ghi dữ liệu đủ cho 1 người" in text(done)


def test_an_import_is_undone_with_a_reason(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", 1990))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    page = at("undo_import", made.ref)
    assert "1 dòng đã ghi được rút khỏi sổ" in text(specialist.get(page))

    assert specialist.post(page, {"version": 2, "reason": ""}).status_code == 422
    assert specialist.post(page, {"version": 1, "reason": "Nhầm"}).status_code == 422
    done = specialist.post(page, {"version": 2, "reason": "Nhầm tệp"}, follow=True)

    said = text(done)
    assert "Đã rút 1 lượt và 1 người mới khỏi sổ." in said
    assert "Nhầm tệp" in said
    assert "Hủy lần nhập</a>" not in said
    assert "Đã ghi vào sổ" not in said
    assert "Đã ghi, rồi hủy" in said
    assert "Lò Thị Mới" in said
    assert at("person", Person.every.get().ref) not in said
    listed = text(specialist.get(at("imports")))
    assert "1 đã ghi, rồi hủy" in listed
    undone = imports_found(SPECIALIST).imports[0]
    assert f"14/09/2026, {undone.undone_by}" in listed
    report = specialist.get(at("import_report", made.ref))
    sheet = load_workbook(io.BytesIO(report.getvalue())).worksheets[0]
    assert sheet.cell(2, 14).value == "Đã ghi, rồi hủy"


def test_why_columns_are_not_chosen_again_is_said(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", 1990), line(award="xyz"))
    assert "không chọn lại cột" not in text(specialist.get(at("import", made.ref)))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    said = text(specialist.get(at("import", made.ref)))

    assert "Đã có dòng ghi vào sổ nên không chọn lại cột, bảng mã được nữa." in said
    assert "Chọn lại cột<span" not in said


def test_undoing_says_what_stays(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", "5/8/1990"))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    other = staged(line("Lò Thị Mới", "5/8/1990", year=2019, number="2/QĐ"), name="b.xlsx")
    accept_import(other.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    done = specialist.post(
        at("undo_import", made.ref), {"version": 2, "reason": "Nhầm"}, follow=True
    )

    assert "Giữ lại 0 lượt, 1 người" in text(done)


def test_the_report_holds_every_row_and_no_formula(specialist: Client) -> None:
    made = staged(line("=HYPERLINK(1)", 1990), line("Lò Thị Mới", 1990), line(award="xyz"))

    answer = specialist.get(at("import_report", made.ref))

    sheet = load_workbook(io.BytesIO(answer.getvalue())).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 4
    assert (rows[1][2], rows[2][13]) == ("'=HYPERLINK(1)", "Ghi được")
    assert "Ô E4: “xyz” không có trong danh mục." in rows[3][14]
    assert "attachment" in answer["Content-Disposition"]


def test_the_file_is_handed_out_as_it_came(specialist: Client) -> None:
    made = staged(line())

    answer = specialist.get(at("import_file", made.ref))

    assert answer.content == file_of(line())
    opened = Entry.objects.get(verb="open_incoming_file")
    assert (opened.subject_kind, opened.subject_ref) == ("import", made.ref)
    assert opened.said == "Mở tệp gốc của tệp khen thưởng các năm trước khen.xlsx."
    assert opened.actor_name


def test_a_file_that_is_kept_no_longer_was_not_opened(specialist: Client) -> None:
    made = staged(line())
    mark_removed([made.file_id], at=AT)

    assert specialist.get(at("import_file", made.ref)).status_code == 410
    assert signed_in(Role.UNIT_OFFICER).get(at("import_file", made.ref)).status_code == 403
    assert not Entry.objects.filter(verb="open_incoming_file").exists()


def test_the_page_of_a_person_says_where_each_award_came_from(specialist: Client) -> None:
    known = person()
    made = staged(
        line(unit=""),
        line(award="HTXSNV", unit=""),
        line(award="SK_CO_SO", achievement="A", unit=""),
    )
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    said = text(specialist.get(at("person", known.ref)))

    assert len(histories_of([known.ref])[known.ref].holdings) == 3
    assert said.count(f'Nguồn: <a href="{at("import", made.ref)}">khen.xlsx</a>') == 3
    assert f"ô E2; {SPECIALIST.name} ghi ngày 14/09/2026" in said
    rows = text(specialist.get(at("import", made.ref)))
    assert f'<a href="{at("person", known.ref)}">' in rows


def test_the_page_of_a_collective_says_it_too(specialist: Client) -> None:
    health = organisation("Trung tâm Y tế Bát Xát")
    made = staged(line("Trung tâm Y tế Bát Xát", "", "TTLĐXS", unit=""))
    assert "Trong sổ: Trung tâm Y tế Bát Xát" in text(specialist.get(at("import", made.ref)))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    assert "Nguồn: <a" in text(specialist.get(at("collective", health.ref)))


def test_the_inspector_reads_and_does_nothing() -> None:
    inspector = signed_in(Role.INSPECTOR)
    made = staged(line("Lò Thị Mới", 1990), line(unit="Sở Lạ"))

    said = text(inspector.get(at("import", made.ref)))

    assert "Lò Thị Mới" in said
    assert "vào sổ</button>" not in said
    assert "Chọn đơn vị" not in said
    assert "Tải tệp lên" not in text(inspector.get(at("imports")))
    assert inspector.get(at("stage_import")).status_code == 403


def test_more_rows_take_no_more_queries(specialist: Client) -> None:
    def queries(count: int) -> int:
        rows = [line("Lò Thị Mới", "", year=1980 + n, number=f"{n}/QĐ") for n in range(count)]
        made = staged(*rows, name=f"{count}.xlsx")
        with CaptureQueriesContext(connection) as taken:
            specialist.get(at("import", made.ref))
        return len(taken)

    queries(2)

    assert queries(3) == queries(20)


def test_letters_are_settled_before_the_first_row_is_in(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", 1990), line("NguyÔn ThÞ Thñy", 1990))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    answer = specialist.post(at("import_letters", made.ref), {"version": 2, "encoding": "TCVN3"})

    assert answer.status_code == 422
    assert "đã có dòng ghi vào sổ nên không đọc lại được" in text(answer)
    assert import_seen(SPECIALIST, made.ref).encoding == ""


def test_when_everything_is_in_nothing_is_said_to_be_left(specialist: Client) -> None:
    known = person()
    made = staged(line())

    done = specialist.post(at("accept_import", made.ref), {"version": 1}, follow=True)

    assert "Đã ghi 1 dòng vào sổ.<" in text(done)
    assert known.ref in text(done)


def test_a_candidate_who_was_withdrawn_is_not_offered(specialist: Client) -> None:
    first = staged(line("Hoàng Thị Cỏ", "08/3/1988"))
    accept_import(first.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    second = staged(line("Hoàng Thị Cỏ", "", year=2019, number="2/QĐ"), name="b.xlsx")
    before = text(specialist.get(at("import", second.ref)))
    undo_import(first.ref, "Nhầm", version=2, actor=SPECIALIST, at=AT)

    after = text(specialist.get(at("import", second.ref)))

    assert ("08/03/1988" in before, "08/03/1988" in after) == (True, False)


def test_a_column_that_the_page_has_no_word_for_is_left_alone(specialist: Client) -> None:
    data = write_table(("Họ và tên", "Danh hiệu", "Năm", "Ghi chú"), [("Lò A", "LĐTT", 2020, "x")])
    ref = upload(specialist, data).redirect_chain[0][0].rstrip("/").rpartition("/")[2]

    said = text(specialist.get(at("import_columns", ref, 0)))

    assert "Cột D: Ghi chú" in said


def test_an_annex_in_word_says_its_table_and_what_stands_before_it(specialist: Client) -> None:
    head = ("TT", "Họ và tên", "Năm sinh", "Đơn vị", "Danh hiệu", "Năm")
    data = docx("Kèm theo Quyết định số 15/QĐ-SYT", (head, ("1", "Lò Thị Mới", "31/02/1990")))

    said = text(upload(specialist, data, "qd.docx"))

    assert "<strong>Bảng 1:</strong> 1 dòng; cột A là Số thứ tự, cột B là Họ và tên" in said
    assert "Trước bảng: “Kèm theo Quyết định số 15/QĐ-SYT”" in said
    assert "Hàng 2, cột C: “31/02/1990” không phải ngày có thật." in said
    (ref,) = [line.ref for line in imports_found(SPECIALIST).imports]
    page = text(specialist.get(at("import_columns", ref, 0)))
    assert "Trước bảng trong văn bản:" in page
    assert "Kèm theo Quyết định số 15/QĐ-SYT" in page


def test_a_document_of_the_old_word_is_refused_with_what_to_do(specialist: Client) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")

    answer = upload(specialist, data, "qd.doc")

    assert answer.status_code == 422
    assert "chọn Lưu thành (Save As) kiểu .docx rồi tải lên" in text(answer)


def test_how_far_reading_and_entering_are_is_shown_until_they_end(
    specialist: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    said = text(upload(specialist, file_of(line("Lò Thị Mới", 1990))))
    (ref,) = [one.ref for one in imports_found(SPECIALIST).imports]
    poll = {"HX-Request": "true", "HX-Target": "tien-do"}
    piece = specialist.get(at("import", ref), headers=poll).content.decode()

    assert "Đọc tệp khen thưởng các năm trước" in said
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in said
    assert "Từng dòng" not in said
    assert ("<html" in piece, 'id="tien-do"' in piece) == (False, True)
    assert "chưa đọc xong" in text(specialist.get(at("imports")))
    Worker(lambda: AT).work_once()
    assert specialist.get(at("import", ref), headers=poll)["HX-Refresh"] == "true"
    sent = {"version": 1, "newcomers": "on"}
    asked = text(specialist.post(at("accept_import", ref), sent, follow=True))
    assert "Ghi khen thưởng các năm trước vào sổ" in asked
    assert "Ghi 1 dòng vào sổ" not in asked
    again = specialist.post(at("accept_import", ref), sent)
    assert (again.status_code, "đang được ghi vào sổ" in text(again)) == (422, True)
    Worker(lambda: AT).work_once()
    assert "Đã ghi 1 dòng vào sổ, trong đó 1 người mới." in text(specialist.get(at("import", ref)))


def test_a_reading_that_failed_is_said_and_can_be_asked_for_again(
    specialist: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    upload(specialist, file_of(line("Lò Thị Mới", 1990)))
    (ref,) = [one.ref for one in imports_found(SPECIALIST).imports]
    change_jobs(state=State.FAILED, error="Lỗi ngoài dự kiến (KeyError).")

    said = text(specialist.get(at("import", ref)))

    assert "Không xong" in said
    assert "Đọc lại tệp</button>" in said
    assert "Đọc lại tệp</button>" not in text(signed_in(Role.INSPECTOR).get(at("import", ref)))
    page = at("import_read", ref)
    assert specialist.post(page, {}).status_code == 422
    assert specialist.post(page, {"version": 9}).status_code == 422
    again = text(specialist.post(page, {"version": 1}, follow=True))
    assert "Đã nhận yêu cầu đọc lại tệp." in again
    Worker(lambda: AT).work_once()
    assert state_of(ref) == ["READY"]


def test_a_file_that_cannot_be_read_after_all_says_why(specialist: Client) -> None:
    said = text(upload(specialist, b'a,b\n"c,d\n', "a.csv"))

    assert "Không đọc được tệp này" in said
    assert "dấu ngoặc kép đặt sai hoặc chưa khép" in said
    assert "Hủy lần nhập" not in said
    assert "Không đọc được" in text(specialist.get(at("imports")))


def test_a_text_in_an_old_encoding_is_named_as_people_know_it(specialist: Client) -> None:
    data = b"Ho\xf2 va\xcc t\xean,N\xe3m\nL\xfd Va\xccng,2020\n"

    said = text(upload(specialist, data, "a.csv"))

    assert "Có vẻ là Windows-1258." in said
    assert "<dd>Họ và tên</dd>" in said


def test_a_wrong_cell_is_mended_on_the_page_and_says_who_did_it(specialist: Client) -> None:
    made = staged(line("Lò Thị Mới", "31/02/1990"))
    page = at("import_mend", made.ref, 0, 2)
    said = text(specialist.get(at("import", made.ref)))
    assert f'href="{page}"' in said
    form = text(specialist.get(page))
    assert "Ngày hoặc năm sinh (ô C2)" in form
    assert 'value="31/02/1990"' in form
    assert "Ô C2: “31/02/1990” không phải ngày có thật." in form

    sent = {"version": 1, "person_name": "Lò Thị Mới", "birth": "31/02/1990", "unit": UNIT,
            "award": "LĐTT", "year": "2020", "decision_no": "15/QĐ-SYT",
            "decided_on": "08/01/2021", "issued_by": "Giám đốc Sở Y tế"}  # fmt: skip
    nothing = specialist.post(page, sent)
    stale = specialist.post(page, {**sent, "version": 9, "birth": "1990"})
    done = text(specialist.post(page, {**sent, "birth": "28/02/1990"}, follow=True))

    assert (nothing.status_code, stale.status_code) == (422, 422)
    assert "Chưa có ô nào khác với trước." in text(nothing)
    assert "Đã sửa 1 ô ở dòng 2." in done
    assert "sửa “31/02/1990” thành “28/02/1990” ngày" in done
    assert state_of(made.ref) == ["READY"]
    assert "Đã sửa trước đây" in text(specialist.get(page))
    report = load_workbook(
        io.BytesIO(specialist.get(at("import_report", made.ref)).getvalue()), read_only=True
    )
    assert "thành “28/02/1990”" in str(list(report.active.values)[1])
    assert f'href="{page}"' not in text(signed_in(Role.INSPECTOR).get(at("import", made.ref)))
    assert specialist.get(at("import_mend", made.ref, 0, 99)).status_code == 404


def test_a_job_that_ends_while_the_page_is_made_leaves_no_page_that_waits(
    specialist: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    upload(specialist, file_of(line("Lò Thị Mới", 1990)))
    (ref,) = [one.ref for one in imports_found(SPECIALIST).imports]

    def after_the_job(actor: Actor, ref: str) -> ImportSeen:
        Worker(lambda: AT).work_once()
        return import_seen(actor, ref)

    monkeypatch.setattr("bangvang.web.office.imports_told.import_seen", after_the_job)
    said = text(specialist.get(at("import", ref)))

    assert "Ghi 1 dòng vào sổ" in said
    assert "Đọc lại tệp" not in said
