"""What the counting board enters: two blind counts of the papers, and written opinions.

Counts are sums over papers; a written opinion is a signed letter and so names its member. They are
merged only when the ballot closes, and only merged totals leave the counting board's own pages.
"""

from django.db import models
from django.db.models import F, Q

from bangvang.council.models.ballots import Ballot, BallotRow
from bangvang.council.models.councils import Seat
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref


class Count(models.Model):
    """One teller's count in one attempt; a draft until `closed_at`.

    A first attempt counts the box and every row, a later one only what differed: it has no numbers
    of the box, and no lines of rows, on which both had agreed.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="counts")
    teller_no = models.IntegerField()
    attempt = models.IntegerField()
    teller_ref = models.CharField(max_length=40)
    teller_name = models.CharField(max_length=200)
    collected = models.IntegerField(null=True)
    valid = models.IntegerField(null=True)
    invalid = models.IntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "attempt", "teller_no"], name="two_counts_an_attempt"
            ),
            models.UniqueConstraint(
                fields=["ballot", "attempt", "teller_ref"], name="one_count_a_teller"
            ),
            models.CheckConstraint(condition=Q(teller_no__in=[1, 2]), name="teller_is_1_or_2"),
        ]

    def __str__(self) -> str:
        """Return attempt and teller."""
        return f"{self.attempt}.{self.teller_no}"


class CountLine(models.Model):
    """The papers against and the papers left blank on one row, by one count; None: not yet."""

    count = models.ForeignKey(Count, models.CASCADE, related_name="lines")
    row = models.ForeignKey(BallotRow, models.PROTECT, related_name="+")
    no = models.IntegerField(null=True)
    blank = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["count", "row"], name="one_line_a_count_a_row"),
            models.CheckConstraint(
                condition=(Q(no__isnull=True) | Q(no__gte=0))
                & (Q(blank__isnull=True) | Q(blank__gte=0)),
                name="count_line_not_negative",
            ),
        ]

    def __str__(self) -> str:
        """Return the row."""
        return str(self.row_id)


class WrittenOpinion(models.Model):
    """The signed opinion of an absent member, with its document; a wrong entry is withdrawn."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="opinions")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    entered_by_ref = models.CharField(max_length=40)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "seat"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_opinion_a_member",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | (Q(withdrawn_at__gte=F("entered_at")) & ~Q(withdrawn_reason="")),
                name="withdrawn_opinion_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class WrittenLine(models.Model):
    """What the letter says on one row; a row it does not mention has no line."""

    opinion = models.ForeignKey(WrittenOpinion, models.PROTECT, related_name="lines")
    row = models.ForeignKey(BallotRow, models.PROTECT, related_name="+")
    agrees = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opinion", "row"], name="one_line_an_opinion_a_row")
        ]

    def __str__(self) -> str:
        """Return the row."""
        return str(self.row_id)
