"""From when the years after an award are counted: the end of its period, or the day it was decided.

Years are counted from the end of the achievement period. Where no text that was read says so, the
day of the decision is a second reading.

Law: ``texts/clock.toml``.
"""

from dataclasses import replace
from datetime import date

from bangvang.law.catalogue import AwardClass, CommendationForm, catalogue
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.record import Held, Record

READS = frozenset({"clock.end_of_period"})
FOLLOWED = frozenset({CommendationForm.CERTIFICATE, CommendationForm.ORDER})
"""The forms after which a clause counts years."""


def counted_from_decisions(record: Record, on: date) -> Record | None:
    """Return the record with the awards that years follow moved to the years of their decisions.

    None where the clause was read that counts from the end of the period, or nothing moves.
    """
    entry = texts().row("clock.end_of_period").get(on)
    if entry is not None and entry.seen is Seen.SOURCE:
        return None
    held = tuple(_moved(row) for row in record.held)
    return None if held == record.held else replace(record, held=held)


def _moved(row: Held) -> Held:
    line = catalogue().get(row.code)
    is_followed = line is not None and line.award_class is AwardClass.COMMENDATION
    if line is None or not is_followed or line.form not in FOLLOWED or row.decided_on is None:
        return row
    return replace(row, year=max(row.year, row.decided_on.year))
