"""What the head of the office wrote to many units at once."""

from django.db import models

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Round
from bangvang.notifications.states import Audience


class Announcement(models.Model):
    """One message about a round, as it was sent; `ref` comes from the preview, so it goes once."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20, choices=Audience.choices)
    title = models.CharField(max_length=150)
    text = models.TextField()
    recipient_count = models.PositiveIntegerField()
    sent_by_ref = models.CharField(max_length=40)
    sent_by_name = models.CharField(max_length=200)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return the title."""
        return self.title
