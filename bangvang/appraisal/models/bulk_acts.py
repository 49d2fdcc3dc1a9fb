"""One act on many rows of a list: which rows it did, which it left and why, and its undoing."""

from django.db import models
from django.db.models import Q

from bangvang.appraisal.states import BulkWork
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Batch, Nomination


class BulkAct(models.Model):
    """What somebody did to many rows at once, in portions; undone once if at all.

    `chosen` counts the rows that were asked for: fewer lines are kept where the act was cut short.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    work = models.CharField(max_length=10, choices=BulkWork.choices)
    reason = models.TextField(blank=True)
    chosen = models.IntegerField()
    by_ref = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    done_at = models.DateTimeField()
    undone_by_name = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by_name="")
                | Q(undone_at__isnull=False) & ~Q(undone_by_name=""),
                name="bulk_act_is_undone_by_somebody",
            )
        ]

    def __str__(self) -> str:
        """Return what was done."""
        return self.work


class BulkRow(models.Model):
    """One row of the act: done, with what it was before and after, or left, with why.

    `why_kept` says why an undoing left the row as the act had made it.
    """

    act = models.ForeignKey(BulkAct, models.PROTECT, related_name="lines")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    why_left = models.TextField(blank=True)
    version_after = models.IntegerField(null=True)
    to_name = models.CharField(max_length=200, blank=True)
    holder_before = models.CharField(max_length=200, blank=True)
    why_kept = models.TextField(blank=True)
    is_undone = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "nomination"], name="a_row_once_an_act"),
            models.CheckConstraint(
                condition=Q(version_after__isnull=False, why_left="")
                | Q(version_after__isnull=True) & ~Q(why_left=""),
                name="bulk_row_is_done_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        """Return why it was left, or nothing."""
        return self.why_left
