"""Change the text parts of a draft, and print it anew."""

from datetime import datetime

from django.db import transaction

from bangvang.decisions.actions.print_paper import print_paper
from bangvang.decisions.permissions import NO_TITLE, objection_to_revising, objection_to_version
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def revise(
    ref: str, *, title: str, extra_grounds: str, version: int, actor: Actor, at: datetime
) -> None:
    """Save the abstract and the office's own grounds (one a line), and print the draft.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, no draft any more, no abstract, a character that cannot be
            printed, or changed by somebody else meanwhile.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(
        objection_to_revising(actor, decision) or objection_to_version(decision.version, version)
    )
    decision.title = tidy(title)
    refuse_if(None if decision.title else NO_TITLE)
    lines = (tidy(line) for line in extra_grounds.splitlines())
    decision.extra_grounds = "\n".join(line for line in lines if line)
    print_paper(decision, actor=actor, at=at)
    decision.version += 1
    decision.save(update_fields=["title", "extra_grounds", "document", "version"])
    record(
        actor=actor,
        at=at,
        verb="revise",
        subject=("decision", ref),
        said=f"Sửa dự thảo: {decision.title}.",
        details={"title": decision.title, "extra_grounds": decision.extra_grounds},
    )
