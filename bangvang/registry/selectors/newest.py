"""Whether the register is as it was: the newest number of each kind of record."""

from django.db.models import Max

from bangvang.registry.models import (
    Award,
    Bar,
    Completeness,
    Grade,
    Initiative,
    InitiativeUse,
    Organisation,
    Person,
)


def newest_numbers() -> tuple[int, ...]:
    """Return the newest number of each table; what was *changed* tells the audit record."""
    tables = (Award, Bar, Completeness, Grade, Initiative, InitiativeUse, Organisation, Person)
    return tuple(table.objects.aggregate(newest=Max("pk"))["newest"] or 0 for table in tables)
