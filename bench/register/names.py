"""Name search: the selector with rights, count and reasons, beside the bare index and icontains."""

import gc
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from django.db import connection

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import name_key_loose
from bangvang.foundation.vietnamese.text import without_marks
from bangvang.registry.models import Person
from bangvang.registry.selectors.search import Asked, search
from bench.law.postgresql import Connection
from bench.register import process, store
from bench.register.made import asked, made
from bench.rounds import ROUNDS, Disagreement, Row

FULL, SMALL = 1_000_000, 3_000
QUERIES, SLOW_QUERIES = 200, 10
FIRST = 20
OFFICE = Actor("bench", "Máy đo", "Chuyên viên", "o1", "Tỉnh Mẫu", frozenset({Role.SPECIALIST}))
UNIT = Actor("bench", "Máy đo", "Cán bộ", "o2", "Sở Mẫu 1", frozenset({Role.UNIT_OFFICER}))
LIMITS_MS = {"SQLite": 25.0, "PostgreSQL": 40.0}
BARE = {"SQLite": "bare FTS5", "PostgreSQL": "bare tsvector"}
Search = Callable[[str], int]


@dataclass(frozen=True)
class Times:
    """Seconds of every search of every round, by way."""

    office: list[list[float]]
    unit: list[list[float]]
    marked: list[list[float]]
    bare: list[list[float]]
    icontains: list[list[float]]


def rows(engine: str, *, small: bool, connection: Connection | None = None) -> list[Row]:
    """Measure on one engine.

    Raises:
        Disagreement: the selector counts other people than the bare index.
        Stopped: the process of its own ended without figures.
    """
    people = SMALL if small else FULL
    told = process.run(__name__, "tell", people, connection=connection)
    if told["differ"]:
        raise Disagreement(f"{engine}: {told['differ']}")
    times = Times(**told["times"])
    name, bare = f"name search among {people / 1e6:g} M people, {engine}", BARE[engine]
    slow = [each[:SLOW_QUERIES] for each in times.office]
    late = _p95(times.office) * 1000
    return [
        Row(name, "ms", _each(times.office), _each(times.bare), bare, 1.5, "at_most"),
        Row(f"{name}, p95", "ms", late, LIMITS_MS[engine], "the limit", 1.0, "at_most"),
        Row(name, "ms", _each(slow), _each(times.icontains), "Django icontains", 20.0),
        Row(f"{name}, a unit's own", "ms", _each(times.unit), _each(times.bare), bare),
        Row(f"{name}, typed with marks", "ms", _each(times.marked), _each(times.bare), bare),
    ]


def _each(rounds: list[list[float]]) -> float:
    """Return milliseconds a search: the median of the rounds."""
    return median(sum(one) / len(one) for one in rounds) * 1000


def _p95(rounds: list[list[float]]) -> float:
    return quantiles([seconds for one in rounds for seconds in one], n=20)[-1]


def tell(people: str) -> None:
    """Fill this process's database, measure, print the figures; for a process of its own."""
    register = made(int(people))
    store.fill(register)
    bare = _bare_table()
    typed = asked(register, min(QUERIES, int(people)))
    plain = [without_marks(text).lower() for text in typed]
    ways: dict[str, tuple[Search, Sequence[str]]] = {
        "office": (lambda text: search(OFFICE, Asked(text)).people, plain),
        "unit": (lambda text: search(UNIT, Asked(text)).people, plain),
        "marked": (lambda text: search(OFFICE, Asked(text)).people, typed),
        "bare": (bare, plain),
        "icontains": (_icontains, typed[:SLOW_QUERIES]),
    }
    differ = [text for text in plain if ways["office"][0](text) != bare(text)]
    times: dict[str, list[list[float]]] = {name: [] for name in ways}
    for turn in range(ROUNDS + 1):
        for name, (way, texts) in ways.items():
            seconds = _timed(way, texts)
            if turn:
                times[name].append(seconds)
    sys.stdout.write(json.dumps({"differ": differ, "times": times}) + "\n")


def _timed(way: Search, texts: Sequence[str]) -> list[float]:
    gc.collect()
    seconds = []
    for text in texts:
        began = perf_counter()
        way(text)
        seconds.append(perf_counter() - began)
    return seconds


def _bare_table() -> Search:
    """Make the barest index of folded names there is, and return how it is asked."""
    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for statement in _POSTGRESQL if is_postgresql else _SQLITE:
            cursor.execute(statement)
    return _ask_postgresql if is_postgresql else _ask_sqlite


_SQLITE = (
    "CREATE VIRTUAL TABLE bare USING fts5(words)",
    "INSERT INTO bare(rowid, words) SELECT id, name_fold FROM registry_person",
    "INSERT INTO bare(bare) VALUES ('optimize')",
)
_POSTGRESQL = (
    "CREATE TABLE bare AS "
    "SELECT id, to_tsvector('simple', name_fold) AS words FROM registry_person",
    "CREATE INDEX bare_words ON bare USING gin (words)",
    "ALTER TABLE bare ADD PRIMARY KEY (id)",
    "VACUUM ANALYZE bare",
)


def _ask_sqlite(text: str) -> int:
    asked = " ".join(name_key_loose(text).split())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bare WHERE bare MATCH %s", [asked])
        count = int(cursor.fetchone()[0])
        cursor.execute(
            "SELECT p.ref, p.full_name, p.birth_on, p.position, o.name FROM bare "
            "JOIN registry_person p ON p.id = bare.rowid "
            "JOIN registry_organisation o ON o.id = p.organisation_id "
            "WHERE bare MATCH %s ORDER BY bare.rowid LIMIT %s",
            [asked, FIRST],
        )
        cursor.fetchall()
    return count


def _ask_postgresql(text: str) -> int:
    asked = " & ".join(name_key_loose(text).split())
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH hits AS MATERIALIZED (SELECT id FROM bare WHERE words @@ %s::tsquery) "
            "SELECT (SELECT count(*) FROM hits), "
            "p.ref, p.full_name, p.birth_on, p.position, o.name "
            "FROM (SELECT id FROM hits ORDER BY id LIMIT %s) first "
            "JOIN registry_person p ON p.id = first.id "
            "JOIN registry_organisation o ON o.id = p.organisation_id",
            [asked, FIRST],
        )
        found = cursor.fetchall()
    return int(found[0][0]) if found else 0


def _icontains(text: str) -> int:
    found = Person.objects.filter(full_name__icontains=text).select_related("organisation")
    list(found.order_by("pk")[:FIRST])
    return found.count()
