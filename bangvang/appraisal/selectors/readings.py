"""Reading what two officers think of a row: each their own, both only when two are in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import Reading, TwoReadings
from bangvang.appraisal.permissions.readings import READERS, differ
from bangvang.appraisal.states import ReadingVerdict
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import (
    NominationRow,
    nomination_for,
    nominations_for,
)
from bangvang.nominations.states import State

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class ReadingSeen:
    """What somebody thinks of a row."""

    by_name: str
    verdict: str
    verdict_name: str
    reason: str
    given_at: datetime


@dataclass(frozen=True)
class ReadingsSeen:
    """What of a row's readings an actor may see: their own, and both when two are in."""

    own: ReadingSeen | None
    both: tuple[ReadingSeen, ...]
    may_read: bool

    @property
    def differ(self) -> bool:
        """Whether the two come to different ends."""
        return len({one.verdict for one in self.both}) > 1


@dataclass(frozen=True)
class AskedTwice:
    """An award that is read twice, and since when."""

    ref: str
    award_name: str
    since: date
    until: date | None
    by_name: str


@dataclass(frozen=True)
class Severity:
    """How one officer reads where two are in: how often against, how often unlike the other."""

    name: str
    readings: int
    against: int
    unlike: int


@dataclass(frozen=True)
class Differences:
    """All rows of which two readings are in, those that differ, and how each officer reads."""

    rows: int
    differing: tuple[tuple[NominationRow, tuple[ReadingSeen, ...]], ...]
    officers: tuple[Severity, ...]


def two_readings_named(ref: str) -> TwoReadings:
    """Return an option to end.

    Raises:
        Unseen: there is none.
    """
    found = TwoReadings.objects.select_for_update().filter(ref=ref).first()
    if found is None:
        raise Unseen
    return found


def awards_read_twice(actor: Actor, *, on: date) -> list[AskedTwice]:
    """Return the awards of which two readings are asked for, the newest first; the office's."""
    if not actor.has(*OFFICE):
        return []
    return [
        AskedTwice(one.ref, award_name(one.award_code, on), one.since, one.until, one.by_name)
        for one in TwoReadings.objects.order_by("-since", "-pk")
    ]


def is_read_twice(nomination: Nomination) -> bool:
    """Say whether two readings are asked for, by the day of receipt."""
    on = nomination.batch.received_on
    found = TwoReadings.objects.filter(award_code=nomination.award_code)
    return on is not None and any(_holds(one, on) for one in found)


def readings_given(nomination: Nomination) -> list[Reading]:
    """Return the readings that hold, for an action; never for a page."""
    return list(Reading.objects.filter(nomination=nomination, over_at=None).order_by("pk"))


def readings_of(actor: Actor, ref: str) -> ReadingsSeen | None:
    """Return what the actor may see, nothing where one appraisal is enough.

    Whether anybody else has read is told nobody before two have.

    Raises:
        Unseen: this actor has no such row.
    """
    nomination = nomination_for(actor, ref)
    if not actor.has(*OFFICE):
        return None
    given = readings_given(nomination)
    is_asked = is_read_twice(nomination)
    if not is_asked and len(given) < READERS:
        return None
    own = next((_seen(one) for one in given if one.by_ref == actor.account_ref), None)
    both = tuple(map(_seen, given)) if len(given) >= READERS else ()
    is_open = nomination.state == State.CHECKED and is_asked and actor.has(Role.SPECIALIST)
    return ReadingsSeen(own, both, is_open and own is None and not both)


def rows_to_read(actor: Actor) -> list[NominationRow]:
    """Return the rows that wait for a reading that this officer may give."""
    asked = list(TwoReadings.objects.all())
    if not asked or not actor.has(Role.SPECIALIST):
        return []
    rows = [
        row
        for code in sorted({one.award_code for one in asked})
        for row in nominations_for(actor, states=[State.CHECKED], award_code=code)
        if row.received_on
        and any(one.award_code == row.award_code and _holds(one, row.received_on) for one in asked)
    ]
    given = _given(row.ref for row in rows)
    return [
        row
        for row in rows
        if len(given[row.ref]) < READERS
        and all(one.by_ref != actor.account_ref for one in given[row.ref])
    ]


def differences_for(actor: Actor) -> Differences:
    """Return the report over all rows of which two readings are in; of the others nothing."""
    refs = Reading.objects.filter(over_at=None).values_list("nomination__ref", flat=True)
    whole = {ref: found for ref, found in _given(set(refs)).items() if len(found) >= READERS}
    rows = nominations_for(actor, refs=list(whole)) if actor.has(*OFFICE) else []
    apart = [row for row in rows if differ(whole[row.ref])]
    return Differences(
        len(rows),
        tuple((row, tuple(map(_seen, whole[row.ref]))) for row in apart),
        _officers([whole[row.ref] for row in rows]),
    )


def _officers(pairs: list[list[Reading]]) -> tuple[Severity, ...]:
    names: dict[str, str] = {}
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        for one in pair:
            names[one.by_ref] = one.by_name
            counted = counts[one.by_ref]
            counted[0] += 1
            counted[1] += one.verdict == ReadingVerdict.AGAINST
            counted[2] += differ(pair)
    return tuple(
        Severity(name, *counts[ref]) for ref, name in sorted(names.items(), key=lambda one: one[1])
    )


def _given(refs: Iterable[str]) -> defaultdict[str, list[Reading]]:
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    kept = Reading.objects.filter(over_at=None, nomination__ref__in=list(refs))
    for one in kept.select_related("nomination").order_by("pk"):
        found[one.nomination.ref].append(one)
    return found


def _holds(one: TwoReadings, on: date) -> bool:
    return one.since <= on and (one.until is None or on < one.until)


def _seen(one: Reading) -> ReadingSeen:
    verdict = ReadingVerdict(one.verdict)
    return ReadingSeen(one.by_name, verdict.value, verdict.label, one.reason, one.given_at)
