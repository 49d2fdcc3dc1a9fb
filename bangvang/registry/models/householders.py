"""Who heads a household, as a person of the register; the household's name stays as written."""

from django.db import models
from django.db.models import Q

from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person


class Standing(models.Manager["Householder"]):
    """Only what somebody said and nobody took back."""

    def get_queryset(self) -> "models.QuerySet[Householder]":
        """Return what stands."""
        return super().get_queryset().filter(ended_at__isnull=True)


class Householder(models.Model):
    """That a person heads a household, until another is named or it is taken back."""

    household = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    named_by_ref = models.CharField(max_length=20)
    named_by_name = models.CharField(max_length=200)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    joining = {"household": Joining(Way.FILL, ("ended_at",)), "person": MOVES}

    objects = Standing()
    every = models.Manager["Householder"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(ended_at__isnull=True),
                name="one_householder_of_a_household",
            )
        ]

    def __str__(self) -> str:
        """Return the two numbers."""
        return f"household {self.household_id}, person {self.person_id}"
