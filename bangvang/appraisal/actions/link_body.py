"""Say which collective or household of the register a row means that the unit could not name."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.permissions.linking import (
    ALREADY_NOMINATED,
    NOT_AMONG_THEM,
    objection_to_linking_body,
)
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.selectors.linkable import linkable_bodies
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.save_drafts import SAVING_TURN
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import OVER


@transaction.atomic
def link_body(ref: str, body_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Keep whom the row means, and ask the law again: now it sees what they hold.

    Raises:
        Unseen: this actor has no such row, or the law was not asked yet.
        Refused: not of the standing office, a person, not under appraisal, a body that is not of
            the nominating unit or of another kind, one that is nominated so already, or changed by
            somebody else meanwhile.
        NotInForce: no rulebook is in force on the day of receipt.
    """
    wait_for_turn(SAVING_TURN)
    nomination = nomination_for(actor, ref, lock=True)
    refuse_if(objection_to_linking_body(actor, nomination))
    refuse_if(objection_to_version(nomination.version, version))
    body = linkable_bodies(nomination).filter(ref=body_ref).first()
    refuse_if(None if body else NOT_AMONG_THEM)
    assert body is not None  # noqa: S101  tells the type checker what was just refused
    twins = Nomination.objects.filter(
        body=body,
        award_code=nomination.award_code,
        achievement_year=nomination.achievement_year,
    ).exclude(state__in=OVER)
    refuse_if(ALREADY_NOMINATED if twins.exclude(pk=nomination.pk).exists() else None)
    nomination.body, nomination.identity = body, Identity.CHOSEN
    nomination.version += 1
    nomination.save(update_fields=["body", "identity", "version"])
    ask_law([nomination], on=newest_finding(nomination.pk).on_day, at=at)
    record(
        actor=actor,
        at=at,
        verb="link_body",
        subject=("nomination", ref),
        said=f"{nomination.name}: là {body.name} trong sổ khen thưởng; đối chiếu lại.",
        details={"organisation": body.ref},
    )
