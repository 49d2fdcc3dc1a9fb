"""The record of a letter that was signed: number, day, signer, and the scan."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.files.models import StoredFile


class LetterRecord(models.Model):
    """Number and day from the office's book, and the scan of a letter to a unit; never changed.

    `number` counts within `signed_year` and the book of its `symbol`, as `15/TB-PTĐKT`.
    """

    letter = models.OneToOneField(KeptDocument, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=30)
    signed_on = models.DateField()
    signed_year = models.IntegerField()
    signer_name = models.CharField(max_length=200)
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    by_ref = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["symbol", "signed_year", "number"], name="letter_number_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & ~Q(signer_name="") & ~Q(symbol=""),
                name="letter_record_is_whole",
            ),
        ]

    def __str__(self) -> str:
        """Return the number as papers write it."""
        return self.number_written

    @property
    def number_written(self) -> str:
        """The number as papers write it, `05/TB-PTĐKT`."""
        return f"{self.number:02d}/{self.symbol}"
