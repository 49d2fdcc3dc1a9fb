"""Say of each staged row where it stands: ready, to choose, wrong at a cell, or held already.

Rows that may mean the same person are looked at together, see `ImportRow.near`; who else is in
the same portion changes nothing.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from bangvang.registry.intake.asked_rows import UNSETTLED, RowAsked, RowsAsked, RowSettled
from bangvang.registry.intake.award_lists import untold
from bangvang.registry.intake.doubles import Doubles
from bangvang.registry.intake.groups import HOUSEHOLD
from bangvang.registry.intake.newcomers import AS_NEW, Meant, People
from bangvang.registry.intake.units_meant import UnitMeant, UnitsMeant
from bangvang.registry.models import AwardImport
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import NEW_BODY, RowState

AT_ONCE = 2_000
"""How many rows are looked at together, and more only if more may mean the same person."""
UNIT_UNCLEAR = "Chưa rõ đơn vị “{unit}” là đơn vị nào trong sổ."
UNIT_MISSING = "Dòng này không ghi đơn vị; hãy chọn đơn vị cho các dòng không ghi."
HOUSEHOLD_UNCLEAR = "Chưa rõ “{unit}” là hộ nào trong sổ, hay là hộ mới."
FOREIGN_UNCLEAR = (
    "Chưa rõ “{unit}” là tập thể nước ngoài nào trong sổ; chưa có thì ghi vào sổ ở “Hộ gia đình, "
    "nước ngoài” rồi chọn."
)
FOREIGNER_UNKNOWN = (
    "Người nước ngoài mà sổ chưa có; hãy cho biết có phải người mới không, hoặc sửa tên cho khớp."
)
COUNTRY_UNCLEAR = "Chưa rõ người này thuộc cơ quan, tập thể hoặc nước nào trong sổ."
COLLECTIVE_UNCLEAR = (
    "Chưa rõ tập thể “{unit}” là tập thể nào trong sổ, hay là tập thể mới trực thuộc đơn vị nào."
)


def settle(
    award_import: AwardImport,
    rows: RowsAsked,
    *,
    tick: Callable[[int], None] = untold,
) -> list[RowSettled]:
    """Return how each of these rows stands, in their order, which is that of the file.

    A fixed number of queries for each portion. `tick` is told how many rows are settled.
    """
    units = UnitsMeant(award_import, rows.units)
    people = People(award_import.holder_choices)
    said_new = {key for key, who in award_import.holder_choices.items() if who == AS_NEW}
    settled = [UNSETTLED] * len(rows)
    for places in _together(rows.near):
        some = rows.at(places)
        for place, one in zip(places, _settled(some, units, people, said_new), strict=True):
            settled[place] = one
        tick(len(places))
    doubles = Doubles(award_import.holder_choices, settled)
    for places in portions(range(len(rows)), AT_ONCE):
        start, end = places[0], places[-1] + 1
        both = zip(rows.at(places), settled[start:end], strict=True)
        settled[start:end] = doubles.marked(list(both))
    return settled


def _together(near: Sequence[int]) -> Iterator[list[int]]:
    """Return the places of rows in portions that keep equal keys together, in order within."""
    some: list[int] = []
    for place in sorted(range(len(near)), key=near.__getitem__):
        if len(some) >= AT_ONCE and near[place] != near[some[-1]]:
            yield some
            some = []
        some.append(place)
    if some:
        yield some


def _settled(
    rows: Sequence[RowAsked], units: UnitsMeant, people: People, said_new: Collection[str]
) -> Iterator[RowSettled]:
    meant_units = [units.meant(row) for row in rows]
    asked = [
        (row, unit.name if unit.pk is not None else row.unit)
        for row, unit in zip(rows, meant_units, strict=True)
        if row.is_person and not row.is_wrong
    ]
    meant = people.meant(asked) if asked else {}
    for row, unit in zip(rows, meant_units, strict=True):
        if row.is_wrong or not row.is_person:
            yield _of_no_person(row, unit)
            continue
        who = meant[row.who]
        if row.apart and who.newcomer and who.newcomer not in said_new:
            who = Meant(candidates=who.candidates, why=FOREIGNER_UNKNOWN)
        yield _of_person(row, unit.pk, who)


def _of_no_person(row: RowAsked, unit: UnitMeant) -> RowSettled:
    body_id = None if row.is_person else unit.body_id
    settled = RowSettled(RowState.READY.value, organisation_id=body_id, unit_id=unit.pk)
    if row.is_wrong:
        return settled._replace(state=RowState.PROBLEM.value)
    if unit.pk is None:
        why = " ".join(part for part in (_unit_unclear(row), unit.why) if part)
        return settled._replace(state=RowState.CHOOSE.value, why=why)
    identity = NEW_BODY if unit.newcomer else ""
    return settled._replace(identity=identity, newcomer=unit.newcomer, why=unit.why)


def _of_person(row: RowAsked, unit_id: int | None, meant: Meant) -> RowSettled:
    if unit_id is None and not row.unit:
        unit_id = meant.organisation_id
    is_clear = unit_id is not None and bool(meant.identity)
    return RowSettled(
        (RowState.READY if is_clear else RowState.CHOOSE).value,
        meant.identity,
        meant.person_id,
        None,
        unit_id,
        meant.newcomer,
        meant.candidates,
        meant.why if unit_id is not None else _unit_unclear(row),
    )


def _unit_unclear(row: RowAsked) -> str:
    asked = row.asked_unit
    if row.apart:
        return _apart_unclear(row)
    if not row.is_person:
        return COLLECTIVE_UNCLEAR.format(unit=asked.name)
    if not asked.name:
        return UNIT_MISSING
    return UNIT_UNCLEAR.format(unit=", ".join(part for part in (asked.name, asked.above) if part))


def _apart_unclear(row: RowAsked) -> str:
    if row.apart == HOUSEHOLD:
        return HOUSEHOLD_UNCLEAR.format(unit=row.name)
    return COUNTRY_UNCLEAR if row.is_person else FOREIGN_UNCLEAR.format(unit=row.name)
