"""What an agreement or a contradiction is worth: natural logarithms of odds, added up.

A weight is log(m / u): how often one person's two records agree so, over how often two people's
do. The m are estimates of the noise in lists (marks lost, a digit wrong, a unit changed), held
against the generator of ``bench register``; they are not fitted to it. How often two people agree
on a name or a unit is counted in the register itself: a rare name says much, a frequent one little.
"""

from enum import IntEnum
from math import log

NEAR_ENOUGH = 0.8
"""Names written differently are near from this normalised similarity on: two letters of ten."""


class Name(IntEnum):
    """How two names agree; all but ``NEAR`` and ``OTHER`` have the same letters without marks."""

    SAME = 0
    UNMARKED = 1
    OTHER_MARKS = 2
    NEAR = 3
    OTHER = 4


class Birth(IntEnum):
    """How two births agree; a part that one of them lacks contradicts nothing."""

    UNKNOWN = 0
    FULL = 1
    YEAR = 2
    SWAPPED = 3
    ONE_PART = 4
    OTHER_YEAR = 5
    ONLY_YEAR = 6
    OTHER = 7


class Unit(IntEnum):
    """Whether the unit written is the known one or stands above it."""

    UNKNOWN = 0
    SAME = 1
    OTHER = 2


class Identity(IntEnum):
    """Whether the identity numbers are equal; a contradiction may still be a slip."""

    UNKNOWN = 0
    SAME = 1
    OTHER = 2


class Sex(IntEnum):
    """Whether both say the same. A sex guessed from Ông or Bà is no statement: leave it unknown."""

    UNKNOWN = 0
    SAME = 1
    OTHER = 2


DAYS_OF_BIRTH = 16_500
YEARS_OF_BIRTH = 45

NAME = {
    Name.SAME: 0.4,
    Name.UNMARKED: -0.3,
    Name.OTHER_MARKS: -3.0,
    Name.NEAR: -4.5,
    Name.OTHER: -12.0,
}
"""Before the frequency of the name is added; ``OTHER`` gets none."""

BIRTH = {
    Birth.UNKNOWN: 0.0,
    Birth.FULL: log(0.9 * DAYS_OF_BIRTH),
    Birth.YEAR: log(0.95 * YEARS_OF_BIRTH),
    Birth.SWAPPED: log(0.01 * DAYS_OF_BIRTH),
    Birth.ONE_PART: log(0.02 / (12 + 30) * DAYS_OF_BIRTH),
    Birth.OTHER_YEAR: log(0.01 * 365),
    Birth.ONLY_YEAR: log(0.005 * YEARS_OF_BIRTH),
    Birth.OTHER: -6.0,
}
UNIT = {Unit.UNKNOWN: 0.0, Unit.SAME: log(0.7), Unit.OTHER: -1.2}
"""Before the frequency of the unit is added to ``SAME``."""

IDENTITY = {Identity.UNKNOWN: 0.0, Identity.SAME: 18.0, Identity.OTHER: -8.0}
SEX = {Sex.UNKNOWN: 0.0, Sex.SAME: log(2) * 0.9, Sex.OTHER: -4.0}


def weight(
    name: Name,
    birth: Birth,
    unit: Unit,
    identity: Identity,
    sex: Sex = Sex.UNKNOWN,
    *,
    name_share: float,
    unit_share: float,
) -> float:
    """Return the log odds that two records are one person's, before it is asked among how many.

    ``name_share`` is the share of people with the known one's name, ``unit_share`` that of the
    people of the known one's unit, both above 0 and at most 1.
    """
    found = NAME[name] + BIRTH[birth] + UNIT[unit] + IDENTITY[identity] + SEX[sex]
    if name is not Name.OTHER:
        found -= log(name_share)
    if unit is Unit.SAME:
        found -= log(unit_share)
    return found
