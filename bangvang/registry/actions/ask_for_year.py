"""The standing office asks a unit to record a year and to state that it is whole."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.models import Organisation, YearAsked
from bangvang.registry.permissions.own import objection_to_asking_for_year
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.states import YEARLY_NAMES


@transaction.atomic
def ask_for_year(unit_ref: str, record_kind: str, *, year: int, actor: Actor, at: datetime) -> None:
    """Let it stand on the unit's first page; asking again renews the day.

    Raises:
        Unseen: there is no such unit.
        Refused: not the standing office, or a year that is not over.
    """
    unit: Organisation = organisation_named(unit_ref)
    refuse_if(objection_to_asking_for_year(actor, year, on=at.date()))
    YearAsked.objects.update_or_create(
        unit=unit,
        record_kind=record_kind,
        year=year,
        defaults={
            "asked_by_ref": actor.account_ref,
            "asked_by_name": actor.name,
            "asked_at": at,
        },
    )
    record(
        actor=actor,
        at=at,
        verb="ask_for_year",
        subject=("organisation", unit_ref),
        said=f"Đề nghị {unit.name} ghi và xác nhận đủ "
        f"{YEARLY_NAMES[record_kind].lower()} năm {year}.",
    )
