"""Reading the rows of everybody in the order they came, for what is kept in memory.

Each function is one query; rows come from the database some thousand at once, so that ten million
need no more memory than a few.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeAlias

from django.db.models import Case, F, Q, When

from bangvang.law import KINDS_APART
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Person

AT_ONCE = 20_000
REFS_AT_ONCE = 5_000
OF_PEOPLE = Q(person__isnull=False)
"""Organisations hold awards and grades too; they have no place in the columns."""

COUNTED = OF_PEOPLE & ~Q(kind__in=KINDS_APART)
"""Awards that a request by merit may rest on."""

Stored: TypeAlias = tuple[int, int, str, int, date | None]
"""Number of the row, number of the person, code, achievement year, day from which it is gone."""

_FACT = ("pk", "person", "code", "year", "withdrawn_at")
_GONE = Q(withdrawn_at__isnull=False) | Q(set_aside=True)
"""Withdrawn, or set aside by a merge for its twin in the record that stayed."""
_GONE_ON = Case(When(_GONE, then=F("decided_on")), default=F("revoked_on"))
"""Such an award counts for nobody, as one that was revoked."""


CompleteSince: TypeAlias = tuple[int, str, int, int | None]
"""Person, kind of record, the first achievement year from which all rows of it are here, the last
such year; None without an end."""


def awards_after(number: int) -> Iterator[Stored]:
    """Return the awards that count for merit entered after this one."""
    rows = Award.every.filter(COUNTED, pk__gt=number).order_by("pk")
    yield from rows.values_list("pk", "person", "code", "year", _GONE_ON).iterator(AT_ONCE)


def awards_revoked() -> list[Stored]:
    """Return those of them that were revoked, withdrawn or set aside; there are few."""
    rows = Award.every.filter(COUNTED, _GONE | Q(revoked_on__isnull=False)).order_by("pk")
    return list(rows.values_list("pk", "person", "code", "year", _GONE_ON))


def grades_after(number: int) -> Iterator[Stored]:
    """Return the yearly grades entered after this one."""
    rows = Grade.every.filter(OF_PEOPLE, pk__gt=number, set_aside=False).order_by("pk")
    yield from _with_withdrawal(rows.values_list(*_FACT).iterator(AT_ONCE))


def grades_withdrawn() -> list[Stored]:
    """Return the grades that were withdrawn or set aside."""
    rows = Grade.every.filter(OF_PEOPLE & _GONE).order_by("pk")
    return list(_with_withdrawal(rows.values_list(*_FACT)))


def initiatives_after(number: int) -> Iterator[Stored]:
    """Return the initiatives and research works entered after this one."""
    rows = Initiative.every.filter(pk__gt=number, set_aside=False).order_by("pk")
    yield from _with_withdrawal(rows.values_list(*_FACT).iterator(AT_ONCE))


def initiatives_withdrawn() -> list[Stored]:
    """Return the initiatives that were withdrawn or set aside."""
    rows = Initiative.every.filter(_GONE).order_by("pk")
    return list(_with_withdrawal(rows.values_list(*_FACT)))


def _with_withdrawal(
    rows: Iterable[tuple[int, int | None, str, int, datetime | None]],
) -> Iterator[Stored]:
    for pk, person, code, year, withdrawn in rows:
        yield pk, person or 0, code, year, withdrawn.date() if withdrawn else None


def completeness_of_all() -> Iterator[CompleteSince]:
    """Return from which year on whose records are complete."""
    rows = Completeness.objects.filter(OF_PEOPLE).order_by("person", "record_kind")
    fields = ("person", "record_kind", "from_year", "through_year")
    yield from rows.values_list(*fields).iterator(AT_ONCE)


def births_of_all() -> list[tuple[int, int]]:
    """Return everybody's number, lowest first, with the year of birth, 0 where it is not known."""
    found = Person.objects.order_by("pk").values_list("pk", "birth_year")
    return [(pk, born or 0) for pk, born in found.iterator(AT_ONCE)]


def numbers_of(refs: Sequence[str]) -> dict[str, int]:
    """Return the numbers by which these people are stored; nobody has an unknown reference."""
    found: dict[str, int] = {}
    for start in range(0, len(refs), REFS_AT_ONCE):
        some = Person.objects.filter(ref__in=refs[start : start + REFS_AT_ONCE])
        found |= dict(some.values_list("ref", "pk"))
    return found
