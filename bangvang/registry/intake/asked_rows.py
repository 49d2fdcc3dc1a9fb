"""A row of an import as settling looks at it, and how it stands after that: plain tuples.

A file may have a hundred thousand rows, so nothing else of them is held while they are settled.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from marshal import dumps, loads
from typing import Any, NamedTuple

from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.intake.groups import Subject
from bangvang.registry.intake.keys import KEPT, fold
from bangvang.registry.selectors.units_named import UnitAsked
from bangvang.registry.states import RowState


class RowAsked(NamedTuple):
    """One row: where it stands, whom and what it names, and the keys of these; see `ImportRow`.

    `mark` tells its record from another one of the same kind, holder and year, `shown` is how
    people read that. `is_wrong`: a cell of it has to be mended first. `apart`: a household,
    foreign, or nothing; `country`: that of a foreign holder as written.
    """

    sheet: str
    sheet_no: int
    row: int
    is_wrong: bool
    is_person: bool
    name: str
    birth: tuple[int, int | None, int | None] | None
    digest: str
    unit: str
    above: str
    code: str
    kind: str
    year: int | None
    decided_on: str
    mark: str
    shown: str
    who: str
    near: str
    unit_key: str
    apart: str
    country: str

    @property
    def read_birth(self) -> ReadDate | None:
        """The birth as far as it was written."""
        return ReadDate(*self.birth) if self.birth else None

    @property
    def asked_unit(self) -> UnitAsked:
        """The unit, or for a collective the collective itself, as the row writes it.

        Of a household its commune, of a foreign holder where they are at home.
        """
        if self.is_person or self.apart:
            return UnitAsked(self.unit, self.above)
        return UnitAsked(self.name, ", ".join(part for part in (self.unit, self.above) if part))


class RowSettled(NamedTuple):
    """How a row stands: its state, who and which unit is meant, by number, and why; `ImportRow`.

    `candidates` are pairs of a key and what speaks for it.
    """

    state: str
    identity: str = ""
    person_id: int | None = None
    organisation_id: int | None = None
    unit_id: int | None = None
    newcomer: str = ""
    candidates: tuple[tuple[str, str], ...] = ()
    why: str = ""


UNSETTLED = RowSettled(RowState.PROBLEM.value)


def row_asked(
    place: tuple[str, int, int], said: Mapping[str, Any], keys: tuple[str, str, str], *, wrong: bool
) -> RowAsked:
    """Return what settling needs of a row.

    Args:
        place: name and number of its sheet, its own number there.
        said: what it says, see `award_rows.said_by`.
        keys: its `who`, `near` and `unit_key`.
        wrong: whether a cell has to be mended first.
    """
    birth = said["birth"]
    mark, shown = ("", "") if wrong else _mark(said)
    return RowAsked(
        *place,
        wrong,
        said["subject"] == Subject.PERSON,
        said["name"],
        (birth[0], birth[1], birth[2]) if birth else None,
        said["digest"],
        said["unit"],
        said["above"],
        said["code"],
        said["kind"],
        said["year"],
        said["decided_on"],
        mark,
        shown,
        *keys,
        said.get("apart", ""),
        said.get("country", ""),
    )


def _mark(said: Mapping[str, Any]) -> tuple[str, str]:
    kind = record_kind_of(said["code"])
    if kind == "GRADE":
        return said["code"], said["code"]
    number = said["decision_no"]
    return fold(said["achievement"]) if kind == "INITIATIVE" else number_key(number), number


@lru_cache(KEPT)
def number_key(number: str) -> str:
    """Return the key under which two spellings of a decision's number are one."""
    return fold(number).replace(" ", "").lstrip("0")


UnitKey = tuple[str, str, str, bool, str, str]


class RowsAsked:
    """Rows that wait to be settled, in the order of the file, each as few bytes as it can be.

    `near` holds a number for each, equal for rows that may mean the same person; `units` the units
    that are asked for, by `unit_of` a row.
    """

    def __init__(self, rows: Iterable[RowAsked]) -> None:
        """Take the rows one by one."""
        self._packed: list[bytes] = []
        self.near: list[int] = []
        self.units: dict[UnitKey, UnitAsked] = {}
        for row in rows:
            self._packed.append(dumps(tuple(row)))
            self.near.append(hash(row.near))
            if (unit := unit_of(row)) not in self.units:
                self.units[unit] = row.asked_unit

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._packed)

    def at(self, places: Iterable[int]) -> list[RowAsked]:
        """Return the rows at these places."""
        return [RowAsked._make(loads(self._packed[place])) for place in places]  # noqa: S302  packed here


def unit_of(row: RowAsked) -> UnitKey:
    """Return what tells the unit that a row asks for from another one."""
    name = row.name if row.apart or not row.is_person else ""
    return name, row.unit, row.above, row.is_person, row.apart, row.country
