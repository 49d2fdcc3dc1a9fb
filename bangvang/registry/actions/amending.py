"""What both ways to propose an amendment have in common; not an act of its own."""

from collections.abc import Sequence
from datetime import date, datetime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.models import AmendedRow, Amendment, Award, Grade, OwnDecision
from bangvang.registry.permissions.amendments import (
    ALREADY_THERE,
    BEING_AMENDED,
    NO_ROWS,
    Amending,
    Paper,
    changed_values,
    objection_to_amending_row,
    objection_to_amendment,
    objection_to_day,
)
from bangvang.registry.selectors.amended_rows import has_open_amendment, objection_to_restoring
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind, AmendmentState

ONCE = {Award: ("code", "kind", "year", "decision_no"), Grade: ("year",)}
"""By which values no two standing rows of one holder are alike."""


def tidied(amending: Amending) -> Amending:
    """Return the proposal with its texts as they are kept."""
    paper = amending.paper
    said = {
        name: tidy(value) if isinstance(value, str) else value
        for name, value in amending.said.items()
    }
    return Amending(
        amending.kind, tidy(amending.reason), Paper(tidy(paper.no), paper.on, tidy(paper.by)), said
    )


def enter_amendment(
    rows: Sequence[Award | Grade],
    amending: Amending,
    *,
    own: OwnDecision | None,
    scan: tuple[bytes, str] | None,
    actor: Actor,
    at: datetime,
) -> Amendment:
    """Keep a proposal for locked rows and return it; nothing of them changes yet.

    Raises:
        Refused: no reason, no paper, days that cannot be, a row that is not as the proposal needs
            it, nothing changed, another proposal waits, or the register holds the result already.
    """
    refuse_if(objection_to_amendment(amending, on=at.date()))
    refuse_if(objection_to_day(amending, on=at.date()))
    refuse_if(None if rows else NO_ROWS)
    for row in rows:
        refuse_if(BEING_AMENDED if has_open_amendment(row) else None)
        refuse_if(objection_to_amending_row(row, amending))
        refuse_if_not_free(row, amending)
    kept = scan and keep(scan[0], original_name=scan[1], actor=actor, at=at, accept=SCANS)
    amendment = Amendment.objects.create(
        kind=amending.kind,
        state=AmendmentState.PROPOSED,
        unit=own.unit if own else None,
        own_decision=own,
        reason=amending.reason,
        paper_no=amending.paper.no,
        paper_on=amending.paper.on,
        paper_by=amending.paper.by,
        scan=kept,
        said=_as_json(rows, amending),
        proposed_by_ref=actor.account_ref,
        proposed_by_name=actor.name,
        proposed_by_head=actor.has(Role.OFFICE_HEAD),
        proposed_at=at,
    )
    AmendedRow.objects.bulk_create(
        AmendedRow(
            amendment=amendment,
            award=row if isinstance(row, Award) else None,
            grade=row if isinstance(row, Grade) else None,
        )
        for row in rows
    )
    record(
        actor=actor,
        at=at,
        verb="propose_amendment",
        subject=("amendment", amendment.ref),
        said=f"Đề nghị: {AMENDMENT_NAMES[amending.kind]}, {len(rows)} dòng trong sổ; chờ người "
        "thứ hai xác nhận.",
        details={"kind": amending.kind.value, "records": [row.ref for row in rows]},
    )
    return amendment


def refuse_if_not_free(row: Award | Grade, amending: Amending) -> None:
    """Refuse what would stand twice, and to restore what another row replaced.

    Raises:
        Refused: the result stands already in another row, or the row was replaced.
    """
    if amending.kind is AmendmentKind.RESTORED:
        refuse_if(objection_to_restoring(row))
    if amending.kind not in (AmendmentKind.CORRECTED, AmendmentKind.RESTORED):
        return
    said = changed_values(row, amending)
    model = type(row)
    alike = {name: said.get(name, getattr(row, name)) for name in ONCE[model]}
    there = model.objects.filter(
        person=row.person_id, organisation=row.organisation_id, **alike
    ).exclude(pk=row.pk)
    refuse_if(ALREADY_THERE if there.exists() else None)


def _as_json(rows: Sequence[Award | Grade], amending: Amending) -> dict[str, str | int | None]:
    if amending.kind is not AmendmentKind.CORRECTED:
        return {}
    changed: dict[str, str | int | date | None] = {}
    for row in rows:
        changed |= changed_values(row, amending)
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in changed.items()
    }
