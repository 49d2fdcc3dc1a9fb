"""Yearly grades, and from which year a person's record is known to be complete."""

from django.db import models

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.people import Person


class Grade(models.Model):
    """The grade of one person in one year (`HTXSNV`, `HTTNV`, `HTNV`, `KHTNV`)."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    year = models.IntegerField()
    decision_no = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "year"], name="one_grade_a_person_a_year")
        ]

    def __str__(self) -> str:
        """Return grade and year."""
        return f"{self.code} {self.year}"


class Completeness(models.Model):
    """From `from_year` on, a row of this kind that is absent is known not to exist.

    `record_kind` is one of `AWARD`, `GRADE`, `INITIATIVE`. Without a row, absence means unknown.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=12)
    from_year = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "record_kind"], name="one_completeness_a_person_a_kind"
            )
        ]

    def __str__(self) -> str:
        """Return kind and year."""
        return f"{self.record_kind} from {self.from_year}"
