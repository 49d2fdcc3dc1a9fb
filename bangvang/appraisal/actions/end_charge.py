"""Record from which day an officer no longer follows a matter."""

from datetime import date, datetime

from django.db import transaction

from bangvang.appraisal.permissions.charges import objection_to_ending
from bangvang.appraisal.selectors.charges import charge_named, matter_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.permissions import objection_to_version


@transaction.atomic
def end_charge(ref: str, *, until: date, version: int, actor: Actor, at: datetime) -> None:
    """Let the charge hold until the day before `until`; lists taken up stay where they are.

    Raises:
        Unseen: there is no such charge.
        Refused: not the head of the office, ended already, an end before the beginning, or changed
            by somebody else meanwhile.
    """
    charge = charge_named(ref, lock=True)
    refuse_if(objection_to_ending(actor, charge, until))
    refuse_if(objection_to_version(charge.version, version))
    charge.until = until
    charge.version += 1
    charge.save(update_fields=["until", "version"])
    record(
        actor=actor,
        at=at,
        verb="end_charge",
        subject=("charge", ref),
        said=f"{charge.account_name} thôi theo dõi {matter_of(charge, until)} từ "
        f"{say_date(until)}.",
        details={"account": charge.account_ref},
    )
