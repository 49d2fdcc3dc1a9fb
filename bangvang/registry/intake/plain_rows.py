"""Rows as nearly all of a list are: each different cell is looked into once, not once a row.

A row that says anything out of the ordinary (a heading, a wrong cell, two people in one) is left
to `award_lists`, cell by cell. What is read here is what is read there, to the letter; a test holds
the two against each other.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from bangvang.foundation.sheets import Grid
from bangvang.foundation.sheets.grid import column_letters, text_of
from bangvang.registry.intake.asked_rows import RowAsked
from bangvang.registry.intake.award_rows import LONGEST, TAIL, TITLE_LONGEST
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.groups import Group, Subject, is_total
from bangvang.registry.intake.keys import fold
from bangvang.registry.intake.mending import columns_kept, group_kept
from bangvang.registry.intake.names import NAME_FIELDS
from bangvang.registry.intake.plain_cells import Readers, Text, readers
from bangvang.registry.intake.staging import NEAR_LONGEST, RowStaged, key_of

FIELDS = (
    "name", "sex", "birth", "identity_number", "nationality", "position", "unit", "award",
    "decision_no", "decided_on", "issued_by", "ethnicity", "kind", "year", "achievement", "number",
)  # fmt: skip
"""What is read here, in the order in which `said_by` notes the cells."""
_NEVER_READ = frozenset({"note"})
_HEADING_ROWS = 4
_ROW = "#"
"""Stands for the number of the row in addresses that are kept for many."""
_ALIKE = frozenset({bool, float})
"""True and 1.0 would be found as 1."""
_NO_UNIT = Text(0, "", "", '""', "")


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
        self._columns = list(
            zip(readers(self._readers, FIELDS, self._ats, set(kept)), self._ats, strict=True)
        )
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

    def _found(self, row: int) -> list[Any] | None:
        """Return what each field finds in its cell, if the row is an ordinary one."""
        values, width = self._rows[row], self._width
        if not _ALIKE.isdisjoint(map(type, values)):
            return None
        values = (*values[:width], *((None,) * (width + 1 - min(width, len(values)))))
        found: list[Any] = [cells[values[at]] for cells, at in self._columns]
        if None in found or any(values[at] is not None for at in self._others):
            return None
        name, number = found[0], found[-1]
        if name.written in self._headings:
            return None
        is_somebody = number.is_number or (number.is_empty and self._is_alone(row, found))
        return found if is_somebody else None

    def _is_alone(self, row: int, found: Sequence[Any]) -> bool:
        """Whether a row without a number is somebody for sure: no total, no heading of a group."""
        name, year = found[0], found[-3]
        first = next(text for value in self._rows[row] if (text := text_of(value)))
        return bool(year.bit) and name.written != str(year.year) and not is_total(first)

    def _row(self, row: int, found: Sequence[Any]) -> PlainRow | None:
        name, sex, birth, identity, _, position, unit, award = found[:8]
        decision, day, issued_by, ethnicity, kind, year, achievement, _ = found[8:]
        group = self._group
        if not award.bit and self._group_award is not None:
            award = self._group_award
        if not unit.text:
            unit = self._group_unit
        above = self._group_unit if self._group_unit.text != unit.text else _NO_UNIT
        on = day.on or decision.on
        is_person = bool(birth.birth or sex.text or identity.number) or not (
            self._is_of_bodies or name.is_collective or group.subject is Subject.COLLECTIVE
        )
        if (
            not award.code
            or on is None
            or (is_person and name.is_several)
            or (on and int(on[:4]) < year.year)
            or (award.record != "GRADE" and not (decision.number and on and issued_by.text))
        ):
            return None
        title = ""
        if award.record == "INITIATIVE":
            title = achievement.text
            if not (is_person and 0 < len(title) <= TITLE_LONGEST):
                return None
        subject = "PERSON" if is_person else "COLLECTIVE"
        number, digest = identity.number, identity.digest
        said = (
            f'{{"subject": "{subject}", "apart": "", "country": "", "name": {name.json}, '
            f'"birth": {birth.json}, "sex": {sex.json}, "ethnicity": {ethnicity.json}, '
            f'"digest": "{digest}", "tail": "{number[-TAIL:]}", "position": {position.json}, '
            f'"unit": {unit.json}, "above": {above.json}, "code": "{award.code}", '
            f'"award_text": {award.json}, "kind": {kind.json}, "year": {year.year}, '
            f'"decision_no": {decision.json}, "decided_on": "{on}", '
            f'"issued_by": {issued_by.json}, "achievement": {achievement.json}}}'
        )
        who = key_of(subject, name.key, birth.shown, digest, unit.folded, above.folded)
        if is_person:
            near, unit_key = name.loose[:NEAR_LONGEST], self._unit_key(unit, above)
        else:
            folded = fold(name.name)
            over = ", ".join([part for part in (unit.text, above.text) if part])
            near, unit_key = folded[:NEAR_LONGEST], key_of(folded, fold(over))
        if award.record == "GRADE":
            mark, shown = award.code, award.code
        else:
            mark = fold(title) if award.record == "INITIATIVE" else decision.mark
            shown = decision.number
        staged = RowStaged(
            self._sheet, self._number, row + 1, said, self._addresses(row, found),
            self._raw(found), "[]", who, near, unit_key,
        )  # fmt: skip
        asked = RowAsked(
            self._sheet, self._number, row + 1, False, is_person, name.name, birth.birth, digest,
            unit.text, above.text, award.code, kind.text, year.year, on, mark, shown, who, near,
            unit_key, "", "",
        )  # fmt: skip
        return PlainRow(staged, asked, number)

    def _unit_key(self, unit: Text, above: Text) -> str:
        both = unit.folded, above.folded
        if both not in self._unit_keys:
            self._unit_keys[both] = key_of(*both)
        return self._unit_keys[both]

    def _addresses(self, row: int, found: Sequence[Any]) -> str:
        """Return the address of each field as JSON; equal but for the number of the row."""
        mask = 0
        for one in found:
            mask |= one.bit
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

    def _raw(self, found: Sequence[Any]) -> str:
        cells = ", ".join([raw for place in self._kept if (raw := found[place].raw)])
        return f'{{"values":{{{cells}{self._group_raw}'
