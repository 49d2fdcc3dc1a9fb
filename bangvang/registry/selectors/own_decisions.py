"""A unit's own decisions: its lists, one of them, and which of its rows the register holds already.

The unit sees its own; the standing office and the inspector see all that are confirmed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Award, Grade, Organisation, OwnDecision, OwnDecisionRow
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.own_people import UNIT
from bangvang.registry.states import HolderKind, OwnState

GRADE = "GRADE"


@dataclass(frozen=True)
class OwnLine:
    """One decision in a list; number and day stand only after the confirmation."""

    ref: str
    unit_ref: str
    unit_name: str
    record_kind: str
    code: str
    kind: str
    year: int
    state: OwnState
    rows: int
    prepared_by: str
    prepared_at: datetime
    sent_back_reason: str
    decision_no: str
    decided_on: date | None
    issued_by: str
    grantor: str
    confirmed_by: str
    confirmed_at: datetime | None
    version: int
    annex_ref: str
    scan_ref: str


@dataclass(frozen=True)
class HeldAlready:
    """What the register holds for the same person, award and year."""

    code: str
    decision_no: str
    decided_on: date | None


def own_decisions_for(
    actor: Actor, *, unit_ref: str = "", year: int | None = None
) -> list[OwnLine]:
    """Return the decisions that this actor may see, newest first; discarded ones are left out."""
    found = visible_to(actor).exclude(state=OwnState.DISCARDED)
    if unit_ref:
        found = found.filter(unit__ref=unit_ref)
    if year is not None:
        found = found.filter(year=year)
    return [_line(own) for own in _read(found).order_by("-year", "-prepared_at", "pk")]


def own_decision_line(actor: Actor, ref: str) -> OwnLine:
    """Return one decision as a page shows it.

    Raises:
        Unseen: this actor has no such decision.
    """
    own = _read(visible_to(actor).filter(ref=ref)).first()
    if own is None:
        raise Unseen
    return _line(own)


def own_decision_for(actor: Actor, ref: str, *, lock: bool = False) -> OwnDecision:
    """Return one decision to work on.

    Raises:
        Unseen: this actor has no such decision.
    """
    found = visible_to(actor).filter(ref=ref).select_related("unit")
    own = (found.select_for_update(of=("self",)) if lock else found).first()
    if own is None:
        raise Unseen
    return own


def own_rows_of(own: OwnDecision) -> list[OwnDecisionRow]:
    """Return the people and collectives of a decision, by name."""
    rows = OwnDecisionRow.objects.filter(decision=own).select_related(
        "person__organisation", "body__parent", "unit", "award", "grade"
    )
    return list(rows.order_by("sort_key", "pk"))


def own_row_named(own: OwnDecision, row_ref: str) -> OwnDecisionRow:
    """Return one row of a decision.

    Raises:
        Unseen: the decision has no such row.
    """
    row = OwnDecisionRow.objects.filter(decision=own, ref=row_ref).first()
    if row is None:
        raise Unseen
    return row


def own_file_for(actor: Actor, ref: str, which: str) -> StoredFile:
    """Return the scan (`quyet-dinh`) or the annex (`phu-luc`) of a decision.

    Raises:
        Unseen: this actor has no such decision, or it has no such file.
    """
    own = own_decision_for(actor, ref)
    file = {"quyet-dinh": own.scan, "phu-luc": own.annex}.get(which)
    if file is None:
        raise Unseen
    return file


def held_already(
    holders: Iterable[int],
    *,
    of: HolderKind = HolderKind.PERSON,
    record_kind: str,
    code: str,
    kind: str,
    year: int,
) -> dict[int, HeldAlready]:
    """Return what the register holds of this award, or of the grade, of the year, by holder.

    One query. Of several certificates of one year the newest is named.
    """
    field = "person_id" if of is HolderKind.PERSON else "organisation_id"
    said = (field, "code", "decision_no", "decided_on")
    its = {f"{field}__in": list(holders), "year": year}
    if record_kind == GRADE:
        rows = list(Grade.objects.filter(**its).values_list(*said))
    else:
        held = Award.objects.filter(**its, code=code, kind=kind, revoked_on=None)
        rows = list(held.order_by("decided_on", "pk").values_list(*said))
    return {holder: HeldAlready(held_code, no, on) for holder, held_code, no, on in rows}


def holders_by_decisions(unit_ref: str, code: str, year: int) -> int | None:
    """Return how many people hold an award by the unit's confirmed decisions; None without any."""
    rows = OwnDecisionRow.objects.filter(
        decision__unit__ref=unit_ref,
        decision__code=code,
        decision__year=year,
        decision__state=OwnState.CONFIRMED,
    )
    standing = rows.filter(award__withdrawn_at__isnull=True, award__revoked_on__isnull=True)
    return standing.values("person").distinct().count() or None


def sources_of(refs: Iterable[str]) -> Mapping[str, str]:
    """Return, by award or grade, the unit's own decision it was entered from; most have none."""
    wanted = list(refs)
    rows = OwnDecisionRow.objects.filter(Q(award__ref__in=wanted) | Q(grade__ref__in=wanted))
    held = rows.annotate(record=Coalesce("award__ref", "grade__ref"))
    return dict(held.values_list("record", "decision__ref"))


def visible_to(actor: Actor) -> QuerySet[OwnDecision]:
    """Return the own unit's decisions for the unit, the confirmed ones of all for the office."""
    if may_read_bars(actor):
        return OwnDecision.objects.filter(state=OwnState.CONFIRMED)
    if actor.has(*UNIT) and actor.organisation_ref:
        return OwnDecision.objects.filter(unit__ref=actor.organisation_ref)
    return OwnDecision.objects.none()


def unit_of(actor: Actor) -> Organisation:
    """Return the unit for which the actor acts.

    Raises:
        Unseen: there is none.
    """
    unit = Organisation.objects.filter(ref=actor.organisation_ref).first()
    if unit is None:
        raise Unseen
    return unit


def _read(found: QuerySet[OwnDecision]) -> QuerySet[OwnDecision]:
    rows = OwnDecisionRow.objects.filter(decision=OuterRef("pk")).order_by()
    counted = rows.values("decision").annotate(count=Count("pk")).values("count")
    return found.select_related("unit", "annex", "scan").annotate(
        row_count=Coalesce(Subquery(counted), 0)
    )


def _line(own: OwnDecision) -> OwnLine:
    return OwnLine(
        ref=own.ref,
        unit_ref=own.unit.ref,
        unit_name=own.unit.name,
        record_kind=own.record_kind,
        code=own.code,
        kind=own.kind,
        year=own.year,
        state=OwnState(own.state),
        rows=own.row_count,  # type: ignore[attr-defined]  # annotated by `_read`
        prepared_by=own.prepared_by_name,
        prepared_at=own.prepared_at,
        sent_back_reason=own.sent_back_reason,
        decision_no=own.decision_no,
        decided_on=own.decided_on,
        issued_by=own.issued_by,
        grantor=own.grantor,
        confirmed_by=own.confirmed_by_name,
        confirmed_at=own.confirmed_at,
        version=own.version,
        annex_ref=own.annex.ref if own.annex else "",
        scan_ref=own.scan.ref if own.scan else "",
    )


@dataclass(frozen=True)
class EnteredRow:
    """One person or body of a confirmed decision; not entered who was in the register already."""

    ref: str
    holder_ref: str
    is_person: bool
    name: str
    position: str
    unit_name: str
    code: str
    is_entered: bool
    stands: bool
    """Whether what was entered still counts: neither revoked nor struck out since."""


def entered_rows(actor: Actor, ref: str) -> list[EnteredRow]:
    """Return the people and collectives of a confirmed decision, by name; nothing for a draft.

    Raises:
        Unseen: this actor has no such decision.
    """
    own = own_decision_for(actor, ref)
    if own.state != OwnState.CONFIRMED:
        return []
    return [
        EnteredRow(
            ref=row.ref,
            holder_ref=holder.ref,
            is_person=row.body is None,
            name=row.name,
            position=row.position,
            unit_name=row.unit_as_written or row.unit.name,
            code=row.code or own.code,
            is_entered=row.award_id is not None or row.grade_id is not None,
            stands=(record := row.award or row.grade) is not None and record.stands,
        )
        for row in own_rows_of(own)
        if (holder := row.body or row.person) is not None
    ]


def named_in(actor: Actor, ref: str) -> frozenset[str]:
    """Return which people and collectives of the register a decision names.

    Raises:
        Unseen: this actor has no such decision.
    """
    rows = OwnDecisionRow.objects.filter(decision=own_decision_for(actor, ref))
    return frozenset(
        rows.annotate(holder=Coalesce("person__ref", "body__ref"))
        .exclude(holder=None)
        .values_list("holder", flat=True)
    )
