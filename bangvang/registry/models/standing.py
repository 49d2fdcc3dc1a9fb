"""Rows that stay in the database and in no reading of it.

An undone import leaves withdrawn rows behind; a merge sets aside what both records had, and the
record that went into another.
"""

from typing import TypeVar

from django.db import models
from django.db.models import QuerySet

_Row = TypeVar("_Row", bound=models.Model)


class StandingRows(models.Manager[_Row]):
    """Only rows that were not withdrawn: what every reader means by `objects`."""

    def get_queryset(self) -> QuerySet[_Row]:
        """Return the rows that stand."""
        return super().get_queryset().filter(withdrawn_at__isnull=True)


class CountingRows(StandingRows[_Row]):
    """Only rows that were neither withdrawn nor set aside because a merge found them twice."""

    def get_queryset(self) -> QuerySet[_Row]:
        """Return the rows that count."""
        return super().get_queryset().filter(set_aside=False)


class StandingPeople(StandingRows[_Row]):
    """Only people who were neither withdrawn nor merged into another."""

    def get_queryset(self) -> QuerySet[_Row]:
        """Return the people who stand."""
        return super().get_queryset().filter(merged_into__isnull=True)


class AllRows(models.Manager[_Row]):
    """The withdrawn rows too."""


STANDS = models.Q(withdrawn_at__isnull=True)
"""The condition of a constraint that withdrawn rows do not hold."""
COUNTS = STANDS & models.Q(set_aside=False)
"""The condition of one that rows set aside do not hold either."""
