"""The units' pages of their own decisions and whole years: the errand, bad input, leaks."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.ask_for_year import ask_for_year
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import (
    PAPER,
    SCAN,
    Award,
    Completeness,
    Grade,
    OwnDecision,
    OwnDecisionRow,
    YearStatement,
    begun,
    confirm,
    handed,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
HEADS = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def head(unit: Any) -> Client:
    client = Client()
    client.force_login(account("thutruong", Role.UNIT_HEAD, unit=unit), backend=BACKEND)
    return client


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer
    text: str = answer.content.decode()
    return text.replace("\u00a0", " ")


def text(client: Client, page: str, *args: Any, status: int = 200, query: str = "") -> str:
    return said(client.get(reverse(f"units:{page}", args=args) + query), status)


def post(client: Client, page: str, *args: Any, status: int = 302, **fields: Any) -> str:
    return said(client.post(reverse(f"units:{page}", args=args), fields), status)


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("quyet-dinh.pdf", SCAN)


def annex(*rows: Any, head: Any = HEADS) -> SimpleUploadedFile:
    return SimpleUploadedFile("phu-luc.xlsx", write_table(head, [list(row) for row in rows]))


def signed(own: OwnDecision, **fields: Any) -> dict[str, Any]:
    return {
        "version": own.version, "decision_no": "12/QĐ-SYT", "decided_on": "2026-01-08",
        "grantor": "UNIT_HEAD", "issued_by": "Giám đốc", "scan": scan(),
    } | fields  # fmt: skip


def test_the_errand_from_the_choice_to_the_register(
    officer: Client, head: Client, unit: Any
) -> None:
    lua = person("Vàng Thị Lúa Chín", unit=unit)
    assert "Chưa ghi quyết định nào" in text(officer, "own_decisions")
    assert "Điều 80" in text(officer, "own_begin")
    post(officer, "own_begin", code="LDTT", kind="MERIT", year=2025)
    own = OwnDecision.objects.get()
    assert "Chưa ghi ai" in text(officer, "own_decision", own.ref)

    post(officer, "own_pick", own.ref, nguoi=[lua.ref])
    post(officer, "own_annex", own.ref, file=annex((1, "Hạng Thị Mơ", 1993, "Y tá", "Khoa Nội")))
    shown = text(officer, "own_decision", own.ref)
    assert "2 người: 2 sẽ ghi vào sổ, 1 trong đó là người mới." in shown
    own.refresh_from_db()
    post(officer, "own_hand_over", own.ref, version=own.version)
    own.refresh_from_db()
    assert "chờ số, ngày và bản quét" in text(head, "today")
    assert "2 người" in text(head, "own_confirm", own.ref)
    post(head, "own_confirm", own.ref, **signed(own, says_whole="on"))

    assert Award.objects.filter(code="LDTT", year=2025).count() == 2
    assert {c.through_year for c in Completeness.objects.all()} == {2025}
    shown = text(officer, "own_decision", own.ref)
    assert "Đã ghi sổ" in shown
    assert "số 12/QĐ-SYT ngày 08/01/2026" in shown
    opened = officer.get(reverse("units:own_file", args=[own.ref, "quyet-dinh"]))
    assert opened.content == SCAN
    assert officer.get(reverse("units:own_file", args=[own.ref, "phu-luc"])).status_code == 200
    listed = text(officer, "own_decisions")
    assert "Lao động tiên tiến năm 2025" in listed


def test_grades_are_chosen_with_the_people(officer: Client, unit: Any) -> None:
    for name in ("Vàng Thị Lúa Chín", "Lù Văn Suối"):
        person(name, unit=unit)
    own = begun(unit, "GRADE")
    everyone: dict[str, Any] = {"tat-ca": "1"}

    assert "Chọn mức xếp loại cho những người này" in post(
        officer, "own_pick", own.ref, status=422, **everyone
    )
    post(officer, "own_pick", own.ref, grade="HTTNV", **everyone)
    rows = annex(
        (1, "Hạng Thị Mơ", 1993, "HTXSNV"), head=("TT", "Họ và tên", "Năm sinh", "Xếp loại")
    )
    post(officer, "own_annex", own.ref, file=rows)

    assert sorted(OwnDecisionRow.objects.values_list("code", flat=True)) == [
        "HTTNV", "HTTNV", "HTXSNV",
    ]  # fmt: skip
    shown = text(officer, "own_decision", own.ref)
    assert "Xếp loại hằng năm 2025" in shown
    assert "Hoàn thành xuất sắc nhiệm vụ" in shown


def test_a_head_confirms_grades_without_an_authority(head: Client, unit: Any) -> None:
    own = handed(unit, [person(unit=unit)], "GRADE", grade="HTTNV")

    shown = text(head, "own_confirm", own.ref)
    post(head, "own_confirm", own.ref, **signed(own, says_whole="on"))

    assert "Thẩm quyền của người ký" not in shown
    assert Grade.objects.get().code == "HTTNV"
    assert "không còn chờ xác nhận" in said(
        head.get(reverse("units:own_confirm", args=[own.ref]), follow=True)
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"decided_on": "2026-12-01"}, "còn ở phía trước"),
        ({"decided_on": "2024-01-05"}, "không thể trước năm thành tích"),
        ({"scan": SimpleUploadedFile("a.csv", b"a,b\n")}, "không phải PDF hoặc ảnh"),
        ({"version": 1}, "Người khác vừa lưu thay đổi"),
        ({"decision_no": ""}, "Số, ký hiệu quyết định"),
    ],
)
def test_a_confirmation_that_cannot_be_is_told_in_its_field(
    head: Client, unit: Any, wrong: dict[str, Any], sentence: str
) -> None:
    own = handed(unit, [person(unit=unit)])

    shown = post(head, "own_confirm", own.ref, status=422, **signed(own, **wrong))

    assert sentence in shown
    assert not Award.objects.exists()


def test_namesakes_are_chosen_on_the_page(officer: Client, unit: Any) -> None:
    known = person("Giàng A Đá", unit=unit, birth_on=None, birth_year=1990)
    own = begun(unit)
    post(officer, "own_annex", own.ref, file=annex((1, "Giàng A Đá", "", "", "")))
    row = OwnDecisionRow.objects.get()
    assert "Sổ có người khớp, chọn một" in text(officer, "own_decision", own.ref)

    assert "Hãy chọn một người" in post(officer, "own_choose", own.ref, row.ref, status=422)
    post(officer, "own_choose", own.ref, row.ref, nguoi=known.ref)

    assert "1 người: 1 sẽ ghi vào sổ." in text(officer, "own_decision", own.ref)
    post(officer, "own_remove", own.ref, row.ref)
    assert not OwnDecisionRow.objects.exists()


def test_somebody_new_is_written_on_a_page(officer: Client, unit: Any) -> None:
    own = begun(unit)
    fields = {"name": "Hạng Thị Mơ", "birth": "1993", "sex": "F", "position": "", "unit": unit.ref}

    assert "không đọc được thành ngày" in post(
        officer, "own_new_person", own.ref, status=422, **(fields | {"birth": "hôm qua"})
    )
    text(officer, "own_new_person", own.ref)
    post(officer, "own_new_person", own.ref, **fields)
    assert OwnDecisionRow.objects.get().birth_year == 1993


def test_an_annex_that_is_none_is_told_beside_the_field(officer: Client, unit: Any) -> None:
    own = begun(unit)

    shown = post(
        officer, "own_annex", own.ref, status=422, file=annex((1, "A", "35/1/1990", "", ""))
    )

    assert "Ô C2" in shown
    assert "Chọn tệp phụ lục" in post(officer, "own_annex", own.ref, status=422)


def test_what_hinders_is_told_before_it_goes_to_the_head(officer: Client, unit: Any) -> None:
    own = begun(unit)

    assert "Chưa ghi ai" in post(officer, "own_hand_over", own.ref, version=1, status=422)
    assert "Năm này còn ở phía trước" in post(
        officer, "own_begin", code="LDTT", kind="MERIT", year=2030, status=422
    )


def test_a_draft_is_thrown_away_after_a_question(officer: Client, unit: Any) -> None:
    own = begun(unit)

    assert "Bỏ rồi không lấy lại được" in text(officer, "own_discard", own.ref)
    post(officer, "own_discard", own.ref, version=1)
    assert "Chưa ghi quyết định nào" in text(officer, "own_decisions")


def test_the_head_gives_back_and_the_officer_reads_why(
    officer: Client, head: Client, unit: Any
) -> None:
    own = handed(unit, [person(unit=unit)])
    assert "Đang chờ thủ trưởng" in text(officer, "own_decision", own.ref)

    text(head, "own_give_back", own.ref)
    post(head, "own_give_back", own.ref, version=own.version, reason="Thiếu một người.")

    assert "Thiếu một người." in text(officer, "own_decision", own.ref)
    assert "Thủ trưởng trả lại: Thiếu một người." in text(officer, "today")
    assert "Cán bộ đang lập" in text(head, "own_decision", own.ref)


def test_the_share_of_fighters_is_taken_of_the_units_own_titles(officer: Client, unit: Any) -> None:
    people = [
        person(f"Lù Văn Suối {n}", unit=unit, birth_on=date(1980, 1, n)) for n in range(1, 11)
    ]
    confirm(handed(unit, people, year=2022), replace(PAPER, decided_on=date(2023, 1, 8)))
    own = begun(unit, "CSTDCS", 2022)
    post(officer, "own_pick", own.ref, nguoi=[p.ref for p in people[:3]])

    shown = text(officer, "own_decision", own.ref)

    assert "Tỷ lệ trên cả danh sách" in shown
    assert "Vượt tỷ lệ" in shown
    assert "tính theo quy định ngày 31/12/2022" in shown


def test_years_are_stated_and_withdrawn_by_the_head(
    officer: Client, head: Client, unit: Any
) -> None:
    confirm(handed(unit, [person(unit=unit)]))
    assert "Ghi đủ kết quả năm 2025" in text(officer, "today")
    assert "Xác nhận đã đủ" not in text(officer, "years")
    assert "Xác nhận đã đủ" in text(head, "years")
    assert "Lao động tiên tiến: 1 người" in text(head, "state_year", "award", 2025)
    assert "Hãy đọc và đánh dấu" in post(head, "state_year", "award", 2025, status=422, sure="")

    post(head, "state_year", "award", 2025, sure="on")
    post(head, "state_year", "grade", 2025, sure="on")

    assert "đã được xác nhận đủ" in post(head, "state_year", "award", 2025, sure="on", status=422)
    assert "Ghi đủ kết quả năm 2025" not in text(officer, "today")
    assert "Chưa có dòng nào của năm này" in text(head, "state_year", "grade", 2024)
    kept = YearStatement.objects.filter(record_kind="AWARD").get()
    text(head, "withdraw_year", kept.ref)
    post(head, "withdraw_year", kept.ref, reason="Thiếu Giấy khen.")
    assert "Thiếu Giấy khen." in text(officer, "years")
    text(head, "state_year", "initiative", 2025, status=404)


def test_what_the_office_asked_stands_on_the_first_page(officer: Client, unit: Any) -> None:
    person(unit=unit)
    office = actor(Role.SPECIALIST, ref="specialist", name="Lý A Ruộng")
    ask_for_year(unit.ref, "AWARD", year=2022, actor=office, at=AT)

    first = text(officer, "today")

    assert "Ghi đủ kết quả năm 2022" in first
    assert "Cơ quan thường trực đề nghị" in first
    assert "cơ quan thường trực đề nghị 14/09/2026" in text(officer, "years")


def test_nothing_of_another_unit_is_there(officer: Client, head: Client, unit: Any) -> None:
    other = organisation("Sở Xây dựng tỉnh Lào Cai")
    theirs = handed(other, [person("Lý A Xa", unit=other)])
    done = handed(other, [person("Lý A Gần", unit=other)])
    confirm(done, PAPER)
    person(unit=unit)

    for own in (theirs, done):
        text(officer, "own_decision", own.ref, status=404)
        text(head, "own_confirm", own.ref, status=404)
        text(officer, "own_file", own.ref, "quyet-dinh", status=404)
        post(officer, "own_pick", own.ref, status=404, **{"tat-ca": "1"})
    pages = text(officer, "own_decisions") + text(officer, "years") + text(officer, "today")
    assert [name for name in ("Sở Xây dựng", "Lý A") if name in pages] == []
    mine = begun(unit)
    assert "Lý A" not in text(officer, "own_pick", mine.ref, query="?q=")
    assert "Không tìm thấy ai" in text(officer, "own_pick", mine.ref, query="?q=xa")


def test_long_decisions_ask_no_more_than_short_ones(officer: Client, unit: Any) -> None:
    def queries(own: OwnDecision) -> int:
        with CaptureQueriesContext(connection) as captured:
            officer.get(reverse("units:own_decision", args=[own.ref]))
        return len(captured)

    one, three = begun(unit), begun(unit)
    post(officer, "own_annex", one.ref, file=annex((1, "Hạng Thị Mơ", 1993, "", "")))
    rows = [(n, f"Hạng Thị Mơ {n}", 1993, "", "") for n in range(3)]
    post(officer, "own_annex", three.ref, file=annex(*rows))
    queries(one)

    assert queries(three) == queries(one)


def test_a_year_before_every_text_is_refused_at_its_field(officer: Client) -> None:
    said = post(officer, "own_begin", code="LDTT", kind="MERIT", year=2005, status=422)

    assert "không có quy định về thẩm quyền tặng danh hiệu này cho năm ấy" in said
    assert not OwnDecision.objects.exists()


def test_who_is_there_already_is_named_on_the_page(
    officer: Client, head: Client, unit: Any
) -> None:
    lua = person("Vàng Thị Lúa Chín", unit=unit)
    confirm(handed(unit, [lua]))
    own = handed(unit, [lua, person("Lù Văn Suối", unit=unit)])

    shown = text(head, "own_decision", own.ref)

    assert "Đã có trong sổ: Quyết định số 12/QĐ-SYT ngày 08/01/2026; không ghi lần nữa." in shown
    assert "Xác nhận và ghi sổ" in shown


def test_of_a_year_that_is_not_over_nobody_is_asked_whether_it_is_whole(
    head: Client, unit: Any
) -> None:
    own = handed(unit, [person(unit=unit)], "GIAY_KHEN", year=2026)

    assert "Sổ đã đủ" not in text(head, "own_confirm", own.ref)
    post(head, "own_confirm", own.ref, **signed(own, decided_on="2026-06-01"))
    assert Award.objects.get().year == 2026


def test_somebody_new_in_grades_needs_one(officer: Client, unit: Any) -> None:
    own = begun(unit, "GRADE")
    fields = {"name": "Hạng Thị Mơ", "birth": "1993", "unit": unit.ref, "grade": ""}

    assert "Chọn mức xếp loại" in post(officer, "own_new_person", own.ref, status=422, **fields)
