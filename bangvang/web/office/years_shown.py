"""The office's table of units and years: who is whole, who is asked next."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.selectors.many import BriefRow, brief_rows
from bangvang.nominations.states import State
from bangvang.registry.permissions import OFFICE
from bangvang.registry.selectors.whole_years import (
    KindYear,
    UnitYear,
    not_whole_among,
    year_table,
)
from bangvang.registry.states import YEARLY_KINDS, YEARLY_NAMES
from bangvang.web.components.pieces import Act, Answer
from bangvang.web.whole_years import whole_chip, whole_said

OPEN_STATES = (
    State.SUBMITTED,
    State.CHECKED,
    State.RETURNED,
    State.OVERRULING,
    State.APPRAISED,
    State.READY,
    State.ON_AGENDA,
)
"""Dossiers for which the years before still matter: handed in and not voted on yet."""


@dataclass(frozen=True)
class CellShown:
    """One kind of one unit in the year."""

    label: str
    chip: Answer
    said: str
    ask: Act | None


@dataclass(frozen=True)
class LineShown:
    """One unit; `dossiers` and `people` are open as long as the year is not whole."""

    ref: str
    name: str
    cells: tuple[CellShown, ...]
    dossiers: int
    people: int


def needed_first(actor: Actor, year: int, *, only: str, on: date) -> list[LineShown]:
    """Return the units of the year, those on which most rests first; `only` is a state or ""."""
    table = year_table(actor, year, on=on)
    rows = brief_rows(actor, states=OPEN_STATES)
    open_ = {kind: _open_dossiers(rows, kind, year) for kind in YEARLY_KINDS}
    lines = [_line(unit, year, open_, actor) for unit in table if _is_wanted(unit, only)]
    return sorted(lines, key=lambda line: (-line.dossiers, -line.people))


def _open_dossiers(rows: Iterable[BriefRow], kind: str, year: int) -> Counter[str]:
    """Return by unit how many open dossiers are about people of whom the year is not whole."""
    linked = [row for row in rows if row.person_ref and row.achievement_year >= year]
    missing = not_whole_among({row.person_ref for row in linked if row.person_ref}, kind, year)
    return Counter(row.nominating_unit_ref for row in linked if row.person_ref in missing)


def _is_wanted(unit: UnitYear, only: str) -> bool:
    chips = {whole_chip(seen).kind.value for seen in unit.kinds.values()}
    return not only or only in chips


def _line(unit: UnitYear, year: int, open_: Mapping[str, Counter[str]], actor: Actor) -> LineShown:
    return LineShown(
        ref=unit.unit_ref,
        name=unit.unit_name,
        cells=tuple(_cell(unit, unit.kinds[kind], year, actor) for kind in YEARLY_KINDS),
        dossiers=max(open_[kind][unit.unit_ref] for kind in YEARLY_KINDS),
        people=max(unit.kinds[kind].open_people for kind in YEARLY_KINDS),
    )


def _cell(unit: UnitYear, seen: KindYear, year: int, actor: Actor) -> CellShown:
    return CellShown(
        YEARLY_NAMES[seen.record_kind],
        whole_chip(seen),
        "; ".join(_said(seen)),
        _ask(unit, seen, year) if actor.has(*OFFICE) and not seen.is_whole else None,
    )


def _said(seen: KindYear) -> Sequence[str]:
    said = [whole_said(seen)]
    if seen.stated_at:
        said.append(f"{seen.stated_by} xác nhận {say_date(localtime(seen.stated_at).date())}")
    if seen.asked_at and not seen.is_whole:
        said.append(f"đã đề nghị {say_date(localtime(seen.asked_at).date())}")
    return said


def _ask(unit: UnitYear, seen: KindYear, year: int) -> Act:
    href = reverse("office:ask_for_year", args=[unit.unit_ref, seen.record_kind.lower(), year])
    return Act("Đề nghị lại" if seen.asked_at else "Đề nghị ghi đủ", href, is_post=True)
