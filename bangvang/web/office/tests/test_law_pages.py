"""The law on a chosen day, for the office and for everybody."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.law import NotInForce, catalogue_on
from bangvang.registry.tests.factories import organisation
from bangvang.web.lawpages.awards import award_shown
from bangvang.web.lawpages.lists import catalogue_shown, clauses_shown

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 14)
DAYS = (
    date(2017, 10, 1),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2025, 7, 1),
    date(2026, 10, 1),
)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


@pytest.fixture
def specialist() -> Client:
    client = Client()
    unit = organisation("Phòng Thi đua, khen thưởng")
    client.force_login(
        account("chuyenvien", Role.SPECIALIST, unit=unit),
        backend="bangvang.accounts.backend.AccountBackend",
    )
    return client


@pytest.mark.parametrize("door", ["/van-ban/", "/thuong-truc/luat/"])
def test_both_doors_lead_from_the_list_to_an_award(specialist: Client, door: str) -> None:
    listed = specialist.get(f"{door}?ngay=2022-04-19").content.decode()
    assert f'href="{door}danh-hieu/cstdt/?ngay=2022-04-19"' in listed

    shown = specialist.get(f"{door}danh-hieu/cstdt/?ngay=2022-04-19").content.decode()

    assert "khoản 2 Điều 9" in shown.replace("\u00a0", " ")
    assert "Đã đọc nguyên văn" in shown.replace("\u00a0", " ")
    assert "22/11/2026" in shown


def test_a_day_outside_the_rulebook_shows_today_and_says_so(client: Client) -> None:
    for said in ("2015-01-01", "x", "2022-02-30"):
        answer = client.get(f"/van-ban/?ngay={said}")
        assert answer.status_code == 200
        assert "đang xem" in answer.content.decode()


def test_an_unknown_award_and_one_newer_than_the_day_are_answered(client: Client) -> None:
    assert client.get("/van-ban/danh-hieu/khong-co/").status_code == 404
    assert client.get("/van-ban/danh-hieu/htxsnv/").status_code == 404
    newer = client.get("/van-ban/danh-hieu/xa_tieu_bieu/?ngay=2022-04-19")
    assert newer.status_code < 500


def test_after_the_unread_amendment_the_former_text_is_marked(client: Client) -> None:
    shown = client.get("/van-ban/danh-hieu/cstdt/?ngay=2026-11-01").content.decode()

    assert "chưa có nguyên văn hiện hành" in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("on", DAYS)
def test_every_award_of_every_law_has_a_page(on: date) -> None:
    def link(code: str) -> str:
        return f"/{code}/"

    codes = [line.award.code for line in catalogue_on(on)]

    assert sum(len(rows) for _, rows in catalogue_shown(on, link)) == len(codes)
    for code in codes:
        assert award_shown(code, on).facts
    assert clauses_shown(on, link)


def test_a_day_before_the_rulebook_has_no_list() -> None:
    with pytest.raises(NotInForce):
        catalogue_shown(date(2017, 9, 30), str)


def test_a_clause_leads_to_the_award_that_rests_on_it(client: Client) -> None:
    shown: Any = client.get("/van-ban/dieu-khoan/?ngay=2022-04-19").content.decode()

    assert "khoản 2 Điều 9" in shown.replace("\u00a0", " ")
    assert 'href="/van-ban/danh-hieu/cstdt/?ngay=2022-04-19"' in shown


def test_the_law_asks_once_what_was_confirmed_and_nothing_else(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    machine = Client(headers={"User-Agent": "bot"})
    machine.get("/van-ban/")

    with django_assert_num_queries(2):  # the newest reading, the count of visits
        machine.get("/van-ban/danh-hieu/cstdt/")
