"""Whether dossiers are as they were: the newest number of each kind of record."""

from django.db.models import Max

from bangvang.nominations.models import Nomination, StatedFact


def newest_numbers() -> tuple[int, ...]:
    """Return the newest number of each table; what was *changed* tells the audit record."""
    tables = (Nomination, StatedFact)
    return tuple(table.objects.aggregate(newest=Max("pk"))["newest"] or 0 for table in tables)
