"""Keep what one officer thinks of a row that two read independently."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import Reading
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.permissions.readings import READERS, differ, objection_to_reading
from bangvang.appraisal.selectors.readings import is_read_twice, readings_given
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def give_reading(ref: str, verdict: str, reason: str, *, officer: Officer, at: datetime) -> None:
    """Keep the reading; the row's own history tells of it only when two are in.

    Raises:
        Unseen: this officer has no such row.
        Refused: see `objection_to_reading`.
    """
    actor = officer.actor
    nomination = nomination_for(actor, ref, lock=True)
    given, reason = readings_given(nomination), reason.strip()
    refuse_if(
        objection_to_reading(
            officer,
            nomination,
            given,
            is_asked=is_read_twice(nomination),
            verdict=verdict,
            reason=reason,
        )
    )
    made = Reading.objects.create(
        nomination=nomination,
        verdict=verdict,
        reason=reason,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="give_reading",
        subject=("reading", made.ref),
        said="Ghi ý kiến thẩm định độc lập.",
    )
    both = [*given, made]
    if len(both) == READERS:
        names = " và ".join(one.by_name for one in both)
        said = "khác nhau" if differ(both) else "giống nhau"
        record(
            actor=actor,
            at=at,
            verb="readings_are_in",
            subject=("nomination", ref),
            said=f"Đủ hai ý kiến thẩm định độc lập, {said}: {names}.",
        )
