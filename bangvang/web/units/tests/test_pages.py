"""The units' pages: each opens, bad input is answered, long lists ask no more than short ones."""

from datetime import UTC, date, datetime
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
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.units.views import batches

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Hình thức đề nghị")
GOOD = ("1", "Lù Văn Suối", "12/6/1985", "Bác sĩ", "Sở Y tế", "CSTĐ tỉnh")
BAD = ("2", "Đỗ Văn Gió Núi", "31/02/1984", "Bác sĩ", "Sở Y tế", "CSTĐ tỉnh")


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


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_an_empty_first_page_says_why(officer: Client) -> None:
    said = text(officer, reverse("units:today"))

    assert "Không có việc nào đang chờ" in said
    assert "Chưa có đợt nào mở" in said


def test_a_file_becomes_a_preview_and_then_a_draft(officer: Client) -> None:
    in_round = make.round_()
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [GOOD, BAD]))

    answer = officer.post(reverse("units:upload"), {"round": in_round.ref, "file": file})
    shown = text(officer, answer["Location"])
    save = answer["Location"] + "luu/"
    stopped = officer.post(save, {})
    saved = officer.post(save, {"leave_out_bad": "on"})

    assert "Chưa lưu gì vào hệ thống" in shown
    assert "không phải ngày có thật" in shown
    assert (stopped.status_code, saved.status_code) == (422, 302)
    assert "1 dòng sai tại ô" in stopped.content.decode()
    assert "Bản nháp" in text(officer, saved["Location"])
    assert officer.get(answer["Location"])["Location"] == saved["Location"]


def test_the_opened_row_shows_the_clause(officer: Client) -> None:
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [GOOD]))
    answer = officer.post(reverse("units:upload"), {"round": make.round_().ref, "file": file})

    assert "Điều 22" in text(officer, answer["Location"] + "?mo=2")


def test_the_filter_keeps_only_rows_with_that_answer(officer: Client) -> None:
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [GOOD, BAD]))
    answer = officer.post(reverse("units:upload"), {"round": make.round_().ref, "file": file})

    said = text(officer, answer["Location"] + "?loc=cell")

    assert "Đỗ Văn Gió Núi" in said
    assert "Lù Văn Suối" not in said


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rong.xlsx", b""),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50),
        ("cut.xlsx", write_table(HEAD, [GOOD])[:300]),
        ("khong-cot.csv", b"a,b\n1,2\n"),
    ],
)
def test_a_bad_file_is_answered_beside_the_field(officer: Client, name: str, data: bytes) -> None:
    file = SimpleUploadedFile(name, data)

    answer = officer.post(reverse("units:upload"), {"round": make.round_().ref, "file": file})

    assert answer.status_code == 422
    assert "Chưa gửi được, cần sửa" in answer.content.decode()


def test_the_template_can_be_downloaded(officer: Client) -> None:
    answer = officer.get(reverse("units:template"))

    assert answer.content[:2] == b"PK"
    assert "mau-danh-sach" in answer["Content-Disposition"]


def test_choosing_nobody_is_answered(officer: Client) -> None:
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [GOOD]))
    answer = officer.post(reverse("units:upload"), {"round": make.round_().ref, "file": file})

    said = officer.post(answer["Location"] + "dong/2/", {})

    assert said.status_code == 422
    assert "hãy chọn một người" in said.content.decode()


def test_a_refusal_within_the_table_loads_the_page_again_and_says_it_there(
    officer: Client,
) -> None:
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [GOOD]))
    data = {"round": make.round_().ref, "file": file}
    preview = officer.post(reverse("units:upload"), data)["Location"]
    officer.post(preview + "luu/")

    said = officer.post(preview + "dong/2/", {"nguoi": "new"}, headers={"HX-Request": "true"})
    shown = officer.get(preview, follow=True).content.decode()

    assert (said.status_code, said["HX-Refresh"], said.content) == (422, "true", b"")
    assert "Tệp này đã lưu thành bản nháp." in shown.replace("\u00a0", " ")


def test_the_head_sees_the_way_to_hand_in_and_the_officer_does_not(
    officer: Client, head: Client, unit: Any
) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)
    page, submit = (reverse(f"units:{name}", args=[waiting.ref]) for name in ("batch", "submit"))

    assert f'href="{submit}"' in text(head, page)
    assert f'href="{submit}"' not in text(officer, page)
    assert officer.get(submit).status_code == 403
    done = head.post(submit, {"version": 1}, follow=True)
    assert "Biên nhận" in done.content.decode()
    assert "0001/2026" in done.content.decode()


def test_handing_in_without_papers_is_answered_on_the_same_page(head: Client, unit: Any) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit)
    make.nomination(waiting)

    answer = head.post(reverse("units:submit", args=[waiting.ref]), {"version": 1})

    assert answer.status_code == 422
    assert "Còn thiếu" in answer.content.decode()


def test_papers_are_attached_explained_opened_and_removed(officer: Client, unit: Any) -> None:
    draft = make.batch(unit=unit)
    make.nomination(draft)
    pdf = SimpleUploadedFile("to-trinh.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    wrong = SimpleUploadedFile("to-trinh.pdf", b"xin chao")

    def post(name: str, **data: object) -> int:
        return officer.post(reverse(f"units:{name}", args=[draft.ref]), data).status_code

    assert post("attach", kind="TO_TRINH", file=wrong) == 422
    assert post("attach", kind="TO_TRINH") == 422
    assert post("attach", kind="TO_TRINH", file=pdf) == 302
    assert post("explain", kind="BIEN_BAN_BINH_XET", reason="") == 422
    assert post("explain", kind="BIEN_BAN_BINH_XET", reason="Chờ ký.") == 302
    paper = draft.attachments.get()
    opened = officer.get(reverse("units:paper", args=[paper.ref]))
    assert opened.content.startswith(b"%PDF")
    removed = officer.post(reverse("units:remove", args=[draft.ref, paper.ref]))
    assert removed.status_code == 302


def test_a_stale_press_is_refused_in_words(officer: Client, unit: Any) -> None:
    draft = make.batch(unit=unit)
    make.nomination(draft)

    answer = officer.post(reverse("units:hand_to_head", args=[draft.ref]), {"version": 7})

    assert answer.status_code == 422
    assert "Người khác vừa lưu thay đổi" in answer.content.decode()


def test_a_list_is_handed_over_given_back_and_discarded(
    officer: Client, head: Client, unit: Any
) -> None:
    draft = make.batch(unit=unit)
    make.nomination(draft)

    def address(name: str) -> str:
        return reverse(f"units:{name}", args=[draft.ref])

    assert officer.post(address("hand_to_head"), {"version": 1}).status_code == 302
    assert head.get(address("hand_back")).status_code == 200
    assert head.post(address("hand_back"), {"version": 2}).status_code == 422
    assert head.post(address("hand_back"), {"version": 2, "reason": "Sửa."}).status_code == 302
    assert officer.get(address("discard")).status_code == 200
    assert officer.post(address("discard"), {"version": 3}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == BatchState.DISCARDED


def test_a_returned_row_is_completed_by_the_unit(officer: Client, head: Client, unit: Any) -> None:
    row = make.nomination(make.batch(BatchState.SUBMITTED, unit=unit), State.RETURNED)
    pdf = SimpleUploadedFile("cn.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")

    def address(name: str) -> str:
        return reverse(f"units:{name}", args=[row.ref])

    assert "trả lại để bổ sung" in text(officer, address("nomination"))
    attach = {"kind": "CHUNG_NHAN_SANG_KIEN", "file": pdf}
    assert officer.post(address("attach_to_row"), attach).status_code == 302
    assert officer.post(address("attach_to_row"), {}).status_code == 422
    assert officer.post(address("complete"), {"version": 1}).status_code == 422
    assert officer.post(address("complete"), {"version": 1, "reply": "Đã kèm."}).status_code == 302
    assert officer.post(address("resubmit"), {"version": 2}).status_code == 403
    assert head.post(address("resubmit"), {"version": 2}).status_code == 302


def test_the_head_takes_a_row_back(head: Client, unit: Any) -> None:
    row = make.nomination(make.batch(BatchState.SUBMITTED, unit=unit), State.RETURNED)
    address = reverse("units:withdraw", args=[row.ref])

    assert head.get(address).status_code == 200
    assert head.post(address, {"reason": " "}).status_code == 422
    assert head.post(address, {"reason": "Đơn vị rút."}).status_code == 302


def test_a_unit_sees_nothing_of_another(officer: Client) -> None:
    theirs = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Khác"), with_papers=True)
    row = make.nomination(theirs, State.RETURNED, name="Người Đơn Vị Khác")
    paper = theirs.attachments.first()
    assert paper is not None
    assert theirs.upload is not None

    for address in (
        reverse("units:batch", args=[theirs.ref]),
        reverse("units:receipt", args=[theirs.ref]),
        reverse("units:nomination", args=[row.ref]),
        reverse("units:paper", args=[paper.ref]),
        reverse("units:preview", args=[theirs.upload.ref]),
    ):
        assert officer.get(address).status_code == 404
    assert "Người Đơn Vị Khác" not in text(officer, reverse("units:today"))
    assert theirs.reference not in text(officer, reverse("units:batches"))


@pytest.mark.parametrize("name", ["units:today", "units:batches"])
def test_longer_lists_ask_no_more_of_the_database(officer: Client, unit: Any, name: str) -> None:
    in_round = make.round_()
    make.nomination(make.batch(unit=unit, in_round=in_round))
    one = queries(officer, reverse(name))
    for _ in range(2):
        make.nomination(make.batch(unit=unit, in_round=in_round))

    assert queries(officer, reverse(name)) == one


def test_a_longer_list_page_asks_no_more(officer: Client, unit: Any) -> None:
    draft = make.batch(unit=unit)
    make.nomination(draft)
    address = reverse("units:batch", args=[draft.ref])
    one = queries(officer, address)
    make.nomination(draft, row=2, name="Lù Văn Hai")
    make.nomination(draft, row=3, name="Lù Văn Ba")

    assert queries(officer, address) == one


def test_since_when_a_list_is_held_is_said_in_the_day_of_viet_nam(
    officer: Client, unit: Any
) -> None:
    draft = make.batch(unit=unit)
    make.nomination(draft)
    draft.held_since = datetime(2026, 9, 13, 18, 30, tzinfo=UTC)
    draft.save()

    assert "từ 14/09/2026" in text(officer, reverse("units:batch", args=[draft.ref]))


def test_a_preview_holds_the_list_to_the_share_of_the_day_and_later_days_to_none(
    officer: Client, settings: Settings
) -> None:
    settings.BANGVANG_DAY = date(2022, 4, 19)
    in_round = make.round_(opens_on=date(2022, 3, 1))
    fighter = (*GOOD[:-1], "CSTĐCS")
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [fighter]))
    answer = officer.post(reverse("units:upload"), {"round": in_round.ref, "file": file})

    bound = text(officer, answer["Location"])
    settings.BANGVANG_DAY = date(2024, 4, 19)

    assert "Tỷ lệ trên cả danh sách" in bound
    assert "chưa rõ số cá nhân được tặng danh hiệu Lao động tiên tiến" in bound
    assert "ty-le" not in text(officer, answer["Location"])


def test_a_long_list_comes_in_pages(
    officer: Client, unit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "A_PAGE", 2)
    draft = make.batch(BatchState.DRAFT, unit=unit)
    for row in range(1, 4):
        make.nomination(draft, name=f"Người thứ {row}", row=row)
    address = reverse("units:batch", args=[draft.ref])

    first, second = (officer.get(address, {"trang": page}) for page in (1, 2))

    assert "Dòng 1 đến 2 trong 3" in first.content.decode()
    assert "Người thứ 3" not in first.content.decode()
    assert "Người thứ 3" in second.content.decode()
    assert officer.get(address, {"trang": 3}).status_code == 404
