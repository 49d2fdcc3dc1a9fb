"""The submission letter (tờ trình) of a list, as its unit words it here."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.batches import Batch


class SubmissionLetter(models.Model):
    """What the unit itself writes into the letter of one list; the rest is filled from the data.

    `own_grounds`, `words`, `recipients`, `addressed_to` and `posts` hold one entry a line. While
    the letter is finished nothing is written; `docx` and `pdf` are then its prints to be signed.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    batch = models.OneToOneField(Batch, models.PROTECT, related_name="letter")
    superior = models.CharField(max_length=300, blank=True)
    symbol = models.CharField(max_length=30)
    place = models.CharField(max_length=60)
    addressed_to = models.TextField()
    own_grounds = models.TextField(blank=True)
    words = models.TextField()
    recipients = models.TextField()
    posts = models.CharField(max_length=200)
    signer_name = models.CharField(max_length=100, blank=True)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    finished_by = models.CharField(max_length=200, blank=True)
    finished_at = models.DateTimeField(null=True)
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, docx__isnull=True, pdf__isnull=True)
                | Q(finished_at__isnull=False, docx__isnull=False, pdf__isnull=False),
                name="finished_letter_has_its_prints",
            )
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref
