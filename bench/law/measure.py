"""`bangvang bench law`: make a register, prove that all alternatives agree, then measure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol

import numpy as np

from bench.law import duck, loops, memory, one, page, postgresql
from bench.law.made import Made, made
from bench.law.ours import Answers, Ours, ours, resident_of
from bench.law.rules import CRITERIA
from bench.rounds import Disagreement, Measured, Row, Work, medians

PEOPLE_PER_ROW = 1 / 22
"""Somebody who has served since 2011 has some thirty rows, a newcomer two."""
FULL, SMALL = 10_000_000, 40_000
ROWS_PER_NOMINEE = 100

OURS, LOOPS = "columns", "Python loops over sets"
POSTGRESQL, DUCKDB = "PostgreSQL, covering index", "DuckDB SQL"
BAREST = "the barest prepared query, PostgreSQL"
ONE_QUERY = "one query of the awards, Django on PostgreSQL"
PAGE = "the record as a page gets it, Django on PostgreSQL"
SQLITE = "the barest prepared query, SQLite in memory"
TARGETS = {POSTGRESQL: 15.0, LOOPS: 8.0, DUCKDB: 10.0}
Say = Callable[[str], None]


class Way(Protocol):
    """One way to answer the six criteria."""

    def answers(self) -> Answers:
        """Return one row of six answers for each nominee."""

    def work(self) -> object:
        """Compute them: what is timed."""


def measure(*, small: bool, say: Say) -> Measured:
    """Measure everything that can be measured here.

    Raises:
        Disagreement: the alternatives do not answer alike.
    """
    rows = SMALL if small else FULL
    say(f"Tạo sổ khen thưởng giả lập {rows:,} dòng".replace(",", "."))
    register = made_with(rows)
    columns = ours(register)
    duckdb = duck.duckdb_with(register)
    ways: dict[str, Way] = {LOOPS: loops.Loops(register)}
    missing = []
    if duckdb is None:
        missing.append(duck.MISSING)
    else:
        ways[DUCKDB] = duckdb
    with postgresql.cluster(small=small) as connection:
        if connection is None:
            missing.append(postgresql.MISSING)
        else:
            say("Nạp PostgreSQL")
            ways[POSTGRESQL] = postgresql.postgresql_with(register, connection)
        say("Đối chiếu kết quả, rồi đo từng vòng")
        found = [*_criteria(columns, ways), *_one_nominee(register, connection)]
    say("Đo bộ nhớ")
    sizes = memory.bytes_of(register)
    if sizes is None:
        missing.append(memory.MISSING)
    else:
        found.append(_memory(register, sizes))
    say("Đo khi số dòng tăng mười lần")
    found += _growth(columns, ours(made_with(rows // 10)))
    if small:
        found = [replace(row, target=None) for row in found]
    return Measured(tuple(found), tuple(missing))


def made_with(rows: int) -> Made:
    """Return a register of so many rows; one nominee to a hundred rows."""
    return made(rows=rows, people=int(rows * PEOPLE_PER_ROW), nominees=rows // ROWS_PER_NOMINEE)


def agree(columns: Way, ways: Mapping[str, Way]) -> None:
    """Hold every way's answers against those of the columns.

    Raises:
        Disagreement: one answer or more differs, or one of the three answers never comes.
    """
    law = columns.answers()
    for name, way in ways.items():
        differ = (way.answers() != law).sum(axis=0)
        if differ.any():
            told = dict(zip(CRITERIA, differ.tolist(), strict=True))
            raise Disagreement(f"{name}: {told}")
    if np.unique(law[:, 2]).size < len(("MET", "NOT_MET", "FOR_A_PERSON")):
        raise Disagreement(f"{CRITERIA[2]}: one of the three answers does not occur")


def _criteria(columns: Ours, ways: Mapping[str, Way]) -> list[Row]:
    agree(columns, ways)
    works: dict[str, Work] = {OURS: columns.work} | {n: way.work for n, way in ways.items()}
    seconds = medians(works)
    name = f"six criteria, {_sized(columns.made)}"
    return [
        Row(name, "s", seconds[OURS], seconds[other], other, TARGETS[other])
        for other in (POSTGRESQL, LOOPS, DUCKDB)
        if other in seconds
    ]


def _sized(register: Made) -> str:
    return f"{register.nominees.size / 1000:g}k nominees, {_rows(register)}"


def _rows(register: Made) -> str:
    return f"{register.people.size / 1e6:g} M rows"


def _one_nominee(register: Made, connection: postgresql.Connection | None) -> list[Row]:
    asked = one.hardest()
    works = {OURS: one.explained(register, asked), SQLITE: one.fetched_from_sqlite(register)}
    if connection is None:
        return _explaining(asked, medians(works))
    with page.product_in(connection):
        works[BAREST] = one.fetched(register, connection)
        people = one.people_asked(register)
        works[PAGE] = page.read(page.entered(register, people))
        works[ONE_QUERY] = page.asked_once(people)
        return _explaining(asked, medians(works))


def _explaining(asked: one.Asked, seconds: Mapping[str, float]) -> list[Row]:
    """Explaining is to take no longer than one query as a page makes it; the barest ones aside."""
    name = f"one nominee, {asked.routes[0].code}, routes explained: {len(asked.routes)}"
    each = {way: total / one.MANY * 1000 for way, total in seconds.items()}
    return [
        Row(name, "ms", each[OURS], each[other], other, limit, "at_most")
        for other, limit in ((ONE_QUERY, 1.0), (PAGE, 1.0), (BAREST, None), (SQLITE, None))
        if other in each
    ]


def _memory(register: Made, sizes: Mapping[str, float]) -> Row:
    """A third of the alternative is the limit, so three times better is the target."""
    name = f"memory of {_rows(register)}"
    return Row(name, "bytes", sizes["columns"], sizes["lists"], "dict of lists", 3.0)


def _growth(large: Ours, tenth: Ours) -> list[Row]:
    """Time per row with all rows, beside the same with a tenth of them."""
    works: dict[tuple[str, Ours], Work] = {
        ("six criteria for everybody", large): large.sweep,
        ("six criteria for everybody", tenth): tenth.sweep,
        ("building the columns", large): partial(resident_of, large.made),
        ("building the columns", tenth): partial(resident_of, tenth.made),
    }
    seconds = medians(works)
    each = {key: seconds[key] * 1e9 / key[1].made.people.size for key in works}
    few = _rows(tenth.made)
    return [
        Row(f"{what}, {_rows(large.made)}", "ns/row", each[what, large], each[what, tenth], few)
        for what in dict.fromkeys(what for what, _ in works)
    ]
