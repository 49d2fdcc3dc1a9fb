"""Propose to correct a recognised initiative; nothing of it changes before it is confirmed."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.recognise_initiative import SCOPES, objection_to_second
from bangvang.registry.models import CorrectedInitiative, InitiativeCorrection, Person
from bangvang.registry.permissions.amendments import NOTHING_CHANGED, Paper
from bangvang.registry.permissions.initiative_corrections import (
    BEING_CORRECTED,
    CHANGED_SINCE,
    Basis,
    objection_to_basis,
)
from bangvang.registry.permissions.initiatives import InitiativeSaid, objection_to_recognising
from bangvang.registry.selectors.initiative_corrections import (
    open_correction_of,
    recognition_of,
    said_by,
    was_corrected,
)
from bangvang.registry.states import AmendmentState


@transaction.atomic
def propose_correction(
    ref: str,
    said: InitiativeSaid,
    shares: Mapping[str, Decimal | None],
    basis: Basis,
    *,
    actor: Actor,
    at: datetime,
) -> str:
    """Keep the proposal and return its reference.

    Args:
        ref: the row of any author.
        said: what the decision says, as it should stand.
        shares: all who are to stand as authors, by reference, each with the part.
        basis: why, and the paper.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: there is no such initiative, or one of the authors is not in the register.
        Refused: not the standing office, no reason, half a paper, what `recognise_initiative`
            refuses, nothing changed, corrected by somebody else since, or another one waits.
    """
    said = replace(said, title=tidy(said.title), decision_no=tidy(said.decision_no))
    said = replace(said, recognised_by=tidy(said.recognised_by))
    basis = Basis(tidy(basis.reason), _tidied(basis.paper))
    refuse_if(objection_to_recognising(actor, said, shares.values(), scopes=SCOPES, on=at.date()))
    refuse_if(objection_to_basis(basis, said, on=at.date()))
    refuse_if(CHANGED_SINCE if was_corrected(ref) else None)
    rows = recognition_of(ref, lock=True)
    if not rows:
        raise Refused(CHANGED_SINCE)
    refuse_if(BEING_CORRECTED if open_correction_of(rows) else None)
    people = list(Person.objects.filter(ref__in=list(shares)).order_by("sort_key", "pk"))
    if len(people) != len(shares):
        raise Unseen
    stands = {row.person.ref: row.share_percent for row in rows}
    refuse_if(NOTHING_CHANGED if (said_by(rows[0]), stands) == (said, dict(shares)) else None)
    refuse_if(objection_to_second(said, people, besides=rows))
    kept = asdict(said) | {"decided_on": said.decided_on.isoformat()}
    correction = InitiativeCorrection.objects.create(
        state=AmendmentState.PROPOSED,
        said=kept,
        shares=[[one, None if part is None else str(part)] for one, part in shares.items()],
        reason=basis.reason,
        paper_no=basis.paper.no,
        paper_on=basis.paper.on,
        paper_by=basis.paper.by,
        proposed_by_ref=actor.account_ref,
        proposed_by_name=actor.name,
        proposed_by_head=actor.has(Role.OFFICE_HEAD),
        proposed_at=at,
    )
    CorrectedInitiative.objects.bulk_create(
        CorrectedInitiative(correction=correction, initiative=row) for row in rows
    )
    record(
        actor=actor,
        at=at,
        verb="propose_correction",
        subject=("initiative_correction", correction.ref),
        said=f"Đề nghị đính chính sáng kiến, đề tài năm {rows[0].year} của {len(rows)} tác giả; "
        "chờ người thứ hai xác nhận.",
        details={"records": [row.ref for row in rows]},
    )
    return correction.ref


def _tidied(paper: Paper) -> Paper:
    return Paper(tidy(paper.no), paper.on, tidy(paper.by))
