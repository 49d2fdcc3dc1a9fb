"""Rounds in which lists are received and considered."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref


class Round(models.Model):
    """One round: for which achievement year, from when, until when."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    title = models.CharField(max_length=200, unique=True)
    achievement_year = models.IntegerField()
    opens_on = models.DateField()
    submit_by = models.DateField()
    ballot_by = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(submit_by__gte=F("opens_on")) & Q(ballot_by__gte=F("submit_by")),
                name="round_days_in_order",
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title
