"""One nominee on a page: every route of one award explained, against fetching the rows."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from bangvang.law import Held, Kind, Record, RecordHand, RecordKind, Route, rulebook
from bangvang.registry.columns import CODES
from bench.law.made import KINDS, NONE, YEAR, Made
from bench.law.postgresql import Connection
from bench.law.statement import COUNTS

MANY = 200
ROWS = f"SELECT code, kind, year FROM held WHERE person = %s AND {COUNTS}"  # noqa: S608  # ours


@dataclass(frozen=True)
class Asked:
    """The award with the most routes of one subject on one day, and these routes."""

    on: date
    routes: tuple[Route, ...]


def hardest() -> Asked:
    """Return the award and day with the most routes in force."""
    found: dict[tuple[date, str, str], list[Route]] = {}
    every = rulebook().routes
    for day in sorted({route.since for route in every}):
        for route in every:
            if route.is_read_on(day, rulebook().texts):
                found.setdefault((day, route.code, route.subject), []).append(route)
    (day, _, _), routes = max(found.items(), key=lambda item: len(item[1]))
    return Asked(day, tuple(routes))


def people_asked(made: Made) -> list[int]:
    """Return the numbers of those nominees who are asked about one by one."""
    numbers: list[int] = made.nominees[:MANY].tolist()
    return numbers


def explained(made: Made, asked: Asked) -> Callable[[], object]:
    """Return the work: build the hand of some nominees as a page does, and explain each route."""
    records = [record_of(made, person) for person in people_asked(made)]
    texts = rulebook().texts

    def work() -> object:
        hands = (RecordHand(record, year=YEAR, on=asked.on) for record in records)
        return [
            route.rule_on(asked.on, texts).explain(hand) for hand in hands for route in asked.routes
        ]

    return work


def fetched(made: Made, connection: Connection) -> Callable[[], object]:
    """Return the work: fetch the rows of each of these nominees by a prepared query."""
    people = people_asked(made)
    return lambda: [connection.execute(ROWS, (person,)).fetchall() for person in people]


def fetched_from_sqlite(made: Made) -> Callable[[], object]:
    """Return the same from SQLite in memory, which holds the rows of these nominees only."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE held (person, code, kind, year, revoked)")
    wanted = np.isin(made.people, made.nominees[:MANY])
    columns = (made.people, made.codes, made.kinds, made.years, made.is_revoked)
    rows = zip(*(column[wanted].tolist() for column in columns), strict=True)
    connection.executemany("INSERT INTO held VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute(f"CREATE INDEX held_covering ON held (person, code, year) WHERE {COUNTS}")
    people, text = people_asked(made), ROWS.replace("%s", "?")
    return lambda: [connection.execute(text, (person,)).fetchall() for person in people]


def record_of(made: Made, person: int) -> Record:
    """Return what is known of one person, as a page has it after its query."""
    held = tuple(
        Held(CODES[made.codes[row]], Kind(KINDS[made.kinds[row]]), int(made.years[row]))
        for row in np.flatnonzero((made.people == person) & ~made.is_revoked)
    )
    known = {kind: int(made.complete[kind][person - 1]) for kind in RecordKind}
    return Record(held, {kind: year for kind, year in known.items() if year != NONE})
