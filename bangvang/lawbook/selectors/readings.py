"""Reading what was entered: one to act on, rows for lists, one with all that its page shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Objection, Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Entry,
    Instrument,
    Seen,
    entry_name,
    form_of,
    stops_on,
    value_in_words,
    value_of,
)
from bangvang.lawbook.models import Reading
from bangvang.lawbook.permissions import (
    Span,
    Waiting,
    objection_to_confirming,
    objection_to_rejecting,
    objection_to_withdrawing,
)
from bangvang.lawbook.selectors.texts import cite_of, known_instruments, texts_without
from bangvang.lawbook.states import STATE_NAMES, State

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class ReadingRow:
    """One reading in a list; `name` and `value` in Vietnamese words."""

    ref: str
    entry_id: str
    name: str
    value: str
    cite: str
    since: date
    until: date | None
    state: str
    state_name: str
    proposed_by: str
    proposed_by_ref: str
    proposed_by_head: bool
    proposed_at: datetime
    decided_by: str


@dataclass(frozen=True)
class Beneath:
    """What holds on the reading's first day without it; `seen` None where nothing is written.

    `is_past`: it held until the law was amended, and nothing is written for the day itself.
    """

    value: str
    cite: str
    seen: Seen | None
    compared_on: date | None
    is_past: bool = False


@dataclass(frozen=True)
class NotNow:
    """Why this actor may not, for each act; None where they may."""

    confirming: Objection | None
    rejecting: Objection | None
    withdrawing: Objection | None


@dataclass(frozen=True)
class ReadingPage:
    """One reading with what stands beneath it, its document, its people."""

    row: ReadingRow
    version: int
    beneath: Beneath
    document: KeptFile
    compared_on: date
    why_this_day: str
    instrument: Instrument
    decided_at: datetime | None
    withdrawn_by: str
    withdrawn_at: datetime | None
    reason: str
    not_now: NotNow


def visible_to(actor: Actor) -> QuerySet[Reading]:
    """Return the readings an actor may see: the standing office all, nobody else any."""
    return Reading.objects.all() if actor.has(*OFFICE) else Reading.objects.none()


def reading_for(actor: Actor, ref: str, *, lock: bool = False) -> Reading:
    """Return a reading to act on.

    Raises:
        Unseen: this actor has no such reading.
    """
    found = visible_to(actor).filter(ref=ref).select_related("document")
    if lock:
        found = found.select_for_update(of=("self",))
    reading = found.first()
    if reading is None:
        raise Unseen
    return reading


def confirmed_days(entry_id: str) -> list[Span]:
    """Return the days on which the confirmed readings of an entry count."""
    found = Reading.objects.filter(entry_id=entry_id, state=State.CONFIRMED).order_by("since")
    return [days_of(entry_id, one.since, one.until, one.instrument) for one in found]


def days_of(entry_id: str, since: date, until: date | None, instrument: str) -> Span:
    """Return the days on which a reading counts; it may stop before the end that was given."""
    return since, stops_on(entry_id, since, until, known_instruments().get(instrument))


def readings_for(actor: Actor, *, states: Collection[State] = ()) -> list[ReadingRow]:
    """Return the readings an actor may see, newest first; only in these states if given."""
    found = visible_to(actor)
    if states:
        found = found.filter(state__in=[state.value for state in states])
    known = known_instruments()
    return [_row(reading, known) for reading in found.order_by("-proposed_at", "-pk")]


def waiting_ids(actor: Actor, *, on: date) -> frozenset[str]:
    """Return the entries for which a reading that counts on a day waits for its second person."""
    known = known_instruments()
    return frozenset(
        one.entry_id
        for one in visible_to(actor).filter(state=State.PROPOSED)
        if _counts(_days(one, known), on)
    )


def waiting_for(entry_id: str) -> list[Waiting]:
    """Return the readings of an entry that wait for their second person, the earliest first."""
    known = known_instruments()
    found = Reading.objects.filter(entry_id=entry_id, state=State.PROPOSED).order_by("since")
    return [_waiting(one, known) for one in found]


def _waiting(reading: Reading, known: Mapping[str, Instrument]) -> Waiting:
    form = form_of(reading.entry_id)
    value = value_in_words(form, value_of(form, reading.value))
    said = (
        f"{reading.proposed_by_name} đã nhập “{value}” cho mục này, áp dụng từ ngày "
        f"{say_date(reading.since)}; đang chờ người thứ hai."
    )
    return Waiting(reading.ref, _days(reading, known), said)


def _days(reading: Reading, known: Mapping[str, Instrument]) -> Span:
    given = known.get(reading.instrument)
    return reading.since, stops_on(reading.entry_id, reading.since, reading.until, given)


def _counts(days: Span, on: date) -> bool:
    return days[0] <= on and (days[1] is None or on < days[1])


def reading_page(actor: Actor, ref: str) -> ReadingPage:
    """Return one reading with all that its page shows.

    Raises:
        Unseen: this actor has no such reading.
    """
    reading = reading_for(actor, ref)
    known = known_instruments()
    return ReadingPage(
        row=_row(reading, known),
        version=reading.version,
        beneath=_beneath(reading, known),
        document=file_card(reading.document),
        compared_on=reading.compared_on,
        why_this_day=reading.why_this_day,
        instrument=known[reading.instrument],
        decided_at=reading.decided_at,
        withdrawn_by=reading.withdrawn_by_name,
        withdrawn_at=reading.withdrawn_at,
        reason=reading.reason,
        not_now=NotNow(
            objection_to_confirming(actor, reading),
            objection_to_rejecting(actor, reading),
            objection_to_withdrawing(actor, reading),
        ),
    )


def _row(reading: Reading, known: Mapping[str, Instrument]) -> ReadingRow:
    form = form_of(reading.entry_id)
    return ReadingRow(
        ref=reading.ref,
        entry_id=reading.entry_id,
        name=entry_name(reading.entry_id, reading.since),
        value=value_in_words(form, value_of(form, reading.value)),
        cite=cite_of(reading).within(known[reading.instrument].name),
        since=reading.since,
        until=reading.until,
        state=reading.state,
        state_name=STATE_NAMES[State(reading.state)],
        proposed_by=reading.proposed_by_name,
        proposed_by_ref=reading.proposed_by_ref,
        proposed_by_head=reading.proposed_by_head,
        proposed_at=reading.proposed_at,
        decided_by=reading.decided_by_name,
    )


def _beneath(reading: Reading, known: Mapping[str, Instrument]) -> Beneath:
    """Return what holds without this reading on its first day, or held last before it."""
    row = texts_without(reading).rows.get(reading.entry_id)
    entry = None if row is None else row.get(reading.since) or _last_before(row.items, reading)
    if entry is None:
        return Beneath("chưa ghi", "", None, None)
    return Beneath(
        value=value_in_words(form_of(entry.id), entry.value),
        cite=entry.cite.within(known[entry.cite.instrument].name),
        seen=entry.seen,
        compared_on=entry.compared_on,
        is_past=entry.until is not None and entry.until <= reading.since,
    )


def _last_before(items: Sequence[Entry], reading: Reading) -> Entry | None:
    earlier = [entry for entry in items if entry.since < reading.since]
    return earlier[-1] if earlier else None
