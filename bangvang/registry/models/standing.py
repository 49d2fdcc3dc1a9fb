"""What an undone import leaves behind: rows that stay in the database and in no reading of it."""

from typing import TypeVar

from django.db import models
from django.db.models import QuerySet

_Row = TypeVar("_Row", bound=models.Model)


class StandingRows(models.Manager[_Row]):
    """Only rows that were not withdrawn: what every reader means by `objects`."""

    def get_queryset(self) -> QuerySet[_Row]:
        """Return the rows that stand."""
        return super().get_queryset().filter(withdrawn_at__isnull=True)


class AllRows(models.Manager[_Row]):
    """The withdrawn rows too."""


STANDS = models.Q(withdrawn_at__isnull=True)
"""The condition of a constraint that withdrawn rows do not hold."""
