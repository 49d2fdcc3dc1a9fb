"""A row that was returned: what it said then, and what the office asks part by part."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.nominations import Nomination
from bangvang.nominations.states import RemarkPart


class Returned(models.Model):
    """What a unit can change of a row, as it stood when the office returned it.

    `content` holds the report's parts, the stated facts and the papers; what differs from it is
    what the unit did since. Without `handed_in_at` the answers are still the unit's own.
    """

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="returns")
    returned_at = models.DateTimeField()
    content = models.JSONField()
    handed_in_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the moment."""
        return self.returned_at.isoformat()


class Remark(models.Model):
    """One thing asked about a named part of a returned row, and the unit's answer."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    returned = models.ForeignKey(Returned, models.PROTECT, related_name="remarks")
    part = models.CharField(max_length=12, choices=RemarkPart.choices)
    words = models.TextField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="remark_says_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="remark_is_answered_with_words",
            ),
        ]

    def __str__(self) -> str:
        """Return the part."""
        return self.part
