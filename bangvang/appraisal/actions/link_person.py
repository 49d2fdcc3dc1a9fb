"""Say who in the register a row means, or that it means somebody new."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.actions.read_anew import end_readings
from bangvang.appraisal.permissions.linking import (
    NOT_ONE_OF_THEM,
    PERSON_NOMINATED,
    objection_to_linking_person,
)
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.selectors.namesakes import namesakes_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.save_drafts import SAVING_TURN
from bangvang.nominations.intake.previewed import NEW
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import OVER
from bangvang.registry.models import Person


@transaction.atomic
def link_person(
    ref: str, person_ref: str, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Keep whom the row means, and ask the law again: now it sees what they hold.

    What two officers read of the row before was of somebody else, and is over.

    Args:
        ref: the row.
        person_ref: one of `namesakes_of` the row, or `"new"`.
        reason: what it was told by, in words.
        version: of the row as it was seen.
        actor: of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: this actor has no such row, or the law was not asked yet.
        Refused: see `objection_to_linking_person`; none of the namesakes, one who is nominated so
            already, or changed by somebody else meanwhile.
        NotInForce: no rulebook is in force on the day of receipt.
    """
    wait_for_turn(SAVING_TURN)
    nomination = nomination_for(actor, ref, lock=True)
    namesakes = namesakes_of(nomination)
    is_doubled = person_ref == NEW and any(one.is_full for one in namesakes)
    reason = reason.strip()
    refuse_if(objection_to_linking_person(actor, nomination, reason=reason, is_doubled=is_doubled))
    refuse_if(objection_to_version(nomination.version, version))
    among = {one.person.ref for one in namesakes}
    refuse_if(None if person_ref == NEW or person_ref in among else NOT_ONE_OF_THEM)
    person = None if person_ref == NEW else _not_nominated_twice(nomination, person_ref)
    nomination.person = person
    nomination.identity = Identity.CHOSEN if person else Identity.NEW
    nomination.version += 1
    nomination.save(update_fields=["person", "identity", "version"])
    end_readings(nomination, at=at)
    ask_law([nomination], on=newest_finding(nomination.pk).on_day, at=at)
    said = "là người mới, sổ khen thưởng chưa có"
    if person:
        said = f"là {person.full_name}, {person.organisation.name} trong sổ khen thưởng"
    record(
        actor=actor,
        at=at,
        verb="link_person",
        subject=("nomination", ref),
        said=f"{nomination.name}: {said}; đối chiếu lại. Căn cứ: {reason}",
        details={"person": person_ref},
    )


def _not_nominated_twice(nomination: Nomination, person_ref: str) -> Person:
    twins = Nomination.objects.filter(
        person__ref=person_ref,
        award_code=nomination.award_code,
        achievement_year=nomination.achievement_year,
    ).exclude(state__in=OVER)
    refuse_if(PERSON_NOMINATED if twins.exclude(pk=nomination.pk).exists() else None)
    return Person.objects.select_related("organisation").get(ref=person_ref)
