"""The six criteria as one statement of plain SQL, in two forms that engineers write.

A nominee's rows are counted by code and span of years, and ``CASE`` turns the counts into 2 (met),
1 (for a person) or 0 (not met), as the law does. A year that is not complete is unknown: a count
over it may be any number, a missing title may exist, and a missing grade may unless another grade
of that year is there (a person has one grade a year). ``LATERAL`` counts in a sub-select a nominee,
``GROUPED`` joins and groups; each engine is timed with the one it likes better.

Tables: ``held(person, code, kind, year, revoked)`` in small whole numbers,
``complete(person, award_from, grade_from, initiative_from)`` with 9999 for «no year»,
``nominee(place, person, fought)`` with 1, 0, -1.
"""

from bangvang.law import SPAN, Kind
from bangvang.registry.columns import CODES
from bench.law.made import KINDS, YEAR

TABLES = {
    "held": "person int, code smallint, kind smallint, year smallint, revoked boolean",
    "complete": "person int, award_from smallint, grade_from smallint, initiative_from smallint",
    "nominee": "place int, person int, fought smallint",
}
COUNTS = f"kind = {KINDS.index(Kind.MERIT)} AND NOT revoked"
"""The rows that count toward merit; grades and initiatives are of that kind too."""

_FIRST = YEAR - 4
_SETTLED = YEAR + 1 - SPAN
"""Complete from this year or an earlier one: nothing at all is unknown."""


def _is(*codes: str) -> str:
    return f"code IN ({', '.join(str(CODES.index(code)) for code in codes)})"


def _rows(what: str, first: int, end: int = YEAR) -> str:
    return f"count(*) FILTER (WHERE {what} AND year BETWEEN {first} AND {end})"


_TITLE = _is("CSTDCS")
_GRADED = _is("HTXSNV", "HTTNV", "HTNV", "KHTNV")
_WIDER = _is("SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC")

_COUNTED = f"""
    {_rows(_TITLE, YEAR, YEAR)} AS t0,
    {_rows(_TITLE, YEAR - 1, YEAR - 1)} AS t1,
    {_rows(_TITLE, YEAR - 2, YEAR - 2)} AS t2,
    {_rows(_TITLE, YEAR - 3, YEAR - 3)} AS t3,
    {_rows(_TITLE, YEAR - 4, YEAR - 4)} AS t4,
    {_rows(_is("HTXSNV"), _FIRST)} AS excellent,
    {_rows(_is("HTXSNV", "HTTNV"), _FIRST)} AS good,
    {_rows(f"{_GRADED} AND year < grade_from", _FIRST)} AS graded_early,
    {_rows(_is("BK_TINH", "BK_BO"), 0, _FIRST - 1)} AS certificates,
    {_rows(_is("GIAY_KHEN"), _FIRST)} AS praised,
    {_rows(_is("SK_CO_SO"), _FIRST)} AS grassroots,
    {_rows(_is("SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH"), _FIRST)} AS any_scope,
    {_rows(_WIDER, 0)} AS wider
"""

_LATERAL = f"""
  SELECT n.place, n.fought, award_from, grade_from, initiative_from, h.*
  FROM nominee n JOIN complete c ON c.person = n.person, LATERAL (
    SELECT {_COUNTED} FROM held
    WHERE held.person = n.person AND {COUNTS} AND year <= {YEAR}
  ) h
"""  # noqa: S608  # numbers of our own

_GROUPED = f"""
  SELECT n.place, min(n.fought) AS fought, min(award_from) AS award_from,
    min(grade_from) AS grade_from, min(initiative_from) AS initiative_from, {_COUNTED}
  FROM nominee n JOIN complete c ON c.person = n.person
  LEFT JOIN held h ON h.person = n.person AND {COUNTS} AND year <= {YEAR}
  GROUP BY n.place
"""  # noqa: S608  # numbers of our own


def _answers(counted: str) -> str:
    return f"""
WITH counted AS ({counted}), facts AS (
  SELECT *,
    CASE WHEN grade_from <= {_FIRST} THEN 0 WHEN grade_from > {YEAR} THEN 5
      ELSE grade_from - {_FIRST} END - graded_early AS open_grades,
    (t0 > 0 OR {YEAR} < award_from) AND (t1 > 0 OR {YEAR - 1} < award_from)
      AND (t2 > 0 OR {YEAR - 2} < award_from) AS three_may,
    t0 = 0 AND (t1 > 0 OR {YEAR - 1} < award_from) AND (t2 > 0 OR {YEAR - 2} < award_from)
      AND (t3 > 0 OR {YEAR - 3} < award_from) AS ended_may,
    {" + ".join(f"CASE WHEN t{back} > 0 THEN 1 ELSE 0 END" for back in range(5))} AS titles,
    wider > 0 OR initiative_from > {_SETTLED} AS initiative_may,
    certificates > 0 AS certificate,
    certificates > 0 OR award_from > {_SETTLED} AS certificate_may
  FROM counted
)
SELECT place,
  CASE WHEN three_may AND initiative_may THEN 1 ELSE 0 END AS c1,
  CASE WHEN (three_may OR ended_may) AND initiative_may THEN 1 ELSE 0 END AS c2,
  CASE WHEN certificate AND excellent = 5
      AND (grassroots >= 5 OR (praised >= 5 AND fought = 1)) THEN 2
    WHEN certificate_may AND excellent + open_grades >= 5
      AND (any_scope >= 5 OR {_FIRST} < initiative_from
        OR ((praised >= 5 OR {_FIRST} < award_from) AND fought <> 0)) THEN 1
    ELSE 0 END AS c3,
  CASE WHEN good = 5 THEN 2 WHEN good + open_grades >= 5 THEN 1 ELSE 0 END AS c4,
  CASE WHEN certificate THEN 2 WHEN certificate_may THEN 1 ELSE 0 END AS c5,
  CASE WHEN titles >= 3 THEN 2 WHEN {_FIRST} < award_from THEN 1 ELSE 0 END AS c6
FROM facts
"""  # noqa: S608  # numbers of our own


LATERAL, GROUPED = _answers(_LATERAL), _answers(_GROUPED)


def in_order(statement: str) -> str:
    """Return the statement with its nominees in their order."""
    return f"{statement} ORDER BY place"


def summed(statement: str) -> str:
    """Return what is timed: all answers are computed, their transport is left out."""
    sums = ", ".join(f"sum(c{number})" for number in range(1, 7))
    return f"SELECT {sums} FROM ({statement}) answers"  # noqa: S608  # ours
