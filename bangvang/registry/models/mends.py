"""Cells of waiting rows that people mended on the page."""

from django.db import models
from django.db.models import Q

from bangvang.registry.models.agency_lists import AgencyList
from bangvang.registry.models.imports import AwardImport
from bangvang.registry.models.posting_lists import PostingList


class CellMend(models.Model):
    """That somebody changed a cell of a staged row; kept for good, the file stays as it came.

    `before` and `after` are texts as read; of an identity number only its end.
    """

    award_import = models.ForeignKey(AwardImport, models.PROTECT, null=True, related_name="+")
    agency_list = models.ForeignKey(AgencyList, models.PROTECT, null=True, related_name="+")
    posting_list = models.ForeignKey(PostingList, models.PROTECT, null=True, related_name="+")
    sheet_no = models.IntegerField()
    row = models.IntegerField()
    column = models.IntegerField()
    field = models.CharField(max_length=20)
    cell = models.CharField(max_length=12)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    mended_by_ref = models.CharField(max_length=40)
    mended_by_name = models.CharField(max_length=200)
    mended_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    award_import__isnull=False, agency_list__isnull=True, posting_list__isnull=True
                )
                | Q(award_import__isnull=True, agency_list__isnull=False, posting_list__isnull=True)
                | Q(
                    award_import__isnull=True, agency_list__isnull=True, posting_list__isnull=False
                ),
                name="mend_of_one_file",
            )
        ]
        indexes = [
            models.Index(fields=["award_import", "sheet_no", "row"], name="mend_by_row"),
            models.Index(fields=["agency_list", "sheet_no", "row"], name="list_mend_by_row"),
            models.Index(fields=["posting_list", "sheet_no", "row"], name="posting_mend_by_row"),
        ]

    def __str__(self) -> str:
        """Return the cell."""
        return self.cell
