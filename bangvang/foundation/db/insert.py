"""Inserting many rows at once, as `bulk_create` does, without asking each field about each."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from operator import attrgetter
from sqlite3 import SQLITE_LIMIT_VARIABLE_NUMBER
from typing import Any

from django.db import connection, models, transaction

AT_ONCE = 5_000
ROWS_A_STATEMENT = 250
"""Of SQLite, if it takes as many values."""
_Value = Callable[[Any], Any]


def insert_all(rows: Iterable[models.Model]) -> None:
    """Insert new rows of one model and give them their numbers.

    Fields are taken as they are: strings, whole numbers, days, moments, JSON. Nothing is asked of
    `pre_save`, and nothing is left to a default of the database.

    Raises:
        TransactionManagementError: there is no surrounding transaction.
        IntegrityError: a row breaks a rule of the table.
    """
    _demand_transaction()
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        _insert(type(some[0]), some)


def insert_values(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows that are given as plain values, without making an object of any.

    Args:
        model: the model whose rows they are.
        names: the columns given, by `attname`; the others take the default of their field, the
            number one that is free.
        rows: the values of each row in that order, plain strings for choices; JSON as its text.

    Raises:
        TransactionManagementError: there is no surrounding transaction.
        IntegrityError: a row breaks a rule of the table.
    """
    _demand_transaction()
    fields = model._meta.concrete_fields
    given = {name: place for place, name in enumerate(names)}
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        by_name = list(zip(*some, strict=True))
        columns: list[Sequence[Any]] = []
        for field in fields:
            if field.attname in given:
                columns.append(_as_kept(field, by_name[given[field.attname]]))
            elif field.primary_key:
                columns.append(numbers_for(model, len(some)))
            else:
                columns.append(_defaults(field, len(some)))
        _put(model, columns)


def update_values(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Give rows new values in these columns, by `attname`; JSON as its text, the number last."""
    quoted = connection.ops.quote_name
    by_name = {field.attname: str(field.column) for field in model._meta.concrete_fields}
    columns = [by_name[name] for name in names]
    sets = ", ".join(f"{quoted(column)} = %s" for column in columns)
    of = f"WHERE {quoted(str(model._meta.pk.column))} = %s"
    statement = f"UPDATE {quoted(model._meta.db_table)} SET {sets} {of}"  # noqa: S608  names of our own tables
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        with connection.wrap_database_errors, connection.cursor() as cursor:
            cursor.executemany(statement, some)


def _demand_transaction() -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("many rows are inserted all or none")


def _as_kept(field: "models.Field[Any, Any]", values: Sequence[Any]) -> Sequence[Any]:
    """Return plain values as the database has them; a day stands in many rows."""
    if not isinstance(field, models.DateField | models.DecimalField):
        return values
    kept = _kept_as(field)
    known = {value: value if kept is None else kept(value) for value in set(values)}
    return [known[value] for value in values]


def _defaults(field: "models.Field[Any, Any]", count: int) -> list[Any]:
    kept = _kept_as(field)
    if callable(field.default):
        made = [field.get_default() for _ in range(count)]
        return made if kept is None else list(map(kept, made))
    value = field.get_default()
    return [value if kept is None else kept(value)] * count


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    for row, number in zip(rows, numbers_for(model, len(rows)), strict=True):
        row.pk = number
        row._state.adding, row._state.db = False, connection.alias
    fields = model._meta.concrete_fields
    taken = map(attrgetter(*(field.attname for field in fields)), rows)
    _put(
        model,
        [
            column if (kept := _kept_as(field)) is None else list(map(kept, column))
            for field, column in zip(fields, zip(*taken, strict=True), strict=True)
        ],
    )


def _put(model: type[models.Model], columns: Sequence[Sequence[Any]]) -> None:
    """Write rows, given as one sequence for each field of the model, as the database has them."""
    meta = model._meta
    names = ", ".join(connection.ops.quote_name(str(f.column)) for f in meta.concrete_fields)
    into = f"{connection.ops.quote_name(meta.db_table)} ({names})"
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for line in zip(*columns, strict=True):
                    copy.write_row(line)
        else:
            rows = list(zip(*columns, strict=True))
            for some, count in _grouped(rows, len(columns)):
                marks = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * count)
                cursor.executemany(f"INSERT INTO {into} VALUES {marks}", some)  # noqa: S608  our own names


def _grouped(
    rows: Sequence[tuple[Any, ...]], width: int
) -> Iterator[tuple[list[tuple[Any, ...]], int]]:
    """Return the values of rows for statements that insert many each, and how many.

    On SQLite what a statement with triggers costs by itself is more than what a row costs.
    """
    most = connection.connection.getlimit(SQLITE_LIMIT_VARIABLE_NUMBER)
    count = max(1, min(ROWS_A_STATEMENT, most // width))
    whole = len(rows) - len(rows) % count
    flat = [
        tuple(chain.from_iterable(rows[start : start + count])) for start in range(0, whole, count)
    ]
    if flat:
        yield flat, count
    if rest := rows[whole:]:
        yield [tuple(chain.from_iterable(rest))], len(rest)


def numbers_for(model: type[models.Model], count: int) -> list[int]:
    """Return so many numbers that no other row of the table has or will have, in order.

    On SQLite they are free until the next insertion only: rows with them go in before others.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            of = [table, model._meta.pk.column if model._meta.pk else "id", count]
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", of
            )
            return sorted(number for (number,) in cursor.fetchall())
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        last = found[0] if found else 0
        return list(range(last + 1, last + 1 + count))


def _kept_as(field: "models.Field[Any, Any]") -> _Value | None:
    """Return how the database has a value of the field; None where it has it as it is."""
    if isinstance(field, models.JSONField):
        return lambda value: json.dumps(value, cls=field.encoder)
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return _day
    if isinstance(field, models.DecimalField):
        return lambda value: field.get_db_prep_save(value, connection)
    if isinstance(field, models.CharField | models.TextField):
        return lambda value: value if value is None else str(value)
    return None


def _moment(value: datetime | None) -> object:
    return connection.ops.adapt_datetimefield_value(value)


def _day(value: date | None) -> object:
    return connection.ops.adapt_datefield_value(value)
