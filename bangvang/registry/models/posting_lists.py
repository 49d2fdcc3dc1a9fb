"""Lists of who worked where as what, and to which class they belonged; their rows."""

from django.db import models
from django.db.models import Q

from bangvang.registry.models.incoming import IncomingFile, IncomingRow
from bangvang.registry.models.joining import MOVES
from bangvang.registry.models.postings import Posting
from bangvang.registry.states import ImportState, RowState


class PostingList(IncomingFile):
    """One file of postings, staged for the register."""

    subject = "posting_list"
    link = "posting_list"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(undone_at__isnull=True) & ~Q(state=ImportState.REFUSED),
                name="one_posting_list_a_file",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False, state=ImportState.UNDONE) & ~Q(undone_reason="")),
                name="posting_list_is_undone_with_a_reason",
            ),
        ]


class PostingRow(IncomingRow):
    """One row of such a file; `organisation` is the unit that it means.

    `chosen` is the reference of the person whom somebody said it means, `posting` what it became.
    """

    posting_list = models.ForeignKey(PostingList, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RowState])
    chosen = models.CharField(max_length=20, blank=True)
    posting = models.OneToOneField(Posting, models.PROTECT, null=True, related_name="listed_in")
    accepted_by_name = models.CharField(max_length=200, blank=True)
    accepted_at = models.DateTimeField(null=True)

    joining = {"person": MOVES, "organisation": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting_list", "sheet_no", "row"], name="one_posting_row_a_place"
            ),
            models.CheckConstraint(
                condition=Q(state=RowState.ACCEPTED, posting__isnull=False)
                | (~Q(state=RowState.ACCEPTED) & Q(posting__isnull=True)),
                name="accepted_posting_row_has_its_posting",
            ),
        ]
        indexes = [
            models.Index(fields=["posting_list", "state"], name="posting_row_by_state"),
        ]
