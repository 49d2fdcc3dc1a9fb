"""Many numbers as one parameter of a statement."""

import json
from collections.abc import Collection

from django.db import connection
from django.db.models.expressions import RawSQL


def among(numbers: Collection[int]) -> RawSQL:
    """Return numbers as a subquery, for ``pk__in``: however many, and nothing done for each."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", (list(numbers),))
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(list(numbers)),))
