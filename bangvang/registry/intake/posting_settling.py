"""Say of each row of a list of postings whom it means, in which unit, and whether it is known."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bangvang.registry.intake.agency_settling import PORTION, people_meant, people_seen, untold
from bangvang.registry.intake.award_lists import Written, birth_of
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.keys import name_key_loose
from bangvang.registry.intake.matching import Asked, match
from bangvang.registry.models import Person, PostingList, PostingRow
from bangvang.registry.permissions.postings import (
    SAID_ALREADY,
    PostingSaid,
    objection_to_said,
    objection_to_unit,
)
from bangvang.registry.selectors.posting_lists import AS_PERSON, Same, postings_known
from bangvang.registry.selectors.units_named import UnitAsked, UnitsNamed, portions
from bangvang.registry.states import RowState

TWICE = "Trùng dòng {row} trang “{sheet}” của tệp này."
NO_UNIT = (
    "Sổ không có đúng một đơn vị tên “{unit}”; sửa ô đơn vị, hoặc ghi đơn vị vào sổ trước rồi bấm "
    "“Đối chiếu lại với sổ”."
)
NOBODY = "Sổ chưa có người này; ghi người này vào sổ trước rồi bấm “Đối chiếu lại với sổ”."
CHOSEN = "Cán bộ chọn."
CELLS_OF: Mapping[str, tuple[str, ...]] = {
    "NO_SOURCE": ("decision_no", "issued_by"),
    "NUMBER_IN_SOURCE": ("decision_no", "position"),
    "NOTHING_SAID": ("position", "subject_class", "name"),
    "SINCE_AHEAD": ("since",),
    "UNTIL_AHEAD": ("until", "last_on"),
    "ENDS_TOO_EARLY": ("until", "last_on"),
    "UNIT_NOT_THEN": ("unit", "since", "name"),
}
"""Where what an objection speaks of may stand in a row; the first filled cell is named."""


def posting_row_of(
    written: Written, posting_list: PostingList, more: Sequence[Problem] = ()
) -> PostingRow:
    """Return a row as it is staged, not yet settled; `more` is what else is wrong with it."""
    return PostingRow(
        posting_list=posting_list,
        sheet=written.sheet[:100],
        sheet_no=written.sheet_no,
        row=written.row,
        state=RowState.PROBLEM,
        said=dict(written.said),
        cells=dict(written.cells),
        raw=json.loads(written.raw),
        problems=[
            {"cell": p.cell, "code": p.code, "text": p.text, "is_hint": p.is_hint}
            for p in (*written.problems, *more)
        ],
        near=name_key_loose(written.said["name"])[:300],
    )


def settle_postings(
    rows: Sequence[PostingRow], *, on: date, tick: Callable[[int], None] = untold
) -> None:
    """Set state, person, unit, candidates and reason of rows that are not in the register.

    Saves nothing; a fixed number of queries for each portion. `tick` is told how many each had.
    """
    first: dict[Same, PostingRow] = {}
    for some in portions(rows, PORTION):
        open_ = []
        for row in some:
            row.person = row.organisation = None
            row.candidates, row.why, row.state = [], "", RowState.PROBLEM
            if all(problem["is_hint"] for problem in row.problems):
                open_.append(row)
        _settle(open_, on)
        known = postings_known({row.person_id for row in open_ if row.person_id})
        for row in open_:
            _hold(row, known, first)
        tick(len(some))


def said_of(row: PostingRow) -> PostingSaid:
    """Return what the row says, as a posting is recorded."""
    said = row.said
    return PostingSaid(
        row.organisation.ref if row.organisation else "",
        said["position"],
        said["subject_class"],
        date.fromisoformat(said["since"]) if said["since"] else None,
        date.fromisoformat(said["until"]) if said["until"] else None,
        said["source"],
    )


def _settle(rows: Sequence[PostingRow], on: date) -> None:
    seen = people_seen(rows)
    units = UnitsNamed(UnitAsked(row.said["unit"], row.said["above"]) for row in rows)
    told = {}
    for row in rows:
        said = row.said
        since = date.fromisoformat(said["since"]) if said["since"] else None
        asked_unit = UnitAsked(said["unit"], said["above"])
        unit = units.meant(asked_unit, on=since) if said["unit"] else None
        row.organisation = unit
        asked = Asked(
            said["name"],
            birth_of(said),
            said["digest"] or None,
            unit.name if unit else said["unit"],
        )
        told[row.sheet_no, row.row] = match(asked, seen.near(asked))
    refs = {found.known_key or "" for found in told.values()} | {row.chosen for row in rows}
    people = people_meant(refs - {""})
    for row in rows:
        found = told[row.sheet_no, row.row]
        person = people.get(row.chosen) or people.get(found.known_key or "")
        row.why = CHOSEN if row.chosen in people else found.why
        if person is None:
            row.state = RowState.CHOOSE
            row.candidates = [
                {"key": AS_PERSON + one.key, "why": one.why} for one in found.candidates
            ]
            row.why = found.why if found.candidates else NOBODY
            continue
        row.person = person
        _place(row, person, on)


def _place(row: PostingRow, person: Person, on: date) -> None:
    """Say whether the posting can be recorded; without a unit it is that of today."""
    if row.organisation is None and not row.said["unit"]:
        row.organisation = person.organisation
    if row.organisation is None:
        row.state = RowState.PROBLEM
        row.why = _at_cell(row, ("unit",), NO_UNIT.format(unit=row.said["unit"]))
        return
    said, unit = said_of(row), row.organisation
    objection = objection_to_said(said, is_now=False, on=on) or objection_to_unit(unit, said)
    row.state = RowState.PROBLEM if objection else RowState.READY
    if objection:
        row.why = _at_cell(row, CELLS_OF.get(objection.code, ()), objection.sentence)


def _at_cell(row: PostingRow, fields: Sequence[str], sentence: str) -> str:
    """Return what is wrong with where it stands, as `Ô E2: …`."""
    cell = next((row.cells[name] for name in fields if row.cells.get(name)), "")
    return f"Ô {cell}: {sentence}" if cell else sentence


def same_as(row: PostingRow) -> Same:
    """Return what tells the posting of a row from every other one."""
    said = said_of(row)
    return (
        row.person_id or 0,
        row.organisation_id or 0,
        said.position,
        said.subject_class,
        said.since,
        said.until,
    )


def _hold(row: PostingRow, known: Iterable[Same], first: dict[Same, PostingRow]) -> None:
    if row.state != RowState.READY:
        return
    same = same_as(row)
    twin = first.setdefault(same, row)
    if same in known:
        row.state, row.why = RowState.HELD, SAID_ALREADY.sentence
    elif twin is not row:
        row.state, row.why = RowState.HELD, TWICE.format(row=twin.row, sheet=twin.sheet)
