"""Print a draft again as it is."""

from datetime import datetime

from django.db import transaction

from bangvang.decisions.actions.print_paper import print_paper
from bangvang.decisions.permissions import objection_to_revising
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def reprint(ref: str, *, actor: Actor, at: datetime) -> None:
    """Print the draft again as it is; the earlier prints stay.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, or no draft any more.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(objection_to_revising(actor, decision))
    print_paper(decision, actor=actor, at=at)
    decision.save(update_fields=["document"])
    record(actor=actor, at=at, verb="reprint", subject=("decision", ref), said="In lại dự thảo.")
