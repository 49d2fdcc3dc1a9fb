"""Why a recognised initiative may not be corrected so, or by this actor, or nothing if it may."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.registry.models import InitiativeCorrection
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, PAPER_AHEAD, STALE
from bangvang.registry.permissions.amendments import (
    HEAD_AMENDS,
    NOT_WAITING,
    NUMBER_IN_TEXT,
    OWN_AMENDMENT,
    PAPER_MISSING,
    Paper,
)
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.permissions.merges import holds_long_number, objection_to_reason
from bangvang.registry.states import AmendmentState

CHANGED_SINCE = Objection(
    "CHANGED_SINCE",
    "Sáng kiến này vừa được người khác đính chính; hãy mở lại và xem dòng đang có giá trị.",
)
BEING_CORRECTED = Objection(
    "BEING_CORRECTED",
    "Sáng kiến này đang có một đính chính chờ xác nhận; hãy giải quyết đính chính đó trước.",
)


@dataclass(frozen=True)
class Basis:
    """Why something is corrected, and the paper that says so, if there is one."""

    reason: str
    paper: Paper


def objection_to_basis(basis: Basis, said: InitiativeSaid, *, on: date) -> Objection | None:
    """There is a reason; a paper is named whole; no text holds an identity number."""
    if objection := objection_to_reason(basis.reason):
        return objection
    if basis.paper.is_there and not basis.paper.is_whole:
        return PAPER_MISSING
    if basis.paper.on is not None and basis.paper.on > on:
        return PAPER_AHEAD
    texts = (said.title, said.recognised_by)
    return NUMBER_IN_TEXT if any(map(holds_long_number, texts)) else None


def objection_to_confirming_correction(
    actor: Actor, correction: InitiativeCorrection
) -> Objection | None:
    """Another person confirms, one of the two the head of the office."""
    if objection := objection_to_declining_correction(actor, correction):
        return objection
    if correction.proposed_by_ref == actor.account_ref:
        return OWN_AMENDMENT
    if correction.proposed_by_head or actor.has(Role.OFFICE_HEAD):
        return None
    return HEAD_AMENDS


def objection_to_declining_correction(
    actor: Actor, correction: InitiativeCorrection
) -> Objection | None:
    """Anybody of the office lets a waiting correction go, also who proposed it."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return None if correction.state == AmendmentState.PROPOSED else NOT_WAITING


def objection_to_seen_correction(correction: InitiativeCorrection, seen: int) -> Objection | None:
    """Whoever decides second looks at what is there now first."""
    return None if correction.version == seen else STALE
