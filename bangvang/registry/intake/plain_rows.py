"""Rows as nearly all of a list are: each different cell is looked into once, not once a row.

A row that says anything out of the ordinary (a heading, a wrong cell, two people in one) is left
to `award_lists`, cell by cell. What is read here is what is read there, to the letter; a test holds
the two against each other.
"""

from collections.abc import Mapping
from datetime import date
from operator import getitem, itemgetter
from typing import NamedTuple

from bangvang.foundation.sheets import Grid
from bangvang.foundation.sheets.grid import column_letters, text_of
from bangvang.registry.intake.asked_rows import RowAsked
from bangvang.registry.intake.award_rows import LONGEST, TAIL, TITLE_LONGEST
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.groups import Group, Subject, is_total
from bangvang.registry.intake.keys import fold
from bangvang.registry.intake.mending import columns_kept, group_kept
from bangvang.registry.intake.names import NAME_FIELDS
from bangvang.registry.intake.plain_cells import Readers, readers
from bangvang.registry.intake.plain_found import (
    Award,
    Birth,
    Day,
    Decision,
    Identity,
    Name,
    Number,
    Text,
    Year,
)
from bangvang.registry.intake.staging import NEAR_LONGEST, RowStaged, key_of

_NEVER_READ = frozenset({"note"})
_HEADING_ROWS = 4
_ROW = "#"
"""Stands for the number of the row in addresses that are kept for many."""
_ALIKE = frozenset({bool, float})
"""True and 1.0 would be found as 1."""
_NO_UNIT = Text(0, "", "", '""', "")


class _Cells(NamedTuple):
    """What each field found in its cell, in the order in which `said_by` notes the cells."""

    name: Name
    sex: Text
    birth: Birth
    identity_number: Identity
    nationality: Text
    position: Text
    unit: Text
    award: Award
    decision_no: Decision
    decided_on: Day
    issued_by: Text
    ethnicity: Text
    kind: Text
    year: Year
    achievement: Text
    number: Number


FIELDS = _Cells._fields


class PlainRow(NamedTuple):
    """A row as it is staged, what settling asks of it, and the identity number in it."""

    staged: RowStaged
    asked: RowAsked
    identity_number: str


def plain_rows(grid: Grid, number: int, plan: Plan, on: date) -> "PlainRows | None":
    """Return what reads such rows of a sheet; None if its columns are out of the ordinary.

    Args:
        grid: the sheet.
        number: its number in the file.
        plan: where it keeps what.
        on: today; no decision is of a later day.
    """
    places = {name: at for name, at in plan.places.items() if name not in _NEVER_READ}
    names = [name for name in NAME_FIELDS if name in places]
    columns = [at for columns in places.values() for at in columns]
    is_ordinary = len(columns) == len(set(columns)) == len(places)
    if len(names) != 1 or "surname" in places or not is_ordinary:
        return None
    of = {"name" if name in names else name: at for name, (at,) in places.items()}
    return PlainRows(grid, number, plan, of, names[0], on)


class PlainRows:
    """Reads the ordinary rows of one sheet, in which each field has one column of its own."""

    def __init__(
        self, grid: Grid, number: int, plan: Plan, of: Mapping[str, int], named: str, on: date
    ) -> None:
        """Take the sheet, the column of each field, and which field the name is; see above."""
        self._rows, self._sheet, self._number = grid.rows, grid.name[:100], number
        self._first_row, self._is_of_bodies = plan.first_row, named == "collective_name"
        self._width = max(of.values()) + 1
        self._ats = [of.get(field, self._width) for field in FIELDS]
        self._others = [at for field, at in of.items() if field not in FIELDS]
        kept = columns_kept(plan.places)
        self._kept = [self._ats.index(at) for at in kept if at in self._ats]
        self._readers = Readers(plan.fixed, on)
        self._columns = readers(self._readers, FIELDS, self._ats, set(kept))
        self._in_order = itemgetter(*self._ats)
        first = min(plan.first_row, len(grid.rows))
        above = range(max(0, first - _HEADING_ROWS), first)
        self._headings = {text for row in above for text in grid.texts(row)}
        self._unit_keys: dict[tuple[str, str], str] = {}
        self._under(Group())

    def read(self, row: int, group: Group) -> PlainRow | None:
        """Return the row, from 0, under these headings; None if it is to be read cell by cell."""
        if group is not self._group:
            self._under(group)
        found = self._found(row) if self._is_able and row > self._first_row else None
        return None if found is None else self._row(row, found)

    def _under(self, group: Group) -> None:
        """Remember what the headings above say of the rows that come."""
        self._group, self._group_raw = group, f'}},"group":{group_kept(group)}}}'
        unit = self._readers.unit(group.unit) if group.unit else _NO_UNIT
        award = self._readers.award(group.award) if group.award else None
        self._group_unit, self._group_award = unit or _NO_UNIT, award
        is_read = unit is not None and (award is not None or not group.award)
        self._is_able = is_read and not group.apart and len(group.unit) <= LONGEST["above"]
        self._templates: dict[int, str] = {}

    def _found(self, row: int) -> _Cells | None:
        """Return what each field finds in its cell, if the row is an ordinary one."""
        values, width = self._rows[row], self._width
        if not _ALIKE.isdisjoint(map(type, values)):
            return None
        values = (*values[:width], *((None,) * (width + 1 - min(width, len(values)))))
        found = list(map(getitem, self._columns, self._in_order(values)))
        if not all(found) or (self._others and any(values[at] is not None for at in self._others)):
            return None
        cells = _Cells._make(found)
        if cells.name.written in self._headings:
            return None
        number = cells.number
        is_somebody = number.is_number or (number.is_empty and self._is_alone(row, cells))
        return cells if is_somebody else None

    def _is_alone(self, row: int, cells: _Cells) -> bool:
        """Whether a row without a number is somebody for sure: no total, no heading of a group."""
        first = next(text for value in self._rows[row] if (text := text_of(value)))
        return bool(cells.year.bit) and not is_total(first)

    def _row(self, row: int, cells: _Cells) -> PlainRow | None:
        heads = self._group_award
        award = cells.award if heads is None or cells.award.bit else heads
        unit = cells.unit if cells.unit.text else self._group_unit
        above = self._group_unit if self._group_unit.text != unit.text else _NO_UNIT
        on = cells.decided_on.on or cells.decision_no.on
        is_person = self._is_person(cells)
        if on is None or not _is_whole(cells, award, on, is_person=is_person):
            return None
        name, digest = cells.name, cells.identity_number.digest
        subject = (Subject.PERSON if is_person else Subject.COLLECTIVE).value
        keys = (
            key_of(subject, name.key, cells.birth.shown, digest, unit.folded, above.folded),
            *(self._keys_of_person if is_person else _keys_of_body)(name, unit, above),
        )
        place = self._sheet, self._number, row + 1
        said = _said(cells, subject, (award, unit, above), on)
        staged = RowStaged(*place, said, self._addresses(row, cells), self._raw(cells), "[]", *keys)
        asked = RowAsked(
            *place, False, is_person, name.name, cells.birth.birth, digest, unit.text, above.text,
            award.code, cells.kind.text, cells.year.year, on, *_mark(cells, award), *keys, "", "",
        )  # fmt: skip
        return PlainRow(staged, asked, cells.identity_number.number)

    def _is_person(self, cells: _Cells) -> bool:
        """Whether a person is meant, as `award_rows.subject_of` tells."""
        if cells.birth.birth or cells.sex.text or cells.identity_number.number:
            return True
        is_body = self._is_of_bodies or cells.name.is_collective
        return not is_body and self._group.subject is not Subject.COLLECTIVE

    def _keys_of_person(self, name: Name, unit: Text, above: Text) -> tuple[str, str]:
        """Return `near` and `unit_key`; the units of a list are few."""
        both = unit.folded, above.folded
        if both not in self._unit_keys:
            self._unit_keys[both] = key_of(*both)
        return name.loose[:NEAR_LONGEST], self._unit_keys[both]

    def _addresses(self, row: int, cells: _Cells) -> str:
        """Return the address of each field as JSON; equal but for the number of the row."""
        mask = sum([one.bit for one in cells])
        if mask not in self._templates:
            self._templates[mask] = self._template(mask)
        return self._templates[mask].replace(_ROW, str(row + 1))

    def _template(self, mask: int) -> str:
        cells = {}
        for place, field in enumerate(FIELDS):
            if mask & 1 << place:
                cells[field] = f"{column_letters(self._ats[place])}{_ROW}"
            elif field == "unit" and self._group.unit:
                cells[field] = self._group.unit_cell
            elif field == "award" and self._group.award:
                cells[field] = self._group.award_cell
        return "{" + ", ".join([f'"{name}": "{cell}"' for name, cell in cells.items()]) + "}"

    def _raw(self, cells: _Cells) -> str:
        kept = ", ".join([raw for place in self._kept if (raw := cells[place].raw)])
        return f'{{"values":{{{kept}{self._group_raw}'


def _keys_of_body(name: Name, unit: Text, above: Text) -> tuple[str, str]:
    """Return `near` and `unit_key`."""
    folded = fold(name.name)
    over = ", ".join([part for part in (unit.text, above.text) if part])
    return folded[:NEAR_LONGEST], key_of(folded, fold(over))


def _is_whole(cells: _Cells, award: Award, on: str, *, is_person: bool) -> bool:
    """Whether nothing is missing and nothing contradicts; see the checks of `award_rows`."""
    if not award.code or (is_person and cells.name.is_several):
        return False
    if on and int(on[:4]) < cells.year.year:
        return False
    if cells.birth.birth and cells.year.year <= cells.birth.birth[0]:
        return False
    if award.record == "INITIATIVE":
        is_titled = 0 < len(cells.achievement.text) <= TITLE_LONGEST
        if not (is_person and is_titled):
            return False
    is_decided = cells.decision_no.number and on and cells.issued_by.text
    return award.record == "GRADE" or bool(is_decided)


def _mark(cells: _Cells, award: Award) -> tuple[str, str]:
    """Return what tells the record from another one, see `RowAsked`."""
    if award.record == "GRADE":
        return award.code, award.code
    decision = cells.decision_no
    if award.record == "INITIATIVE":
        return fold(cells.achievement.text), decision.number
    return decision.mark, decision.number


def _said(cells: _Cells, subject: str, of: tuple[Award, Text, Text], on: str) -> str:
    """Return what `award_rows.said_by` says, as JSON; `of`: the award, the unit, what is above."""
    award, unit, above = of
    number, digest = cells.identity_number.number, cells.identity_number.digest
    return (
        f'{{"subject": "{subject}", "apart": "", "country": "", "name": {cells.name.json}, '
        f'"birth": {cells.birth.json}, "sex": {cells.sex.json}, '
        f'"ethnicity": {cells.ethnicity.json}, "digest": "{digest}", "tail": "{number[-TAIL:]}", '
        f'"position": {cells.position.json}, "unit": {unit.json}, "above": {above.json}, '
        f'"code": "{award.code}", "award_text": {award.json}, "kind": {cells.kind.json}, '
        f'"year": {cells.year.year}, "decision_no": {cells.decision_no.json}, '
        f'"decided_on": "{on}", "issued_by": {cells.issued_by.json}, '
        f'"achievement": {cells.achievement.json}}}'
    )
