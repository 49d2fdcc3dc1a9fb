"""Initiatives that a competent body has recognised."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import Joining, Way
from bangvang.registry.models.people import Person
from bangvang.registry.models.standing import STANDS, AllRows, CountingRows, StandingRows


class Initiative(models.Model):
    """One author of one recognition: scope code (`SK_CO_SO`, `SK_TINH`, …), title, decision.

    Authors of the same recognition share `together`; `share_percent` is each one's part of the
    work, None where the decision names no parts.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    year = models.IntegerField()
    title = models.CharField(max_length=400)
    decision_no = models.CharField(max_length=60)
    decided_on = models.DateField()
    recognised_by = models.CharField(max_length=300)
    withdrawn_at = models.DateTimeField(null=True)
    together = models.CharField(max_length=20, blank=True, db_index=True)
    share_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    set_aside = models.BooleanField(default=False, db_default=False)

    joining = {"person": Joining(Way.ONCE, ("code", "year", "title"))}

    objects = CountingRows()
    with_set_aside = StandingRows()
    every = AllRows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "code", "year", "title"],
                condition=STANDS,
                name="initiative_recognised_once",
            ),
            models.CheckConstraint(
                condition=Q(share_percent__isnull=True)
                | Q(share_percent__gt=0, share_percent__lte=100),
                name="share_is_a_part_of_the_whole",
            ),
        ]

    def __str__(self) -> str:
        """Return scope and year."""
        return f"{self.code} {self.year}"


class InitiativeUse(models.Model):
    """One award that an initiative was used for; several are possible, the law says if they may.

    `decision_no` is the decision or the nomination's reference as text, `since` the day from
    which the use counts.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="uses")
    award_code = models.CharField(max_length=20)
    year = models.IntegerField()
    decision_no = models.CharField(max_length=60)
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "award_code", "year", "decision_no"],
                name="initiative_used_once_per_award",
            )
        ]

    def __str__(self) -> str:
        """Return award and year."""
        return f"{self.award_code} {self.year}"
