"""What was corrected of a recognised initiative: proposed by one person, confirmed by another."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.initiatives import Initiative
from bangvang.registry.states import AMENDMENT_STATE_NAMES, AmendmentState


class InitiativeCorrection(models.Model):
    """One correction of a recognition as a whole, with all its authors.

    `said` holds what the decision says, by field of `InitiativeSaid`, days as text; `shares` the
    reference of each author with the part in percent as text, or None. The paper may be missing
    where the register alone was wrong.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    state = models.CharField(
        max_length=12,
        choices=[(state.value, name) for state, name in AMENDMENT_STATE_NAMES.items()],
    )
    said = models.JSONField()
    shares = models.JSONField()
    reason = models.TextField()
    paper_no = models.CharField(max_length=60, blank=True)
    paper_on = models.DateField(null=True)
    paper_by = models.CharField(max_length=300, blank=True)
    proposed_by_ref = models.CharField(max_length=20)
    proposed_by_name = models.CharField(max_length=200)
    proposed_by_head = models.BooleanField()
    proposed_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=20, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_reason = models.TextField(blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
            models.CheckConstraint(
                condition=Q(state=AmendmentState.PROPOSED, decided_at__isnull=True)
                | (~Q(state=AmendmentState.PROPOSED) & Q(decided_at__isnull=False)),
                name="decided_correction_says_when",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class CorrectedInitiative(models.Model):
    """One author's row of a correction: what stood, what took its place, or one of the two.

    `is_open` while the correction waits: a row has one waiting correction at most.
    """

    correction = models.ForeignKey(InitiativeCorrection, models.PROTECT, related_name="rows")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, related_name="+")
    new_initiative = models.OneToOneField(Initiative, models.PROTECT, null=True, related_name="+")
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(is_open=True),
                name="one_open_correction_an_initiative",
            ),
            models.CheckConstraint(
                condition=Q(initiative__isnull=False) | Q(new_initiative__isnull=False),
                name="corrected_initiative_is_some_row",
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the row."""
        return str(self.pk)
