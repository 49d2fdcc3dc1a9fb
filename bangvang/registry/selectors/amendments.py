"""Amendments of awards and grades: what may be amended, what waits, what was recorded of whom.

The standing office and the inspector see all of them, a unit those of its own decisions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import AmendedRow, Amendment
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.amendments import (
    Paper,
    objection_to_confirming_amendment,
    objection_to_declining_amendment,
)
from bangvang.registry.selectors.amended_rows import (
    RowSeen,
    own_rows,
    row_seen,
    row_to_amend,
    rows_of,
)
from bangvang.registry.selectors.own_decisions import own_decision_for
from bangvang.registry.selectors.own_people import UNIT
from bangvang.registry.states import (
    AMENDMENT_NAMES,
    AmendmentKind,
    AmendmentState,
    HolderKind,
)

A_PAGE = 30
NEWEST_FIRST = ("-proposed_at", "-pk")


@dataclass(frozen=True)
class AmendmentSeen:
    """One amendment with its rows and what this actor may do with it."""

    ref: str
    kind: AmendmentKind
    state: AmendmentState
    unit_ref: str
    unit_name: str
    own_ref: str
    reason: str
    paper: Paper
    scan_ref: str
    said: Mapping[str, str]
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    decided_reason: str
    version: int
    rows: tuple[RowSeen, ...]
    not_confirming: Objection | None
    not_declining: Objection | None

    @property
    def kind_name(self) -> str:
        """What it is, in words."""
        return AMENDMENT_NAMES[self.kind]


@dataclass(frozen=True)
class AmendmentsFound:
    """One page of amendments, newest first, and how many there are in all."""

    rows: tuple[AmendmentSeen, ...]
    count: int


def amendment_for(actor: Actor, ref: str, *, lock: bool = False) -> Amendment:
    """Return an amendment, locked on demand.

    Raises:
        Unseen: this actor has no such amendment.
    """
    found = _visible_to(actor).filter(ref=ref).select_related("unit")
    amendment = (found.select_for_update(of=("self",)) if lock else found).first()
    if amendment is None:
        raise Unseen
    return amendment


def amendment_seen(actor: Actor, ref: str) -> AmendmentSeen:
    """Return one amendment whole.

    Raises:
        Unseen: this actor has no such amendment.
    """
    found = _seen(actor, _visible_to(actor).filter(ref=ref))
    if not found:
        raise Unseen
    return found[0]


def amendments_found(
    actor: Actor, state: AmendmentState | None = None, *, page: int = 1
) -> AmendmentsFound:
    """Return one page of amendments, newest first.

    Raises:
        Unseen: there is no such page.
    """
    found = _visible_to(actor)
    if state is not None:
        found = found.filter(state=state)
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    on_page = found.order_by(*NEWEST_FIRST).values_list("pk", flat=True)[start : start + A_PAGE]
    shown = Amendment.objects.filter(pk__in=list(on_page))
    return AmendmentsFound(tuple(_seen(actor, shown, *NEWEST_FIRST)), count)


def amendments_awaiting(actor: Actor) -> tuple[AmendmentSeen, ...]:
    """Return what this actor may confirm now, oldest first."""
    waiting = _visible_to(actor).filter(state=AmendmentState.PROPOSED)
    seen = _seen(actor, waiting, "proposed_at", "pk")
    return tuple(one for one in seen if one.not_confirming is None)


def amendments_of(actor: Actor, of: HolderKind, holder_ref: str) -> tuple[AmendmentSeen, ...]:
    """Return what was recorded or waits of a holder's awards and grades, newest first.

    One query.
    """
    whose = Q(**{f"award__{of}__ref": holder_ref}) | Q(**{f"grade__{of}__ref": holder_ref})
    rows = AmendedRow.objects.filter(whose)
    found = _visible_to(actor).filter(pk__in=rows.values("amendment"))
    return tuple(_seen(actor, found, *NEWEST_FIRST))


def amendments_of_own(actor: Actor, own_ref: str) -> tuple[AmendmentSeen, ...]:
    """Return what a unit amended, or proposes to amend, of one of its decisions, newest first."""
    found = _visible_to(actor).filter(own_decision__ref=own_ref)
    return tuple(_seen(actor, found, *NEWEST_FIRST))


def amendment_scan(actor: Actor, ref: str) -> StoredFile:
    """Return the scanned decision of an amendment.

    Raises:
        Unseen: this actor has no such amendment, or it has no scan.
    """
    scan = amendment_for(actor, ref).scan
    if scan is None:
        raise Unseen
    return scan


def amendable_row(actor: Actor, ref: str) -> RowSeen:
    """Return an award or a grade for the standing office, also one that an amendment took out.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    if not may_read_bars(actor):
        raise Unseen
    return row_seen(row_to_amend(ref))


def own_rows_seen(actor: Actor, own_ref: str, row_ref: str, *, stands: bool) -> list[RowSeen]:
    """Return what a decision of the actor's unit brought into the register, as it is now.

    All of it, or one row: what stands, or else what was revoked or struck out.

    Raises:
        Unseen: this actor has no such decision.
    """
    own = own_decision_for(actor, own_ref)
    return [row_seen(row) for row in own_rows(own, row_ref) if row.stands is stands]


def _visible_to(actor: Actor) -> QuerySet[Amendment]:
    if may_read_bars(actor):
        return Amendment.objects.all()
    if actor.has(*UNIT) and actor.organisation_ref:
        return Amendment.objects.filter(unit__ref=actor.organisation_ref)
    return Amendment.objects.none()


def _seen(actor: Actor, amendments: QuerySet[Amendment], *order: str) -> list[AmendmentSeen]:
    """Return amendments in this order with their rows; one query."""
    by = [f"{'-' * one.startswith('-')}amendment__{one.lstrip('-')}" for one in order]
    rows = rows_of(amendments).order_by(*by, "amendment", "pk")
    return [_one(actor, list(of)) for _, of in groupby(rows, lambda row: row.amendment_id)]


def _one(actor: Actor, rows: Sequence[Any]) -> AmendmentSeen:
    one, own_ref, scan_ref = rows[0].amendment, rows[0].own_ref, rows[0].scan_ref
    return AmendmentSeen(
        ref=one.ref,
        kind=AmendmentKind(one.kind),
        state=AmendmentState(one.state),
        unit_ref=one.unit.ref if one.unit else "",
        unit_name=one.unit.name if one.unit else "",
        own_ref=own_ref or "",
        reason=one.reason,
        paper=Paper(one.paper_no, one.paper_on, one.paper_by),
        scan_ref=scan_ref or "",
        said=one.said,
        proposed_by=one.proposed_by_name,
        proposed_at=one.proposed_at,
        decided_by=one.decided_by_name,
        decided_at=one.decided_at,
        decided_reason=one.decided_reason,
        version=one.version,
        rows=tuple(map(_amended, rows)),
        not_confirming=objection_to_confirming_amendment(actor, one),
        not_declining=objection_to_declining_amendment(actor, one),
    )


def _amended(row: AmendedRow) -> RowSeen:
    record, into = row.award or row.grade, row.new_award or row.new_grade
    assert record is not None  # noqa: S101  the table's own constraint
    return row_seen(record, into.ref if into else "")
