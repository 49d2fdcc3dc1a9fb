"""Say of each staged row where it stands: ready, to choose, wrong at a cell, or held already.

Rows that may mean the same person have to come together; see `ImportRow.near`.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bangvang.registry.intake.award_lists import Written, birth_of, untold
from bangvang.registry.intake.doubles import mark_doubles
from bangvang.registry.intake.groups import Subject
from bangvang.registry.intake.keys import fold, name_key, name_key_loose
from bangvang.registry.intake.newcomers import AS_NEW, settle_people
from bangvang.registry.models import AwardImport, ImportRow, Organisation
from bangvang.registry.selectors.apart_named import ApartNamed, is_household
from bangvang.registry.selectors.units_named import UnitAsked, UnitsNamed
from bangvang.registry.states import RowState

UNIT_UNCLEAR = "Chưa rõ đơn vị “{unit}” là đơn vị nào trong sổ."
UNIT_MISSING = "Dòng này không ghi đơn vị; hãy chọn đơn vị cho các dòng không ghi."
HOUSEHOLD_UNCLEAR = (
    "Chưa rõ “{unit}” là hộ nào trong sổ; hộ chưa có thì ghi vào sổ ở “Hộ gia đình, nước ngoài” "
    "rồi chọn."
)
FOREIGN_UNCLEAR = (
    "Chưa rõ “{unit}” là tập thể nước ngoài nào trong sổ; chưa có thì ghi vào sổ ở “Hộ gia đình, "
    "nước ngoài” rồi chọn."
)
FOREIGNER_UNKNOWN = (
    "Người nước ngoài mà sổ chưa có; hãy cho biết có phải người mới không, hoặc sửa tên cho khớp."
)
COUNTRY_UNCLEAR = "Chưa rõ người này thuộc cơ quan, tập thể hoặc nước nào trong sổ."
COLLECTIVE_UNCLEAR = "Chưa rõ tập thể “{unit}” là tập thể nào trong sổ."


def row_of(written: Written, award_import: AwardImport) -> ImportRow:
    """Return a row as it is staged, not yet settled."""
    said = written.said
    is_person = said["subject"] == Subject.PERSON
    unit = asked_of(said)
    birth = birth_of(said)
    return ImportRow(
        award_import=award_import,
        sheet=written.sheet[:100],
        sheet_no=written.sheet_no,
        row=written.row,
        state=RowState.PROBLEM,
        said=dict(said),
        cells=dict(written.cells),
        raw=dict(written.raw),
        problems=[
            {"cell": p.cell, "code": p.code, "text": p.text, "is_hint": p.is_hint}
            for p in written.problems
        ],
        near=name_key_loose(said["name"])[:300] if is_person else fold(said["name"])[:300],
        unit_key=_key(fold(unit.name), fold(unit.above)),
        who=_key(
            said["subject"],
            name_key(said["name"]),
            str(birth),
            said["digest"],
            fold(said["unit"]),
            fold(said["above"]),
        ),
    )


def asked_of(said: Mapping[str, Any]) -> UnitAsked:
    """Return the unit, or for a collective the collective itself, as the row writes it."""
    if said["subject"] == Subject.COLLECTIVE:
        above = ", ".join(part for part in (said["unit"], said["above"]) if part)
        return UnitAsked(said["name"], above)
    return UnitAsked(said["unit"], said["above"])


def settle(
    award_import: AwardImport,
    rows: Sequence[ImportRow],
    *,
    tick: Callable[[int], None] = untold,
) -> None:
    """Set state, person, units and reasons of these rows; saves nothing.

    A fixed number of queries for each portion of names. `tick` is told how many rows are settled.
    """
    ordered = sorted(rows, key=lambda row: (row.sheet_no, row.row))
    _settle_units(award_import, ordered)
    good = [row for row in ordered if not _is_wrong(row)]
    people = [row for row in good if row.said["subject"] == Subject.PERSON]
    settle_people(award_import, people, tick=tick)
    _ask_of_foreigners(award_import, people)
    for row in ordered:
        _set_state(row)
    mark_doubles(award_import, [row for row in ordered if row.state == RowState.READY])


def _is_wrong(row: ImportRow) -> bool:
    return any(not problem["is_hint"] for problem in row.problems)


def _settle_units(award_import: AwardImport, rows: Sequence[ImportRow]) -> None:
    units = [asked_of(row.said) for row in rows]
    homes = [_home_of(row.said) for row in rows]
    named = UnitsNamed(dict.fromkeys([*units, *homes]))
    apart = ApartNamed(row.said for row in rows)
    chosen = _chosen(award_import.unit_choices.values())
    for row, asked, home in zip(rows, units, homes, strict=True):
        choice = chosen.get(award_import.unit_choices.get(row.unit_key, ""))
        if row.said.get("apart"):
            at_home = named.meant(home, on=_day(row)) if home.name else None
            meant = choice or apart.meant(row.said, at_home)
        else:
            there = named.meant(asked, on=_day(row)) if asked.name else award_import.source
            meant = choice or there
        row.person, row.identity, row.newcomer, row.candidates, row.why = None, "", "", [], ""
        is_collective = row.said["subject"] == Subject.COLLECTIVE
        row.unit, row.organisation = meant, meant if is_collective else None
        if meant is not None and is_household(row.said):
            row.unit = meant.parent


def _chosen(refs: Iterable[str]) -> dict[str, Organisation]:
    found = Organisation.with_apart.filter(ref__in=set(refs)).select_related("parent")
    return {one.ref: one for one in found}


def _home_of(said: Mapping[str, Any]) -> UnitAsked:
    """Return the commune of a household, or where a foreigner works."""
    return UnitAsked(said["unit"], said["above"]) if said.get("apart") else UnitAsked("")


def _ask_of_foreigners(award_import: AwardImport, rows: Iterable[ImportRow]) -> None:
    """Nobody foreign comes in as somebody new unless a person says so."""
    for row in rows:
        said_new = award_import.holder_choices.get(row.newcomer) == AS_NEW
        if row.said.get("apart") and row.newcomer and not said_new:
            row.newcomer, row.identity, row.why = "", "", FOREIGNER_UNKNOWN


def _day(row: ImportRow) -> date | None:
    return date.fromisoformat(row.said["decided_on"]) if row.said["decided_on"] else None


def _set_state(row: ImportRow) -> None:
    if _is_wrong(row):
        row.state = RowState.PROBLEM
        return
    is_person = row.said["subject"] == Subject.PERSON
    if is_person and row.unit is None and not row.said["unit"] and row.person is not None:
        row.unit = row.person.organisation
    if row.unit is None:
        row.state, row.why = RowState.CHOOSE, _unit_unclear(row)
    elif is_person and not row.identity:
        row.state = RowState.CHOOSE
    else:
        row.state = RowState.READY


def _unit_unclear(row: ImportRow) -> str:
    asked = asked_of(row.said)
    if is_household(row.said):
        return HOUSEHOLD_UNCLEAR.format(unit=asked.name)
    if row.said.get("apart"):
        is_person = row.said["subject"] == Subject.PERSON
        return COUNTRY_UNCLEAR if is_person else FOREIGN_UNCLEAR.format(unit=asked.name)
    if row.said["subject"] == Subject.COLLECTIVE:
        return COLLECTIVE_UNCLEAR.format(unit=asked.name)
    if not asked.name:
        return UNIT_MISSING
    return UNIT_UNCLEAR.format(unit=", ".join(part for part in (asked.name, asked.above) if part))


def _key(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]
