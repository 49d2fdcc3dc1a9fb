# ruff: noqa: S608  names of our own tables and columns, nothing that anybody types
"""The statements that keep and read a journal of changes on PostgreSQL.

Entries are only added and deleted, and one that somebody else is deleting is left to them: no
writer ever waits for another because of the journal. Numbers from a sequence would not do, as a
transaction may commit after one with higher numbers; so an entry names its transaction.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from bangvang.foundation.db.followed import Followed, Journal

TRIGGERS_THERE = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
VERBS = ("in", "out", "other", "emptied")
OLDEST_OPEN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
"""The oldest transaction that the statement itself cannot see the end of: all before it have ended,
and what they wrote is seen."""


class Read(NamedTuple):
    """The entries from a mark on, the mark after them, and whether it was of another database."""

    mark: int
    parts: Sequence[tuple[int, str]]
    is_another: bool


def make(journal: Journal) -> list[str]:
    """Return the statements that make the table if there is none, and all triggers anew."""
    name = journal.name
    return [
        f"CREATE TABLE IF NOT EXISTS {name} "
        "(holder bigint NOT NULL, part text NOT NULL, written_in bigint NOT NULL)",
        f"CREATE INDEX IF NOT EXISTS {name}_part ON {name} (holder, part)",
        f"CREATE INDEX IF NOT EXISTS {name}_written_in ON {name} (written_in)",
        *_functions_gone(journal),
        _noting(name),
        *(made for one in journal.follows for made in _followers(journal, one)),
    ]


def empty(journal: Journal, everybody: int) -> list[str]:
    """Return the statements that leave one entry only, after which everything is read again."""
    return [f"DELETE FROM {journal.name}", f"SELECT {_noted(journal, f'{everybody}::bigint', '')}"]


def remove(journal: Journal) -> list[str]:
    """Return the statements that take everything away."""
    return [*_functions_gone(journal), f"DROP TABLE IF EXISTS {journal.name}"]


def trigger_names(journal: Journal) -> list[str]:
    """Return the names of all triggers."""
    return [_named(journal, one, verb) for one in journal.follows for verb in VERBS]


def read(journal: Journal, since: int | None, *, most: int) -> Read:
    """Return the entries from a mark on, at most so many; without a mark only where it stands.

    One statement, so that entries and mark are of one moment.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT mark, holder, part FROM (SELECT {OLDEST_OPEN} AS mark) stands "
            f"LEFT JOIN (SELECT holder, part FROM {journal.name} WHERE written_in >= %s LIMIT %s) "
            "entries ON true",
            [since, most],
        )
        found = cursor.fetchall()
    mark = found[0][0]
    parts = [(holder, part) for _, holder, part in found if holder is not None]
    return Read(mark, parts, is_another=since is not None and mark < since)


def _named(journal: Journal, one: Followed, verb: str) -> str:
    return f"{journal.name}_{one.rows}_{verb}"


def _functions_gone(journal: Journal) -> list[str]:
    names = trigger_names(journal)
    return [
        *(f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in names),
        f"DROP FUNCTION IF EXISTS {journal.name}_note(bigint[], text[])",
    ]


def _noting(name: str) -> str:
    """Enter some parts, and delete their older entries.

    Looked for one by one (a lateral subquery that locks is never joined otherwise): the plan is
    kept for a whole session, and must serve one part as well as a thousand.
    """
    return (
        f"CREATE FUNCTION {name}_note(holders bigint[], parts text[]) RETURNS void "
        f"LANGUAGE plpgsql AS $$ BEGIN IF holders IS NULL THEN RETURN; END IF; "
        f"DELETE FROM {name} WHERE ctid = ANY (ARRAY(SELECT older.place "
        "FROM unnest(holders, parts) AS these(holder, part), "
        f"LATERAL (SELECT j.ctid AS place FROM {name} j WHERE j.holder = these.holder "
        "AND j.part = these.part FOR UPDATE SKIP LOCKED) older)); "
        f"INSERT INTO {name} (holder, part, written_in) "
        "SELECT these.holder, these.part, pg_current_xact_id()::text::bigint "
        "FROM unnest(holders, parts) AS these(holder, part); END $$"
    )


def _noted(journal: Journal, holder: str, part: str) -> str:
    return f"{journal.name}_note(ARRAY[{holder}], ARRAY['{part}'])"


def _followers(journal: Journal, one: Followed) -> list[str]:
    holder_and_part = f"{one.holder} AS holder, {one.part_in('')} AS part"
    columns = ", ".join(("id", holder_and_part, *one.columns))
    came, gone = f"SELECT {columns} FROM came", f"SELECT {columns} FROM gone"
    differ = f"({gone} EXCEPT {came}) UNION ALL ({came} EXCEPT {gone})"
    on = f"ON {one.rows}"
    whens = (
        ("in", f"AFTER INSERT {on} REFERENCING NEW TABLE AS came", _parts(journal, came)),
        ("out", f"AFTER DELETE {on} REFERENCING OLD TABLE AS gone", _parts(journal, gone)),
        (
            "other",
            f"AFTER UPDATE {on} REFERENCING OLD TABLE AS gone NEW TABLE AS came",
            _parts(journal, differ),
        ),
        ("emptied", f"AFTER TRUNCATE {on}", f"PERFORM {_noted(journal, '0::bigint', '')};"),
    )
    return [
        statement
        for verb, when, does in whens
        for statement in _trigger(_named(journal, one, verb), when, does)
    ]


def _parts(journal: Journal, rows: str) -> str:
    return (
        f"PERFORM {journal.name}_note(array_agg(holder), array_agg(part)) FROM "
        f"(SELECT DISTINCT holder, part::text AS part FROM ({rows}) changed "
        "WHERE holder IS NOT NULL) parts;"
    )


def _trigger(name: str, when: str, does: str) -> list[str]:
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {does} RETURN NULL; END $$",
        f"CREATE TRIGGER {name} {when} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]
