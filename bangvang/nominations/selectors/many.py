"""Reading many nominations: a page of them, or of each only what counting and queueing need."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Min

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.nominations.selectors.batches import BatchRow, batches_wanted, counted_rows
from bangvang.nominations.selectors.nominations import NominationRow, rows_of, wanted_of
from bangvang.nominations.states import State

FEW = 5
"""Of how many rows of a list each is named where lists are told."""


@dataclass(frozen=True)
class BriefRow:
    """One nomination without what only its own page shows: one row of one query."""

    ref: str
    name: str
    state: str
    holder: str
    sex: str
    award_code: str
    kind: str
    achievement_year: int
    batch_ref: str
    received_on: date | None
    ballot_by: date
    nominating_unit: str
    nominating_unit_ref: str
    person_ref: str | None


@dataclass(frozen=True)
class AtTheOffice:
    """What a list has at the office: an award of a kind, received on a day."""

    batch_ref: str
    award_code: str
    kind: str
    received_on: date


@dataclass(frozen=True)
class OfAList:
    """How many rows of one list wait somewhere, since when at the latest; a few are named."""

    batch_ref: str
    unit_name: str
    reference: str
    ballot_by: date
    since: datetime
    count: int
    few: tuple[NominationRow, ...]


@dataclass(frozen=True)
class NominationsPage:
    """Some rows of many, and how many there are."""

    rows: tuple[NominationRow, ...]
    count: int


def nominations_page(
    actor: Actor,
    *,
    number: int,
    size: int,
    batch_ref: str | None = None,
    states: Collection[State] = (),
    award_code: str | None = None,
    round_ref: str | None = None,
    refs: Collection[str] | None = None,
) -> NominationsPage:
    """Return one page of the rows an actor may see: the newest list first, each as its sheet.

    `size` 0: all on one page.

    Raises:
        Unseen: there is no such page.
    """
    found = wanted_of(
        actor,
        batch_ref=batch_ref,
        states=states,
        award_code=award_code,
        round_ref=round_ref,
        refs=refs,
    ).order_by("-batch__reference_year", "-batch__reference_no", "source_row", "pk")
    count = found.count()
    start = (number - 1) * size
    if start < 0 or start >= max(count, 1):
        raise Unseen
    return NominationsPage(tuple(rows_of(found[start : start + size] if size else found)), count)


def batches_page(
    actor: Actor, *, number: int, size: int, round_ref: str | None = None
) -> tuple[list[BatchRow], int]:
    """Return one page of the lists of `batches_for`, and how many there are.

    Raises:
        Unseen: there is no such page.
    """
    found = batches_wanted(actor, round_ref=round_ref)
    count, start = found.count(), (number - 1) * size
    if start < 0 or start >= max(count, 1):
        raise Unseen
    return counted_rows(found[start : start + size]), count


def brief_rows(
    actor: Actor,
    *,
    batch_ref: str | None = None,
    states: Collection[State] = (),
    round_ref: str | None = None,
    held_by: Actor | None = None,
) -> list[BriefRow]:
    """Return the rows an actor may see, in the order of `nominations_for`, by one query."""
    found = wanted_of(
        actor, batch_ref=batch_ref, states=states, round_ref=round_ref, held_by=held_by
    )
    values = found.values_list(
        "ref",
        "name",
        "state",
        "holder",
        "sex",
        "award_code",
        "kind",
        "achievement_year",
        "batch__ref",
        "batch__received_on",
        "batch__round__ballot_by",
        "batch__unit__name",
        "batch__unit__ref",
        "person__ref",
    )
    return [BriefRow(*row) for row in values.iterator()]


def at_the_office(actor: Actor, *, batch_ref: str | None = None) -> list[AtTheOffice]:
    """Return which awards wait for appraising in which list, each once."""
    states = [State.SUBMITTED, State.CHECKED, State.OVERRULING]
    found = wanted_of(actor, batch_ref=batch_ref, states=states)
    values = found.order_by().values_list("batch__ref", "award_code", "kind", "batch__received_on")
    return [
        AtTheOffice(ref, code, kind, received)
        for ref, code, kind, received in values.distinct()
        if received is not None
    ]


def states_there(actor: Actor, *, batch_ref: str) -> frozenset[State]:
    """Return the states that some row of a list is in."""
    found = wanted_of(actor, batch_ref=batch_ref).order_by()
    return frozenset(State(one) for one in found.values_list("state", flat=True).distinct())


def by_list(actor: Actor, *, states: Collection[State], holder: str | None = None) -> list[OfAList]:
    """Return the lists that have rows in these states, those voted on first at the top.

    Rows are named where a list has `FEW` or less. `holder`: only rows that lie with somebody of
    this name.
    """
    found = wanted_of(actor, states=states)
    if holder is not None:
        found = found.filter(holder=holder)
    lists = list(
        found.order_by()
        .values("batch__ref", "batch__unit__name", "batch__round__ballot_by")
        .annotate(
            count=Count("pk"),
            since=Min("held_since"),
            number=F("batch__reference_no"),
            year=F("batch__reference_year"),
        )
        .order_by("batch__round__ballot_by", "year", "number")
    )
    small = [one["batch__ref"] for one in lists if one["count"] <= FEW]
    few: defaultdict[str, list[NominationRow]] = defaultdict(list)
    for row in rows_of(found.filter(batch__ref__in=small)):
        few[row.batch_ref].append(row)
    return [
        OfAList(
            batch_ref=one["batch__ref"],
            unit_name=one["batch__unit__name"],
            reference=f"{one['number']:04d}/{one['year']}" if one["number"] else "",
            ballot_by=one["batch__round__ballot_by"],
            since=one["since"],
            count=one["count"],
            few=tuple(few[one["batch__ref"]]),
        )
        for one in lists
    ]
