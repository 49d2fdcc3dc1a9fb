"""Views are counted without a cookie, without machines, and never in the way of a page."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation import clock
from bangvang.publishing.actions.count_view import key_of
from bangvang.publishing.tests.factories import AT, ON, published
from bangvang.web.portal import counting

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT.astimezone(clock.HANOI))
    key_of.cache_clear()


def reader(address: str = "10.0.0.1") -> Client:
    return Client(REMOTE_ADDR=address, headers={"User-Agent": BROWSER})


def test_an_article_page_takes_three_statements_with_its_counting(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    published("Chính")
    for number in range(7):
        published(f"Tin {number}", before=timedelta(hours=number + 1))
    reader().get("/tin-tuc/chinh/")

    with django_assert_num_queries(3):
        reader("10.0.0.2").get("/tin-tuc/chinh/")


def test_every_view_shows_itself_in_the_numbers() -> None:
    published("Chính")

    first = reader().get("/tin-tuc/chinh/").context["article"]
    second = reader("10.0.0.2").get("/tin-tuc/chinh/").context["article"]
    home = reader().get("/").context["visits"]

    assert (first.views, first.visits.today, first.visits.online) == (1, 1, 1)
    assert (second.views, second.visits.all, second.visits.online) == (2, 2, 2)
    assert (home.today, home.week, home.all, home.online) == (3, 3, 3, 2)


def test_turning_the_pages_of_other_news_is_no_new_reading() -> None:
    published("Chính")
    for number in range(6):
        published(f"Tin {number}", before=timedelta(hours=number + 1))
    reader().get("/tin-tuc/chinh/")

    second = reader().get("/tin-tuc/chinh/?trang=2").context["article"]

    assert (second.views, second.visits.today) == (1, 2)


def test_nothing_is_left_in_the_browser() -> None:
    published("Chính")

    cookies = [reader().get(page).cookies.output() for page in ("/", "/tin-tuc/chinh/")]

    assert cookies == ["", ""]


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "curl/8.5"},
        {"User-Agent": ""},
        {"User-Agent": BROWSER, "Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_machines_and_looks_ahead_are_not_counted(headers: dict[str, str]) -> None:
    published("Chính")

    shown = Client(headers=headers).get("/tin-tuc/chinh/").context["article"]

    assert (shown.views, shown.visits.today) == (0, 0)
    assert reader().get("/").context["visits"].today == 1


def test_asking_for_the_head_of_a_page_is_not_reading_it() -> None:
    reader().head("/")

    assert reader().get("/").context["visits"].today == 1


def _fails(*_args: object, **_named: object) -> None:
    raise DatabaseError("locked")


@pytest.mark.parametrize("part", ["count_view", "visitor_token"])
def test_a_page_is_read_even_if_it_cannot_be_counted(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("Chính")
    monkeypatch.setattr(counting, part, _fails)

    answers = [reader().get(page) for page in ("/", "/tin-tuc/chinh/")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].context["article"].views == 0


@pytest.mark.parametrize("name", ["home", "news", "register"])
def test_a_page_says_the_numbers_at_its_foot(name: str) -> None:
    text = reader().get(reverse(f"portal:{name}")).content.decode()

    assert "Thống kê truy cập" in text
    assert "Hôm nay" in text


def test_readers_who_left_are_swept_by_the_next_view(monkeypatch: pytest.MonkeyPatch) -> None:
    reader("10.0.0.9").get("/")
    later = AT.astimezone(clock.HANOI) + timedelta(minutes=20)
    monkeypatch.setattr(clock, "now", lambda: later)

    first, second = (reader().get("/").context["visits"] for _ in range(2))

    assert (first.online, first.has_left, second.has_left) == (1, True, False)
    assert later.date() == ON
