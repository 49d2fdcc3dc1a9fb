"""The page of pass marks: who reads it, who enters and withdraws resolutions there."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bangvang.council.actions.enter_resolution import enter_resolution
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.tests.factories import (
    BEFORE,
    FIRST,
    SECRETARY,
    STARTS,
    called,
    council,
    frozen,
    opened,
)
from bangvang.council.tests.records import AgendaItem, Ballot, Resolution
from bangvang.council.tests.test_resolutions import CITE, NEW
from bangvang.foundation.actor import Role
from bangvang.web.chamber.tests.people import PDF, signed_in

pytestmark = pytest.mark.django_db

MARKS = "council:marks"
TOKEN = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+')
READERS = [
    Role.SECRETARY,
    Role.CHAIR,
    Role.MEMBER,
    Role.TELLER,
    Role.OFFICE_HEAD,
    Role.INSPECTOR,
]
OTHERS = [role for role in READERS if role is not Role.SECRETARY]


@pytest.fixture(autouse=True)
def _the_day(settings: LazySettings) -> None:
    settings.BANGVANG_DAY = date(2022, 4, 19)


def typed(**changed: object) -> dict[str, object]:
    return {
        "kind": "RESOLUTION",
        "number": "05/NQ-HĐTĐKT",
        "issued_on": "2022-03-31",
        "award_code": "BK_TTG",
        "share": "3/4",
        "reached": "AT_LEAST",
        "clause": "khoản 2 Mục I",
        "since": "2022-04-01",
        "file": SimpleUploadedFile("nghi-quyet.pdf", PDF),
        **changed,
    }


def send(client: Client, **changed: object) -> tuple[int, str, str]:
    """Press the button; return status, where it leads and the page with plain spaces."""
    answer = client.post(reverse("council:enter_resolution"), typed(**changed))
    page = answer.content.decode().replace("\u00a0", " ")
    return answer.status_code, answer.headers.get("Location", ""), page


def seen(client: Client, url: str = "") -> str:
    """Return a page with plain spaces, without the token that changes with every request."""
    page = client.get(url or reverse(MARKS)).content.decode().replace("\u00a0", " ")
    return TOKEN.sub("", page)


@pytest.mark.parametrize("role", READERS)
def test_who_sees_the_council_reads_the_marks_and_opens_the_scan(role: Role) -> None:
    ref = council()
    client = signed_in(role)
    assert "Chưa ghi nghị quyết nào về tỷ lệ phiếu" in seen(client)
    enter_resolution(ref, NEW, actor=SECRETARY, at=BEFORE)

    page = seen(client)

    assert CITE in page
    assert "Đang áp dụng, ngày 19/04/2022" in page
    scan = client.get(reverse("council:file", args=[Resolution.objects.get().scan.ref]))
    assert scan.content == NEW.scan
    odd = seen(client, f"{reverse(MARKS)}?ngay=khong-phai-ngay")
    assert "Ngày không đọc được" in odd
    assert "Đang áp dụng, ngày 19/04/2022" in odd


@pytest.mark.parametrize("role", OTHERS)
def test_only_the_secretary_sees_the_buttons_and_may_press_them(role: Role) -> None:
    council_ref = council()
    ref = enter_resolution(council_ref, NEW, actor=SECRETARY, at=BEFORE)
    enter, withdraw = (
        reverse("council:enter_resolution"),
        reverse("council:withdraw_resolution", args=[ref]),
    )
    secretary, other = signed_in(Role.SECRETARY), signed_in(role)

    assert all(address in seen(secretary) for address in (enter, withdraw))
    assert not any(address in seen(other) for address in (enter, withdraw))
    assert [other.get(enter).status_code, send(other)[0]] == [403, 403]
    assert other.post(withdraw, {"reason": "Nhầm."}).status_code == 403
    assert Resolution.objects.get().withdrawn_at is None


def test_the_secretary_enters_a_resolution() -> None:
    council(marks=())
    client = signed_in(Role.SECRETARY)
    assert 'value="BK_TTG" selected' in seen(
        client, reverse("council:enter_resolution") + "?hinh-thuc=BK_TTG"
    )

    status, to, _ = send(client, share="66%", reached="MORE_THAN")

    assert (status, to) == (302, reverse(MARKS))
    kept = Resolution.objects.get()
    assert (kept.num, kept.den, kept.more_than) == (66, 100, True)
    assert "Đã ghi tỷ lệ theo văn bản số 05/NQ-HĐTĐKT." in seen(client)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"share": "đa số"}, "Ghi phần trăm là số nguyên"),
        ({"share": "66,7%"}, "Ghi phần trăm là số nguyên"),
        ({"share": "3/2"}, "không quá 1"),
        ({"share": "3/0"}, "không quá 1"),
        ({"award_code": "KHONG_CO"}, "award_code"),
        ({"award_code": "CSTDT"}, "Pháp luật đã quy định"),
        ({"file": ""}, "Bản quét đã ký"),
        ({"file": SimpleUploadedFile("a.csv", b"a,b")}, "không phải PDF"),
        ({"issued_on": "2022-04-20"}, "ở sau ngày ghi"),
        ({"since": "2019-01-01"}, "đứng trước ngày quy chế"),
    ],
)
def test_what_cannot_be_comes_back_with_its_reason(changed: dict[str, object], why: str) -> None:
    council()

    status, _, page = send(signed_in(Role.SECRETARY), **changed)

    assert status == 422
    assert "Chưa gửi được, cần sửa" in page
    assert why in page
    assert not Resolution.objects.exists()


def test_the_secretary_withdraws_a_wrong_entry_with_a_reason() -> None:
    council_ref = council()
    ref = enter_resolution(council_ref, NEW, actor=SECRETARY, at=BEFORE)
    client, address = signed_in(Role.SECRETARY), reverse("council:withdraw_resolution", args=[ref])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 422

    assert client.post(address, {"reason": "Ghi nhầm hình thức."}).status_code == 302

    assert "Ghi nhầm hình thức." in seen(client)
    assert client.get(address).status_code == 404


def test_what_a_ballot_stands_on_cannot_be_withdrawn_and_the_page_says_so() -> None:
    council_ref = council(marks=())
    ref = enter_resolution(council_ref, NEW, actor=SECRETARY, at=BEFORE)
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref)
    open_ballot(frozen(session_ref, "BK_TTG"), [1, 2], actor=FIRST, at=STARTS)
    client, address = signed_in(Role.SECRETARY), reverse("council:withdraw_resolution", args=[ref])

    answer = client.post(address, {"reason": "Nhầm."})

    assert answer.status_code == 422
    assert "Đã có cuộc bỏ phiếu" in answer.content.decode()
    assert address not in seen(client)
    ballot = seen(client, reverse("council:ballot", args=[Ballot.objects.get().ref]))
    assert CITE in ballot


def test_the_point_of_the_agenda_cites_the_resolution_or_says_that_a_mark_is_missing() -> None:
    council_ref = council(marks=())
    session_ref = called(council_ref, awards=("BK_TTG",))
    client = signed_in(Role.MEMBER)
    address = reverse("council:item", args=[session_ref, AgendaItem.objects.get().ref])
    assert f"{reverse(MARKS)}?ngay=2022-04-19" in seen(client, address)

    enter_resolution(council_ref, NEW, actor=SECRETARY, at=BEFORE)

    assert CITE in seen(client, address)


def test_without_a_council_or_a_regulation_the_page_says_what_is_missing() -> None:
    client = signed_in(Role.SECRETARY)
    assert client.get(reverse(MARKS)).status_code == 404
    council(since=date(2022, 4, 1))

    page = seen(client, f"{reverse(MARKS)}?ngay=2022-03-01")

    assert "chưa ghi quy chế" in page
    assert "?hinh-thuc=" not in page


def test_the_page_asks_as_much_for_three_resolutions_as_for_one() -> None:
    council_ref = council()
    client = signed_in(Role.SECRETARY)
    counts = []
    for codes in (["BK_TTG"], ["HCLD3", "HCLD2"]):
        for code in codes:
            new = replace(NEW, award_code=code)
            enter_resolution(council_ref, new, actor=SECRETARY, at=BEFORE)
        with CaptureQueriesContext(connection) as asked:
            seen(client)
        counts.append(len(asked))

    assert counts[0] == counts[1]
