"""The people read a public list, say something, and follow it; nothing of them is shown."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.models import Consultation, Opinion
from bangvang.appraisal.tests import consulting as make
from bangvang.foundation.actor import Actor
from bangvang.foundation.tests.factories import AT
from bangvang.publishing.actions import follow_opinion, send_opinion
from bangvang.publishing.models import Turn

pytestmark = pytest.mark.django_db

DAY = AT.date()
SECRET = "x" * 32
SAID = {
    "about": "1",
    "words": "Ông ấy còn nợ tiền công.",
    "name": "Tẩn Láo Người Gửi",
    "contact": "0912 000 111",
    "secret": SECRET,
}


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> tuple[Actor, Actor]:
    return make.the_office()


@pytest.fixture
def kept(office: tuple[Actor, Actor]) -> Consultation:
    make.rule(office[1])
    return make.opened(*office, make.rows(), at=AT - timedelta(minutes=40))


def text(answer: Any) -> str:
    said: str = answer.content.decode()
    return " ".join(said.replace("\u00a0", " ").split())


def send(client: Client, ref: str, **other: object) -> Any:
    return client.post(reverse("portal:send_opinion", args=[ref]), SAID | other)


def test_nothing_is_there_before_a_list_opens(client: Client) -> None:
    assert "Hiện không có danh sách nào" in text(client.get(reverse("portal:consultations")))
    assert client.get(reverse("portal:consultation", args=["khong-co"])).status_code == 404


def test_an_open_list_is_read_with_its_countdown_and_its_papers(
    client: Client, kept: Consultation
) -> None:
    listed = text(client.get(reverse("portal:consultations")))
    page = text(client.get(reverse("portal:consultation", args=[kept.ref])))

    assert "Còn 4 ngày làm việc" in listed
    for said in ("Bà Lò Thị Hạt Kê", "sinh năm 1985", kept.fingerprint, "Gửi ý kiến"):
        assert said in page
    for secret in ("12/06/1985", "1985-06-12"):
        assert secret not in page
    address = re.search(r"/lay-y-kien/[\w-]+/tep/[\w-]+/", page)
    assert address is not None
    file = client.get(address.group())
    assert (file.status_code, file["Content-Type"]) == (200, "application/pdf")
    assert reverse("portal:consultations") in text(client.get(reverse("portal:sitemap")))


def test_an_opinion_is_sent_once_and_followed_by_its_code(
    client: Client, kept: Consultation, office: tuple[Actor, Actor]
) -> None:
    form = client.get(reverse("portal:send_opinion", args=[kept.ref]) + "?so=1")
    assert '<option value="1" selected>' in text(form)
    answer = send(client, kept.ref)
    again = send(client, kept.ref)
    receipt = answer.context["receipt"]

    assert again.context["receipt"] == receipt
    assert Opinion.objects.count() == 1
    assert "no-store" in answer["Cache-Control"]
    asked = {"receipt_no": receipt.number, "code": receipt.code}
    address = reverse("portal:follow_opinion")
    assert "Đã nhận, đang xem xét" in text(client.post(address, asked))
    make.resolved(*office, at=AT)
    told = text(client.post(address, asked))
    assert "Đã giải quyết: ghi nhận" in told
    for secret in ("Người Gửi", "0912 000 111", "nợ tiền công"):
        assert secret not in text(answer) + told
    wrong = client.post(address, asked | {"code": "khac"})
    assert (wrong.status_code, "Không có ý kiến nào" in text(wrong)) == (422, True)
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 422


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"words": " "}, "bắt buộc"),
        ({"name": ""}, "bắt buộc"),
        ({"contact": "123"}, "5"),
        ({"about": "9"}, "9"),
        ({"website": "http://quang-cao"}, "Ô này phải để trống."),
        ({"secret": "ngan"}, ""),
        ({"file": SimpleUploadedFile("a.csv", b"a,b\n1,2\n")}, "không phải PDF hoặc ảnh"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    client: Client, kept: Consultation, other: dict[str, object], says: str
) -> None:
    answer = send(client, kept.ref, **other)

    assert answer.status_code == 422
    assert says in text(answer)
    assert not Opinion.objects.exists()
    assert not Turn.objects.exists()


def test_a_file_that_is_too_large_is_refused(
    client: Client, kept: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bangvang.web.portal.opinion_forms.LARGEST_FILE", 10)

    answer = send(client, kept.ref, file=SimpleUploadedFile("don.pdf", make.SCAN))

    assert "Tệp lớn hơn 5 MB" in text(answer)
    monkeypatch.undo()
    assert send(client, kept.ref, file=SimpleUploadedFile("don.pdf", make.SCAN)).status_code == 200
    assert Opinion.objects.get().attachment is not None


def test_nobody_sends_or_asks_without_end(
    client: Client, kept: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send_opinion, "MOST_A_DAY", 1)
    monkeypatch.setattr(follow_opinion, "MOST_A_DAY", 1)
    asked = {"receipt_no": "01/2026-0001", "code": "khac"}

    assert send(client, kept.ref).status_code == 200
    assert send(client, kept.ref, secret="y" * 32).status_code == 429
    statuses = [client.post(reverse("portal:follow_opinion"), asked).status_code for _ in range(2)]
    assert statuses == [422, 429]
    assert Opinion.objects.count() == 1


def test_a_form_without_its_token_is_refused(kept: Consultation) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert send(strict, kept.ref).status_code == 403


def test_when_the_time_is_over_nothing_is_taken_and_then_the_outcome_is_told(
    client: Client, kept: Consultation, office: tuple[Actor, Actor], settings: Settings
) -> None:
    make.received(kept.ref)
    settings.BANGVANG_DAY = make.AFTER.date()

    late = send(client, kept.ref, secret="z" * 32)
    page = text(client.get(reverse("portal:consultation", args=[kept.ref])))
    assert (late.status_code, "đã hết ngày 17/09/2026" in text(late)) == (422, True)
    assert "các ý kiến đang được xem xét" in page
    assert "Đã hết thời gian" in text(client.get(reverse("portal:send_opinion", args=[kept.ref])))
    make.resolved(*office)
    make.close_consultation(kept.ref, head_name="", actor=office[1], at=make.AFTER)
    page = text(client.get(reverse("portal:consultation", args=[kept.ref])))
    assert "1 ý kiến: 1 ghi nhận" in page
    assert "Đã kết thúc ngày 18/09/2026" in page
    assert "Đã có kết quả" in text(client.get(reverse("portal:consultations")))


def test_of_a_row_that_left_the_page_says_place_and_day(
    client: Client, kept: Consultation, office: tuple[Actor, Actor]
) -> None:
    make.take_out_of_consultation(kept.ref, 1, "Có đơn tố cáo.", actor=office[0], at=AT)

    page = text(client.get(reverse("portal:consultation", args=[kept.ref])))
    form = text(client.get(reverse("portal:send_opinion", args=[kept.ref])))

    assert "Đã rút khỏi danh sách ngày 14/09/2026" in page
    for secret in ("Lò Thị Hạt Kê", "tố cáo."):
        assert secret not in page.replace("khiếu nại, tố cáo.", "")
        assert secret not in form
    assert "/tep/" not in page
