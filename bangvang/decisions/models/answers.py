"""The answer of a higher authority: recorded by one, confirmed by another."""

from django.db import models
from django.db.models import F, Q

from bangvang.decisions.models.decisions import Decision
from bangvang.decisions.models.lines import Line
from bangvang.foundation.files.models import StoredFile


class Answer(models.Model):
    """The higher authority's paper: its number as written there (`551/QĐ-TTg`), day and scan.

    A record that was sent back is written over by the next one; the audit record keeps both.
    """

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="answer")
    number = models.CharField(max_length=60)
    decided_on = models.DateField()
    issuer = models.CharField(max_length=300)
    title = models.CharField(max_length=500)
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    recorded_by_ref = models.CharField(max_length=40)
    recorded_by_name = models.CharField(max_length=200)
    recorded_by_head = models.BooleanField()
    recorded_at = models.DateTimeField()
    confirmed_by_ref = models.CharField(max_length=40, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    sent_back_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(confirmed_by_ref=F("recorded_by_ref")),
                name="answer_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        """Return the number."""
        return self.number


class AnswerLine(models.Model):
    """What the answer says of one line; it takes effect when the answer is confirmed."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="lines")
    line = models.OneToOneField(Line, models.PROTECT, related_name="+")
    is_granted = models.BooleanField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_granted=True) | ~Q(reason=""),
                name="refusing_answer_line_has_a_reason",
            )
        ]

    def __str__(self) -> str:
        """Return the line's name."""
        return self.line.name
