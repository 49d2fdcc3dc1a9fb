"""Reading merges: what waits for a second person, what was merged, what two records say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import Changed, LikelyDouble, Merge, Person
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.merges import (
    MERGE_PROPOSED,
    SAID_DIFFERENT,
    objection_to_confirming_merge,
    objection_to_declining_merge,
    objection_to_joining,
    objection_to_undoing_merge,
)
from bangvang.registry.selectors.bars import BarSeen, bars_of
from bangvang.registry.selectors.holdings import PersonHistory
from bangvang.registry.selectors.joining import Compared, Record, compared, record_named
from bangvang.registry.selectors.postings import PostingSeen, postings_of
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.states import HolderKind, MergeState

A_PAGE = 30


@dataclass(frozen=True)
class Side:
    """One of two records that are compared; `birth_on` and `birth_year` of a person only."""

    ref: str
    name: str
    above: str
    position: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    identity_tail: str
    since: date | None
    until: date | None
    history: PersonHistory
    bars: tuple[BarSeen, ...]
    is_apart: bool = False
    """A household or a foreign collective: its first day is nobody's to compare."""
    headed_by: str = ""
    """Who heads a household, as a person of the register."""
    postings: tuple[PostingSeen, ...] = ()
    """Where a person worked, newest first, those that stand."""


@dataclass(frozen=True)
class TwoRecords:
    """Two records side by side, what merging the second into the first would do."""

    of: HolderKind
    kept: Side
    merged: Side
    compared: Compared
    not_now: Objection | None


@dataclass(frozen=True)
class MergeRow:
    """One merge in a list."""

    ref: str
    of: HolderKind
    kept_ref: str
    kept_name: str
    merged_name: str
    state: MergeState
    proposed_by: str
    proposed_at: datetime


@dataclass(frozen=True)
class MergesFound:
    """One page of merges, newest first, and how many there are in all."""

    rows: tuple[MergeRow, ...]
    count: int


@dataclass(frozen=True)
class MergePage:
    """One merge with its history and what may be done now; `records` only while it waits."""

    row: MergeRow
    reason: str
    chosen: Mapping[str, str]
    decided_by: str
    decided_at: datetime | None
    decided_reason: str
    undone_by: str
    undone_at: datetime | None
    undone_reason: str
    changes: int
    version: int
    records: TwoRecords | None
    has_changed: bool
    not_confirming: Objection | None
    not_declining: Objection | None
    not_undoing: Objection | None


def merge_for(actor: Actor, ref: str, *, lock: bool = False) -> Merge:
    """Return a merge, locked on demand.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    found = _visible_to(actor).filter(ref=ref)
    merge = (found.select_for_update() if lock else found).first()
    if merge is None:
        raise Unseen
    return merge


def merges_found(actor: Actor, state: MergeState | None = None, *, page: int = 1) -> MergesFound:
    """Return one page of merges, newest first; two queries.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = _visible_to(actor)
    if state is not None:
        found = found.filter(state=state)
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = found.order_by("-proposed_at", "-pk")[start : start + A_PAGE]
    return MergesFound(tuple(_row(merge) for merge in rows), count)


def merges_awaiting(actor: Actor) -> tuple[MergeRow, ...]:
    """Return the proposals that this actor may confirm now, oldest first."""
    waiting = _visible_to(actor).filter(state=MergeState.PROPOSED).order_by("proposed_at", "pk")
    return tuple(_row(m) for m in waiting if objection_to_confirming_merge(actor, m) is None)


def merge_page(actor: Actor, ref: str) -> MergePage:
    """Return one merge whole.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    merge = merge_for(actor, ref)
    records = None
    if merge.state == MergeState.PROPOSED:
        records = two_records(actor, HolderKind(merge.of), merge.kept_ref, merge.merged_ref)
    return MergePage(
        row=_row(merge),
        reason=merge.reason,
        chosen=merge.chosen,
        decided_by=merge.decided_by_name,
        decided_at=merge.decided_at,
        decided_reason=merge.decided_reason,
        undone_by=merge.undone_by_name,
        undone_at=merge.undone_at,
        undone_reason=merge.undone_reason,
        changes=Changed.objects.filter(merge=merge).count(),
        version=merge.version,
        records=records,
        has_changed=records is not None and records.compared.fingerprint != merge.fingerprint,
        not_confirming=objection_to_confirming_merge(actor, merge),
        not_declining=objection_to_declining_merge(actor, merge),
        not_undoing=objection_to_undoing_merge(actor, merge),
    )


def two_records(actor: Actor, of: HolderKind, kept_ref: str, merged_ref: str) -> TwoRecords:
    """Return both records and what would become of them; a fixed number of queries.

    Raises:
        Unseen: not the standing office or the inspector, one of them is not there, or both are
            one and the same.
    """
    _look(actor)
    if kept_ref == merged_ref:
        raise Unseen
    kept, merged = record_named(of, kept_ref), record_named(of, merged_ref)
    return TwoRecords(
        of,
        _side(actor, kept),
        _side(actor, merged),
        compared(of, kept, merged),
        objection_to_joining(actor, kept_ref, merged_ref)
        or objection_to_pair(of, kept_ref, merged_ref),
    )


def objection_to_pair(of: HolderKind, *refs: str) -> Objection | None:
    """No second proposal while one waits, and none of what was said to be two."""
    if has_open_proposal(of, set(refs)):
        return MERGE_PROPOSED
    first, second = sorted(refs)
    different = LikelyDouble.objects.filter(
        of=of, first_ref=first, second_ref=second, different_at__isnull=False
    )
    return SAID_DIFFERENT if different.exists() else None


def has_open_proposal(of: HolderKind, refs: set[str]) -> bool:
    """Tell whether one of these records waits to be merged, or to take another in."""
    either = Q(kept_ref__in=refs) | Q(merged_ref__in=refs)
    return Merge.objects.filter(either, of=of, state=MergeState.PROPOSED).exists()


def is_followed(merge: Merge) -> bool:
    """Tell whether a later merge rests on this one: into the same record, or of it."""
    done = Merge.objects.filter(of=merge.of, state=MergeState.DONE)
    into = Q(kept_ref=merge.kept_ref, decided_at__gt=merge.decided_at) | Q(
        kept_ref=merge.kept_ref, decided_at=merge.decided_at, pk__gt=merge.pk
    )
    return done.filter(into | Q(merged_ref=merge.kept_ref)).exclude(pk=merge.pk).exists()


def merged_into(actor: Actor, of: HolderKind, ref: str) -> tuple[MergeRow, ...]:
    """Return the merges that this record took in and that stand, newest first.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    found = Merge.objects.filter(of=of, kept_ref=ref, state=MergeState.DONE)
    return tuple(_row(merge) for merge in found.order_by("-decided_at", "-pk"))


def _visible_to(actor: Actor) -> QuerySet[Merge]:
    return Merge.objects.all() if may_read_bars(actor) else Merge.objects.none()


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen


def _row(merge: Merge) -> MergeRow:
    return MergeRow(
        merge.ref,
        HolderKind(merge.of),
        merge.kept_ref,
        merge.kept_name,
        merge.merged_name,
        MergeState(merge.state),
        merge.proposed_by_name,
        merge.proposed_at,
    )


def _side(actor: Actor, record: Record) -> Side:
    if isinstance(record, Person):
        seen = person_record(actor, record.ref)
        person = seen.person
        return Side(
            ref=record.ref,
            name=person.full_name,
            above=person.organisation_name,
            position=person.position,
            birth_on=person.birth_on,
            birth_year=person.birth_year,
            sex=record.get_sex_display() if record.sex else "",
            identity_tail=person.identity_tail,
            since=None,
            until=None,
            history=seen.history,
            bars=seen.bars,
            postings=tuple(
                one for one in postings_of(actor, record.ref) if one.withdrawn_at is None
            ),
        )
    body = collective_record(actor, record.ref)
    return Side(
        ref=record.ref,
        name=body.name,
        above=body.parent_name,
        position=body.kind_name,
        birth_on=None,
        birth_year=None,
        sex="",
        identity_tail="",
        since=None if body.is_apart else body.since,
        until=body.until,
        history=body.history,
        bars=bars_of(actor, HolderKind.ORGANISATION, record.ref),
        is_apart=body.is_apart,
        headed_by=body.headed_by.full_name if body.headed_by else "",
    )
