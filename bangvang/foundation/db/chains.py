"""Following links from row to row as far as they go, in one statement."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet


def chained(
    links: QuerySet[Any, Any], start: Collection[int], table: str, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Return every link that can be reached from some rows: its two ids, and where it leads.

    However many links lie one behind the other, it is one query, and none for no rows. A ring is
    walked once. Links come in no order.

    Args:
        links: a query of two ids, from where and to where; without an order.
        start: the ids to begin with.
        table: the table that the second id is of.
        columns: what to return of its row, after the ids.
    """
    if not start:
        return []
    said, given = links.query.sql_with_params()
    marks = ", ".join(["%s"] * len(start))
    wanted = ", ".join(f"t.{name}" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE link(here, there) AS NOT MATERIALIZED ({said}), "  # noqa: S608  our own query and names
            f"chain(here, there) AS (SELECT here, there FROM link WHERE here IN ({marks}) UNION "
            "SELECT link.here, link.there FROM chain JOIN link ON link.here = chain.there) "
            f"SELECT chain.here, chain.there, {wanted} FROM chain "
            f"JOIN {table} t ON t.id = chain.there",
            [*given, *sorted(start)],
        )
        return list(cursor.fetchall())
