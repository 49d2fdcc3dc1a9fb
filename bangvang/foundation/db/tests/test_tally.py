"""One statement adds to every counter that is named, new or old."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation.db.tally import add_one, rows_naming

MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)


@pytest.fixture(autouse=True)
def table(db: None) -> Iterator[None]:
    """A table whose names must be quoted."""
    with connection.cursor() as cursor:
        cursor.execute(
            'CREATE TEMPORARY TABLE "table" (page varchar(20), "order" date, "all" bigint, '
            'UNIQUE (page, "order"))'
        )
        yield
        cursor.execute('DROP TABLE "table"')


def add(*keys: tuple[str, date]) -> None:
    add_one("table", ["page", "order"], keys, count="all")


def counted() -> dict[tuple[str, str], int]:
    with connection.cursor() as cursor:
        cursor.execute('SELECT page, "order", "all" FROM "table"')
        return {(page, str(day)): times for page, day, times in cursor.fetchall()}


def test_a_counter_begins_at_one_and_grows_by_one() -> None:
    add(("a", MONDAY))
    first = counted()
    add(("a", MONDAY))

    assert (first, counted()) == ({("a", "2026-09-14"): 1}, {("a", "2026-09-14"): 2})


def test_one_statement_adds_to_the_named_counters_only(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    add(("a", MONDAY), ("a", TUESDAY))

    with django_assert_num_queries(1):
        add(("a", MONDAY), ("b", MONDAY))

    assert counted() == {("a", "2026-09-14"): 2, ("a", "2026-09-15"): 1, ("b", "2026-09-14"): 1}


def test_nobody_asked_about_is_nobody_counted(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert rows_naming("table", "page", ()) == {}
