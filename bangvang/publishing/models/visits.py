"""How often pages were opened, and how many people read right now: no reader is kept."""

from django.db import models
from django.db.models import Q

PORTAL = "portal"
"""The `page` under which every page of the portal counts together."""


class Views(models.Model):
    """How often one page was opened on one day; `page` is an article's reference or `PORTAL`."""

    page = models.CharField(max_length=20)
    day = models.DateField()
    count = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="views_once_a_page_a_day"),
            models.CheckConstraint(condition=Q(count__gte=0), name="views_not_negative"),
        ]

    def __str__(self) -> str:
        """Return page, day and count."""
        return f"{self.page} {self.day}: {self.count}"


class Presence(models.Model):
    """Somebody who opened a page in the last minutes.

    `token` is a digest of address and browser under a key of the day that is thrown away with the
    day. Rows older than a quarter of an hour are deleted.
    """

    token = models.CharField(max_length=64, unique=True)
    last_seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Return the moment only."""
        return f"{self.last_seen_at}"


class VisitKey(models.Model):
    """The random key of one day, under which addresses are digested; deleted the day after."""

    day = models.DateField(unique=True)
    key = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Return the day only."""
        return f"{self.day}"
