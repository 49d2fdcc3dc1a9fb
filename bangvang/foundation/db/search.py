"""Asking a search table: how many rows, the first of them, or a condition for another query.

Words are data: they hold letters and digits only and are quoted besides, so no operator of either
engine can be typed into them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from bangvang.foundation.db.indexed import Indexed
from bangvang.foundation.db.tally import Naming

_LETTERS = "0-9a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
WORD = re.compile(f"[{_LETTERS}][{_LETTERS}{_TONES}]*")
"""Latin letters with every mark, and digits; whatever else is typed lies between words.

A tone may stand by itself after a letter, as in the keys of names, where it closes the syllable.
"""


@dataclass(frozen=True)
class Words:
    """What a row must have.

    All of ``every`` (the last one may only begin a word, if ``is_open``), or instead a place in
    one of the branches ``or_under``; and besides a place in one of the branches of each of
    ``under``. Branches are ids of nodes of the tree.

    Raises:
        ValueError: nothing is asked, or a word is not letters and digits.
    """

    every: tuple[str, ...] = ()
    is_open: bool = False
    or_under: tuple[int, ...] = ()
    under: tuple[tuple[int, ...], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would match everything or is no word."""
        if not self.every and not self.or_under and not self.under:
            raise ValueError("a search without words")
        if not all(WORD.fullmatch(word) for word in self.every):
            raise ValueError("a word of a search is letters and digits")


@dataclass(frozen=True)
class Found:
    """How many rows match, and the ids of the first of them, lowest first."""

    count: int
    ids: tuple[int, ...]


def found(index: Indexed, words: Words, *, most: int) -> Found:
    """Count what matches and return at most ``most`` ids; one query, two on SQLite for many."""
    if connection.vendor == "postgresql":
        return _found_postgresql(index, words, most)
    return _found_sqlite(index, words, most)


def matching(index: Indexed, words: Words) -> RawSQL:
    """Return the ids as a subquery, for ``pk__in``."""
    if connection.vendor == "postgresql":
        sql = f"SELECT id FROM {index.table} WHERE words @@ %s::tsquery"  # noqa: S608  our own name
        return RawSQL(sql, (_tsquery(words),))  # noqa: S611  words are a parameter
    sql = f"SELECT rowid FROM {index.table} WHERE {index.table} MATCH %s"  # noqa: S608  our own name
    return RawSQL(sql, (_match(words),))  # noqa: S611  words are a parameter


def found_lines(
    index: Indexed, words: Words, columns: Sequence[str], of_node: Sequence[str], *, most: int
) -> tuple[int, list[tuple[Any, ...]]]:
    """Count what matches, and return the lines (as ``lines`` does) of the first of them.

    One query, two on SQLite for many; the ids are those of ``found``.
    """
    wanted, joined = _wanted(index, columns, of_node)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"WITH hits AS MATERIALIZED (SELECT id FROM {index.table} "  # noqa: S608  our own names
                "WHERE words @@ %s::tsquery), "
                "begun AS (SELECT id FROM hits ORDER BY id LIMIT %s) "
                f"SELECT (SELECT count(*) FROM hits), {wanted} {joined} "
                "JOIN begun ON begun.id = r.id",
                [_tsquery(words), most],
            )
            rows = cursor.fetchall()
            return (rows[0][0] if rows else 0), [row[1:] for row in rows]
        asked, begins = _match(words), f"FROM {index.table} WHERE {index.table} MATCH %s"
        cursor.execute(
            f"SELECT {wanted} {joined} WHERE r.id IN "
            f"(SELECT rowid {begins} ORDER BY rowid LIMIT %s)",
            [asked, most],
        )
        rows = list(cursor.fetchall())
        if len(rows) < most:
            return len(rows), rows
        cursor.execute(f"SELECT count(*) {begins}", [asked])
        return cursor.fetchone()[0], rows


def lines(
    index: Indexed,
    ids: Sequence[int],
    columns: Sequence[str],
    of_node: Sequence[str],
    naming: Naming,
) -> list[tuple[Any, ...]]:
    """Return columns of these rows, then columns of the node that each hangs on; one query.

    Last, how many rows of another table name each. In no order. Days come as SQLite keeps them,
    ``YYYY-MM-DD``.
    """
    if not ids:
        return []
    wanted, joined = _wanted(index, columns, of_node)
    wanted += f", {naming.counted('r.id')}"
    marks = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wanted} {joined} WHERE r.id IN ({marks})", list(ids))
        return list(cursor.fetchall())


def lines_equal(
    index: Indexed,
    equal: Mapping[str, str],
    words: Words,
    columns: Sequence[str],
    *,
    order: Sequence[str],
    most: int,
) -> list[tuple[Any, ...]]:
    """Return columns of the first rows that stand and have just these values; one query.

    Only within the branches of ``words.under``; what else ``words`` asks is not looked at.
    """
    wanted, joined = _wanted(index, columns, ())
    conditions = [f"r.{name} = %s" for name in equal]
    given: list[Any] = list(equal.values())
    if words.under:
        inside = matching(index, words)
        conditions.append(f"r.id IN ({inside.sql})")
        given += inside.params
    by = ", ".join(f"r.{name}" for name in order)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {wanted} {joined} WHERE {' AND '.join([*conditions, index.stands('r')])} "
            f"ORDER BY {by} LIMIT %s",
            [*given, most],
        )
        return list(cursor.fetchall())


def _wanted(index: Indexed, columns: Sequence[str], of_node: Sequence[str]) -> tuple[str, str]:
    wanted = ", ".join([*(f"r.{name}" for name in columns), *(f"t.{name}" for name in of_node)])
    joined = f" JOIN {index.tree} t ON t.id = r.{index.node}" if of_node else ""
    return wanted, f"FROM {index.rows} r{joined}"


def number_begins(column: str, digits: str) -> Q:
    """Return the condition that a text begins with just this number, by an index if there is one.

    Zeros before it do not count; 12 begins "12/QĐ" and "0012", and not "123/QĐ".
    """
    either = Q()
    for zeros in ("", "0", "00"):
        either |= _begins(column, f"{zeros}{digits}")
    return either


def _begins(column: str, start: str) -> Q:
    if connection.vendor == "postgresql":
        no_digit = Q(**{f"{column}__regex": f"^{start}([^0-9]|$)"})
        return Q(**{f"{column}__startswith": start}) & no_digit
    after = f"{start[:-1]}{chr(ord(start[-1]) + 1)}"
    before_digits = Q(**{f"{column}__gte": start, f"{column}__lt": f"{start}0"})
    return before_digits | Q(**{f"{column}__gte": f"{start}:", f"{column}__lt": after})


def _found_postgresql(index: Indexed, words: Words, most: int) -> Found:
    """The match is materialised: else a LIMIT by id may walk the primary key."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH hits AS MATERIALIZED (SELECT id FROM {index.table} "  # noqa: S608  our own name
            "WHERE words @@ %s::tsquery) "
            "SELECT id, (SELECT count(*) FROM hits) FROM hits ORDER BY id LIMIT %s",
            [_tsquery(words), most],
        )
        rows = cursor.fetchall()
    return Found(rows[0][1] if rows else 0, tuple(row[0] for row in rows))


def _found_sqlite(index: Indexed, words: Words, most: int) -> Found:
    asked, begins = _match(words), f"FROM {index.table} WHERE {index.table} MATCH %s"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid {begins} ORDER BY rowid LIMIT %s", [asked, most])
        ids = tuple(row[0] for row in cursor.fetchall())
        if len(ids) < most:
            return Found(len(ids), ids)
        cursor.execute(f"SELECT count(*) {begins}", [asked])
        return Found(cursor.fetchone()[0], ids)


def _match(words: Words) -> str:
    """Write it for FTS5."""
    either = []
    if words.every:
        quoted = [f'"{word}"' for word in words.every]
        if words.is_open:
            quoted[-1] += "*"
        either.append(f"(words : ({' AND '.join(quoted)}))")
    if words.or_under:
        either.append(_fts_scope(words.or_under))
    parts = [f"({' OR '.join(either)})"] if either else []
    return " AND ".join([*parts, *(_fts_scope(branch) for branch in words.under)])


def _fts_scope(nodes: tuple[int, ...]) -> str:
    named = " OR ".join(f'"n{node}"' for node in nodes)
    return f"(scope : ({named}))"


def _tsquery(words: Words) -> str:
    """Write it for PostgreSQL; lexemes in quotes are taken as they are."""
    either = []
    if words.every:
        quoted = [f"'{word}'" for word in words.every]
        if words.is_open:
            quoted[-1] += ":*"
        either.append(f"({' & '.join(quoted)})")
    if words.or_under:
        either.append(_ts_scope(words.or_under))
    parts = [f"({' | '.join(either)})"] if either else []
    return " & ".join([*parts, *(_ts_scope(branch) for branch in words.under)])


def _ts_scope(nodes: tuple[int, ...]) -> str:
    named = " | ".join(f"'@{node}'" for node in nodes)
    return f"({named})"
