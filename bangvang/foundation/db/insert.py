"""Inserting many rows at once, as `bulk_create` does, without asking each field about each."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from operator import attrgetter
from typing import Any

from django.db import connection, models, transaction

AT_ONCE = 5_000
_Value = Callable[[Any], Any]


def insert_all(rows: Iterable[models.Model]) -> None:
    """Insert new rows of one model and give them their numbers.

    Fields are taken as they are: strings, whole numbers, days, moments, JSON. Nothing is asked of
    `pre_save`, and nothing is left to a default of the database.

    Raises:
        TransactionManagementError: there is no surrounding transaction.
        IntegrityError: a row breaks a rule of the table.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("many rows are inserted all or none")
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        _insert(type(some[0]), some)


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    meta = model._meta
    for row, number in zip(rows, _numbers(model, len(rows)), strict=True):
        row.pk = number
        row._state.adding, row._state.db = False, connection.alias
    fields = meta.concrete_fields
    taken = map(attrgetter(*(field.attname for field in fields)), rows)
    columns = [
        list(column) if (kept := _kept_as(field)) is None else list(map(kept, column))
        for field, column in zip(fields, zip(*taken, strict=True), strict=True)
    ]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    into = f"{connection.ops.quote_name(meta.db_table)} ({names})"
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for line in zip(*columns, strict=True):
                    copy.write_row(line)
        else:
            marks = ", ".join(["%s"] * len(fields))
            statement = f"INSERT INTO {into} VALUES ({marks})"  # noqa: S608  names of our own tables
            cursor.executemany(statement, list(zip(*columns, strict=True)))


def _numbers(model: type[models.Model], count: int) -> Iterator[int]:
    """Return so many numbers that no other row of the table has or will have."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            of = [table, model._meta.pk.column if model._meta.pk else "id", count]
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", of
            )
            yield from sorted(number for (number,) in cursor.fetchall())
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            last = found[0] if found else 0
            yield from range(last + 1, last + 1 + count)


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
