"""What belongs either to a person or to an organisation, never to both."""

from django.db import models
from django.db.models import Q

from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person


class HeldByEither(models.Model):
    """A record of one person or of one organisation; each table adds `one_holder`."""

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


def one_holder(name: str) -> models.CheckConstraint:
    """Return the constraint that exactly one of the two holds the row."""
    return models.CheckConstraint(
        condition=Q(person__isnull=False, organisation__isnull=True)
        | Q(person__isnull=True, organisation__isnull=False),
        name=name,
    )
