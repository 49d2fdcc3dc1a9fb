"""How long something is kept: entered from a paper by one person, confirmed by another."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.privacy.states import Matter, PeriodState, Unit


class Period(models.Model):
    """From `since` on, what `matter` names is forgotten after so many days, months or years.

    Without an `amount` it is kept for good. Of several confirmed ones of a matter the one with the
    latest first day counts; without any, nothing is forgotten. `version` grows with every change.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    matter = models.CharField(max_length=20, choices=Matter.choices)
    amount = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=5, blank=True, choices=Unit.choices)
    since = models.DateField()
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    clause = models.CharField(max_length=120)
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in PeriodState])
    proposed_by_ref = models.CharField(max_length=40)
    proposed_by_name = models.CharField(max_length=200)
    proposed_by_head = models.BooleanField()
    proposed_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=40, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True, unit="") | (Q(amount__gte=1) & ~Q(unit="")),
                name="period_is_for_good_or_of_a_length",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PeriodState.CONFIRMED, PeriodState.REJECTED])
                | (~Q(decided_by_ref="") & ~Q(decided_by_ref=F("proposed_by_ref"))),
                name="period_is_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PeriodState.REJECTED, PeriodState.WITHDRAWN])
                | ~Q(reason=""),
                name="period_ended_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(state=PeriodState.PROPOSED),
                name="one_period_of_a_matter_waits",
            ),
            models.UniqueConstraint(
                fields=["matter", "since"],
                condition=Q(state=PeriodState.CONFIRMED),
                name="one_confirmed_period_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Return matter and first day."""
        return f"{self.matter} {self.since}"
