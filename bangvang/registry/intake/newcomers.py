"""Whom the rows of a file mean: somebody of the register, or somebody new, once for all rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bangvang.registry.intake.asked_rows import RowAsked
from bangvang.registry.intake.keys import name_key_loose
from bangvang.registry.intake.matching import Asked, Candidate, Known, Match, match
from bangvang.registry.models import Person
from bangvang.registry.selectors.people import PersonNear, people_near, unit_names_of
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

    who: str
    asked: Asked
    row_count: int = 0
    newcomer: str = ""
    person_ref: str = ""
    identity: str = ""
    candidates: tuple[Candidate, ...] = ()
    why: str = ""


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
        for one in sorted(named, key=_order):
            told = match(one.asked, seen.near(one.asked))
            _decide(one, told, near[name_key_loose(one.asked.name)], self._choices.get(one.who, ""))
        numbers = _numbers({one.person_ref for one in named} - {""}, seen.numbers)
        return {one.who: _meant(one, numbers) for one in named}

    def _seen(self, named: Iterable[_Named]) -> "_Seen":
        """Read whom the rows may mean; of namesakes only those who may be born on that day.

        Somebody with another day of birth is nobody's match, see `matching`.
        """
        people: dict[str, PersonNear] = {}
        dated = [one for one in named if _born(one) is not None]
        others = [one for one in named if _born(one) is None]
        for these, are_dated in ((dated, True), (others, False)):
            for some in portions(these, AT_ONCE):
                folded = {name_key_loose(one.asked.name) for one in some}
                digests = {one.asked.identity_digest for one in some if one.asked.identity_digest}
                births = {born for one in some if (born := _born(one))} if are_dated else None
                people |= {near.ref: near for near in people_near(folded, digests, births)}
        fresh = {near.organisation_id for near in people.values()} - self._unit_names.keys()
        self._unit_names |= unit_names_of(fresh)
        by_name: defaultdict[tuple[str, date | None], dict[str, Known]] = defaultdict(dict)
        by_digest: dict[str, Known] = {}
        for near in people.values():
            known = _known(near, self._unit_names[near.organisation_id])
            by_name[near.name_fold, None][near.ref] = known
            by_name[near.name_fold, near.birth_on or UNBORN][near.ref] = known
            if near.identity_digest:
                by_digest[near.identity_digest] = known
        numbers = {near.ref: (near.pk, near.organisation_id) for near in people.values()}
        return _Seen(by_name, by_digest, numbers)


def _named(rows: Iterable[tuple[RowAsked, str]]) -> list[_Named]:
    found: dict[str, _Named] = {}
    for row, unit in rows:
        one = found.get(row.who)
        if one is None:
            asked = Asked(row.name, row.read_birth, row.digest or None, unit)
            one = found[row.who] = _Named(row.who, asked)
        one.row_count += 1
    return list(found.values())


def _meant(one: _Named, numbers: Mapping[str, tuple[int, int]]) -> Meant:
    if one.person_ref:
        if one.person_ref not in numbers:
            return Meant(newcomer=one.newcomer, candidates=_kept(one.candidates), why=GONE)
        return Meant(one.identity, *numbers[one.person_ref], one.newcomer, (), one.why)
    candidates = _kept(one.candidates) if not one.identity else ()
    return Meant(one.identity, newcomer=one.newcomer, candidates=candidates, why=one.why)


def _order(one: _Named) -> tuple[bool, bool, bool, str]:
    """Those of whom most is known come first, so that the others can be held against them."""
    birth = one.asked.birth
    whole = birth is not None and birth.on is not None
    return (one.asked.identity_digest is None, not whole, birth is None, one.who)


@dataclass(frozen=True, slots=True)
class _Seen:
    """People of the register by folded name and by identity, and their numbers by reference.

    Under a name and no day are all of that name, under `UNBORN` those whose day is not known:
    nobody with another day of birth is meant by a row that has the whole day.
    """

    by_name: Mapping[tuple[str, date | None], Mapping[str, Known]]
    by_digest: Mapping[str, Known]
    numbers: Mapping[str, tuple[int, int]]

    def near(self, asked: Asked) -> list[Known]:
        name, born = name_key_loose(asked.name), asked.birth.on if asked.birth else None
        found = self.by_name.get((name, born), {})
        if born is not None and (others := self.by_name.get((name, UNBORN))):
            found = {**found, **others}
        same = self.by_digest.get(asked.identity_digest or "")
        return [*found.values(), same] if same and same.key not in found else [*found.values()]


def _born(one: _Named) -> date | None:
    return one.asked.birth.on if one.asked.birth else None


def _decide(one: _Named, told: Match, near: _Near, choice: str) -> None:
    if choice.startswith(AS_PERSON):
        one.identity, one.person_ref = CHOSEN, choice.removeprefix(AS_PERSON)
    elif choice.startswith(AS_ROW) and (
        other := next((o for o in near.named if o.who == choice.removeprefix(AS_ROW)), None)
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
    among = match(one.asked, near.newcomers)
    if among.kind == "linked" and among.known_key:
        one.identity, one.newcomer, one.why = NEW, among.known_key, told.why
    elif among.kind == "for_a_person":
        one.candidates = tuple(Candidate(AS_ROW + c.key, c.why) for c in among.candidates)
        one.why = OTHER_ROWS
    elif one.row_count > 1 and one.asked.birth is None and one.asked.identity_digest is None:
        one.why = SAME_NAME_ONLY.format(count=one.row_count)
    else:
        _begin(one, near)
        one.why = told.why


def _begin(one: _Named, near: _Near) -> None:
    """One more newcomer."""
    one.identity, one.newcomer = NEW, one.who
    birth = one.asked.birth
    near.newcomers.append(
        Known(
            key=one.who,
            name=one.asked.name,
            birth_on=birth.on if birth else None,
            birth_year=birth.year if birth else None,
            identity_digest=one.asked.identity_digest,
            unit_names=(one.asked.unit,) if one.asked.unit else (),
        )
    )


def _numbers(refs: set[str], seen: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return person and unit, by number, of those who are in the register."""
    found = {ref: seen[ref] for ref in refs if ref in seen}
    for some in portions(sorted(refs - seen.keys()), AT_ONCE):
        rows = Person.objects.filter(ref__in=some).values_list("ref", "pk", "organisation_id")
        found |= {ref: (pk, unit) for ref, pk, unit in rows}
    return found


def _known(near: PersonNear, unit_names: tuple[str, ...]) -> Known:
    return Known(
        key=near.ref,
        name=near.full_name,
        birth_on=near.birth_on,
        birth_year=near.birth_year,
        identity_digest=near.identity_digest,
        unit_names=unit_names,
    )


def _kept(candidates: Iterable[Candidate]) -> tuple[tuple[str, str], ...]:
    return tuple((candidate.key, candidate.why) for candidate in candidates)
