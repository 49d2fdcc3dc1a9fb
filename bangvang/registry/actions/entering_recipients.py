"""What entering a household and a foreign recipient have in common; not an act of its own."""

from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.vietnamese import fold, text_sort_key, tidy
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.recipients import country_called


def enter_apart(
    name: str, kind: OrganisationKind, parent: Organisation | None, *, on: date
) -> Organisation:
    """Make a record that is no body of the tree; `on` is when the register first heard of it."""
    return Organisation.objects.create(
        name=name,
        name_fold=fold(name),
        sort_key=text_sort_key(name),
        kind=kind,
        parent=parent,
        since=on,
    )


def country_for(name: str, *, actor: Actor, at: datetime) -> Organisation:
    """Return the country, entering it if the register does not have it yet."""
    if known := country_called(name):
        return known
    country = enter_apart(tidy(name), OrganisationKind.COUNTRY, None, on=at.date())
    record(
        actor=actor,
        at=at,
        verb="register_country",
        subject=("organisation", country.ref),
        said=f"Ghi nước {country.name} vào sổ.",
    )
    return country
