"""How often somebody without an account sent something in today; nobody is kept."""

from django.db import models
from django.db.models import Q


class Turn(models.Model):
    """How often one address did one thing on one day.

    `token` is a digest under the key of the day that is thrown away with it (see `VisitKey`); the
    rows are deleted the day after.
    """

    token = models.CharField(max_length=64)
    what = models.CharField(max_length=20)
    day = models.DateField()
    count = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "what", "day"], name="turns_once_a_day"),
            models.CheckConstraint(condition=Q(count__gte=0), name="turns_not_negative"),
        ]

    def __str__(self) -> str:
        """Return what and the day only."""
        return f"{self.what} {self.day}"
