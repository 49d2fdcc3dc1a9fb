"""Rows of a file as they are staged: the values of `ImportRow`, never an object for each."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from marshal import dumps, loads
from typing import Any, NamedTuple

from bangvang.foundation.db.insert import insert_values
from bangvang.registry.intake.asked_rows import RowAsked, RowSettled, row_asked
from bangvang.registry.intake.award_lists import Written, birth_of
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.groups import HOUSEHOLD, Subject
from bangvang.registry.intake.keys import fold, name_key, name_key_loose
from bangvang.registry.intake.mending import as_json
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.selectors.households_named import as_household
from bangvang.registry.selectors.recipients import named_in

_JSON = frozenset({"said", "cells", "raw", "problems", "candidates"})
AT_ONCE = 1_000
"""How many rows are packed together."""
NEAR_LONGEST = 300


class RowStaged(NamedTuple):
    """What is kept of one row besides how it is settled; see `ImportRow`. JSON as its text."""

    sheet: str
    sheet_no: int
    row: int
    said: str
    cells: str
    raw: str
    problems: str
    who: str
    near: str
    unit_key: str


def row_staged(written: Written, more: Sequence[Problem] = ()) -> tuple[RowStaged, RowAsked]:
    """Return a row as it is staged, and what settling needs of it.

    Args:
        written: the row as read.
        more: what else is wrong with it.
    """
    said, problems = written.said, (*written.problems, *more)
    name, unit, above = said["name"], fold(said["unit"]), fold(said["above"])
    is_person = said["subject"] == Subject.PERSON
    near = _near(said, is_person=is_person)[:NEAR_LONGEST]
    birth = str(birth_of(said))
    who = key_of(said["subject"], name_key(name), birth, said["digest"], unit, above)
    unit_key = key_of(unit, above) if is_person else key_of(*map(fold, body_named(said)))
    sheet = written.sheet[:100]
    staged = RowStaged(
        sheet,
        written.sheet_no,
        written.row,
        as_json(said),
        _cells(written.cells),
        written.raw,
        _problems(problems) if problems else "[]",
        who,
        near,
        unit_key,
    )
    is_wrong = any(not problem.is_hint for problem in problems)
    place = (sheet, written.sheet_no, written.row)
    return staged, row_asked(place, said, (who, near, unit_key), wrong=is_wrong)


def _near(said: Mapping[str, Any], *, is_person: bool) -> str:
    """Return the folded name under which rows may mean the same holder; see `ImportRow`."""
    if is_person:
        return name_key_loose(said["name"])
    if said.get("apart") == HOUSEHOLD:
        return f"ho {fold(named_in(as_household(said['name'])))}"
    return fold(said["name"])


def body_named(said: Mapping[str, Any]) -> tuple[str, str]:
    """Return the collective that a row is about, and what stands over it."""
    return said["name"], ", ".join(part for part in (said["unit"], said["above"]) if part)


def key_of(*parts: str) -> str:
    """Return what stands for these texts together."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def _cells(cells: Mapping[str, str]) -> str:
    """Return addresses by field as JSON; neither has a sign that JSON would write otherwise."""
    return "{" + ", ".join([f'"{name}": "{cell}"' for name, cell in cells.items()]) + "}"


def _problems(problems: Iterable[Problem]) -> str:
    return as_json(
        [{"cell": p.cell, "code": p.code, "text": p.text, "is_hint": p.is_hint} for p in problems]
    )


class RowsStaged:
    """Rows that wait to be put into the table, packed: a hundred thousand take some megabytes."""

    def __init__(self) -> None:
        """Begin without rows."""
        self._packed: list[bytes] = []
        self._open: list[tuple[object, ...]] = []
        self.count = 0

    def add(self, row: RowStaged) -> None:
        """Add one more row."""
        self._open.append(tuple(row))
        self.count += 1
        if len(self._open) == AT_ONCE:
            self._packed.append(zlib.compress(dumps(self._open), 1))
            self._open = []

    def __iter__(self) -> Iterator[RowStaged]:
        """Return the rows in the order in which they were added."""
        for packed in self._packed:
            yield from map(RowStaged._make, loads(zlib.decompress(packed)))  # noqa: S302  packed by this very process
        yield from map(RowStaged._make, self._open)


SETTLED = (
    "state",
    "identity",
    "person_id",
    "organisation_id",
    "unit_id",
    "newcomer",
    "candidates",
    "why",
)
"""The columns of `ImportRow` that settling decides, in the order of `settled_values`."""


def settled_values(settled: RowSettled) -> tuple[object, ...]:
    """Return how a row stands as the table has it."""
    candidates = settled.candidates
    kept = as_json([{"key": k, "why": w} for k, w in candidates]) if candidates else "[]"
    return (*settled[:6], kept, settled.why)


def put_staged(award_import: AwardImport, rows: Iterable[tuple[RowStaged, RowSettled]]) -> None:
    """Insert rows of the import into the table, in the caller's transaction."""
    names = ("award_import_id", *RowStaged._fields, *SETTLED)
    pk = award_import.pk
    insert_values(
        ImportRow, names, ((pk, *staged, *settled_values(settled)) for staged, settled in rows)
    )


def row_unsaved(staged: RowStaged, settled: RowSettled) -> ImportRow:
    """Return a row as an object that is kept nowhere, for somebody who only tries a file."""
    given = zip((*RowStaged._fields, *SETTLED), (*staged, *settled_values(settled)), strict=True)
    values = {name: json.loads(str(v)) if name in _JSON else v for name, v in given}
    return ImportRow(**values)
