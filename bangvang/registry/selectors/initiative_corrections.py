"""Reading corrections of initiatives: the rows behind them, one of them, those that wait."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import CorrectedInitiative, Initiative, InitiativeCorrection
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiative_corrections import (
    objection_to_confirming_correction,
    objection_to_declining_correction,
)
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.selectors.holdings import UsedFor, uses_of
from bangvang.registry.states import AmendmentState, HolderKind

MOST = 50


@dataclass(frozen=True)
class AuthorSeen:
    """One author before or after a correction; `row_ref` is empty for one who is to be added."""

    ref: str
    name: str
    share_percent: Decimal | None
    row_ref: str = ""
    used_for: tuple[UsedFor, ...] = ()


@dataclass(frozen=True)
class CorrectionSeen:
    """One correction: what stood and what is to stand, with the authors of either."""

    ref: str
    state: AmendmentState
    before: InitiativeSaid
    after: InitiativeSaid
    authors_before: tuple[AuthorSeen, ...]
    authors_after: tuple[AuthorSeen, ...]
    rows: tuple[RowSeen, ...]
    """The rows that stood, as what rests on them is asked about."""
    reason: str
    paper: Paper
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    decided_reason: str
    version: int
    not_confirming: Objection | None
    not_declining: Objection | None


@dataclass(frozen=True)
class InitiativeChange:
    """What was corrected of one row; `new_ref` replaced it, it replaced `old_ref`; "" for none."""

    correction_ref: str
    paper: Paper
    decided_at: datetime | None
    old_ref: str
    new_ref: str


def recognition_of(ref: str, *, lock: bool = False) -> list[Initiative]:
    """Return the standing rows of a recognition, of all its authors, by one of them.

    Raises:
        Unseen: no such row stands.
    """
    one = Initiative.objects.filter(ref=ref).first()
    if one is None:
        raise Unseen
    same = Q(together=one.together) if one.together else Q(pk=one.pk)
    rows = Initiative.objects.filter(same).select_related("person")
    locked = rows.select_for_update(of=("self",)) if lock else rows
    return list(locked.order_by("person__sort_key", "pk"))


def said_by(row: Initiative) -> InitiativeSaid:
    """Return what a row says of its decision."""
    return InitiativeSaid(
        row.code, row.title, row.year, row.decision_no, row.decided_on, row.recognised_by
    )


def row_seen(row: Initiative) -> RowSeen:
    """Return a row as what rests on it is asked about."""
    return RowSeen(
        row.ref, "INITIATIVE", HolderKind.PERSON, row.person.ref, row.person.full_name, row.code,
        "", row.year, "", "", row.title, row.decision_no, row.decided_on, row.recognised_by, None,
    )  # fmt: skip


def correctable(
    actor: Actor, ref: str
) -> tuple[InitiativeSaid, tuple[AuthorSeen, ...], list[RowSeen]]:
    """Return what stands of a recognition, its authors and its rows.

    Raises:
        Unseen: not the standing office or the inspector, or no such row stands.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = recognition_of(ref)
    return said_by(rows[0]), _authors(rows), [row_seen(row) for row in rows]


def open_correction_of(rows: Collection[Initiative]) -> InitiativeCorrection | None:
    """Return the correction of these rows that waits."""
    found = CorrectedInitiative.objects.filter(initiative__in=rows, is_open=True)
    one = found.select_related("correction").first()
    return one.correction if one else None


def waiting_correction(ref: str) -> str:
    """Return the reference of the correction that waits for a row; "" if none does."""
    found = CorrectedInitiative.objects.filter(initiative__ref=ref, is_open=True)
    return found.values_list("correction__ref", flat=True).first() or ""


def was_corrected(ref: str) -> bool:
    """Tell whether a row was taken out by a correction."""
    return CorrectedInitiative.objects.filter(
        initiative__ref=ref, correction__state=AmendmentState.DONE
    ).exists()


def correction_for(actor: Actor, ref: str, *, lock: bool = False) -> InitiativeCorrection:
    """Return the correction to be decided.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = InitiativeCorrection.objects.filter(ref=ref)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise Unseen
    return found


def correction_seen(actor: Actor, ref: str) -> CorrectionSeen:
    """Return one correction.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    return _seen(actor, correction_for(actor, ref))


def corrections_found(actor: Actor) -> list[CorrectionSeen]:
    """Return the newest corrections, newest first.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = InitiativeCorrection.objects.order_by("-proposed_at", "-pk")[:MOST]
    return [_seen(actor, one) for one in rows]


def corrections_awaiting(actor: Actor) -> list[CorrectionSeen]:
    """Return the corrections that this actor may confirm now, oldest first."""
    if not may_read_bars(actor):
        return []
    waiting = InitiativeCorrection.objects.filter(state=AmendmentState.PROPOSED)
    found = [_seen(actor, one) for one in waiting.order_by("proposed_at", "pk")]
    return [one for one in found if one.not_confirming is None]


def changes_of_initiative(ref: str) -> tuple[InitiativeChange, ...]:
    """Return what was corrected of one row that somebody may read, oldest first."""
    names = Q(initiative__ref=ref) | Q(new_initiative__ref=ref)
    rows = CorrectedInitiative.objects.filter(names, correction__state=AmendmentState.DONE)
    held = rows.select_related("correction", "initiative", "new_initiative")
    return tuple(
        InitiativeChange(
            row.correction.ref,
            Paper(row.correction.paper_no, row.correction.paper_on, row.correction.paper_by),
            row.correction.decided_at,
            row.initiative.ref if row.initiative and row.initiative.ref != ref else "",
            row.new_initiative.ref if row.new_initiative and row.new_initiative.ref != ref else "",
        )
        for row in held.order_by("correction__decided_at", "pk")
    )


def said_of_correction(correction: InitiativeCorrection) -> InitiativeSaid:
    """Return what the decision is to say."""
    said = correction.said
    return InitiativeSaid(
        said["code"], said["title"], said["year"], said["decision_no"],
        date.fromisoformat(said["decided_on"]), said["recognised_by"],
    )  # fmt: skip


def shares_of_correction(correction: InitiativeCorrection) -> dict[str, Decimal | None]:
    """Return the part of each author who is to stand, by the reference proposed."""
    return {ref: None if share is None else Decimal(share) for ref, share in correction.shares}


def _seen(actor: Actor, one: InitiativeCorrection) -> CorrectionSeen:
    ids = one.rows.filter(initiative__isnull=False).values("initiative")
    rows = list(
        Initiative.every.filter(pk__in=ids)
        .select_related("person")
        .order_by("person__sort_key", "pk")
    )
    after = [
        AuthorSeen(person.ref, person.full_name, share)
        for ref, share in shares_of_correction(one).items()
        for person in [person_named(ref)]
    ]
    return CorrectionSeen(
        one.ref,
        AmendmentState(one.state),
        said_by(rows[0]),
        said_of_correction(one),
        _authors(rows),
        tuple(after),
        tuple(row_seen(row) for row in rows),
        one.reason,
        Paper(one.paper_no, one.paper_on, one.paper_by),
        one.proposed_by_name,
        one.proposed_at,
        one.decided_by_name,
        one.decided_at,
        one.decided_reason,
        one.version,
        objection_to_confirming_correction(actor, one),
        objection_to_declining_correction(actor, one),
    )


def _authors(rows: Collection[Initiative]) -> tuple[AuthorSeen, ...]:
    used = uses_of([row.pk for row in rows])
    return tuple(
        AuthorSeen(
            row.person.ref,
            row.person.full_name,
            row.share_percent,
            row.ref,
            tuple(used.get(row.pk, ())),
        )
        for row in rows
    )
