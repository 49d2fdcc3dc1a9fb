"""Enter an organisation into the register."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import fold, text_sort_key, tidy
from bangvang.registry.models import Organisation
from bangvang.registry.permissions import ENDS_TOO_EARLY
from bangvang.registry.permissions.bodies import (
    NO_NAME,
    PARENT_NOT_THEN,
    objection_to_registering_body,
)
from bangvang.registry.selectors.bodies import objection_to_name
from bangvang.registry.selectors.organisations import organisation_named


@transaction.atomic
def register_organisation(
    name: str,
    *,
    kind: str,
    since: date,
    actor: Actor,
    at: datetime,
    parent_ref: str | None = None,
    abbreviation: str = "",
    until: date | None = None,
    place_code: str = "",
) -> str:
    """Enter an organisation that exists on `[since, until)` and return its reference.

    Raises:
        Unseen: there is no such parent.
        Refused: not the standing office (save for the first body of an empty register), no name,
            a parent that was no more on the first day, an end before the beginning, or a name
            that an open sibling bears.
    """
    written = tidy(name)
    parent = organisation_named(parent_ref) if parent_ref else None
    is_first = not Organisation.objects.exists()
    refuse_if(objection_to_registering_body(actor, is_first=is_first))
    refuse_if(_objection_to_days(written, parent, since, until))
    if until is None:
        refuse_if(objection_to_name(written, parent.pk if parent else None))
    organisation = Organisation.objects.create(
        name=written,
        name_fold=fold(written),
        sort_key=text_sort_key(written),
        abbreviation=tidy(abbreviation),
        kind=kind,
        parent=parent,
        since=since,
        until=until,
        place_code=place_code,
    )
    record(
        actor=actor,
        at=at,
        verb="register_organisation",
        subject=("organisation", organisation.ref),
        said=f"Ghi đơn vị {written} vào sổ.",
    )
    return organisation.ref


def _objection_to_days(
    name: str, parent: Organisation | None, since: date, until: date | None
) -> Objection | None:
    if not name:
        return NO_NAME
    if until is not None and until <= since:
        return ENDS_TOO_EARLY
    over = parent is not None and parent.until is not None and parent.until <= since
    return PARENT_NOT_THEN if over else None
