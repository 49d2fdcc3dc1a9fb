"""An agency without an account: what its link shows, and that it shows nothing else."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.actions.withdraw_agency_request import withdraw_agency_request
from bangvang.appraisal.models import AgencyReply, AgencyRequest
from bangvang.appraisal.selectors.agency_links import LinkMade
from bangvang.appraisal.tests import hearing as make
from bangvang.foundation.actor import Actor
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.models import Nomination
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Office:
    return make.the_office()


@pytest.fixture
def rows() -> list[Nomination]:
    organisation("Sở Không Ai Hỏi")
    return make.under_appraisal(3)


def text(answer: Any) -> str:
    said: str = re.sub(r'name="csrfmiddlewaretoken"[^>]*', "", answer.content.decode())
    return " ".join(said.replace("\u00a0", " ").split())


def follow(client: Client, link: LinkMade, code: str = "") -> Any:
    """Follow the link, then type the code."""
    answer = client.get(reverse("gate:agency_link", args=[link.ref, link.secret]))
    assert answer["Location"] == reverse("gate:asked_agency")
    return client.post(reverse("gate:asked_agency"), {"code": code or link.code})


def an_answer(**other: str) -> dict[str, str]:
    return {
        "stance-1": "INFORMS",
        "words-1": "Còn nợ 12 triệu đồng.",
        "no-1": "45/TB-CT",
        "on-1": "2026-08-03",
        "rest": "AGREES",
        "signer_name": "Hoàng Thị Suối Mơ",
        "signer_position": "Phó Trưởng Thuế tỉnh",
        "is_sure": "on",
    } | other


def test_the_link_shows_the_rows_asked_and_nothing_else(
    office: Office, rows: list[Nomination], client: Client
) -> None:
    Nomination.objects.filter(pk=rows[0].pk).update(
        identity_tail="789", note="Ghi chú kín", achievement="Thành tích kín", position="Kỹ sư cầu"
    )
    other = make.asked(office[0], rows[2:], form="khac")
    link = make.asked(office[0], rows[:2])
    make.answered(other, make.INFORMS)

    assert rows[0].name not in text(client.get(reverse("gate:asked_agency")))
    assert client.post(reverse("gate:asked_agency"), {"code": ""}).status_code == 422
    follow(client, link)
    answer = client.get(reverse("gate:answer_agency"))

    said = text(answer)
    assert rows[0].name in said
    assert "Kỹ sư cầu" in said
    assert rows[1].name in said
    assert "Bằng khen" in said
    secrets = (rows[2].name, "789", "1985", "12/6", "Ghi chú kín", "Thành tích kín", "45/TB-CT",
               "Trần Văn Ruộng", "FOR_A_PERSON", rows[0].ref, link.secret, link.code)  # fmt: skip
    assert [one for one in secrets if one in said] == []
    assert "no-store" in answer["Cache-Control"]


def test_whatever_is_wrong_is_answered_alike(
    office: Office, rows: list[Nomination], settings: Settings
) -> None:
    link = make.asked(office[0], rows)
    wrong = f"{(int(link.code) + 1) % 10**8:08d}"
    answers = [
        follow(Client(), link, wrong),
        follow(Client(), replace(link, secret="khac")),
        follow(Client(), replace(link, ref="khongcothat")),
        Client().post(reverse("gate:asked_agency"), {"code": link.code}),
    ]
    settings.BANGVANG_DAY = make.EXPIRES.replace(day=2)
    answers.append(follow(Client(), link))
    settings.BANGVANG_DAY = DAY
    AgencyRequest.objects.update(wrong_codes=5)
    answers.append(follow(Client(), link))
    AgencyRequest.objects.update(wrong_codes=0)
    withdraw_agency_request(link.ref, "Nhầm.", actor=office[1], at=AT)
    answers.append(follow(Client(), link))

    said = {
        re.sub(r'value="[^"]*"', "", text(answer).split("<main")[1].split("</main")[0])
        for answer in answers
    }
    assert {answer.status_code for answer in answers} == {422}
    assert len(said) == 1
    assert "Liên kết hoặc mã không đúng, hoặc đã hết hạn" in said.pop()
    shut = Client().get(reverse("gate:answer_agency"))
    assert shut["Location"] == reverse("gate:asked_agency")


def test_an_answer_is_sent_once_and_its_receipt_shown(
    office: Office, rows: list[Nomination], client: Client
) -> None:
    link = make.asked(office[0], rows[:2])
    follow(client, link)
    other = Client()
    follow(other, link)
    address = reverse("gate:answer_agency")
    bad = client.post(address, an_answer(**{"no-1": "", "is_sure": ""}))
    assert bad.status_code == 422
    assert "Còn nợ 12 triệu đồng." in text(bad)
    assert "có thông tin thì cần ghi" in text(client.post(address, an_answer(**{"no-1": ""})))

    assert client.post(address, an_answer())["Location"] == address

    said = text(client.get(address))
    assert "Biên nhận" in said
    assert "văn bản số 45/TB-CT ngày 03/08/2026" in said
    assert "Gửi ý kiến</button>" not in said
    second = other.post(address, an_answer(signer_name="Người Thứ Hai"))
    assert second.status_code == 422
    assert "Cơ quan đã trả lời yêu cầu này" in text(second)
    assert AgencyReply.objects.get().signer_name == "Hoàng Thị Suối Mơ"
