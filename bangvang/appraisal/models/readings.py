"""Two officers reading a row without knowing of each other, as an option of an award."""

from django.db import models
from django.db.models import F, Q

from bangvang.appraisal.states import ReadingVerdict
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Nomination


class TwoReadings(models.Model):
    """The award whose rows, received on `[since, until)`, two officers read independently."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    award_code = models.CharField(max_length=20)
    since = models.DateField()
    until = models.DateField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="two_readings_end_not_before_they_begin",
            ),
            models.UniqueConstraint(
                fields=["award_code"],
                condition=Q(until__isnull=True),
                name="two_readings_open_once_an_award",
            ),
        ]

    def __str__(self) -> str:
        """Return the award and since when."""
        return f"{self.award_code} {self.since}"


class Reading(models.Model):
    """What one officer thinks of one row; never changed, and over when the row is read anew."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=7, choices=ReadingVerdict.choices)
    reason = models.TextField()
    by_ref = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="reading_has_a_reason"),
            models.UniqueConstraint(
                fields=["nomination", "by_ref"],
                condition=Q(over_at__isnull=True),
                name="one_reading_an_officer",
            ),
        ]

    def __str__(self) -> str:
        """Return whose it is; what it says is nobody's to see before both are in."""
        return self.by_name
