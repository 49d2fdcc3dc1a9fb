"""Merit after a discipline against the clause read once more, before and after it was read."""

from datetime import date

import pytest
from hypothesis import given as with_any
from hypothesis import settings
from hypothesis import strategies as st

from bangvang.law import Answer, Bar, BarKind, Days, Held, Kind, Record, RecordKind, appraise
from bangvang.law.after_discipline import RULE
from bangvang.law.tests.oracles.discipline import after
from bangvang.law.tests.second_opinions import ORACLES

ALL = dict.fromkeys(RecordKind, 1950)
BY_MERIT = ORACLES["prime_minister_certificate.merit.2024"]
YEAR = 2024
YEARS = tuple(range(2016, 2025))


def nominee(good: frozenset[int], titles: frozenset[int], bars: tuple[Bar, ...]) -> Record:
    rows = [Held("HTTNV", Kind.MERIT, year, record_id=f"g{year}") for year in sorted(good)]
    rows += [Held("CSTDCS", Kind.MERIT, year, record_id=f"t{year}") for year in sorted(titles)]
    return Record((Held("BK_TINH", Kind.MERIT, 2012, record_id="c"), *rows), ALL, bars=bars)


@pytest.mark.parametrize(("on", "is_read"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
@settings(max_examples=150, deadline=None)
@with_any(
    missing=st.sets(st.sampled_from(YEARS), max_size=2),
    titles=st.sets(st.sampled_from(YEARS), min_size=2).map(frozenset),
    end=st.integers(2014, 2025),
)
def test_the_answer_is_that_of_the_clause(
    on: date, missing: set[int], titles: frozenset[int], end: int, *, is_read: bool
) -> None:
    bar = Bar(BarKind.DISCIPLINED, date(end - 1, 3, 1), date(end, 3, 1), "KHIEN_TRACH", "bar")
    one = nominee(frozenset(YEARS) - missing, titles, (bar,))

    found = appraise("BK_TTG", one, days=Days(on))

    assert found.answer is after(BY_MERIT, one, YEAR, end, is_read=is_read)
    parts = found.finding.parts
    is_told = any(part.rule == RULE for part in parts)
    plain = appraise("BK_TTG", nominee(frozenset(YEARS) - missing, titles, ()), days=Days(on))
    assert found.for_outside().finding == plain.finding
    assert is_told or found.answer is plain.answer
    assert found.answer is not Answer.MET or not is_told
