"""The organisations of the province, entered into the register."""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.register_organisation import register_organisation
from demo.moments import day_of
from demo.tables import tables

PROVINCE_CHAIR = "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"
PREDECESSORS = {
    "sxd": "sgtxd",
    "snnmt": "snn",
    "nn.kl": "snn",
    "nn.tt": "snn",
    "p-sapa": "sapa",
    "sdttg": "bdt",
}
"""Where the people of a younger unit worked before it."""

SUCCESSORS = {
    "snn": "snnmt",
    "stnmt": "snnmt",
    "sgtxd": "sxd",
    "skhdt": "stc",
    "stttt": "skhcn",
    "sldtbxh": "snv",
    "bdt": "sdttg",
}
"""What departments became in the year of the mergers, whose titles the new ones gave."""

YEAR_OF_MERGERS = 2025


@dataclass(frozen=True)
class Place:
    """An organisation of the demonstration; `key` names it in the tables."""

    key: str
    ref: str
    name: str
    abbreviation: str
    parent: str
    since: date


Places = dict[str, Place]


def register_places(*, actor: Actor, at: datetime) -> Places:
    """Enter every organisation of the table, parents first."""
    found: Places = {}
    for rows in tables("organisations").values():
        for key, name, kind, abbreviation, parent, since, until in rows:
            first_day = date.fromisoformat(since)
            ref = register_organisation(
                name,
                kind=kind,
                since=first_day,
                until=day_of(until),
                parent_ref=found[parent].ref if parent else None,
                abbreviation=abbreviation,
                actor=actor,
                at=at,
            )
            found[key] = Place(key, ref, name, abbreviation, parent, first_day)
    return found


def employer(places: Places, key: str, year: int) -> Place:
    """Return the place, or for the year what was there before it or came after it."""
    if year >= YEAR_OF_MERGERS and key in SUCCESSORS:
        return places[SUCCESSORS[key]]
    place = places[key]
    if place.since.year > year and key in PREDECESSORS:
        return places[PREDECESSORS[key]]
    return place


def nominating(places: Places, key: str) -> Place:
    """Return the body that nominates for a unit and decides its own awards: itself, or above."""
    place = places[key]
    while not place.abbreviation:
        place = places[place.parent]
    return place
