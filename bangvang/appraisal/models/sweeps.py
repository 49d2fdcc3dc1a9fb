"""What a change of law does, as it was computed over the whole register and open dossiers."""

from django.db import models

from bangvang.appraisal.states import Side
from bangvang.law import Answer


class Sweep(models.Model):
    """One result; `stamp` names the law, the register and the dossiers it was computed from."""

    award_code = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=20)
    on_day = models.DateField()
    stamp = models.CharField(max_length=64)
    asked_register = models.PositiveIntegerField()
    asked_dossiers = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award_code", "kind", "subject", "on_day"], name="sweep_once_a_change"
            )
        ]

    def __str__(self) -> str:
        """Return the award and the day."""
        return f"{self.award_code} {self.on_day}"


class SweptRow(models.Model):
    """Somebody whose answer differs: a reference; names are read by whoever may see them."""

    sweep = models.ForeignKey(Sweep, models.CASCADE, related_name="rows")
    side = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Side])
    about_ref = models.CharField(max_length=20)
    before = models.CharField(max_length=14, choices=[(a.value, a.value) for a in Answer])
    after = models.CharField(max_length=14, choices=[(a.value, a.value) for a in Answer])

    class Meta:
        indexes = [models.Index(fields=["sweep", "side", "before", "after"], name="swept_turn")]

    def __str__(self) -> str:
        """Return the reference."""
        return self.about_ref
