"""Whom the rows of a file mean: somebody of the register, or somebody new, once for all rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from bangvang.registry.intake.asked_rows import RowAsked
from bangvang.registry.intake.matching import (
    SAME_NAME_AND_DAY,
    UNKNOWN,
    Asked,
    Candidate,
    Known,
    Match,
    is_same_name,
    match,
)
from bangvang.registry.models import Person
from bangvang.registry.selectors.people import (
    PersonNear,
    people_born,
    people_near,
    unit_names_of,
)
from bangvang.registry.selectors.units_named import portions

AT_ONCE = 500
LINKED, CHOSEN, NEW = "LINKED", "CHOSEN", "NEW"
SAME_NAME_ONLY = (
    "{count} dòng cùng họ tên, cùng đơn vị nhưng không ghi ngày sinh; hãy cho biết có phải cùng "
    "một người không."
)
OTHER_ROWS = "Tệp có người mới trùng tên ở dòng khác; cần cho biết có phải cùng một người không."
GONE = "Người đã chọn không còn trong sổ; hãy chọn lại."
UNBORN = date.max
AS_NEW = "new"
AS_PERSON = "p:"
AS_ROW = "k:"


class Meant(NamedTuple):
    """Who is meant: a person with the number of their unit, a newcomer's key, or candidates."""

    identity: str = ""
    person_id: int | None = None
    organisation_id: int | None = None
    newcomer: str = ""
    candidates: tuple[tuple[str, str], ...] = ()
    why: str = ""


@dataclass(slots=True)
class _Named:
    """One way of naming somebody, in how many rows, and what is known of it."""

    row: RowAsked
    unit: str
    born: date | None
    row_count: int = 0
    newcomer: str = ""
    person_ref: str = ""
    identity: str = ""
    candidates: tuple[Candidate, ...] = ()
    why: str = ""

    @property
    def asked(self) -> Asked:
        row = self.row
        return Asked(row.name, row.read_birth, row.digest or None, self.unit)

    @property
    def order(self) -> tuple[bool, bool, bool, str]:
        """Those of whom most is known come first, so that others can be held against them."""
        row = self.row
        return not row.digest, self.born is None, row.birth is None, row.who


@dataclass(slots=True)
class _Near:
    """Everybody of the file under one folded name."""

    named: list[_Named] = field(default_factory=list)
    newcomers: list[Known] = field(default_factory=list)


class People:
    """Tells whom rows mean, portion by portion; what was read of units is kept between them."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        """Take whom people said to be meant, by the key of a row's holder."""
        self._choices = choices
        self._unit_names: dict[int, tuple[str, ...]] = {}

    def meant(self, rows: Sequence[tuple[RowAsked, str]]) -> dict[str, Meant]:
        """Return who is meant, by the key of a row's holder.

        Args:
            rows: rows about people, each with the name of its unit. All that share a folded name
                come in one call, in the order of the file.
        """
        named = _named(rows)
        seen = self._seen(named)
        near: defaultdict[str, _Near] = defaultdict(_Near)
        for one in sorted(named, key=attrgetter("order")):
            choice = self._choices.get(one.row.who, "")
            _decide(one, seen.told(one), near[one.row.near], choice)
        numbers = _numbers({one.person_ref for one in named} - {""}, seen.numbers)
        return {one.row.who: _meant(one, numbers) for one in named}

    def _seen(self, named: Iterable[_Named]) -> "_Seen":
        """Read whom the rows may mean; of namesakes only those who may be born on that day.

        Somebody with another day of birth is nobody's match, see `matching`.
        """
        born = {(one.row.near, one.born) for one in named if one.born is not None}
        others = {one.row.near for one in named if one.born is None}
        digests = {one.row.digest for one in named} - {""}
        found = people_born(born) if born else []
        if others or digests:
            found += people_near(others, digests)
        people = {near.ref: near for near in found}
        fresh = {near.organisation_id for near in people.values()} - self._unit_names.keys()
        self._unit_names |= unit_names_of(fresh)
        return _Seen(people, self._unit_names)


def _named(rows: Iterable[tuple[RowAsked, str]]) -> list[_Named]:
    found: dict[str, _Named] = {}
    for row, unit in rows:
        one = found.get(row.who)
        if one is None:
            birth = row.read_birth
            one = found[row.who] = _Named(row, unit, birth.on if birth else None)
        one.row_count += 1
    return list(found.values())


def _meant(one: _Named, numbers: Mapping[str, tuple[int, int]]) -> Meant:
    if one.person_ref:
        if one.person_ref not in numbers:
            return Meant(newcomer=one.newcomer, candidates=_kept(one.candidates), why=GONE)
        return Meant(one.identity, *numbers[one.person_ref], one.newcomer, (), one.why)
    candidates = _kept(one.candidates) if not one.identity else ()
    return Meant(one.identity, newcomer=one.newcomer, candidates=candidates, why=one.why)


class _Seen:
    """People of the register by folded name and by identity, and their numbers by reference.

    By a name without a day are all of that name, by `UNBORN` those whose day is not known: nobody
    with another day of birth is meant by a row that has the whole day.
    """

    def __init__(
        self, people: Mapping[str, PersonNear], unit_names: Mapping[int, tuple[str, ...]]
    ) -> None:
        self.numbers = {near.ref: (near.pk, near.organisation_id) for near in people.values()}
        self._unit_names = unit_names
        self._by_name: defaultdict[tuple[str, date | None], list[PersonNear]] = defaultdict(list)
        self._by_digest: dict[str, PersonNear] = {}
        for near in people.values():
            self._by_name[near.name_fold, None].append(near)
            self._by_name[near.name_fold, near.birth_on or UNBORN].append(near)
            if near.identity_digest:
                self._by_digest[near.identity_digest] = near

    def told(self, one: _Named) -> Match:
        """Return what the register says of somebody."""
        name, born = one.row.near, one.born
        found = self._by_name.get((name, born), [])
        if born is not None:
            if (name, UNBORN) in self._by_name:
                found = [*found, *self._by_name[name, UNBORN]]
            elif name and not one.row.digest and (told := _told_at_once(one, found)):
                return told
        same = self._by_digest.get(one.row.digest)
        if same is not None and same not in found:
            found = [*found, same]
        return match(one.asked, [_known(near, self._unit_names) for near in found])


def _told_at_once(one: _Named, found: Sequence[PersonNear]) -> Match | None:
    """Return what `match` says of nearly everybody: nobody of that name and day, or just one.

    Args:
        one: somebody with the whole day of birth and without an identity number.
        found: who has the same folded name and day; nobody of that name is without a day.
    """
    if not found:
        return UNKNOWN
    if len(found) > 1 or not is_same_name(one.row.name, found[0].full_name):
        return None
    return Match("linked", found[0].ref, (), SAME_NAME_AND_DAY)


def _decide(one: _Named, told: Match, near: _Near, choice: str) -> None:
    if choice.startswith(AS_PERSON):
        one.identity, one.person_ref = CHOSEN, choice.removeprefix(AS_PERSON)
    elif choice.startswith(AS_ROW) and (
        other := next((o for o in near.named if o.row.who == choice.removeprefix(AS_ROW)), None)
    ):
        one.identity, one.person_ref, one.newcomer = CHOSEN, other.person_ref, other.newcomer
    elif choice == AS_NEW:
        _begin(one, near)
    elif told.kind == "linked" and told.known_key:
        one.identity, one.person_ref, one.why = LINKED, told.known_key, told.why
    elif told.kind == "new":
        _decide_new(one, near, told)
    else:
        one.candidates = tuple(Candidate(AS_PERSON + c.key, c.why) for c in told.candidates)
        one.why = told.why
    near.named.append(one)


def _decide_new(one: _Named, near: _Near, told: Match) -> None:
    """Hold somebody the register does not know against the newcomers of the same file."""
    among = match(one.asked, near.newcomers) if near.newcomers else UNKNOWN
    if among.kind == "linked" and among.known_key:
        one.identity, one.newcomer, one.why = NEW, among.known_key, told.why
    elif among.kind == "for_a_person":
        one.candidates = tuple(Candidate(AS_ROW + c.key, c.why) for c in among.candidates)
        one.why = OTHER_ROWS
    elif one.row_count > 1 and one.row.birth is None and not one.row.digest:
        one.why = SAME_NAME_ONLY.format(count=one.row_count)
    else:
        _begin(one, near)
        one.why = told.why


def _begin(one: _Named, near: _Near) -> None:
    """One more newcomer."""
    row = one.row
    one.identity, one.newcomer = NEW, row.who
    near.newcomers.append(
        Known(
            key=row.who,
            name=row.name,
            birth_on=one.born,
            birth_year=row.birth[0] if row.birth else None,
            identity_digest=row.digest or None,
            unit_names=(one.unit,) if one.unit else (),
        )
    )


def _numbers(refs: set[str], seen: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return person and unit, by number, of those who are in the register."""
    found = {ref: seen[ref] for ref in refs if ref in seen}
    for some in portions(sorted(refs - seen.keys()), AT_ONCE):
        rows = Person.objects.filter(ref__in=some).values_list("ref", "pk", "organisation_id")
        found |= {ref: (pk, unit) for ref, pk, unit in rows}
    return found


def _known(near: PersonNear, unit_names: Mapping[int, tuple[str, ...]]) -> Known:
    return Known(
        key=near.ref,
        name=near.full_name,
        birth_on=near.birth_on,
        birth_year=near.birth_year,
        identity_digest=near.identity_digest,
        unit_names=unit_names[near.organisation_id],
    )


def _kept(candidates: Iterable[Candidate]) -> tuple[tuple[str, str], ...]:
    return tuple((candidate.key, candidate.why) for candidate in candidates)
