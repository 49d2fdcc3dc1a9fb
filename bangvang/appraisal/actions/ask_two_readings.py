"""Let two officers read every row of an award independently, from a day on."""

from datetime import date, datetime

from django.db import transaction

from bangvang.appraisal.models import TwoReadings
from bangvang.appraisal.permissions.readings import objection_to_asking_two
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import award_name


@transaction.atomic
def ask_two_readings(award_code: str, *, since: date, actor: Actor, at: datetime) -> str:
    """Ask for two readings of what is received from that day on; return the reference.

    Raises:
        Refused: see `objection_to_asking_two`.
    """
    others = list(TwoReadings.objects.filter(award_code=award_code).order_by("-since"))
    refuse_if(objection_to_asking_two(actor, award_code, others, since=since))
    made = TwoReadings.objects.create(award_code=award_code, since=since, by_name=actor.name)
    record(
        actor=actor,
        at=at,
        verb="ask_two_readings",
        subject=("two_readings", made.ref),
        said=f"{award_name(award_code, since)}: hai ý kiến thẩm định độc lập đối với hồ sơ nhận "
        f"từ {say_date(since)}.",
        details={"award": award_code},
    )
    return made.ref
