"""Say of each row of an agency's list whom it may mean; nothing becomes anything by it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bangvang.registry.intake.agency_rows import same_key
from bangvang.registry.intake.award_lists import Written, birth_of
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.groups import Subject
from bangvang.registry.intake.households import match_household
from bangvang.registry.intake.keys import fold, name_key_loose
from bangvang.registry.intake.known import collectives_known_as, known_as
from bangvang.registry.intake.matching import Asked, Known, Match, match, match_collective
from bangvang.registry.models import (
    AgencyList,
    IncomingRow,
    ListedRow,
    ListedState,
    Organisation,
    Person,
)
from bangvang.registry.selectors.apart_alike import households_called
from bangvang.registry.selectors.collectives import collectives_named
from bangvang.registry.selectors.listed_rows import WAITING, held_elsewhere
from bangvang.registry.selectors.people import people_possibly_meant
from bangvang.registry.selectors.recipients import household_key
from bangvang.registry.selectors.units_named import UnitAsked, UnitsNamed, portions
from bangvang.registry.states import HolderKind

AT_ONCE = 500
PORTION = 2_000
"""How many rows are matched together, with everybody they may mean in memory."""
AS_PERSON, AS_BODY = "p:", "o:"
KINDS = {AS_PERSON: HolderKind.PERSON, AS_BODY: HolderKind.ORGANISATION}
TWICE = "Trùng dòng {row} trang “{sheet}” của tệp này."
ELSEWHERE = "Đã có ở dòng {row} của danh sách cùng cơ quan, cùng văn bản tải lên trước đây."
ONLY_ONE_BODY = "Trùng tên tập thể; trong sổ chỉ có một tập thể như vậy."
ALL_DENIED = "Đã có ý kiến: không phải người, tập thể trùng tên trong sổ."


def _unit_asked(said: Mapping[str, Any]) -> UnitAsked:
    """Return the unit, or for a collective the collective itself, as the row writes it."""
    if said["subject"] == Subject.COLLECTIVE:
        return UnitAsked(said["name"], ", ".join(filter(None, (said["unit"], said["above"]))))
    return UnitAsked(said["unit"], said["above"])


def key_of(kind: HolderKind, ref: str) -> str:
    """Return the key of a holder, as candidates and denials keep it."""
    return (AS_PERSON if kind is HolderKind.PERSON else AS_BODY) + ref


def holder_of(key: str) -> tuple[HolderKind, str] | None:
    """Return whom a key names, None if it is no key."""
    kind = KINDS.get(key[:2])
    return None if kind is None else (kind, key[2:])


def listed_row_of(
    written: Written, agency_list: AgencyList, more: Sequence[Problem] = ()
) -> ListedRow:
    """Return a row as it is staged, not yet settled; `more` is what else is wrong with it."""
    said = written.said
    is_person = said["subject"] == Subject.PERSON
    return ListedRow(
        agency_list=agency_list,
        sheet=written.sheet[:100],
        sheet_no=written.sheet_no,
        row=written.row,
        state=ListedState.PROBLEM,
        said=dict(said),
        cells=dict(written.cells),
        raw=json.loads(written.raw),
        problems=[
            {"cell": p.cell, "code": p.code, "text": p.text, "is_hint": p.is_hint}
            for p in (*written.problems, *more)
        ],
        same=same_key(agency_list, said),
        near=(name_key_loose(said["name"]) if is_person else fold(said["name"]))[:300],
    )


def untold(_rows: int) -> None:
    """Tell nobody how many rows were settled."""


def settle_listed(rows: Sequence[ListedRow], *, tick: Callable[[int], None] = untold) -> None:
    """Set state, holder, candidates and reason of these undecided rows; saves nothing.

    A fixed number of queries for each portion of rows; `tick` is told how many each had.
    """
    _mark_held(rows)
    open_ = [row for row in rows if row.state == ListedState.UNKNOWN]
    tick(len(rows) - len(open_))
    for some in portions(open_, PORTION):
        _settle_open(some)
        tick(len(some))


def hold_what_is_elsewhere(rows: Sequence[ListedRow]) -> None:
    """Hold those of these settled rows that stand in another list by now."""
    elsewhere = held_elsewhere(rows)
    for row in rows:
        if row.state in WAITING and row.same in elsewhere:
            row.person = row.organisation = None
            row.candidates, row.state = [], ListedState.HELD
            row.why = ELSEWHERE.format(row=elsewhere[row.same])


def _settle_open(open_: Sequence[ListedRow]) -> None:
    people = [row for row in open_ if row.said["subject"] == Subject.PERSON]
    bodies = [row for row in open_ if row.said["subject"] == Subject.COLLECTIVE]
    homes = [row for row in bodies if household_key(row.said["name"])]
    _settle_people(people)
    _settle_households(homes)
    _settle_bodies([row for row in bodies if not household_key(row.said["name"])])


def _mark_held(rows: Sequence[ListedRow]) -> None:
    """Set apart what is wrong at a cell and what stands in a list already; open the others."""
    elsewhere = held_elsewhere(rows)
    first: dict[str, ListedRow] = {}
    for row in sorted(rows, key=lambda one: (one.sheet_no, one.row)):
        row.person = row.organisation = None
        row.candidates, row.why = [], ""
        if any(not problem["is_hint"] for problem in row.problems):
            row.state = ListedState.PROBLEM
            continue
        row.state = ListedState.UNKNOWN
        twin = first.setdefault(row.same, row)
        if twin is not row:
            row.state, row.why = ListedState.HELD, TWICE.format(row=twin.row, sheet=twin.sheet)
        elif row.same in elsewhere:
            row.state = ListedState.HELD
            row.why = ELSEWHERE.format(row=elsewhere[row.same])


@dataclass(frozen=True)
class PeopleSeen:
    """Whom the rows of a list may mean, by name and by identity number."""

    by_name: Mapping[str, list[Known]]
    by_digest: Mapping[str, list[Known]]

    def near(self, asked: Asked) -> list[Known]:
        """Return whom one row may mean."""
        named = self.by_name.get(name_key_loose(asked.name), [])
        same = self.by_digest.get(asked.identity_digest or "", [])
        return [*named, *(one for one in same if one not in named)]


def _settle_people(rows: Sequence[ListedRow]) -> None:
    seen = people_seen(rows)
    units = UnitsNamed(_unit_asked(row.said) for row in rows)
    told = {}
    for row in rows:
        meant = units.meant(_unit_asked(row.said), on=None) if row.said["unit"] else None
        asked = Asked(
            row.said["name"],
            birth_of(row.said),
            row.said["digest"] or None,
            meant.name if meant else row.said["unit"],
        )
        told[row.row, row.sheet_no] = _allowed(row, AS_PERSON, asked, seen)
    refs = {one.known_key for one in told.values() if one.known_key}
    people = people_meant(refs)
    for row in rows:
        found = told[row.row, row.sheet_no]
        row.person = people.get(found.known_key or "")
        _say(row, found, AS_PERSON)


def people_meant(refs: Collection[str]) -> dict[str, Person]:
    """Return people by reference, each with the unit of today."""
    people: dict[str, Person] = {}
    for some in portions(sorted(refs), AT_ONCE):
        found = Person.objects.select_related("organisation").filter(ref__in=some)
        people |= {person.ref: person for person in found}
    return people


def _allowed(row: ListedRow, prefix: str, asked: Asked, seen: PeopleSeen) -> Match:
    denied = {one["key"] for one in row.denied}
    return match(asked, [one for one in seen.near(asked) if prefix + one.key not in denied])


def people_seen(rows: Iterable[IncomingRow]) -> PeopleSeen:
    """Return whom these rows may mean; two queries a portion."""
    by_name: defaultdict[str, list[Known]] = defaultdict(list)
    by_digest: defaultdict[str, list[Known]] = defaultdict(list)
    read: set[str] = set()
    for some in portions([row.said for row in rows], AT_ONCE):
        names = {said["name"] for said in some}
        digests = {said["digest"] for said in some} - {""}
        found = [one for one in people_possibly_meant(names, digests) if one.ref not in read]
        read |= {one.ref for one in found}
        for known in known_as(found):
            by_name[name_key_loose(known.name)].append(known)
            if known.identity_digest:
                by_digest[known.identity_digest].append(known)
    return PeopleSeen(by_name, by_digest)


def _settle_bodies(rows: Sequence[ListedRow]) -> None:
    asked = [_unit_asked(row.said) for row in rows]
    units = UnitsNamed(asked)
    known: list[Known] = []
    for some in portions([one.name for one in asked], AT_ONCE):
        known += collectives_known_as(collectives_named(some))
    by_name: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for one in known:
        by_name[fold(one.name)][one.key] = one
    for row, unit in zip(rows, asked, strict=True):
        denied = {one["key"] for one in row.denied}
        meant = units.meant(unit, on=None)
        if meant is not None and AS_BODY + meant.ref not in denied:
            _mean(row, meant)
            continue
        near = [one for one in by_name[fold(unit.name)].values() if AS_BODY + one.key not in denied]
        found = match_collective(unit.name, unit.above, near)
        if found.known_key:
            _mean(row, Organisation.objects.get(ref=found.known_key))
            continue
        _say(row, found, AS_BODY)


def _settle_households(rows: Sequence[ListedRow]) -> None:
    """Match households by whom they are called after, and by the commune that the row writes."""
    known: dict[str, list[Known]] = defaultdict(list)
    for some in portions([row.said["name"] for row in rows], AT_ONCE):
        for one in collectives_known_as(households_called(some)):
            if one not in known[household_key(one.name)]:
                known[household_key(one.name)].append(one)
    told = {}
    for row in rows:
        said, denied = row.said, {one["key"] for one in row.denied}
        near = [
            one for one in known[household_key(said["name"])] if AS_BODY + one.key not in denied
        ]
        told[row.sheet_no, row.row] = match_household(
            said["name"], said["unit"] or said["above"], near
        )
    refs = {found.known_key for found in told.values() if found.known_key}
    homes: dict[str, Organisation] = {}
    for part in portions(sorted(refs), AT_ONCE):
        homes |= {one.ref: one for one in Organisation.with_apart.filter(ref__in=part)}
    for row in rows:
        found = told[row.sheet_no, row.row]
        if found.known_key in homes:
            _mean(row, homes[found.known_key], found.why)
        else:
            _say(row, found, AS_BODY)


def _mean(row: ListedRow, body: Organisation, why: str = ONLY_ONE_BODY) -> None:
    row.organisation, row.state, row.why = body, ListedState.CERTAIN, why


def _say(row: ListedRow, found: Match, prefix: str) -> None:
    """Keep what matching said of the row."""
    row.why = found.why
    if row.person is not None:
        row.state = ListedState.CERTAIN
    elif found.candidates:
        row.state = ListedState.CHOOSE
        row.candidates = [{"key": prefix + one.key, "why": one.why} for one in found.candidates]
    else:
        row.state = ListedState.UNKNOWN
        row.why = ALL_DENIED if row.denied else found.why
