"""On the pages: what is held, how long, what would go today, and requests to erase."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT
from bangvang.nominations.models import Upload
from bangvang.nominations.tests import factories as make
from bangvang.privacy.models import ErasureRequest, Period
from bangvang.privacy.states import Matter
from bangvang.privacy.tests.keeping import HEAD, LATER, SCAN, confirmed
from bangvang.registry.actions.enter_identity_number import enter_identity_number
from bangvang.registry.models import Person
from bangvang.registry.tests.factories import organisation, person
from bangvang.web.office.tests.test_appraisal_pages import signed_in, text

pytestmark = pytest.mark.django_db
NUMBER = "099000000062"


@pytest.fixture(autouse=True)
def _later(settings: Settings) -> None:
    settings.BANGVANG_DAY = LATER.date()


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


@pytest.fixture
def head(office: Any) -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, office)


@pytest.fixture
def specialist(office: Any) -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, office)


@pytest.fixture
def inspector(office: Any) -> Client:
    return signed_in("thanhtra", Role.INSPECTOR, office)


def href(name: str, *refs: str) -> str:
    return reverse(f"office:{name}", args=refs)


def post(client: Client, address: str, said: dict[str, Any], status: int = 302) -> str:
    answer = client.post(address, said)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_a_period_is_entered_confirmed_by_another_and_the_list_says_it(
    head: Client, specialist: Client, inspector: Client
) -> None:
    said = {
        "matter": "UPLOADS", "unit": "YEAR", "amount": "", "number": "77/QĐ-LT", "clause": "mục 4",
        "issued_on": "2026-08-20", "since": "2026-09-01",
    }  # fmt: skip

    def scan() -> SimpleUploadedFile:
        return SimpleUploadedFile("quyet-dinh.pdf", SCAN)

    enter = href("enter_period")
    assert "chưa có thời hạn được xác nhận" in text(inspector, href("personal_data"))
    assert "Cần ghi thời hạn từ 1 đến 1.200" in post(
        specialist, enter, {**said, "scan": scan()}, 422
    )
    post(specialist, enter, {**said, "amount": "1", "scan": scan()})
    ref = Period.objects.get().ref
    assert "Đối chiếu" not in text(specialist, href("periods"))
    assert "Đối chiếu" in text(head, href("periods"))
    assert "Đối chiếu" not in text(inspector, href("periods"))
    confirm = href("confirm_period", ref)
    assert confirm in text(head, href("today"))
    assert confirm not in text(specialist, href("today"))
    assert "1 năm, từ ngày 01/09/2026, mục 4 77/QĐ-LT" in text(head, confirm)
    assert "không tự xác nhận" in post(specialist, confirm, {"version": "1"}, 422)

    post(head, confirm, {"version": "1"})

    assert head.get(href("period_scan", ref)).content == SCAN
    assert "1 năm" in text(inspector, href("personal_data"))
    again = post(head, confirm, {"version": "2"}, 422)
    assert "đang ở trạng thái" in again
    withdraw = href("withdraw_period", ref)
    assert "Cần điền ô này" in post(head, withdraw, {"version": "2", "reason": ""}, 422)
    post(head, withdraw, {"version": "2", "reason": "Nhập nhầm"})
    assert "Nhập nhầm" in text(inspector, href("periods"))


def test_a_period_for_good_and_one_that_is_not_so(head: Client, specialist: Client) -> None:
    said = {
        "matter": "DRAFTS", "unit": "GOOD", "number": "77/QĐ-LT", "clause": "mục 4",
        "issued_on": "2026-08-20", "since": "2026-09-01",
        "scan": SimpleUploadedFile("quyet-dinh.pdf", SCAN),
    }  # fmt: skip
    post(specialist, href("enter_period"), said)
    period = Period.objects.get()
    assert period.amount is None
    assert "lưu lâu dài" in text(head, href("periods"))

    post(head, href("reject_period", period.ref), {"version": "1", "reason": "Văn bản ghi 5 năm"})

    assert "Văn bản ghi 5 năm" in text(specialist, href("periods"))


def test_what_would_go_is_shown_first_and_goes_when_the_head_presses(
    head: Client, specialist: Client, inspector: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = True
    confirmed(Matter.UPLOADS)
    make.upload()
    page, press = href("past_periods"), href("forget")
    for client in (specialist, inspector):
        assert press not in text(client, page)
        assert client.post(press, {"seen": "x"}).status_code == 403
    shown = text(head, page)
    assert "Xóa 1 mục" in shown
    assert Upload.objects.exists()
    assert "Người khác vừa lưu thay đổi" in post(head, press, {"seen": "x"}, 422)
    seen = shown.split('name="seen" value="')[1].split('"')[0]

    post(head, press, {"seen": seen})

    assert not Upload.objects.exists()
    after = text(inspector, page)
    assert "1 mục trước ngày" in after
    assert "không có gì hết thời hạn" in post(head, press, {"seen": seen}, 422)


def test_a_request_is_recorded_answered_and_kept_from_others(
    head: Client, specialist: Client, inspector: Client, office: Any
) -> None:
    who = person()
    enter_identity_number(who.ref, NUMBER, "Bản sao", seen_tail="", actor=HEAD, at=AT)
    record = f"{href('record_erasure')}?ve=PERSON&ma={who.ref}"
    assert record.replace("&", "&amp;") in text(specialist, href("person", who.ref))
    asked = text(specialist, record)
    assert "Sổ khen thưởng phải nhận đúng người được khen" in asked
    assert NUMBER not in asked
    said = {"came_on": "2026-09-10", "paper": "Đơn", "words": "Đề nghị xóa", "parts": "NUMBER"}
    assert "phải có căn cứ" in post(specialist, record, said, 422)
    assert "Hãy chọn trong danh sách" in post(specialist, record, said | {"parts": "SENDER"}, 422)
    post(specialist, record, said | {"ground": "Sổ khen thưởng"})
    ref = ErasureRequest.objects.get().ref
    own = href("answer_erasure", ref)
    assert "không tự xác nhận" in post(specialist, own, {"version": "1"}, 422)
    assert own not in text(inspector, href("erasure", ref))
    assert own in text(head, href("erasure", ref))

    post(head, own, {"version": "1"})

    assert Person.objects.get().identity_digest is None
    shown = text(inspector, href("erasure", ref))
    assert "Đã xóa: Số định danh" in shown
    assert "Không xóa được" in shown
    assert "Đã giải quyết" in text(specialist, href("erasures"))
    administrator = signed_in("quantri", Role.ADMINISTRATOR, office)
    assert "Yêu cầu của cá nhân" not in text(administrator, href("personal_data"))
    assert administrator.get(href("erasure", ref)).status_code == 403


def test_a_request_about_nobody_is_not_there_and_one_may_be_sent_back(
    head: Client, specialist: Client
) -> None:
    who = person()
    new = href("record_erasure")
    for query in ("", "?ve=X&ma=1", "?ve=PERSON&ma=khong", "?ve=SENDER&ma=khong"):
        assert specialist.get(f"{new}{query}").status_code == 404
    said = {"came_on": "2026-09-10", "paper": "Đơn", "words": "Đề nghị xóa", "ground": "Sổ"}
    post(specialist, f"{new}?ve=PERSON&ma={who.ref}", said)
    ref = ErasureRequest.objects.get().ref

    post(head, href("send_back_erasure", ref), {"version": "1", "reason": "Chưa rõ là ai"})

    assert "Chưa rõ là ai" in text(specialist, href("erasure", ref))
