"""Take one title out of what the own unit registers."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.nominations.models import RegisteredTitle
from bangvang.nominations.permissions import NOT_YOUR_UNIT
from bangvang.nominations.permissions.registrations import objection_to_registering
from bangvang.nominations.selectors.registrations import registration_for
from bangvang.nominations.states import RegistrationState


@transaction.atomic
def drop_registered_title(ref: str, title_ref: str, *, actor: Actor, at: datetime) -> None:
    """Delete the row; the audit entry says which title, not whose.

    Raises:
        Unseen: no such registration or row for this actor.
        Refused: not of the own unit, or handed in already.
    """
    registration = registration_for(actor, ref, lock=True)
    refuse_if(None if registration.unit.ref == actor.organisation_ref else NOT_YOUR_UNIT)
    refuse_if(objection_to_registering(actor, RegistrationState(registration.state)))
    row = RegisteredTitle.objects.filter(registration=registration, ref=title_ref).first()
    if row is None:
        raise Unseen
    row.delete()
    registration.version += 1
    registration.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="drop_registered_title",
        subject=("registration", ref),
        said="Bỏ một danh hiệu khỏi bản đăng ký.",
        details={"award": row.award_code},
    )
