"""What became of the province's bodies in 2025: mergers, and the end of the districts."""

from datetime import date, datetime, timedelta

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.load_places import load_places
from bangvang.registry.actions.merge_organisations import merge_organisations
from bangvang.registry.actions.split_organisation import split_organisation
from bangvang.registry.intake.places import communes_of, former_units_of, known_provinces
from bangvang.registry.permissions.bodies import Decided
from bangvang.registry.selectors.body_pages import body_page, event_page
from bangvang.registry.selectors.body_tree import TreeLine, tree_on
from demo.places import Places
from demo.tables import tables

LAO_CAI = "15"


def tell_ends(places: Places, *, actor: Actor, second: Actor, at: datetime) -> int:
    """Enter today's communes and let bodies end as the tables say; return how many events.

    Args:
        places: all organisations of the table.
        actor: who goes through the old decisions.
        second: who confirms each end.
        at: when; each event is confirmed within the hour.
    """
    load_places(LAO_CAI, actor=actor, at=at)
    events = [*_mergers(places, actor, at), *_districts(places, actor, at)]
    for ref in events:
        version = event_page(second, ref).event.version
        confirm_body_event(ref, version=version, actor=second, at=at + timedelta(minutes=40))
    return len(events)


def _mergers(places: Places, actor: Actor, at: datetime) -> list[str]:
    return [
        merge_organisations(
            [places[key].ref for key in ended.split()],
            places[heir].ref,
            Decided(date.fromisoformat(on), number, date.fromisoformat(decided), issuer),
            version=_version(actor, places[ended.split()[0]].ref, at),
            actor=actor,
            at=at,
        )
        for ended, heir, on, number, decided, issuer in tables("bodies")["mergers"]
    ]


def _districts(places: Places, actor: Actor, at: datetime) -> list[str]:
    """Let each district become the communes that took up its land."""
    province = next(one for one in known_provinces() if one.code == LAO_CAI)
    body_of = {commune.code: commune.body for commune in communes_of(province)}
    refs = {line.name: line.ref for line in _all(actor, at.date())}
    known = {place.name: place.ref for place in places.values()}
    return [
        split_organisation(
            known[unit.body],
            unit.ended,
            into=[refs[body_of[code]] for code in unit.heirs],
            version=_version(actor, known[unit.body], at),
            actor=actor,
            at=at,
        )
        for unit in former_units_of(province)
        if unit.body in known
    ]


def _all(actor: Actor, on: date) -> list[TreeLine]:
    lines: list[TreeLine] = []
    page = 1
    while True:
        found = tree_on(actor, on, page=page)
        lines += found.lines
        if len(lines) >= found.count:
            return lines
        page += 1


def _version(actor: Actor, ref: str, at: datetime) -> int:
    return body_page(actor, ref, on=at.date()).version
