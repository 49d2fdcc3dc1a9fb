"""The level above approves what a unit registers, or returns it with a reason."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.registrations import objection_to_answering
from bangvang.nominations.selectors.registrations import registration_for
from bangvang.nominations.states import REGISTRATION_LIFE, RegistrationMove, RegistrationState


@transaction.atomic
def answer_registration(
    ref: str, *, agree: bool, reason: str, version: int, actor: Actor, at: datetime
) -> None:
    """Approve it, or give it back to be changed; an approved one may be given back too.

    Raises:
        Unseen: no such registration for this actor.
        Refused: neither the office nor the head above, not handed in, no reason for returning, or
            changed meanwhile.
    """
    one, reason = registration_for(actor, ref, lock=True), tidy(reason)
    what = RegistrationMove.APPROVE if agree else RegistrationMove.RETURN
    refuse_if(
        objection_to_answering(actor, one, what, reason="-" if agree else reason)
        or objection_to_version(one.version, version)
    )
    one.state = REGISTRATION_LIFE.target(what, RegistrationState(one.state))
    one.decided_by_name, one.decided_at = actor.name, at
    one.reason = "" if agree else reason
    one.version += 1
    one.save()
    said = "Duyệt đăng ký thi đua" if agree else "Trả lại đăng ký thi đua"
    record(
        actor=actor,
        at=at,
        verb="answer_registration",
        subject=("registration", ref),
        said=f"{said} năm {one.year.year} của {one.unit.name}.{'' if agree else ' ' + reason}",
    )
