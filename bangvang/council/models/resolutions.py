"""Resolutions of the council that set the pass mark of one award."""

from django.db import models
from django.db.models import F, Q

from bangvang.council.models.councils import Council, Regulation
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.law import Share


class ResolutionKind(models.TextChoices):
    """What the council's paper calls itself."""

    RESOLUTION = "RESOLUTION", "Nghị quyết"
    CONCLUSION = "CONCLUSION", "Kết luận"


class Resolution(models.Model):
    """The share of the total membership that an award needs, by a paper of the whole council.

    In force from `since` until the next one of the same award that was not withdrawn, at most
    until its regulation ends. No last day is stored, so that a withdrawal gives the days back to
    the one before.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    council = models.ForeignKey(Council, models.PROTECT, related_name="+")
    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="resolutions")
    kind = models.CharField(max_length=12, choices=ResolutionKind.choices)
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    award_code = models.CharField(max_length=20)
    num = models.IntegerField()
    den = models.IntegerField()
    more_than = models.BooleanField(default=False)
    clause = models.CharField(max_length=120)
    since = models.DateField()
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    entered_by_ref = models.CharField(max_length=40)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "award_code", "since"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_resolution_an_award_a_day",
            ),
            models.CheckConstraint(
                condition=Q(num__gt=0, den__gte=F("num")), name="resolution_mark_is_a_fraction"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | (Q(withdrawn_at__gte=F("entered_at")) & ~Q(withdrawn_reason="")),
                name="withdrawn_resolution_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the number and the award."""
        return f"{self.number} {self.award_code}"

    @property
    def share(self) -> Share:
        """The share of the total membership that must agree."""
        return Share(self.num, self.den, self.more_than)
