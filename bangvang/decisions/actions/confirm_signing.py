"""Confirm what another person recorded of a signing, and let it take effect."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_deciding_on
from bangvang.decisions.actions.grant import Ruling, grant, locked_nominations
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.permissions import (
    objection_to_confirming,
    objection_to_list,
    objection_to_record_seen,
)
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.selectors.lists import list_still_stands, stopped_in, unasked_in
from bangvang.decisions.states import CONFIRMING, LIFE, Kind, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.states import Move


@transaction.atomic
def confirm_signing(ref: str, *, actor: Actor, at: datetime, version: int | None = None) -> None:
    """Bring a decision into force with all its awards, or a submission on its way.

    All lines or none: one transaction holds the decision, the people newly entered, the awards,
    the rows' states and the audit entries.

    `version` is that of the record the second person compared; None only where a replay knows
    that nobody could have changed it.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, the recorder, a record changed since it was read,
            no record that waits, a list that is no longer that of the draft, an open bar that
            nobody answered for, or somebody about whom the people are still asked.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(objection_to_confirming(actor, decision))
    refuse_if(objection_to_record_seen(decision, version))
    lines = list(Line.objects.filter(decision=decision).order_by("order"))
    nominations = locked_nominations(actor, lines)
    refuse_if(
        objection_to_list(stands=list_still_stands(actor, decision))
        or objection_to_deciding_on(stopped_in(decision, on=localtime(at).date()))
        or unasked_in(decision, on=localtime(at).date())
    )
    is_own = decision.kind == Kind.DECISION
    decision.state = LIFE.target(CONFIRMING[Kind(decision.kind)], State(decision.state))
    decision.confirmed_by_ref, decision.confirmed_by_name = actor.account_ref, actor.name
    decision.confirmed_at = at
    decision.version += 1
    decision.save()
    for line in lines:
        nomination = nominations[line.nomination_id]
        if is_own:
            grant(line, nomination, own_ruling(decision), actor=actor, at=at)
        else:
            move(nomination, Move.FORWARD, holder=decision.authority_name, actor=actor, at=at)
    what = "ghi sổ khen thưởng" if is_own else f"trình {decision.authority_name}"
    record(
        actor=actor,
        at=at,
        verb="confirm_signing",
        subject=("decision", ref),
        said=f"Xác nhận văn bản số {decision.number_written}; {what} {len(lines)} trường hợp.",
        details={"list_digest": decision.list_digest, "people": len(lines)},
    )


def own_ruling(decision: Decision) -> Ruling:
    """Return the province's own decision as that which grants."""
    assert decision.signed_on is not None  # noqa: S101  a recorded decision has its day
    return Ruling(
        decision_ref=decision.ref,
        code=decision.award_code,
        year=decision.achievement_year,
        number=decision.number_written,
        decided_on=decision.signed_on,
        issued_by=decision.issuer,
        is_own=True,
    )
