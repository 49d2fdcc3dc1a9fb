"""One row a printed paper; it is never changed, a new print is a new row."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref


class KeptDocument(models.Model):
    """A printed paper, what it is about, and the fingerprints of what it was made from."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_ref = models.CharField(max_length=60)
    title = models.CharField(max_length=500)
    docx = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pdf = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    template_digest = models.CharField(max_length=64)
    data_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by_ref = models.CharField(max_length=40)
    made_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(docx__isnull=False) | Q(pdf__isnull=False),
                name="kept_document_has_a_file",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_ref"], name="kept_document_subject"),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title
