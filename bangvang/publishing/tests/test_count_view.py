"""Counting: exact, without keeping who reads."""

from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from bangvang.publishing.actions.count_view import count_view, key_of, visitor_token
from bangvang.publishing.models import PORTAL, Presence, Views, VisitKey
from bangvang.publishing.tests.factories import AT, ON

MINUTES = timedelta(minutes=1)


def counted() -> dict[tuple[str, date], int]:
    return {(row.page, row.day): row.count for row in Views.objects.all()}


@pytest.mark.django_db
def test_a_view_counts_for_the_page_and_for_the_portal() -> None:
    count_view("tin1", visitor="a", at=AT, sweep=False)
    count_view("tin1", visitor="b", at=AT, sweep=False)
    count_view(None, visitor="a", at=AT, sweep=False)
    count_view("tin1", visitor="a", at=AT + timedelta(days=1), sweep=False)

    assert counted() == {
        (PORTAL, ON): 3,
        ("tin1", ON): 2,
        (PORTAL, ON + timedelta(days=1)): 1,
        ("tin1", ON + timedelta(days=1)): 1,
    }


@pytest.mark.django_db
def test_counting_takes_two_statements_and_a_third_only_to_sweep(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(2):
        count_view("tin1", visitor="a", at=AT, sweep=False)
    with django_assert_num_queries(3):
        count_view("tin1", visitor="a", at=AT, sweep=True)


@pytest.mark.django_db
def test_a_reader_is_present_once_and_swept_away_after_a_quarter_of_an_hour() -> None:
    count_view(None, visitor="a", at=AT, sweep=False)
    count_view(None, visitor="b", at=AT + 5 * MINUTES, sweep=False)
    count_view(None, visitor="b", at=AT + 15 * MINUTES, sweep=True)

    assert list(Presence.objects.values_list("token", "last_seen_at")) == [("b", AT + 15 * MINUTES)]


@pytest.mark.django_db
def test_a_token_is_the_same_all_day_and_tells_readers_apart() -> None:
    key_of.cache_clear()

    first = visitor_token("10.0.0.1", "Firefox", on=ON)

    assert first == visitor_token("10.0.0.1", "Firefox", on=ON)
    assert first != visitor_token("10.0.0.2", "Firefox", on=ON)
    assert first != visitor_token("10.0.0.1", "Chrome", on=ON)
    assert "10.0.0.1" not in first


@pytest.mark.django_db
def test_a_new_day_throws_the_key_and_the_tokens_of_the_old_one_away() -> None:
    key_of.cache_clear()
    yesterday = visitor_token("10.0.0.1", "Firefox", on=ON)
    count_view(None, visitor=yesterday, at=AT, sweep=False)

    today = visitor_token("10.0.0.1", "Firefox", on=ON + timedelta(days=1))

    assert today != yesterday
    assert [key.day for key in VisitKey.objects.all()] == [ON + timedelta(days=1)]
    assert not Presence.objects.exists()


@pytest.mark.django_db
def test_two_processes_of_one_day_share_the_key() -> None:
    key_of.cache_clear()
    first = visitor_token("10.0.0.1", "Firefox", on=ON)
    count_view(None, visitor=first, at=AT, sweep=False)

    key_of.cache_clear()

    assert visitor_token("10.0.0.1", "Firefox", on=ON) == first
    assert Presence.objects.count() == 1


@pytest.mark.django_db
def test_records_of_counting_say_no_reader() -> None:
    digest = "0f3c"
    seen = Presence(token=digest, last_seen_at=AT)
    kept = VisitKey(day=ON, key="of the day")

    assert digest not in str(seen)
    assert "of the day" not in str(kept)
    assert str(Views(page=PORTAL, day=ON, count=3)) == "portal 2026-09-14: 3"


def _counts_often(times: int) -> None:
    try:
        for _ in range(times):
            count_view("tin1", visitor="a", at=AT, sweep=False)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="an in-memory database has one connection at a time"
)
def test_no_view_is_lost_when_many_count_at_once() -> None:
    threads = [Thread(target=_counts_often, args=[25]) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counted() == {(PORTAL, ON): 100, ("tin1", ON): 100}
