"""Merit after a discipline, with loops: khoản 4 Điều 4 Nghị định 152/2025.

Merit counts from the end of the discipline; an award that was given stays given.
"""

from dataclasses import replace

from bangvang.law.finding import Answer
from bangvang.law.record import Record
from bangvang.law.tests.oracle import Oracle, expected

EARNED = ("HTXSNV", "HTTNV", "HTNV", "KHTNV", "CSTDCS")


def earned_since(record: Record, first: int) -> Record:
    """Keep what was earned from a year on."""
    rows = tuple(row for row in record.held if row.code not in EARNED or row.year >= first)
    return replace(record, held=rows, bars=())


def after(oracle: Oracle, record: Record, year: int, end: int, *, is_read: bool) -> Answer:
    """Answer with every register complete, a discipline having ended in a year.

    The clause does not say whether that very year counts. Where it was not read it refuses
    nothing, yet nobody is told «met» on years that it may set aside.
    """
    readings = [replace(record, bars=()), earned_since(record, end), earned_since(record, end + 1)]
    plain, generous, strict = (expected(oracle, one, year) for one in readings)
    if plain is Answer.NOT_MET or (is_read and generous is Answer.NOT_MET):
        return Answer.NOT_MET
    alike = {plain, generous, strict} == {Answer.MET}
    return Answer.MET if alike else Answer.FOR_A_PERSON
