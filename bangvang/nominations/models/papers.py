"""Papers attached by kind, and the reason where one is missing."""

from django.db import models

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.batches import Batch
from bangvang.nominations.models.nominations import Nomination
from bangvang.nominations.states import PaperKind, Scan


class Attachment(models.Model):
    """A file that belongs to a list, or to one row of it.

    `scan` says whether a scanner looked through it; `scan_found` is the malware it named.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="attachments")
    nomination = models.ForeignKey(
        Nomination, models.PROTECT, null=True, related_name="attachments"
    )
    kind = models.CharField(max_length=24, choices=PaperKind.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    scan = models.CharField(
        max_length=10, choices=Scan.choices, default=Scan.NOT_ASKED, db_default=Scan.NOT_ASKED
    )
    scan_found = models.CharField(max_length=200, blank=True, default="", db_default="")
    scanned_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the kind."""
        return self.kind


class MissingPaper(models.Model):
    """Why a list is handed in without a paper that is asked for."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="missing_papers")
    kind = models.CharField(max_length=24, choices=PaperKind.choices)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "kind"], name="one_reason_a_missing_paper"),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="missing_paper_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        """Return the kind."""
        return self.kind
