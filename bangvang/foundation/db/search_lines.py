# ruff: noqa: S608  names of our own tables and columns, nothing that anybody types
"""Lines of what a search finds: of some rows, or a page in order with the count of everything.

What is found, put in order and shown goes from one step to the next within the database: two
hundred rows that only order a page of twenty are not sent to the program.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from bangvang.foundation.db.indexed import Indexed
from bangvang.foundation.db.search import Words, condition
from bangvang.foundation.db.tally import Naming


@dataclass(frozen=True)
class Line:
    """What is read of a row: columns of it, of the node it hangs on, and how many name it.

    ``id`` is among the columns. Days come as SQLite keeps them, ``YYYY-MM-DD``.
    """

    columns: tuple[str, ...]
    of_node: tuple[str, ...]
    naming: Naming

    def asked(self, row: str) -> str:
        """Return what stands between SELECT and FROM; the node is ``t``."""
        own = [f"{row}.{name}" for name in self.columns]
        above = [f"t.{name}" for name in self.of_node]
        return ", ".join([*own, *above, self.naming.counted(f"{row}.id")])


@dataclass(frozen=True)
class Order:
    """The order of what was found: whoever is ``called`` just so, then by ``by``, then by entry.

    ``called`` are columns and their values; ``by`` is one of the line's columns, whose plain order
    of bytes counts. At most ``most`` are put in order: of more the first by entry, and besides
    them whoever is called so.
    """

    by: str
    most: int
    called: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """How many match, how many of them can be leafed through, and the lines of the page."""

    count: int
    ordered: int
    lines: tuple[tuple[Any, ...], ...]


def lines(index: Indexed, ids: Sequence[int], line: Line) -> list[tuple[Any, ...]]:
    """Return the lines of these rows in no order; one query."""
    if not ids:
        return []
    marks = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {line.asked('r')} FROM {index.rows} r {_node(index, 'r')} "
            f"WHERE r.id IN ({marks})",
            list(ids),
        )
        return list(cursor.fetchall())


def page_in_order(
    index: Indexed, words: Words, order: Order, line: Line, *, start: int, size: int
) -> Page:
    """Return lines ``start`` to ``start + size`` of what matches, with the counts; one query."""
    hits, asked = condition(index, words)
    columns = ", ".join(f"r.{name}" for name in dict.fromkeys((*line.columns, index.node)))
    called, names = _is_called(order), tuple(order.called.values())
    named, limits = _named(index, words, order, columns)
    plain = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
    by = f"l.aside, l.{order.by}{plain}, l.id"
    size = max(0, min(size, order.most - start))
    statement = (
        f"WITH hits AS MATERIALIZED ({hits}), "
        "counted AS MATERIALIZED (SELECT count(*) AS n FROM hits), "
        "begun AS MATERIALIZED (SELECT id FROM hits ORDER BY id LIMIT %s), "
        f"looked AS (SELECT {columns}, {called} AS aside FROM begun "
        f"JOIN {index.rows} r ON r.id = begun.id{named}), "
        f"page AS MATERIALIZED (SELECT * FROM looked l ORDER BY {by} LIMIT %s OFFSET %s) "
        f"SELECT counted.n, l.aside, {line.asked('l')} FROM counted "
        f"LEFT JOIN page l ON 1 = 1 LEFT {_node(index, 'l')} ORDER BY {by}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, (*asked, order.most, *names, *limits, size, start))
        rows = cursor.fetchall()
    count = rows[0][0]
    return Page(count, min(count, order.most), tuple(row[2:] for row in rows if row[1] is not None))


def _node(index: Indexed, row: str) -> str:
    return f"JOIN {index.tree} t ON t.id = {row}.{index.node}"


def _is_called(order: Order) -> str:
    so = " AND ".join(f"r.{name} = %s" for name in order.called)
    return f"CASE WHEN {so} THEN 0 ELSE 1 END" if so else "1"


def _named(
    index: Indexed, words: Words, order: Order, columns: str
) -> tuple[str, tuple[str | int, ...]]:
    """Return the rows of just this name, looked for only where more match than are looked at."""
    if not order.called:
        return "", ()
    so = " AND ".join(f"r.{name} = %s" for name in order.called)
    inside = " AND r.id IN (SELECT id FROM hits)" if words.under else ""
    rows = (
        f"SELECT {columns}, 0 FROM {index.rows} r WHERE {so} AND {index.stands('r')}{inside} "
        "AND (SELECT n FROM counted) > %s AND r.id NOT IN (SELECT id FROM begun) "
        f"ORDER BY r.{order.by}, r.id LIMIT %s"
    )
    return f" UNION ALL SELECT * FROM ({rows}) named", (*order.called.values(), *[order.most] * 2)
