"""One row an upload; equal contents share one file on the disk."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.ref import new_ref


class StoredFile(models.Model):
    """A file as somebody handed it in. Who did so is kept as text, with no key to accounts."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref, editable=False)
    digest = models.CharField(max_length=64, db_index=True)
    size_bytes = models.BigIntegerField()
    media_kind = models.CharField(max_length=8, choices=[(k.value, k.name_vi) for k in FileKind])
    original_name = models.CharField(max_length=255)
    stored_at = models.DateTimeField()
    uploaded_by_ref = models.CharField(max_length=40)
    uploaded_by_name = models.CharField(max_length=200)
    removed_at = models.DateTimeField(null=True)
    """When its time to be kept was over; the row stays, the content goes (`remove`)."""
    is_gone = models.BooleanField(default=False, db_default=False)
    """Whether the content was dealt with: taken away, or left to a row that still has it."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size_bytes__gt=0), name="stored_file_not_empty"),
            models.CheckConstraint(
                condition=Q(is_gone=False) | Q(removed_at__isnull=False),
                name="stored_file_is_gone_once_removed",
            ),
        ]

    def __str__(self) -> str:
        """Return the name it came with."""
        return self.original_name
