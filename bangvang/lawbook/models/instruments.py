"""Legal documents that this version of the rulebook does not know, entered with a reading."""

from django.db import models
from django.db.models import F, Q


class Instrument(models.Model):
    """A law, decree or circular by its number; in force on [since, until).

    `code` stands for it in citations; findings keep it, so a row is never deleted.
    """

    code = models.CharField(max_length=80, unique=True)
    number = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)
    entered_by_ref = models.CharField(max_length=40)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="instrument_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.name
