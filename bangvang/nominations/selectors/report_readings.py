"""Reading what was read out of a report's Word file, and what the register holds beside it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Nomination, ReportReading
from bangvang.nominations.selectors.nominations import NominationRow, nomination_for
from bangvang.registry.selectors.holdings import Holding
from bangvang.registry.selectors.own_people import own_collective, own_histories


@dataclass(frozen=True)
class ReadingSeen:
    """A file's values that wait to be taken over; `kept` as they were stored."""

    ref: str
    file_name: str
    digest: str
    read_by: str
    read_at: datetime
    kept: dict[str, Any]


def reading_seen(actor: Actor, nomination_ref: str) -> ReadingSeen | None:
    """Return what waits beside the report of a row of the own unit, None where nothing does.

    Raises:
        Unseen: this actor has no such row, or it is another unit's.
    """
    nomination = nomination_for(actor, nomination_ref)
    if nomination.batch.unit.ref != actor.organisation_ref:
        raise Unseen
    one = ReportReading.objects.filter(report__nomination=nomination).first()
    if one is None:
        return None
    return ReadingSeen(one.ref, one.file_name, one.digest, one.read_by, one.read_at, one.found)


def reading_to_settle(nomination: Nomination, ref: str) -> ReportReading:
    """Return what waits, locked.

    Raises:
        Unseen: it was taken over, dropped, or another file was read since.
    """
    waiting = ReportReading.objects.select_for_update(of=("self",))
    found = waiting.filter(report__nomination=nomination, ref=ref).first()
    if found is None:
        raise Unseen
    return found


def holdings_of(actor: Actor, row: NominationRow) -> tuple[Holding, ...]:
    """Return what the register holds of whom a row proposes, as far as the unit may read it."""
    if row.person_ref:
        found = own_histories(actor, [row.person_ref]).get(row.person_ref)
        return found.holdings if found else ()
    if not row.body_ref:
        return ()
    try:
        return own_collective(actor, row.body_ref).history.holdings
    except Unseen:
        return ()
