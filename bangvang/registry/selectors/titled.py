"""How many people of a unit hold a year's title, where the register is known to be whole."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from bangvang.registry.models import Award, Completeness, Organisation, Person
from bangvang.registry.selectors.body_history import parents_before

LAST_YEAR = 10_000
"""Beyond every achievement year."""


def people_titled(
    organisation_refs: Iterable[str], years: Collection[int], codes: Collection[str]
) -> dict[tuple[str, int], int]:
    """Return, by unit and year, how many people hold one of the titles.

    Five queries for any list. A unit is counted with everything that stood below it at the end of
    that year, and by the unit that the award itself names. It is left out for a year in which the
    register of some member is not known to be whole, or that has no members: there a count would
    be a lower bound only.
    """
    refs = set(organisation_refs)
    rows = list(Organisation.objects.values_list("pk", "ref", "parent_id"))
    branches = branches_of(refs, rows)
    moved = parents_before()
    then = {
        year: branches_of(refs, [(pk, ref, moved(pk, year, parent)) for pk, ref, parent in rows])
        for year in years
    }
    members = _members({pk for branch in branches.values() for pk in branch})
    whole = _whole(members)
    holders = _holders(then, codes)
    return {
        (ref, year): len({person for unit, person in holders[year] if unit in then[year][ref]})
        for ref in branches
        for year in years
        if _is_whole({p for p, unit in members.items() if unit in branches[ref]}, whole, year)
    }


def branches_of(refs: set[str], rows: Iterable[tuple[int, str, int | None]]) -> dict[str, set[int]]:
    """Return for each unit its own id and the ids of everything below it.

    The rows are id, reference and id of what a body belongs to.
    """
    below: defaultdict[int | None, list[int]] = defaultdict(list)
    units = []
    for pk, ref, parent in rows:
        below[parent].append(pk)
        if ref in refs:
            units.append((ref, pk))
    return {ref: _below(pk, below) for ref, pk in units}


def _below(pk: int, children: dict[int | None, list[int]]) -> set[int]:
    found, waiting = set(), [pk]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += children[one]
    return found


def _members(units: set[int]) -> dict[int, int]:
    """Return each person of these units with the unit."""
    found = Person.objects.filter(organisation__in=units)
    return dict(found.values_list("pk", "organisation_id"))


def _whole(members: Collection[int]) -> dict[int, range]:
    """Return the years of which all awards of a person are in the register."""
    found = Completeness.objects.filter(person__in=members, record_kind="AWARD")
    return {
        person: range(since, LAST_YEAR if through is None else through + 1)
        for person, since, through in found.values_list("person_id", "from_year", "through_year")
    }


def _is_whole(people: set[int], whole: dict[int, range], year: int) -> bool:
    return bool(people) and all(p in whole and year in whole[p] for p in people)


def _holders(
    branches: dict[int, dict[str, set[int]]], codes: Collection[str]
) -> defaultdict[int, set[tuple[int, int]]]:
    """Return unit and person of each holder by year; the branches are those of each year."""
    units = {pk for then in branches.values() for branch in then.values() for pk in branch}
    found: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    held = Award.objects.filter(
        unit__in=units,
        code__in=codes,
        year__in=list(branches),
        person__isnull=False,
        revoked_on=None,
    )
    for year, unit, person in held.values_list("year", "unit_id", "person_id"):
        found[year].add((unit, person))
    return found
