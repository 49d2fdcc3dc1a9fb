"""The achievement report of a row: parts that are saved one by one, each with its own version."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.nominations import Nomination
from bangvang.nominations.models.papers import Attachment
from bangvang.nominations.states import ReportPart


class Report(models.Model):
    """The report (báo cáo thành tích) of one row, written here.

    `version` grows with every part that is saved, and when the report is finished or opened again.
    While it is finished nothing is written; `paper` is then its print among the row's papers.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="report")
    begun_by = models.CharField(max_length=200)
    begun_at = models.DateTimeField()
    finished_by = models.CharField(max_length=200, blank=True)
    finished_at = models.DateTimeField(null=True)
    paper = models.OneToOneField(Attachment, models.PROTECT, null=True, related_name="+")
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, paper__isnull=True)
                | Q(finished_at__isnull=False, paper__isnull=False),
                name="finished_report_has_its_paper",
            )
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class WrittenPart(models.Model):
    """One part of a report as it was last saved; a table is JSON, a list of rows of cells."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="parts")
    name = models.CharField(max_length=12, choices=ReportPart.choices)
    text = models.TextField(blank=True)
    version = models.IntegerField(default=1)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "name"], name="one_report_part_a_name")
        ]

    def __str__(self) -> str:
        """Return the part's name."""
        return self.name


class ReportReading(models.Model):
    """What was read out of a Word file and waits beside a report until somebody takes it over.

    The file itself is not kept. The row goes when it was taken over or dropped; the audit record
    keeps the file's name and fingerprint. `found` is an `intake.report_read.FormRead`.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    report = models.OneToOneField(Report, models.PROTECT, related_name="reading")
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    found = models.JSONField()
    read_by = models.CharField(max_length=200)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref
