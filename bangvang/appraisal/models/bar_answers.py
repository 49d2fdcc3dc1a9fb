"""Somebody's answer to a bar that was recorded when the council had the row already."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Nomination


class BarAnswer(models.Model):
    """Why a row that an open bar stops is decided or submitted nevertheless; sensitive.

    `bars` are the references of the bars it answers; another bar needs another answer. `authority`
    says who decided so, `paper` by which paper, "" where there is none. The audit record names it
    by its reference only.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    bars = models.JSONField()
    authority = models.CharField(max_length=300)
    paper = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    by_ref = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(reason=""),
                name="bar_answer_says_who_and_why",
            )
        ]

    def __str__(self) -> str:
        """Return its reference."""
        return self.ref
