"""Counting in rows: adding one whoever else is adding, and how many rows name each of some."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True)
class Naming:
    """Rows of a table that name something by its id in a column.

    Those do not count in which ``gone`` has a value or ``aside`` is true, if it has such columns.
    """

    table: str
    column: str
    gone: str = ""
    aside: str = ""

    def counted(self, of: str) -> str:
        """Return, in SQL, how many name what ``of`` stands for."""
        counts = f" AND n.{self.gone} IS NULL" if self.gone else ""
        counts += f" AND NOT n.{self.aside}" if self.aside else ""
        return f"(SELECT count(*) FROM {self.table} n WHERE n.{self.column} = {of}{counts})"  # noqa: S608  our own names


def add_one(
    table: str, columns: Sequence[str], keys: Sequence[Sequence[str | date]], *, count: str
) -> None:
    """Add one to the counter of every key, beginning at one where nothing was counted yet.

    One statement, the same on both engines; the ORM cannot write it, because what is added to is
    the row that is there. Writers who name their keys in the same order never wait for each other
    in a circle.

    Args:
        table: the table's name.
        columns: what tells counters apart; a unique constraint covers exactly these.
        keys: the values of these columns, one row a counter, no row twice.
        count: the column that counts.
    """
    quote = connection.ops.quote_name
    counters, column = quote(table), quote(count)
    unique = ", ".join(quote(name) for name in columns)
    rows = ", ".join([f"({'%s, ' * len(columns)}1)"] * len(keys))
    statement = (
        f"INSERT INTO {counters} ({unique}, {column}) VALUES {rows} "  # noqa: S608  # names only
        f"ON CONFLICT ({unique}) DO UPDATE SET {column} = {counters}.{column} + 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for key in keys for value in key])


def rows_naming(
    table: str, column: str, ids: Sequence[int], *, gone: str = "", aside: str = ""
) -> dict[int, int]:
    """Return how many rows of the table name each of these ids in the column; no id is left out.

    Args:
        table: the table's name.
        column: the column that names an id.
        ids: the ids to count for.
        gone: a column whose rows do not count once it is filled, if the table has one.
        aside: a column whose rows do not count while it is true, if the table has one.
    """
    if not ids:
        return {}
    quote = connection.ops.quote_name
    marks = ", ".join(["%s"] * len(ids))
    counts = f" AND {quote(gone)} IS NULL" if gone else ""
    counts += f" AND NOT {quote(aside)}" if aside else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {quote(column)}, count(*) FROM {quote(table)} "  # noqa: S608  names only
            f"WHERE {quote(column)} IN ({marks}){counts} GROUP BY {quote(column)}",
            list(ids),
        )
        return dict.fromkeys(ids, 0) | dict(cursor.fetchall())
