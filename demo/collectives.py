"""What organisations hold, entered from the old books."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.law import Kind
from bangvang.registry.actions.record_history import (
    History,
    PastAward,
    PastGrade,
    record_history,
)
from bangvang.registry.states import HolderKind
from demo.careers import LAST_YEAR, decision_of, head_of
from demo.places import PROVINCE_CHAIR, Place, Places, nominating
from demo.tables import records


@dataclass(frozen=True)
class Collective:
    """One line of the table, see `demo/data/collectives.toml`."""

    since: int
    titles: tuple[int, ...] = ()
    excellent: tuple[int, ...] = ()
    flags: tuple[int, ...] = ()
    complete: bool = True


def enter_collectives(places: Places, *, actor: Actor, at: datetime) -> int:
    """Enter the history of every organisation of the table; return how many there are."""
    found = records("collectives")
    for key, fields in found.items():
        record_history(
            places[key].ref,
            _history(_collective(fields), places[key], places),
            of=HolderKind.ORGANISATION,
            actor=actor,
            at=at,
        )
    return len(found)


def _collective(fields: Any) -> Collective:
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    return Collective(**made)


def _history(held: Collective, place: Place, places: Places) -> History:
    high = {*held.excellent, *held.flags}
    return History(
        awards=tuple(_awards(held, place, places)),
        grades=tuple(
            PastGrade("HTXSNV" if year in high else "HTTNV", year)
            for year in range(held.since, LAST_YEAR + 1)
        ),
        complete_from=dict.fromkeys(("AWARD", "GRADE"), held.since) if held.complete else {},
    )


def _awards(held: Collective, place: Place, places: Places) -> Iterator[PastAward]:
    body = nominating(places, place.key)
    for year in held.titles:
        yield _award("TTLDTT", year, place, body.abbreviation, head_of(body))
    for code, years in (("TTLDXS", held.excellent), ("CO_TINH", held.flags)):
        for year in years:
            yield _award(code, year, place, "UBND", PROVINCE_CHAIR)


def _award(code: str, year: int, place: Place, symbol: str, issued_by: str) -> PastAward:
    matter = f"{code} {symbol}"
    number, day = decision_of(matter, year)
    return PastAward(
        code=code,
        kind=Kind.MERIT.value,
        year=year,
        decision_no=f"{number}/QĐ-{symbol}",
        decided_on=day,
        issued_by=issued_by,
        unit_as_written=place.name,
    )
