"""A journal of what changed, kept by triggers in the transaction that changes it.

Who holds rows in memory asks it what to read again: ``mark`` first, then the rows, and from then on
``changes_since``. An entry names a holder and a part of what is known of them, never what it was or
became: whoever reads an entry twice, or late, still reads what is true now. Of several entries for
the same part the newest is kept, so the journal is never longer than there are parts.

No change is missed. On SQLite one transaction writes at a time, and entries are numbered as they
are committed. On PostgreSQL each entry names its transaction, and a mark is the oldest transaction
that was still open: all entries from there on are read, again if need be.

On SQLite a migration that remakes a followed table drops its triggers: such a migration ends with
``install`` again; a test fails if it does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import connection, transaction

from bangvang.foundation.db import changes_postgresql, changes_sqlite
from bangvang.foundation.db.followed import Journal

EVERYBODY = 0
"""The holder of an entry after which everything is to be read again."""

Part = tuple[int, str]
"""Whose, and what of theirs."""


@dataclass(frozen=True)
class Changes:
    """What is to be read again, and the mark for the next time.

    ``parts`` is None where everything is: the journal was made anew, or is that of another
    database, or names more than was asked for.
    """

    mark: int
    parts: frozenset[Part] | None


class Runs(Protocol):
    """A schema editor, or whatever else runs a statement."""

    def execute(self, statement: str) -> object:
        """Run it."""


def mark(journal: Journal) -> int:
    """Return where the journal stands; ask before reading what it is about."""
    return _engine().read(journal, None, most=0).mark


def changes_since(journal: Journal, since: int, *, most: int) -> Changes:
    """Return what changed since a mark; everything if it is more than ``most`` parts."""
    read = _engine().read(journal, since, most=most + 1)
    parts = frozenset(read.parts)
    is_all = read.is_another or len(read.parts) > most or any(who == EVERYBODY for who, _ in parts)
    return Changes(read.mark, None if is_all else parts)


def install(editor: Runs, journal: Journal) -> None:
    """Make the journal where there is none, and all triggers anew; whatever was read is stale."""
    for statement in (*_engine().make(journal), *_engine().empty(journal, EVERYBODY)):
        editor.execute(statement)


def uninstall(editor: Runs, journal: Journal) -> None:
    """Take journal and triggers away."""
    for statement in _engine().remove(journal):
        editor.execute(statement)


def renew(journal: Journal) -> None:
    """Make triggers anew and empty the journal, all or nothing."""
    with transaction.atomic(), connection.cursor() as cursor:
        install(cursor, journal)


def triggers_missing(journal: Journal) -> list[str]:
    """Return the names of triggers that ought to be there and are not."""
    with connection.cursor() as cursor:
        cursor.execute(_engine().TRIGGERS_THERE)
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in _engine().trigger_names(journal) if name not in there]


class _Read(Protocol):
    @property
    def mark(self) -> int: ...
    @property
    def parts(self) -> Sequence[Part]: ...
    @property
    def is_another(self) -> bool: ...


class _Engine(Protocol):
    TRIGGERS_THERE: str

    def make(self, journal: Journal) -> list[str]: ...
    def empty(self, journal: Journal, everybody: int) -> list[str]: ...
    def remove(self, journal: Journal) -> list[str]: ...
    def trigger_names(self, journal: Journal) -> list[str]: ...
    def read(self, journal: Journal, since: int | None, *, most: int) -> _Read: ...


def _engine() -> _Engine:
    return changes_postgresql if connection.vendor == "postgresql" else changes_sqlite
