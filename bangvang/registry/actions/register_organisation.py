"""Enter an organisation into the register."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.vietnamese import fold, text_sort_key, tidy
from bangvang.registry.models import Organisation


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
) -> str:
    """Enter an organisation that exists on `[since, until)` and return its reference."""
    written = tidy(name)
    organisation = Organisation.objects.create(
        name=written,
        name_fold=fold(written),
        sort_key=text_sort_key(written),
        abbreviation=abbreviation,
        kind=kind,
        parent=Organisation.objects.get(ref=parent_ref) if parent_ref else None,
        since=since,
        until=until,
    )
    record(
        actor=actor,
        at=at,
        verb="register_organisation",
        subject=("organisation", organisation.ref),
        said=f"Ghi đơn vị {written} vào sổ.",
    )
    return organisation.ref
