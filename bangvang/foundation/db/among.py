"""Many numbers, texts or days as one parameter of a statement."""

import json
from collections.abc import Collection, Sequence
from datetime import date

from django.db import connection
from django.db.models.expressions import RawSQL


def among_texts(texts: Collection[str]) -> RawSQL:
    """Return texts as a subquery, as ``among`` does."""
    return _listed("text", list(texts))


def among_days(days: Collection[date]) -> RawSQL:
    """Return days as a subquery, as ``among`` does."""
    return _listed("date", [day.isoformat() for day in days])


def among(numbers: Collection[int]) -> RawSQL:
    """Return numbers as a subquery, for ``pk__in``: however many, and nothing done for each."""
    return _listed("bigint", list(numbers))


def _listed(kind: str, values: Sequence[int | str]) -> RawSQL:
    if connection.vendor == "postgresql":
        return RawSQL(f"SELECT unnest(%s::{kind}[])", (values,))  # noqa: S611  a word of ours
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(values),))
