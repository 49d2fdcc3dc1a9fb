"""What heads of units stated to be whole, year by year, and what the office asked them for."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.own_decisions import OwnDecision
from bangvang.registry.models.people import Person


class YearStatement(models.Model):
    """A head's word that the register holds all of one kind and year of the unit's people.

    Of which people is kept in `YearStatementOf`: those whom the unit had when it was said. A wrong
    word is withdrawn with a reason; the row stays.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=12)
    year = models.IntegerField()
    decision = models.ForeignKey(OwnDecision, models.PROTECT, null=True, related_name="+")
    stated_by_ref = models.CharField(max_length=20)
    stated_by_name = models.CharField(max_length=200)
    stated_at = models.DateTimeField()
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by_ref = models.CharField(max_length=20, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    joining = {"unit": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="statement_is_withdrawn_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "record_kind", "year"], name="statement_of_a_unit"),
        ]

    def __str__(self) -> str:
        """Return kind and year."""
        return f"{self.record_kind} {self.year}"


class YearStatementOf(models.Model):
    """One person of whom a statement speaks."""

    statement = models.ForeignKey(YearStatement, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    joining = {"person": Joining(Way.FILL, ("statement",))}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "person"], name="statement_names_a_person_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the row."""
        return str(self.pk)


class YearAsked(models.Model):
    """The standing office asked a unit to record a year and to state that it is whole."""

    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=12)
    year = models.IntegerField()
    asked_by_ref = models.CharField(max_length=20)
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()

    joining = {"unit": Joining(Way.FILL, ("record_kind", "year"))}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "record_kind", "year"], name="year_asked_for_once"
            ),
        ]

    def __str__(self) -> str:
        """Return kind and year."""
        return f"{self.record_kind} {self.year}"
