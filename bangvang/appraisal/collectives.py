"""What the register alone says of a collective's yearly titles: own grade and members' roll."""

from dataclasses import replace
from datetime import date

from bangvang.appraisal.facts import record_of, roll_of
from bangvang.law import Appraisal, Days, Record, Subject, appraise
from bangvang.registry.selectors.holdings import PersonHistory
from bangvang.registry.selectors.rolls import RollBounds, rolls_bounded

BY_ROLL = ("TTLDTT", "TTLDXS")
"""The titles that the law computes from the members."""


def titles_by_roll(
    organisation_ref: str, history: PersonHistory, year: int, *, on: date
) -> tuple[Appraisal, ...]:
    """Return what the law of a day says of these titles of an achievement year, given or not.

    No file is asked: what the register leaves open stays open, and people judge the rest.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    bounds = rolls_bounded([organisation_ref], year).get(organisation_ref, RollBounds())
    record = replace(record_of(history), roll=roll_of(bounds))
    days = Days(on, year)
    return tuple(
        appraise(code, _not_given(record, code, year), days=days, subject=Subject.COLLECTIVE)
        for code in BY_ROLL
    )


def _not_given(record: Record, code: str, year: int) -> Record:
    """Leave out the title itself: that it was given does not answer whether it is earned."""
    held = tuple(row for row in record.held if (row.code, row.year) != (code, year))
    return replace(record, held=held)
