"""Uploads that somebody is looking at, and the lists that became of them."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.rounds import Round
from bangvang.nominations.states import BatchState
from bangvang.registry.models import MOVES, Organisation


class Upload(models.Model):
    """A spreadsheet under preview; no list comes of it until it is saved.

    `choices` maps a sheet row's number to the reference of the person chosen, or to "new".
    `mended` maps a sheet's name and a cell's address to the text that is read instead. Personal
    data: both.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    award_code = models.CharField(max_length=20, blank=True)
    choices = models.JSONField(default=dict)
    mended = models.JSONField(default=dict)
    uploaded_by_ref = models.CharField(max_length=20)
    uploaded_by_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()

    joining = {"unit": MOVES}

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class Batch(models.Model):
    """A list of nominations under one submission letter.

    `reference_no` counts within `reference_year` and is given, with `received_on` and the
    `fingerprint` of rows and papers, when the head hands the list in. `version` grows with every
    change, so that a stale form is noticed. `due_on` is the earliest last day among the rows, as it
    stood when the list was handed in; later than that the list is late, and waits until the head of
    the office has accepted it. A list that was recalled keeps its number until it gets a new one.

    A list `AT_SUPERIOR` was handed in to `superior`, which gathers rows of several such lists into
    a list of its own; that one has no `upload`. `route_said` tells which way the list took, and by
    which paper, as it was when the head handed it in.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    upload = models.OneToOneField(Upload, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in BatchState])
    holder = models.CharField(max_length=300)
    holder_ref = models.CharField(max_length=20, blank=True)
    held_since = models.DateTimeField()
    prepared_by = models.CharField(max_length=200)
    submitted_by = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    received_on = models.DateField(null=True)
    reference_year = models.IntegerField(null=True)
    reference_no = models.IntegerField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    due_on = models.DateField(null=True)
    late_reason = models.TextField(blank=True)
    late_accepted_by = models.CharField(max_length=200, blank=True)
    late_accepted_at = models.DateTimeField(null=True)
    late_accepted_why = models.TextField(blank=True)
    superior = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    sent_up_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    sent_up_at = models.DateTimeField(null=True)
    route_said = models.TextField(blank=True, default="", db_default="")
    version = models.IntegerField(default=1)

    joining = {"unit": MOVES, "superior": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reference_year", "reference_no"], name="batch_reference_is_unique"
            ),
            models.CheckConstraint(
                condition=~Q(state=BatchState.SUBMITTED)
                | (
                    Q(received_on__isnull=False)
                    & Q(reference_no__isnull=False)
                    & ~Q(fingerprint="")
                ),
                name="submitted_batch_has_a_receipt",
            ),
            models.CheckConstraint(
                condition=Q(late_accepted_at__isnull=True) | ~Q(late_accepted_why=""),
                name="late_batch_is_accepted_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=BatchState.AT_SUPERIOR)
                | Q(superior__isnull=False, sent_up_at__isnull=False),
                name="batch_at_superior_says_where_and_since_when",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref

    @property
    def is_late(self) -> bool:
        """Whether it was handed in after its last day."""
        return bool(self.received_on and self.due_on and self.received_on > self.due_on)

    @property
    def waits_for_acceptance(self) -> bool:
        """Whether it is late and nobody has accepted it yet."""
        return self.is_late and self.late_accepted_at is None

    @property
    def reference(self) -> str:
        """The receipt's number as people say it, `0417/2026`; empty before submission."""
        if self.reference_no is None:
            return ""
        return f"{self.reference_no:04d}/{self.reference_year}"
