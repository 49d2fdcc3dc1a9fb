"""Search tables that the database itself keeps current: FTS5 on SQLite, tsvector on PostgreSQL.

A row of the searched table becomes a set of words: those of its folded columns, those of its
columns as written (so that a word typed with marks finds only the same marks), and the numbers of
the node it hangs on and of all nodes above. The last let a search stay inside a branch of the tree
by the index alone. Triggers follow every write, also in bulk and by hand.

On SQLite a migration that remakes a table drops its triggers: such a migration ends with
``install`` again; a test fails if it does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from django.db import connection, transaction

from bangvang.foundation.db import search_postgresql, search_sqlite
from bangvang.foundation.db.indexed import Indexed


class Runs(Protocol):
    """A schema editor, or whatever else runs a statement."""

    def execute(self, statement: str) -> object:
        """Run it."""


def install(editor: Runs, indexes: Sequence[Indexed]) -> None:
    """Make the search tables of one tree with their triggers, and fill them.

    A column by which rows are gone and that the table does not have yet is left out: a migration
    from before that column makes the tables as they were.
    """
    known = [_as_it_is(index) for index in indexes]
    for statement in (*_engine().remove(known), *_engine().make(known)):
        editor.execute(statement)
    for statement in _filling(known):
        editor.execute(statement)


def uninstall(editor: Runs, indexes: Sequence[Indexed]) -> None:
    """Take tables and triggers away."""
    for statement in _engine().remove(indexes):
        editor.execute(statement)


def rebuild(indexes: Sequence[Indexed]) -> dict[str, int]:
    """Make and fill everything anew, all or nothing; return the rows of each searched table."""
    with transaction.atomic(), connection.cursor() as cursor:
        install(cursor, indexes)
        counted = {}
        for index in indexes:
            cursor.execute(f"SELECT count(*) FROM {index.table}")  # noqa: S608  our own names
            counted[index.rows] = int(cursor.fetchone()[0])
    return counted


def triggers_missing(indexes: Sequence[Indexed]) -> list[str]:
    """Return the names of triggers that ought to be there and are not."""
    with connection.cursor() as cursor:
        cursor.execute(_engine().TRIGGERS_THERE)
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in _engine().trigger_names(indexes) if name not in there]


def _as_it_is(index: Indexed) -> Indexed:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, index.rows)
    there = {column.name for column in columns}
    return replace(index, gone=tuple(name for name in index.gone if name in there))


def _filling(indexes: Sequence[Indexed]) -> Iterator[str]:
    for index in indexes:
        yield from _engine().fill(index)


class _Engine(Protocol):
    TRIGGERS_THERE: str

    def make(self, indexes: Sequence[Indexed]) -> list[str]: ...
    def remove(self, indexes: Sequence[Indexed]) -> list[str]: ...
    def fill(self, index: Indexed) -> list[str]: ...
    def trigger_names(self, indexes: Sequence[Indexed]) -> list[str]: ...


def _engine() -> _Engine:
    return search_postgresql if connection.vendor == "postgresql" else search_sqlite
