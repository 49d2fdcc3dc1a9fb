# ruff: noqa: S608  names of our own tables and columns, nothing that anybody types
"""The statements that keep and read a journal of changes on SQLite.

Numbers are never given twice (``AUTOINCREMENT``), and only one transaction writes at a time: what
is committed later has the higher number. The older entry is deleted by a statement of its own, as
``OR REPLACE`` inside a trigger gives way to what the outer statement says of conflicts.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from bangvang.foundation.db.followed import Followed, Journal

TRIGGERS_THERE = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
VERBS = ("in", "out", "other")


class Read(NamedTuple):
    """The entries after a mark, the mark after them, and whether it was of another database."""

    mark: int
    parts: Sequence[tuple[int, str]]
    is_another: bool


def make(journal: Journal) -> list[str]:
    """Return the statements that make the table if there is none, and all triggers anew."""
    return [
        f"CREATE TABLE IF NOT EXISTS {journal.name} (number INTEGER PRIMARY KEY AUTOINCREMENT, "
        "holder bigint NOT NULL, part text NOT NULL)",
        f"CREATE INDEX IF NOT EXISTS {journal.name}_part ON {journal.name} (holder, part)",
        *(f"DROP TRIGGER IF EXISTS {name}" for name in trigger_names(journal)),
        *(made for one in journal.follows for made in _followers(journal, one)),
    ]


def empty(journal: Journal, everybody: int) -> list[str]:
    """Return the statements that leave one entry only, after which everything is read again."""
    return [
        f"DELETE FROM {journal.name}",
        f"INSERT INTO {journal.name} (holder, part) VALUES ({everybody}, '')",
    ]


def remove(journal: Journal) -> list[str]:
    """Return the statements that take everything away."""
    triggers = [f"DROP TRIGGER IF EXISTS {name}" for name in trigger_names(journal)]
    return [*triggers, f"DROP TABLE IF EXISTS {journal.name}"]


def trigger_names(journal: Journal) -> list[str]:
    """Return the names of all triggers."""
    return [_named(journal, one, verb) for one in journal.follows for verb in VERBS]


def read(journal: Journal, since: int | None, *, most: int) -> Read:
    """Return the entries after a mark, at most so many; without a mark only where it stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [journal.name])
        (last,) = cursor.fetchone() or (0,)
        if since is None:
            return Read(last, (), is_another=False)
        cursor.execute(
            f"SELECT number, holder, part FROM {journal.name} WHERE number > %s "
            "ORDER BY number LIMIT %s",
            [since, most],
        )
        found = cursor.fetchall()
    reached = max((number for number, _, _ in found), default=since)
    is_another = last < since
    return Read(
        last if is_another else max(last, reached),
        [(holder, part) for _, holder, part in found],
        is_another,
    )


def _named(journal: Journal, one: Followed, verb: str) -> str:
    return f"{journal.name}_{one.rows}_{verb}"


def _followers(journal: Journal, one: Followed) -> list[str]:
    differ = " OR ".join(f"old.{name} IS NOT new.{name}" for name in one.columns)
    came, gone = _entry(journal, one, "new."), _entry(journal, one, "old.")
    whens = (
        ("in", f"AFTER INSERT ON {one.rows}", came),
        ("out", f"AFTER DELETE ON {one.rows}", gone),
        (
            "other",
            f"AFTER UPDATE OF {', '.join(one.columns)} ON {one.rows} WHEN {differ}",
            f"{gone} {came}",
        ),
    )
    return [
        f"CREATE TRIGGER {_named(journal, one, verb)} {when} BEGIN {does} END"
        for verb, when, does in whens
    ]


def _entry(journal: Journal, one: Followed, row: str) -> str:
    holder, part = f"{row}{one.holder}", one.part_in(row)
    return (
        f"DELETE FROM {journal.name} WHERE holder = {holder} AND part = {part}; "
        f"INSERT INTO {journal.name} (holder, part) SELECT {holder}, {part} "
        f"WHERE {holder} IS NOT NULL;"
    )
