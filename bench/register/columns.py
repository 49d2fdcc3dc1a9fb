"""The resident columns: building them beside only reading the rows, and keeping them up.

Rows are made by the engine itself, past all actions, in tables without indexes and triggers; before
refreshes are timed, the index by person and the journal of changes are put in place as they are in
the system, and new awards are entered with both.
"""

import gc
import json
import sys
from collections import deque
from collections.abc import Callable
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connection
from django.db.backends.utils import CursorWrapper

from bangvang.foundation.db.changes import renew
from bangvang.registry.columns import Register
from bangvang.registry.models import Award, Completeness, Person
from bangvang.registry.selectors.everybody import (
    awards_of_all,
    births_of_all,
    completeness_of_all,
)
from bangvang.registry.stale import STALE
from bench.law.postgresql import Connection
from bench.register import process
from bench.rounds import Row

PEOPLE_PER_ROW = 1 / 22
SIZES = {"SQLite": (10_000, 100_000, 1_000_000, 10_000_000), "PostgreSQL": (100_000, 1_000_000)}
SIZES_SMALL = (2_000, 4_000)
NEW = 1_000
YEAR = 2025
OFTEN, ROUNDS_OFTEN, REFRESHES = 100_000, 3, 5
"""Up to so many rows it is built and read several times; with more, once."""

OVER_READING, CHEAPER = 10.0, 100.0
CODES = ("LDTT", "CSTDCS", "GIAY_KHEN", "BK_TINH", "CSTDT", "LDTT", "LDTT")


def rows(engine: str, *, small: bool, connection: Connection | None = None) -> list[Row]:
    """Measure on one engine.

    Raises:
        Stopped: the process of its own ended without figures.
    """
    sizes = SIZES_SMALL if small else SIZES[engine]
    told = process.run(__name__, "tell", *sizes, connection=connection)
    found = []
    for size, each in zip(sizes, told, strict=True):
        name, times = f"{size:,} rows, {engine}", 1 if size > OFTEN else ROUNDS_OFTEN
        found += [
            Row(
                f"building the columns of {name}", "s", each["build"], each["read"],
                "reading the rows", OVER_READING if size == sizes[-1] else None, "at_most", times,
            ),
            Row(
                f"refresh by {NEW:,} rows, {name}", "s", each["refresh"], each["build"],
                "building anew", CHEAPER if size == sizes[-1] else None, rounds=times,
            ),
        ]  # fmt: skip
    first, last = told[0]["build"] / sizes[0], told[-1]["build"] / sizes[-1]
    what = f"building the columns, {sizes[-1]:,} rows, {engine}"
    return [*found, Row(what, "µs/row", last * 1e6, first * 1e6, f"{sizes[0]:,} rows", rounds=1)]


def tell(*sizes: str) -> None:
    """Fill this process's database step by step, measure, print; for a process of its own."""
    call_command("migrate", verbosity=0)
    _bare(Person, Award, Completeness)
    told = []
    for size in map(int, sizes):
        _fill(size)
        told.append(_measured(size))
    sys.stdout.write(json.dumps(told) + "\n")


def _measured(size: int) -> dict[str, float]:
    times = 1 if size > OFTEN else ROUNDS_OFTEN
    build, read, refresh = [], [], []
    _follow()
    for _ in range(times):
        read.append(_seconds(_read))
        began = perf_counter()
        register = Register(YEAR)
        build.append(perf_counter() - began)
    for _ in range(REFRESHES):
        _add_awards(_newest(Award) + NEW)
        refresh.append(_seconds(register.refresh))
    _bare(Person, Award, Completeness)
    return {"build": median(build), "read": median(read), "refresh": median(refresh)}


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began


def _read() -> None:
    """Get everything from the database that the columns are built of, and let it go."""
    for some in (births_of_all(), awards_of_all(), completeness_of_all()):
        deque(some, 0)


def _newest(model: type[Person] | type[Award]) -> int:
    return model.every.count()


def _follow() -> None:
    """Put in place what the system has beside its awards and refreshing needs."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX award_person ON registry_award (person_id)")
        cursor.execute("ANALYZE")
    renew(STALE)


def _bare(*models: type[Person] | type[Award] | type[Completeness]) -> None:
    """Drop the indexes and triggers of these tables, and what else costs time in filling them."""
    for model in models:
        table = model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
                _drop_indexes(cursor, table)
                continue
            kinds = (("trigger", "TRIGGER"), ("index", "INDEX"))
            for kind, word in kinds:
                asked = (
                    "SELECT name FROM sqlite_master WHERE type = %s AND tbl_name = %s AND sql <> %s"
                )
                cursor.execute(asked, [kind, table, ""])
                for (name,) in cursor.fetchall():
                    cursor.execute(f'DROP {word} "{name}"')


def _drop_indexes(cursor: CursorWrapper, table: str) -> None:
    for name, about in connection.introspection.get_constraints(cursor, table).items():
        if about["primary_key"]:
            continue
        if about["unique"]:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')
        if about["index"] or about["unique"]:
            cursor.execute(f'DROP INDEX IF EXISTS "{name}"')


def _fill(size: int) -> None:
    """Go on to so many awards, their people, and for each person since when all is known."""
    people = max(int(size * PEOPLE_PER_ROW), 10)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registry_organisation (id, ref, name, name_fold, sort_key, abbreviation,"
            " kind, since, place_code, version) SELECT 1, 'o1', 'Sở Mẫu', 'so mau', '1', '',"
            " 'DEPARTMENT', '2000-01-01', '', 1"
            " WHERE NOT EXISTS (SELECT 1 FROM registry_organisation WHERE id = 1)"
        )
        cursor.execute(
            f"{_NUMBERS[connection.vendor]} INSERT INTO registry_person (id, ref, full_name,"  # noqa: S608  our own
            " name_fold, name_key, sort_key, sex, identity_tail, position, organisation_id)"
            " SELECT n, 'p' || n, 'A', 'a', 'a', '1', '', '', '', 1 FROM numbers",
            [_newest(Person) + 1, people],
        )
        cursor.execute(
            f"{_NUMBERS[connection.vendor]} INSERT INTO registry_completeness (id, person_id,"  # noqa: S608  our own
            " record_kind, from_year)"
            " SELECT n, n, 'AWARD', 1990 + n %% 30 FROM numbers",
            [Completeness.objects.count() + 1, people],
        )
    _add_awards(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _add_awards(size: int) -> None:
    """Go on to so many awards, of people here and there."""
    people = _newest(Person)
    codes = " ".join(f"WHEN {place} THEN '{code}'" for place, code in enumerate(CODES))
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_NUMBERS[connection.vendor]} INSERT INTO registry_award (id, ref, code, kind, year,"  # noqa: S608  our own
            " name_as_written, unit_as_written, unit_id, achievement, decision_no, decided_on,"
            " issued_by, decision_ref, origin, person_id)"
            f" SELECT n, 'a' || n, CASE n %% {len(CODES)} {codes} END, 'MERIT', 2008 + n %% 17,"
            " 'A', 'Sở Mẫu', 1, '', '1/QĐ', '2025-01-20', 'Sở Mẫu', '', 'BACK_ENTRY',"
            " 1 + (n * 7919) %% %s FROM numbers",
            [_newest(Award) + 1, size, people],
        )


_NUMBERS = {
    "sqlite": (
        "WITH RECURSIVE numbers(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)"
    ),
    "postgresql": "WITH numbers(n) AS (SELECT generate_series(%s::bigint, %s::bigint))",
}
