"""The members' roll of a collective in one year, as bounds that no missing row can break.

Postings are few and seldom whole, so who was a member in a past year is taken from two things only:
whom the unit's head named when stating that the year is whole, and which unit an award of that year
names. Everything else leaves a count open.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from bangvang.registry.models import Award, Grade, Organisation, YearStatementOf
from bangvang.registry.selectors.body_history import parents_before
from bangvang.registry.selectors.titled import branches_of
from bangvang.registry.states import YEARLY_KINDS

TITLED = frozenset({"LDTT", "CSTT"})
FIGHTER = "CSTDCS"
DONE = frozenset({"HTXSNV", "HTTNV", "HTNV"})
"""The grades that say that tasks were completed."""


@dataclass(frozen=True)
class Counted:
    """At least and at most how many people; `most` is None where more may count."""

    least: int
    most: int | None = None


@dataclass(frozen=True)
class RollBounds:
    """How many members were assessed in a year, completed their tasks, and hold the two titles.

    `titled`: Lao động tiên tiến or Chiến sĩ tiên tiến; `fighters`: Chiến sĩ thi đua cơ sở.
    """

    members: Counted = Counted(0)
    completed: Counted = Counted(0)
    titled: Counted = Counted(0)
    fighters: Counted = Counted(0)


@dataclass
class _Read:
    """What was read of one collective: people named per kind, and titles inside and outside."""

    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    here: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    elsewhere: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def is_stated(self) -> bool:
        """Whether the head stated every kind of the year to be whole."""
        return all(self.named[kind] for kind in YEARLY_KINDS)

    def certain(self) -> set[int]:
        """Return who was a member: an award names the unit, or every statement the person.

        Not somebody whose title of the year another unit gave.
        """
        stated = set.intersection(*(self.named[kind] for kind in YEARLY_KINDS))
        return (stated - self.elsewhere.keys()) | self.here.keys()

    def possible(self) -> set[int]:
        """Return who may have been a member, once the head stated the year."""
        return set.union(*(self.named[kind] for kind in YEARLY_KINDS)) | self.here.keys()

    def held(self, person: int) -> set[str]:
        """Return the titles of the year, whichever unit gave them."""
        return self.here.get(person, set()) | self.elsewhere.get(person, set())


def rolls_bounded(organisation_refs: Iterable[str], year: int) -> dict[str, RollBounds]:
    """Return the bounds of each collective's roll of an achievement year, sub-units included.

    Five queries for any list. Without statements of the unit itself on awards and on grades there
    are lower bounds only. Where it stated both, who was named has a grade of the year or was not
    assessed; who has none counts at most. Disciplines are not counted: none is known to be absent.
    """
    branches = _branches_then(set(organisation_refs), year)
    read = {ref: _Read() for ref in branches}
    _read_statements(read, year)
    _read_titles(read, branches, year)
    grades = _grades({person for one in read.values() for person in one.possible()}, year)
    return {ref: _bounds(one, grades) for ref, one in read.items()}


def _branches_then(refs: set[str], year: int) -> dict[str, set[int]]:
    moved = parents_before()
    rows = Organisation.objects.values_list("pk", "ref", "parent_id")
    return branches_of(refs, [(pk, ref, moved(pk, year, parent)) for pk, ref, parent in rows])


def _read_statements(read: Mapping[str, _Read], year: int) -> None:
    named = YearStatementOf.objects.filter(
        statement__unit__ref__in=list(read),
        statement__year=year,
        statement__record_kind__in=YEARLY_KINDS,
        statement__withdrawn_at__isnull=True,
    )
    for ref, kind, person in named.values_list(
        "statement__unit__ref", "statement__record_kind", "person_id"
    ):
        read[ref].named[kind].add(person)


def _read_titles(
    read: Mapping[str, _Read], branches: Mapping[str, Collection[int]], year: int
) -> None:
    units = {pk for branch in branches.values() for pk in branch}
    named = {person for one in read.values() for people in one.named.values() for person in people}
    held = Award.objects.filter(
        Q(unit__in=units) | Q(person__in=named),
        code__in=[*TITLED, FIGHTER],
        kind="MERIT",
        year=year,
        person__isnull=False,
        revoked_on=None,
    )
    for unit, person, code in held.values_list("unit_id", "person_id", "code"):
        for ref, one in read.items():
            if unit in branches[ref]:
                one.here[person].add(code)
            elif any(person in people for people in one.named.values()):
                one.elsewhere[person].add(code)


def _grades(people: set[int], year: int) -> dict[int, str]:
    found = Grade.objects.filter(person__in=people, year=year)
    return dict(found.values_list("person_id", "code"))


def _bounds(read: _Read, grades: Mapping[int, str]) -> RollBounds:
    certain = read.certain()

    def counted(is_one: Callable[[int], bool], may_be: Callable[[int], bool]) -> Counted:
        least = sum(map(is_one, certain))
        return Counted(least, sum(map(may_be, read.possible())) if read.is_stated else None)

    def is_open(kind: str) -> Callable[[int], bool]:
        return lambda person: person not in read.named[kind]

    ungraded, untitled = is_open("GRADE"), is_open("AWARD")
    return RollBounds(
        members=counted(lambda p: p in grades or p in read.here, lambda _: True),
        completed=counted(
            lambda p: grades.get(p) in DONE,
            lambda p: grades.get(p) in DONE or (p not in grades and ungraded(p)),
        ),
        titled=counted(
            lambda p: bool(TITLED & read.here.get(p, set())),
            lambda p: bool(read.held(p)) or untitled(p),
        ),
        fighters=counted(
            lambda p: FIGHTER in read.here.get(p, set()),
            lambda p: FIGHTER in read.held(p) or untitled(p),
        ),
    )
