"""Nothing of what is refused, forwarded, in draft or yet to come reaches anybody outside."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.decisions.tests import factories as decided
from bangvang.publishing.tests.province import award, province

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 14)
GRANTED = ("Lù Văn Được Khen", "Vàng Thị Được Tặng")
SECRETS = (
    "Giàng A Không Đạt",
    "Hoàng Thị Đã Trình",
    "Sùng Văn Dự Thảo",
    "Tẩn Mẩy Chờ Ký",
    "Phàn Thị Ngày Mai",
    "Tin còn nháp",
    "Tin chờ duyệt",
    "Tin đã gỡ",
    "Tin của ngày mai",
    "9999/QĐ-UBND",
    "17/TTr-UBND",
    "77/QĐ-UBND",
)
PAGES = (
    reverse("portal:home"),
    reverse("portal:news"),
    reverse("portal:register"),
    reverse("portal:sitemap"),
    reverse("portal:rss"),
)


@pytest.fixture
def decision_ref(settings: Settings) -> str:
    """Build a province with every kind of secret; return the reference of its one decision."""
    settings.BANGVANG_DAY = TODAY
    return province(GRANTED, TODAY)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_no_page_says_a_secret(decision_ref: str, client: Client) -> None:
    decision = reverse("portal:decision", args=[decision_ref])
    read = {page: text_of(client, page) for page in (*PAGES, decision)}

    assert [(page, s) for page, text in read.items() for s in SECRETS if s in text] == []


def test_what_may_be_read_is_there(decision_ref: str, client: Client) -> None:
    decision = client.get(reverse("portal:decision", args=[decision_ref])).context["decision"]
    register = text_of(client, reverse("portal:register"))

    assert [(line.order, line.name) for line in decision.lines] == list(enumerate(GRANTED, start=1))
    assert [name for name in GRANTED if name not in register] == []
    assert "Tin được đăng" in text_of(client, reverse("portal:news"))
    assert "05/QĐ-UBND" in text_of(client, reverse("portal:home"))


def test_no_number_counts_a_secret(decision_ref: str, client: Client) -> None:
    register = client.get(reverse("portal:register"))
    home = client.get(reverse("portal:home"))
    choices = {choice.label for shown in register.context["filters"] for choice in shown.choices}

    assert register.context["count"] == home.context["figures"].count == len(GRANTED)
    assert choices == {"Tất cả", "Chiến sĩ thi đua cấp tỉnh", "2021"}
    assert [row.number for row in home.context["decisions"]] == ["05/QĐ-UBND"]
    assert [row.whom for row in home.context["decisions"]] == ["2 trường hợp"]
    for secret in SECRETS:
        found = client.get(reverse("portal:register"), {"q": secret})
        assert found.context["count"] == 0


def test_before_the_decisions_day_there_is_neither_decision_nor_award(
    decision_ref: str, client: Client, settings: Settings
) -> None:
    settings.BANGVANG_DAY = decided.SIGNED_ON - timedelta(days=1)

    assert client.get(reverse("portal:decision", args=[decision_ref])).status_code == 404
    assert client.get(reverse("portal:register")).context["count"] == 0
    assert client.get(reverse("portal:home")).context["decisions"] == []


def test_what_may_not_be_read_is_not_found(decision_ref: str, client: Client) -> None:
    waiting = decided.person("Lý Văn Chưa Có")
    addresses = (
        "/tin-tuc/tin-con-nhap/",
        "/tin-tuc/tin-cho-duyet/",
        "/tin-tuc/tin-da-go/",
        "/tin-tuc/tin-cua-ngay-mai/",
        "/khen-thuong/nguoi/khong-co/",
        "/khen-thuong/quyet-dinh/khong-co/",
        reverse("portal:person", args=[waiting.ref]),
    )

    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 404
    )


def test_no_page_says_a_birthday_or_a_number_of_identity(client: Client) -> None:
    holder = award(GRANTED[0], birth_on=date(1971, 8, 17), identity_digest="f" * 64)

    read = text_of(client, reverse("portal:person", args=[holder]))
    read += text_of(client, reverse("portal:register"))

    assert [said for said in ("1971", "17/08", "f" * 64) if said in read] == []
