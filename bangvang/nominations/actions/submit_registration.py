"""The head of a unit hands in what the unit registers for a year."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import RegisteredTitle
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.registrations import objection_to_submitting
from bangvang.nominations.selectors.registrations import registration_for
from bangvang.nominations.states import REGISTRATION_LIFE, RegistrationMove, RegistrationState


@transaction.atomic
def submit_registration(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Hand it to the level above; from then on the unit changes nothing.

    Raises:
        Unseen: no such registration for this actor.
        Refused: not the head of the unit, handed in already, empty, too late, or changed
            meanwhile.
    """
    one = registration_for(actor, ref, lock=True)
    count = RegisteredTitle.objects.filter(registration=one).count()
    refuse_if(
        objection_to_submitting(actor, one, one.year, count=count, on=localtime(at).date())
        or objection_to_version(one.version, version)
    )
    one.state = REGISTRATION_LIFE.target(RegistrationMove.SUBMIT, RegistrationState(one.state))
    one.submitted_by_name, one.submitted_at = actor.name, at
    one.version += 1
    one.save()
    record(
        actor=actor,
        at=at,
        verb="submit_registration",
        subject=("registration", ref),
        said=f"Nộp đăng ký thi đua năm {one.year.year}: {count} danh hiệu.",
        details={"count": count},
    )
