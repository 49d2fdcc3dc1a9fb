"""The standing office proposes to revoke, correct, strike out or restore an award or a grade."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.amending import enter_amendment, tidied
from bangvang.registry.permissions.amendments import Amending, objection_to_amending
from bangvang.registry.selectors.amended_rows import row_to_amend


@transaction.atomic
def propose_amendment(
    ref: str,
    amending: Amending,
    *,
    scan: tuple[bytes, str] | None = None,
    actor: Actor,
    at: datetime,
) -> str:
    """Propose to amend one award or grade and return the amendment's reference.

    `scan` is the content and the name of the scanned decision.

    Raises:
        Unseen: there is no such award or grade.
        Refused: not the standing office, or what `enter_amendment` refuses.
    """
    refuse_if(objection_to_amending(actor))
    row = row_to_amend(ref, lock=True)
    return enter_amendment([row], tidied(amending), own=None, scan=scan, actor=actor, at=at).ref
