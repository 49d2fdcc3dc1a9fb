"""Reading the rows of everybody in the order they came, for what is kept in memory.

Each function is one query; rows come from the database some thousand at once, so that ten million
need no more memory than a few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import Q

from bangvang.registry.models import Award, Completeness, Grade, Initiative, Person

AT_ONCE = 20_000
REFS_AT_ONCE = 5_000
OF_PEOPLE = Q(person__isnull=False)
"""Organisations hold awards and grades too; they have no place in the columns."""

BY_MERIT = OF_PEOPLE & Q(kind__in=("MERIT", ""))

Stored: TypeAlias = tuple[int, int, str, int, date | None]
"""Number of the row, number of the person, code, achievement year, day of revocation."""


@dataclass(frozen=True)
class CompleteSince:
    """From which achievement year on one person's rows of one register are all here."""

    person: int
    record_kind: str
    from_year: int
    through_year: int | None
    """The last such year; None without an end."""


def awards_after(number: int) -> Iterator[Stored]:
    """Return the awards by merit entered after this one; an empty kind is by merit."""
    rows = Award.objects.filter(BY_MERIT, pk__gt=number).order_by("pk")
    yield from rows.values_list("pk", "person", "code", "year", "revoked_on").iterator(AT_ONCE)


def awards_revoked() -> list[Stored]:
    """Return the awards by merit that were revoked; there are few."""
    rows = Award.objects.filter(BY_MERIT, revoked_on__isnull=False).order_by("pk")
    return list(rows.values_list("pk", "person", "code", "year", "revoked_on"))


def grades_after(number: int) -> Iterator[Stored]:
    """Return the yearly grades entered after this one."""
    rows = Grade.objects.filter(OF_PEOPLE, pk__gt=number).order_by("pk")
    for pk, person, code, year in rows.values_list("pk", "person", "code", "year").iterator(
        AT_ONCE
    ):
        yield pk, person, code, year, None


def initiatives_after(number: int) -> Iterator[Stored]:
    """Return the initiatives and research works entered after this one."""
    rows = Initiative.objects.filter(pk__gt=number).order_by("pk")
    for pk, person, code, year in rows.values_list("pk", "person", "code", "year").iterator(
        AT_ONCE
    ):
        yield pk, person, code, year, None


def completeness_of_all() -> Iterator[CompleteSince]:
    """Return from which year on whose records are complete."""
    rows = Completeness.objects.filter(OF_PEOPLE).order_by("person", "record_kind")
    fields = ("person", "record_kind", "from_year", "through_year")
    for row in rows.values_list(*fields).iterator(AT_ONCE):
        yield CompleteSince(*row)


def numbers_of_all() -> list[int]:
    """Return everybody's number, lowest first."""
    return list(Person.objects.order_by("pk").values_list("pk", flat=True))


def numbers_of(refs: Sequence[str]) -> dict[str, int]:
    """Return the numbers by which these people are stored; nobody has an unknown reference."""
    found: dict[str, int] = {}
    for start in range(0, len(refs), REFS_AT_ONCE):
        some = Person.objects.filter(ref__in=refs[start : start + REFS_AT_ONCE])
        found |= dict(some.values_list("ref", "pk"))
    return found
