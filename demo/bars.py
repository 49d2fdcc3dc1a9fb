"""A few invented bars: one open, one over, one lifted, one taken back."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.states import BarKind, DisciplineLevel, HolderKind
from demo.cast import holder_of
from demo.moments import day_of, on
from demo.places import Places
from demo.tables import records


def enter_bars(known: Mapping[str, str], places: Places) -> int:
    """Let the specialist enter the bars of the table; return how many there are."""
    rows = cast(list[dict[str, Any]], records("bars")["bars"])
    for row in rows:
        _enter(row, known, places)
    return len(rows)


def _enter(row: dict[str, Any], known: Mapping[str, str], places: Places) -> None:
    day = date.fromisoformat(row["recorded_on"])
    by = holder_of("chuyenvien", on=day)
    if "person" in row:
        of, holder_ref = HolderKind.PERSON, known[row["person"]]
    else:
        of, holder_ref = HolderKind.ORGANISATION, places[row["organisation"]].ref
    ref = record_bar(holder_ref, _said(row), of=of, actor=by, at=on(day, 14))
    if "result" in row:
        _lift(ref, row["result"], by, day)
    if "withdrawn" in row:
        withdrawn_on, reason = row["withdrawn"]
        at = on(date.fromisoformat(withdrawn_on), 9)
        withdraw_bar(ref, reason, version=1, actor=by, at=at)


def _said(row: dict[str, Any]) -> BarSaid:
    number, paper_on, body = row["paper"]
    return BarSaid(
        kind=BarKind(row["kind"]),
        since=date.fromisoformat(row["since"]),
        paper_no=number,
        paper_on=date.fromisoformat(paper_on),
        paper_by=body,
        until=day_of(row.get("until", "")),
        level=DisciplineLevel(row["level"]) if "level" in row else None,
        note=row.get("note", ""),
    )


def _lift(ref: str, result: list[str], by: Actor, day: date) -> None:
    lifted_on, number, result_on, body, note = result
    lifting = Lifting(
        date.fromisoformat(lifted_on), number, date.fromisoformat(result_on), body, note
    )
    lift_bar(ref, lifting, version=1, actor=by, at=on(day, 15))
