"""People: a stable identity; names and units are what we knew last."""

from django.db import models

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import MOVES
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.standing import AllRows, StandingPeople, StandingRows


class Sex(models.TextChoices):
    """As the lists write it; empty when they do not."""

    FEMALE = "F", "nữ"
    MALE = "M", "nam"


class Person(models.Model):
    """Somebody who holds, or may come to hold, an award.

    Personal data: `birth_on`, `ethnicity`, `identity_digest`, `identity_tail`. A keyed digest tells
    whether two identity numbers are equal, the last three digits help a person to compare; the
    number itself is kept apart, see `IdentityNumber`. Whoever was merged into another person is
    found by `with_merged` only. Whoever came by an import that was undone, and on whom nothing else
    rests, is `withdrawn_at`: `every` finds them, `objects` does not. `nationality` is the country
    of a foreigner, empty for everybody else; a foreigner of no body of the register is entered in
    the country.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    full_name = models.CharField(max_length=200)
    name_fold = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=600)
    birth_on = models.DateField(null=True)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    ethnicity = models.CharField(max_length=60, blank=True, default="", db_default="")
    """The ethnic group as the papers write it; sensitive: the standing office reads it, a unit
    only how many of its people belong to a minority (`own_make_up`)."""
    identity_digest = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001  many people have none
    identity_tail = models.CharField(max_length=3, blank=True)
    position = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    nationality = models.CharField(max_length=100, blank=True, default="", db_default="")
    withdrawn_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    joining = {"organisation": MOVES, "merged_into": MOVES}

    objects = StandingPeople()
    with_merged = StandingRows()
    every = AllRows()

    class Meta:
        indexes = [
            models.Index(fields=["birth_on"], name="person_birth_on"),
            models.Index(fields=["name_fold", "birth_on"], name="person_name_birth"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.full_name
