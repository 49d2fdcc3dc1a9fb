"""What a file states beyond its row: answers to the questions that the law asks."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.nominations import Nomination


class StatedFact(models.Model):
    """One answer to one question about a row; the newest of a name holds, none is changed.

    `name` is a question of the law (`law.questions`), `value` yes or no, or a whole number; null
    takes an earlier answer back. `source` says on what paper the answer stands.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    value = models.JSONField(null=True)
    source = models.TextField(blank=True)
    by_ref = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    stated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | ~Q(source=""), name="stated_fact_has_a_source"
            )
        ]
        indexes = [models.Index(fields=["nomination", "name"], name="stated_fact_of")]

    def __str__(self) -> str:
        """Return the question and its answer."""
        return f"{self.name}: {self.value}"
