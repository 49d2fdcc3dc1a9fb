"""Years rewarded before, with loops: one achievement is not rewarded twice.

Điểm b khoản 2 Điều 6 Luật 2003, điểm c khoản 2 Điều 5 Luật 2022, Thông tư 08/2017. An award by
merit rewards the years up to its own. No clause says whether the next one of that form may count
some of them again, so «met» needs enough years after it.
"""

from dataclasses import replace

from bangvang.law.finding import Answer
from bangvang.law.kinds import Kind
from bangvang.law.record import Record
from bangvang.law.tests.oracle import Oracle, expected

SAME = {"BK_TINH": ("BK_TINH", "BK_BO"), "BK_TTG": ("BK_TTG",)}
EARNED = ("HTXSNV", "HTTNV", "HTNV", "KHTNV", "CSTDCS", "SK_CO_SO")


def again(oracle: Oracle, record: Record, code: str, year: int) -> Answer:
    """Answer for the second time, with every register complete."""
    given = [
        row.year
        for row in record.held
        if row.code in SAME[code] and row.kind == Kind.MERIT and row.year < year
    ]
    plain = expected(oracle, record, year)
    if not given or plain is not Answer.MET:
        return plain
    fresh = tuple(row for row in record.held if row.code not in EARNED or row.year > max(given))
    second = expected(oracle, replace(record, held=fresh), year)
    return Answer.MET if second is Answer.MET else Answer.FOR_A_PERSON
