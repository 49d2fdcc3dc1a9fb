"""Rows that propose somebody who is proposed already, above in the list or elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bangvang.law import Level, award_name, catalogue
from bangvang.nominations.intake.previewed import PreviewRow, problem_at, with_problem
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.selectors.open_twins import open_twins, unknown_person
from bangvang.registry.selectors.people import awards_in_years

ANOTHER_UNIT = "Đơn vị khác"
TWICE = "Đã có ở dòng {row} với cùng danh hiệu, cùng năm."
TWIN = "{unit} đang có đề nghị này với cùng danh hiệu, cùng năm."
BESIDE = "{unit} đang đề nghị {award}, cùng năm, cùng cấp."
HELD_BESIDE = "Cùng năm, cùng cấp: đã được tặng {award}."


def without_doubles(rows: Sequence[PreviewRow], unit_name: str) -> tuple[PreviewRow, ...]:
    """Mark rows whose person is proposed for the same award and year above or by another list.

    What other units propose is told of whom the register has in the unit, and of an identity
    number; of anybody else only what the unit's own lists say.
    """
    twins = open_twins(
        {ref for row in rows if (ref := row.person_ref or row.body_ref)},
        {row.identity_digest for row in rows if row.identity_digest},
        {row.written.birth.on for row in rows if row.written.birth and row.written.birth.on},
    )
    first: dict[tuple[str, str, int], int] = {}
    held = awards_in_years(
        {row.person_ref for row in rows if row.person_ref}, {row.achievement_year for row in rows}
    )
    numbers = {row.identity_digest for row in rows if row.identity_digest}
    own = {key: unit for key, unit in twins.items() if unit == unit_name}
    taken = {key: ANOTHER_UNIT for key in twins if key[0] in numbers} | own
    return tuple(
        _beside(_marked(row, first, twins), twins, held)
        if row.meant is not None
        else _beside(_marked(row, first, taken), own, held)
        for row in rows
    )


def _beside(
    row: PreviewRow,
    twins: Mapping[tuple[str, str, int], str],
    held: Mapping[tuple[str, int], Sequence[str]],
) -> PreviewRow:
    """Add a hint for each other award of the same level and year, proposed or held already."""
    if row.award_code not in catalogue():
        return row
    names, year = _names_of(row), row.achievement_year
    proposed = {
        code: unit for (name, code, of), unit in twins.items() if name in names and of == year
    }
    said = [
        BESIDE.format(unit=unit, award=_named(code))
        for code, unit in proposed.items()
        if _is_beside(code, row.award_code)
    ]
    said += [
        HELD_BESIDE.format(award=_named(code))
        for code in dict.fromkeys(held.get((row.person_ref, year), ()))
        if _is_beside(code, row.award_code)
    ]
    hints = (
        replace(problem_at(row.written, "name", "BESIDE", text), is_hint=True) for text in said
    )
    return replace(row, problems=(*row.problems, *hints))


def _is_beside(code: str, asked: str) -> bool:
    """Tell whether it is another award of the same level, above the unit's own."""
    level = catalogue()[asked].level
    other = catalogue().get(code)
    return bool(other and code != asked and other.level is level and level is not Level.BASE)


def _named(code: str) -> str:
    return award_name(code, date.max)


def _marked(
    row: PreviewRow,
    first: dict[tuple[str, str, int], int],
    twins: Mapping[tuple[str, str, int], str],
) -> PreviewRow:
    keys = [(name, row.award_code, row.achievement_year) for name in _names_of(row)]
    if not row.award_code or not keys:
        return row
    above = next((first[key] for key in keys if key in first), None)
    elsewhere = next((twins[key] for key in keys if key in twins), None)
    for key in keys:
        first.setdefault(key, row.row)
    if above is not None:
        return with_problem(row, "name", "TWICE_IN_LIST", TWICE.format(row=above))
    if elsewhere is not None:
        return with_problem(row, "name", "ALREADY_NOMINATED", TWIN.format(unit=elsewhere))
    return row


def _names_of(row: PreviewRow) -> list[str]:
    """Return every way in which the row names its person beyond doubt."""
    birth = row.written.birth
    names = [row.person_ref, row.body_ref, row.identity_digest]
    if row.identity == Identity.NEW and birth and birth.on:
        names.append(unknown_person(row.written.name, birth.on))
    return [name for name in names if name]
