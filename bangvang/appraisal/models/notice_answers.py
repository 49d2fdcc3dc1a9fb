"""What an officer says in a file of what another agency said of the nominee."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Nomination
from bangvang.registry.models import ListedRow, Notice


class NoticeVerdict(models.TextChoices):
    """Whether what another agency said stands in the way of the file; a person decides it."""

    NO_HINDRANCE = "NO_HINDRANCE", "Đã xem, không cản trở"
    HINDERS = "HINDERS", "Cản trở: trả lại hoặc dừng xét"
    ANOTHER = "ANOTHER", "Không phải người này"


class NoticeAnswer(models.Model):
    """The answer to one notice, or to one row that may mean the nominee; sensitive.

    Of several answers to one matter the newest counts. The audit record names it by its reference
    only.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    notice = models.ForeignKey(Notice, models.PROTECT, null=True, related_name="+")
    row = models.ForeignKey(ListedRow, models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=14, choices=NoticeVerdict.choices)
    reason = models.TextField()
    by_ref = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(notice__isnull=False, row__isnull=True)
                | Q(notice__isnull=True, row__isnull=False),
                name="notice_answer_is_about_one_matter",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="notice_answer_says_why"),
            models.CheckConstraint(
                condition=Q(row__isnull=False) | ~Q(verdict=NoticeVerdict.ANOTHER),
                name="only_a_row_may_mean_another",
            ),
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref
