"""What becomes of the rows that point to a record when it is merged into another.

Every model with a key to a person or an organisation says so itself, in `joining`: the name of
the key and one of these. A test walks all models and fails for a key that says nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.db import models

_Record = TypeVar("_Record", bound=models.Model)


class Way(StrEnum):
    """What becomes of the rows of the merged record."""

    MOVE = "MOVE"
    """All go over to the kept one."""
    ONCE = "ONCE"
    """They go over, but what the kept one has as well is set aside, seen by nobody, not deleted."""
    FILL = "FILL"
    """They go over, but where the kept one has the same the row stays behind."""
    STAY = "STAY"
    """They stay: they tell what happened to that record, not what is known of it."""
    SPECIAL = "SPECIAL"
    """The merge knows this table by name."""


@dataclass(frozen=True)
class Joining:
    """How rows follow; `same` are the fields by which two rows are one and the same.

    `clash` is the Vietnamese sentence of a refusal when a row cannot go over, since the kept
    record has one that excludes it.
    """

    way: Way
    same: tuple[str, ...] = ()
    clash: str = ""


MOVES = Joining(Way.MOVE)


class NotSetAside(models.Manager[_Record]):
    """The rows that count: not those that a merge set aside because they were there twice."""

    def get_queryset(self) -> "models.QuerySet[_Record]":
        """Return all but the rows set aside."""
        return super().get_queryset().filter(set_aside=False)


class NotMerged(models.Manager[_Record]):
    """The records that stand: not those that were merged into another."""

    def get_queryset(self) -> "models.QuerySet[_Record]":
        """Return all but the merged ones."""
        return super().get_queryset().filter(merged_into__isnull=True)


class Whole(models.Manager[_Record]):
    """Every row there is: for merging, for undoing it, and for references of long ago."""
