"""Ballots: the frozen list, its pass mark, who took a paper; and the result, as merged totals.

Nothing leads from a paper to a member: a paper is not a record at all. `PaperTaken` says that a
member took one, with no moment and no order; counts hold sums only.
"""

from django.db import models
from django.db.models import F, Q

from bangvang.council.models.councils import Seat
from bangvang.council.models.resolutions import Resolution
from bangvang.council.models.sessions import AgendaItem, Session
from bangvang.council.states import BallotState
from bangvang.foundation.ref import new_ref
from bangvang.law import Share
from bangvang.nominations.models import Nomination


class PassSource(models.TextChoices):
    """Who set the pass mark."""

    LAW = "LAW", "pháp luật"
    REGULATION = "REGULATION", "quy chế của Hội đồng"
    RESOLUTION = "RESOLUTION", "nghị quyết của Hội đồng"


class Ballot(models.Model):
    """One ballot on one award. The pass mark and the total are fixed when it opens.

    `pass_resolution` is the resolution of the council that set the mark, if one did.
    `manifest_code` identifies the frozen list and stands at the foot of every paper.
    `attempt` counts the counts; in a recount only what differed is counted again (`counts_box`,
    and `counted_now` of the rows). `result_digest` is the SHA-256 over the result, set at closing.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    session = models.ForeignKey(Session, models.PROTECT, related_name="ballots")
    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="ballot")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in BallotState])
    manifest_code = models.CharField(max_length=12)
    total_members = models.IntegerField(null=True)
    electors_present = models.IntegerField(null=True)
    issued = models.IntegerField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    pass_num = models.IntegerField(null=True)
    pass_den = models.IntegerField(null=True)
    pass_more_than = models.BooleanField(default=False)
    pass_cite = models.CharField(max_length=600, blank=True)
    pass_caveat = models.CharField(max_length=300, blank=True)
    pass_source = models.CharField(max_length=12, choices=PassSource.choices, blank=True)
    pass_resolution = models.ForeignKey(Resolution, models.PROTECT, null=True, related_name="+")
    attempt = models.IntegerField(default=1)
    counts_box = models.BooleanField(default=True)
    collected = models.IntegerField(null=True)
    valid = models.IntegerField(null=True)
    invalid = models.IntegerField(null=True)
    written = models.IntegerField(null=True)
    result_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=BallotState.PREPARED)
                | (
                    Q(total_members__isnull=False, issued__isnull=False)
                    & Q(pass_num__isnull=False, pass_den__isnull=False)
                    & ~Q(pass_cite="")
                    & ~Q(pass_source="")
                ),
                name="open_ballot_has_a_pass_mark",
            ),
            models.CheckConstraint(
                condition=Q(pass_source=PassSource.RESOLUTION, pass_resolution__isnull=False)
                | (~Q(pass_source=PassSource.RESOLUTION) & Q(pass_resolution__isnull=True)),
                name="ballot_names_its_resolution",
            ),
            models.CheckConstraint(
                condition=Q(issued__isnull=True) | Q(issued__lte=F("electors_present")),
                name="no_more_papers_than_electors",
            ),
            models.CheckConstraint(
                condition=~Q(state=BallotState.CLOSED)
                | (Q(collected=F("valid") + F("invalid"), collected__lte=F("issued")))
                & ~Q(result_digest=""),
                name="closed_ballot_adds_up",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref

    @property
    def manifest_said(self) -> str:
        """The code of the list as people read it: 7F2C-91KD-4MTB."""
        return "-".join(self.manifest_code[at : at + 4] for at in range(0, 12, 4))

    @property
    def mark(self) -> Share:
        """The pass mark; only an opened ballot has one."""
        if self.pass_num is None or self.pass_den is None:
            raise ValueError("a ballot gets its pass mark when it opens")
        return Share(self.pass_num, self.pass_den, self.pass_more_than)


class BallotRow(models.Model):
    """One line of the frozen list; the totals are filled at closing, written opinions merged in."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="rows")
    order = models.IntegerField()
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    position = models.CharField(max_length=300, blank=True)
    unit_name = models.CharField(max_length=400)
    award_code = models.CharField(max_length=20)
    counted_now = models.BooleanField(default=True)
    yes = models.IntegerField(null=True)
    no = models.IntegerField(null=True)
    blank = models.IntegerField(null=True)
    passed = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "order"], name="one_line_a_ballot_order"),
            models.UniqueConstraint(fields=["ballot", "nomination"], name="once_on_a_ballot"),
        ]

    def __str__(self) -> str:
        """Return order and name."""
        return f"{self.order} {self.name}"


class PaperTaken(models.Model):
    """That the holder of a seat took a ballot paper; how it was marked is nowhere."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="papers_taken")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "seat"], name="one_paper_a_member")
        ]

    def __str__(self) -> str:
        """Return the seat."""
        return str(self.seat_id)
