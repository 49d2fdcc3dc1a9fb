"""Many numbers, texts or days as one parameter of a statement."""

import json
from collections.abc import Collection, Sequence
from datetime import date

from django.db import connection, models
from django.db.models.expressions import RawSQL


def among_texts(texts: Collection[str]) -> RawSQL:
    """Return texts as a subquery, as ``among`` does."""
    return _listed("text", list(texts))


def is_among(
    model: type[models.Model], names: tuple[str, str], pairs: Collection[tuple[str, date]]
) -> RawSQL:
    """Return the condition that a row has one of these pairs, of a text and a day, in two columns.

    Looked up pair by pair where an index has both columns.
    """
    table = connection.ops.quote_name(model._meta.db_table)
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    row = ", ".join([f"{table}.{connection.ops.quote_name(columns[name])}" for name in names])
    if connection.vendor == "postgresql":
        listed = "unnest(%s::text[], %s::date[])"
        given: list[object] = [list(part) for part in zip(*pairs, strict=True)] or [[], []]
        said = f"({row}) IN (SELECT * FROM {listed})"  # noqa: S608  our own names
    else:
        parts = "json_extract(value, '$[0]'), json_extract(value, '$[1]')"
        given = [json.dumps([(text, day.isoformat()) for text, day in pairs])]
        said = f"({row}) IN (SELECT {parts} FROM json_each(%s))"  # noqa: S608  our own names
    return RawSQL(said, given, output_field=models.BooleanField())  # noqa: S611  our own names


def among(numbers: Collection[int]) -> RawSQL:
    """Return numbers as a subquery, for ``pk__in``: however many, and nothing done for each."""
    return _listed("bigint", list(numbers))


def _listed(kind: str, values: Sequence[int | str]) -> RawSQL:
    if connection.vendor == "postgresql":
        return RawSQL(f"SELECT unnest(%s::{kind}[])", (values,))  # noqa: S611  a word of ours
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(values),))
