"""Reading the rows of everybody, or of those of whom something changed, for what is kept in memory.

Of everybody each function is one query; rows come from the database some thousand at once, so that
ten million need no more memory than a few.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet

from bangvang.foundation.db.changes import Changes, changes_since, mark
from bangvang.law import KINDS_APART
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Person
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.stale import STALE

AT_ONCE = 20_000
REFS_AT_ONCE = 5_000
OF_PEOPLE = Q(person__isnull=False)
"""Organisations hold awards and grades too; they have no place in the columns."""

COUNTED = Q(revoked_on__isnull=True) & ~Q(kind__in=KINDS_APART)
"""Awards that a request by merit may rest on."""

Held: TypeAlias = tuple[int, str, int]
"""Number of the person, code, achievement year."""

CompleteSince: TypeAlias = tuple[int, str, int, int | None]
"""Person, kind of record, the first achievement year from which all rows of it are here, the last
such year; None without an end."""

_HELD = ("person", "code", "year")
_COMPLETE = ("person", "record_kind", "from_year", "through_year")


def mark_of_changes() -> int:
    """Return from where ``changes_of_people`` goes on; to be asked before anything is read."""
    return mark(STALE)


def changes_of_people(since: int, *, most: int) -> Changes:
    """Return what changed of whom since a mark: a code, ``WHOLE`` or ``BORN``; see ``Changes``."""
    return changes_since(STALE, since, most=most)


def awards_of_all() -> Iterator[Held]:
    """Return the awards that count for merit."""
    yield from _in_order(Award.objects.filter(COUNTED, OF_PEOPLE))


def grades_of_all() -> Iterator[Held]:
    """Return the yearly grades."""
    yield from _in_order(Grade.objects.filter(OF_PEOPLE))


def initiatives_of_all() -> Iterator[Held]:
    """Return the initiatives and research works."""
    yield from _in_order(Initiative.objects.all())


def held_of(people: Sequence[int], code: str) -> Iterator[Held]:
    """Return all rows of one code of these people that count; one query for some thousand."""
    for some in portions(people, REFS_AT_ONCE):
        theirs = Q(person__in=some, code=code)
        awards = Award.objects.filter(COUNTED, theirs)
        others = (model.objects.filter(theirs) for model in (Grade, Initiative))
        first, *rest = (found.order_by().values_list(*_HELD) for found in (awards, *others))
        yield from first.union(*rest, all=True)


def completeness_of_all() -> Iterator[CompleteSince]:
    """Return from which year on whose records are complete."""
    rows = Completeness.objects.filter(OF_PEOPLE).order_by("person", "record_kind")
    yield from rows.values_list(*_COMPLETE).iterator(AT_ONCE)


def completeness_of(people: Sequence[int]) -> Iterator[CompleteSince]:
    """Return the same of these people; one query for some thousand."""
    for some in portions(people, REFS_AT_ONCE):
        rows = Completeness.objects.filter(person__in=some).order_by()
        yield from rows.values_list(*_COMPLETE)


def births_of_all() -> list[tuple[int, int]]:
    """Return everybody's number, lowest first, with the year of birth, 0 where it is not known."""
    found = Person.objects.order_by("pk").values_list("pk", "birth_year")
    return [(pk, born or 0) for pk, born in found.iterator(AT_ONCE)]


def births_of(people: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the same of these people; one query for some thousand."""
    for some in portions(people, REFS_AT_ONCE):
        found = Person.objects.filter(pk__in=some).order_by()
        yield from ((pk, born or 0) for pk, born in found.values_list("pk", "birth_year"))


def numbers_of(refs: Sequence[str]) -> dict[str, int]:
    """Return the numbers by which these people are stored; nobody has an unknown reference."""
    found: dict[str, int] = {}
    for start in range(0, len(refs), REFS_AT_ONCE):
        some = Person.objects.filter(ref__in=refs[start : start + REFS_AT_ONCE])
        found |= dict(some.values_list("ref", "pk"))
    return found


def _in_order(rows: QuerySet[Any]) -> Iterator[Held]:
    yield from rows.order_by("pk").values_list(*_HELD).iterator(AT_ONCE)
