"""Asking a search table: how many rows, the first of them, or a condition for another query.

Words are data: they hold letters and digits only and are quoted besides, so no operator of either
engine can be typed into them.
"""

import re
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from bangvang.foundation.db.indexed import Indexed

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
    sql, given = condition(index, words)
    return RawSQL(sql, given)  # noqa: S611  words are a parameter


def condition(index: Indexed, words: Words) -> tuple[str, tuple[str]]:
    """Return the statement that yields the ids of what matches, as ``id``, and its parameters."""
    if connection.vendor == "postgresql":
        sql = f"SELECT id FROM {index.table} WHERE words @@ %s::tsquery"  # noqa: S608  our own name
        return sql, (_tsquery(words),)
    sql = f"SELECT rowid AS id FROM {index.table} WHERE {index.table} MATCH %s"  # noqa: S608  our own name
    return sql, (_match(words),)


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
