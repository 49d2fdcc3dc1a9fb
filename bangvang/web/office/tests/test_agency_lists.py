"""Lists of other agencies on the office's pages, and that nobody else is told anything of them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.states import State as JobState
from bangvang.foundation.jobs.tests.factories import change_jobs
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.foundation.vietnamese.legacy import VNI
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import AgencyList, Bar, ListedRow, ListTopic, Notice, RowMeaning
from bangvang.registry.tests.agency_lists import (
    HEADER,
    MATTER,
    SPECIALIST,
    confirmed,
    key,
    line,
    rows_of,
    taken,
)
from bangvang.registry.tests.factories import bar, organisation, person
from bangvang.web.office.tests.test_bar_leaks import NAME, signed_in

pytestmark = pytest.mark.django_db

SECRETS = ("đèn đỏ", "Công an tỉnh Núi Mây", "512/CAT-PC08", "an toàn giao thông")


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def shown(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(f"office:{name}", args=args), query)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ")


def posted(client: Client, name: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(f"office:{name}", args=args), data)


def place(row: ListedRow) -> tuple[str, int, int]:
    return row.agency_list.ref, row.sheet_no, row.row


def said(**more: Any) -> dict[str, Any]:
    data = write_table(HEADER, [line()])
    return {
        "agency": "Công an tỉnh Núi Mây", "paper_no": "512/CAT-PC08", "paper_on": "2026-09-01",
        "topic": ListTopic.TRAFFIC, "meaning": RowMeaning.NOTICE,
        "file": SimpleUploadedFile("vi-pham.xlsx", data),
    } | more  # fmt: skip


def of_row(row: ListedRow, **more: Any) -> dict[str, Any]:
    return {
        "version": row.version, "kind": "NOTICE", "note": MATTER, "since": "2026-05-04",
        "paper_no": "512/CAT-PC08", "paper_on": "2026-09-01", "paper_by": "Công an tỉnh Núi Mây",
    } | more  # fmt: skip


def test_a_list_is_taken_in_and_the_same_file_is_told(office: Client) -> None:
    assert "Chưa có danh sách nào" in shown(office, "agency_lists")
    assert "Tệp danh sách" in shown(office, "take_agency_list")

    first = posted(office, "take_agency_list", **said())
    again = posted(office, "take_agency_list", **said())

    found = AgencyList.objects.get()
    assert first["Location"] == again["Location"] == reverse("office:agency_list", args=[found.ref])
    assert "đã được tải lên trước đây" in office.get(again["Location"]).content.decode()
    assert "Công an tỉnh Núi Mây" in shown(office, "agency_lists")
    assert "Công an tỉnh Núi Mây" in shown(office, "take_agency_list")
    file = office.get(reverse("office:agency_list_file", args=[found.ref]))
    assert file.content.startswith(b"PK")
    assert Entry.objects.filter(verb="open_incoming_file").count() == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"paper_on": "2027-01-01"}, "còn ở phía trước"),
        ({"agency": ""}, "error"),
        ({"file": SimpleUploadedFile("a.xlsx", b"xyz")}, "a.xlsx"),
    ],
)
def test_what_cannot_be_taken_in_is_said_on_the_page(
    office: Client, more: dict[str, Any], words: str
) -> None:
    answer = posted(office, "take_agency_list", **said(**more))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not AgencyList.objects.exists()


def test_a_list_shows_how_far_it_is_and_is_read_again_when_that_failed(
    office: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    posted(office, "take_agency_list", **said())
    ref = AgencyList.objects.get().ref
    assert "Chờ đọc xong" in shown(office, "agency_lists")
    page = shown(office, "agency_list", ref)
    assert 'http-equiv="refresh"' in page
    assert "Từng dòng" not in page
    assert "Đọc lại tệp</button>" not in page
    piece = office.get(reverse("office:agency_list", args=[ref]), headers={"HX-Target": "tien-do"})
    assert "<html" not in piece.content.decode()
    change_jobs(state=JobState.FAILED, error="Lỗi ngoài dự kiến (KeyError).")

    assert "Đọc lại tệp</button>" in shown(office, "agency_list", ref)
    assert "Đọc lại tệp</button>" not in shown(signed_in(Role.INSPECTOR), "agency_list", ref)
    assert posted(office, "agency_list_read", ref).status_code == 422
    assert posted(office, "agency_list_read", ref, version=9).status_code == 422
    assert posted(office, "agency_list_read", ref, version=1).status_code == 302
    assert posted(office, "agency_list_read", ref, version=1).status_code == 422

    Worker(lambda: AT).work_once()
    assert "Từng dòng" in shown(office, "agency_list", ref)
    whole = office.get(reverse("office:agency_list", args=[ref]), headers={"HX-Target": "tien-do"})
    assert whole.headers["HX-Refresh"] == "true"


def test_a_wrong_cell_is_mended_on_the_page(office: Client, unit: Any) -> None:
    found = taken(line(birth="31/02/1990"), line("Lò Văn Khèn Lá"))
    assert "Sửa dòng<span" in shown(office, "agency_list", found.ref)
    assert "Ô C2" in shown(office, "agency_list_mend", found.ref, 0, 2)

    at = ("agency_list_mend", found.ref, 0, 2)
    given = {
        "person_name": "Vàng Thị Lúa Chín", "birth": "31/02/1990", "unit": unit.name,
        "matter": MATTER, "matter_on": "04/05/2026",
    }  # fmt: skip
    same = posted(office, *at, version=1, **given)
    stale = posted(office, *at, version=7, **given | {"birth": "28/02/1990"})
    right = posted(office, *at, version=1, **given | {"birth": "28/02/1990"})

    assert (same.status_code, stale.status_code, right.status_code) == (422, 422, 302)
    page = shown(office, "agency_list", found.ref)
    assert "sửa “31/02/1990” thành “28/02/1990”" in page
    assert "sửa “31/02/1990”" in shown(office, "listed_row", found.ref, 0, 2)
    assert "Sửa dòng<span" not in shown(signed_in(Role.INSPECTOR), "agency_list", found.ref)
    shown(office, "agency_list_mend", found.ref, 0, 99, status=404)


def test_old_letters_are_agreed_to_on_the_page(office: Client) -> None:
    text = "TT;Họ và tên;Nội dung vi phạm\n1;Lò Thị Mới;Chở quá số người\n"
    signs = {letter: sign for sign, letter in reversed(VNI.items())}
    data = "".join(signs.get(letter, letter) for letter in text).encode("cp1252")
    posted(office, "take_agency_list", **said(file=SimpleUploadedFile("cu.csv", data)))
    ref = AgencyList.objects.get().ref
    assert "Đồng ý chuyển sang Unicode" in shown(office, "agency_list", ref)

    assert posted(office, "agency_list_letters", ref).status_code == 422
    stale = posted(office, "agency_list_letters", ref, version=9, encoding="VNI")
    right = posted(office, "agency_list_letters", ref, version=1, encoding="VNI")

    assert (stale.status_code, right.status_code) == (409, 302)
    assert "Lò Thị Mới" in shown(office, "agency_list", ref)


def test_columns_are_said_anew(office: Client, unit: Any) -> None:
    found = taken(line())
    assert "Nội dung, hành vi, lý do" in shown(office, "agency_list_columns", found.ref, 0)
    columns = {"version": 1, "first_row": 2, "cot-1": "person_name", "cot-4": "matter"}

    wrong = posted(office, "agency_list_columns", found.ref, 0, **columns | {"first_row": 99})
    stale = posted(office, "agency_list_columns", found.ref, 0, **columns | {"version": 7})
    right = posted(office, "agency_list_columns", found.ref, 0, **columns)

    assert (wrong.status_code, stale.status_code, right.status_code) == (422, 422, 302)
    assert rows_of(found)[0].said["birth"] is None


def test_ticked_rows_are_confirmed(office: Client, unit: Any) -> None:
    somebody = person(unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"))
    assert "Xác nhận những dòng đã đánh dấu" in shown(office, "agency_list", found.ref)

    none = posted(office, "confirm_ticked", found.ref)
    odd = posted(office, "confirm_ticked", found.ref, rows=["a-b-c"])
    wrong = posted(office, "confirm_ticked", found.ref, rows=["0-3-1"])
    right = posted(office, "confirm_ticked", found.ref, rows=["0-2-1"])

    assert [a.status_code for a in (none, odd, wrong, right)] == [422, 422, 422, 302]
    assert "Dòng 3" in wrong.content.decode()
    assert Notice.objects.get().person == somebody
    assert posted(office, "confirm_ticked", found.ref, rows=["0-2-1"]).status_code == 422
    assert "đèn đỏ" in shown(office, "person", somebody.ref)
    assert "Đã xác nhận" in shown(office, "agency_list", found.ref, loc="da-xac-nhan")


def test_a_row_is_confirmed_as_a_notice_or_a_bar(office: Client, unit: Any) -> None:
    somebody = person(unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"))
    first, second = rows_of(found)
    assert somebody.ref in shown(office, "listed_row", *place(first))
    assert somebody.ref in shown(office, "listed_row", *place(second), q="Lúa Chín")

    done = posted(office, "listed_row", *place(first), holder=key(somebody), **of_row(first))
    bar = of_row(second, kind="INVESTIGATED", holder=key(somebody))
    dated = posted(office, "listed_row", *place(second), **bar)

    assert (done.status_code, dated.status_code) == (302, 302)
    assert (Notice.objects.get().matter, Bar.objects.get().kind) == (MATTER, "INVESTIGATED")
    assert "Lưu ý khi xét" in shown(office, "listed_row", *place(first))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"holder": ""}, 422),
        ({"kind": "DISCIPLINED"}, 422),
        ({"kind": "INVESTIGATED", "since": ""}, 422),
        ({"until": "2026-06-01"}, 422),
        ({"level": "CANH_CAO"}, 422),
        ({"note": ""}, 422),
        ({"paper_on": "2027-01-01"}, 422),
        ({"version": 9}, 409),
        ({"holder": "p:khongcothat"}, 404),
    ],
)
def test_what_a_row_cannot_become_is_said_on_its_page(
    office: Client, unit: Any, more: dict[str, Any], status: int
) -> None:
    somebody = person(unit=unit)
    (row,) = rows_of(taken(line()))

    answer = posted(office, "listed_row", *place(row), **of_row(row, holder=key(somebody)) | more)

    assert answer.status_code == status
    assert (Notice.objects.count(), Bar.objects.count()) == (0, 0)


def test_a_match_is_denied_a_row_dismissed_and_opened_again(office: Client, unit: Any) -> None:
    somebody = person(unit=unit)
    (row,) = rows_of(taken(line()))
    denial = {"version": 1, "holder": key(somebody), "reason": "Khác nơi cư trú."}

    assert posted(office, "deny_match", *place(row), **denial | {"reason": ""}).status_code == 422
    assert posted(office, "deny_match", *place(row), **denial | {"version": 8}).status_code == 409
    assert posted(office, "deny_match", *place(row), **denial).status_code == 302
    assert "Khác nơi cư trú." in shown(office, "listed_row", *place(row))
    assert posted(office, "reopen_listed_row", *place(row)).status_code == 422
    assert posted(office, "reopen_listed_row", *place(row), version=1).status_code == 409
    assert posted(office, "reopen_listed_row", *place(row), version=2).status_code == 302
    dismissal = {"version": 3, "reason": "Ngoài phạm vi."}
    assert posted(office, "dismiss_listed_row", *place(row), version=3).status_code == 422
    assert posted(office, "dismiss_listed_row", *place(row), **dismissal).status_code == 302
    assert posted(office, "dismiss_listed_row", *place(row), **dismissal).status_code == 422
    assert "Mở lại dòng này" in shown(office, "listed_row", *place(row))


def test_somebody_who_came_later_is_pointed_out(office: Client, unit: Any) -> None:
    found = taken(line())
    person(unit=unit)
    assert "Sổ có thêm người trùng tên" in shown(office, "agency_list", found.ref)

    assert posted(office, "match_agency_list", found.ref).status_code == 302
    assert rows_of(found)[0].state == "CERTAIN"


def test_a_list_is_undone_and_a_notice_withdrawn(office: Client, unit: Any) -> None:
    somebody = person(unit=unit)
    found = taken(line())
    confirmed(rows_of(found)[0], somebody)
    notice = Notice.objects.get()
    assert MATTER in shown(office, "withdraw_notice", notice.ref)

    stale = posted(office, "withdraw_notice", notice.ref, version=9, reason="Đã nộp đủ.")
    right = posted(office, "withdraw_notice", notice.ref, version=1, reason="Đã nộp đủ.")

    assert (stale.status_code, right.status_code) == (422, 302)
    assert "Đã nộp đủ." in shown(office, "person", somebody.ref)
    assert "Mở lại dòng này" in shown(office, "listed_row", found.ref, 0, 2)
    assert "Hủy cả danh sách này?" in shown(office, "undo_agency_list", found.ref)
    late = posted(office, "undo_agency_list", found.ref, version=9, reason="Nhầm.")
    undone = posted(office, "undo_agency_list", found.ref, version=1, reason="Nhầm.")
    assert (late.status_code, undone.status_code) == (422, 302)
    assert "Danh sách này đã hủy" in shown(office, "agency_list", found.ref)
    assert posted(office, "match_agency_list", found.ref).status_code == 422


def test_the_case_shows_what_was_told_and_takes_the_answer(office: Client, unit: Any) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    who = fighter(2023, 2024, 2025, unit=unit)
    row = make.nomination(batch, State.SUBMITTED, person=who, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    confirmed(rows_of(taken(line()))[0], who)
    which = f"n-{Notice.objects.get().ref}"
    assert "Có thông tin do cơ quan khác gửi" in shown(office, "nomination", row.ref)
    assert MATTER in shown(office, "answer_notice", row.ref, which)
    given = {"version": row.version, "verdict": "NO_HINDRANCE", "reason": "Đã nộp phạt."}

    stale = posted(office, "answer_notice", row.ref, which, **given | {"version": 77})
    empty = posted(office, "answer_notice", row.ref, which, version=row.version)
    right = posted(office, "answer_notice", row.ref, which, **given)

    assert [a.status_code for a in (stale, empty, right)] == [422, 422, 302]
    page = shown(office, "nomination", row.ref)
    assert "Đã nộp phạt." in page
    assert "Có thông tin do cơ quan khác gửi" not in page
    shown(office, "answer_notice", row.ref, "n-khongcothat", status=404)
    told = (*SECRETS, "Đã nộp phạt.")
    officer = signed_in(Role.UNIT_OFFICER, unit)
    for client, name, *args in (
        (officer, "units:nomination", row.ref),
        (officer, "units:batch", batch.ref),
        (signed_in(Role.UNIT_HEAD, unit), "units:person", who.ref),
        (signed_in(Role.ADMINISTRATOR), "office:audit"),
        (signed_in(Role.SECRETARY), "council:today"),
        (Client(), "portal:register"),
    ):
        answer = client.get(reverse(name, args=args))
        assert answer.status_code == 200, name
        assert [s for s in told if s in answer.content.decode()] == [], name


def test_what_stands_of_the_unit_is_told_and_waits_for_no_answer(office: Client, unit: Any) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=person(unit=unit), name=NAME)
    debt = taken(line(unit.name, None, unit="", matter="Nợ thuế quý 1"), topic=ListTopic.TAX_DEBT)
    confirmed(rows_of(debt)[0], unit)
    bar(unit, note="Đang thanh tra đất rừng")
    bar(organisation("Sở Nội vụ tỉnh Lào Cai"), note="Chuyện của nơi khác")

    case = shown(office, "nomination", row.ref)

    assert "Thông báo về đơn vị (2)" in case
    assert "Đang thanh tra đất rừng" in case
    assert reverse("office:collective", args=[unit.ref]) in case
    assert "Chuyện của nơi khác" not in case
    assert "Chờ ý kiến" not in case
    for role in (Role.UNIT_OFFICER, Role.UNIT_HEAD):
        mine = signed_in(role, unit).get(reverse("units:nomination", args=[row.ref]))
        assert mine.status_code == 200
        assert "thanh tra đất rừng" not in mine.content.decode()
        assert "Nợ thuế" not in mine.content.decode()


def test_the_inspector_reads_and_does_nothing(unit: Any) -> None:
    somebody = person(unit=unit)
    found = taken(line())
    inspector = signed_in(Role.INSPECTOR)

    page = shown(inspector, "agency_list", found.ref)
    row = shown(inspector, "listed_row", found.ref, 0, 2)

    assert MATTER in page
    assert "Xác nhận" not in row
    (listed,) = rows_of(found)
    data = of_row(listed, holder=key(somebody))
    assert posted(inspector, "listed_row", *place(listed), **data).status_code == 422
    assert Notice.objects.count() == 0


def test_one_row_and_three_take_the_same_number_of_queries(office: Client, unit: Any) -> None:
    one = taken(line())
    three = taken(line("Lò Văn A"), line("Lò Văn B"), line("Lò Văn C"), paper_no="2")
    shown(office, "agency_list", one.ref)

    with CaptureQueriesContext(connection) as few:
        shown(office, "agency_list", one.ref)
    with CaptureQueriesContext(connection) as many:
        shown(office, "agency_list", three.ref)

    assert len(few) == len(many)
