"""Merit after a discipline against the clause read once more, before and after it was read."""

from datetime import date

import pytest
from hypothesis import given as with_any
from hypothesis import settings
from hypothesis import strategies as st

from bangvang.law import (
    Answer,
    Appraisal,
    Bar,
    BarKind,
    Days,
    Held,
    Kind,
    Record,
    RecordKind,
    appraise,
)
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
    assert found.for_outside() == plain.for_outside()
    assert Appraisal.from_json(found.as_json()) == found
    assert is_told or found.answer is plain.answer
    assert found.answer is not Answer.MET or not is_told


REPRIMAND = Bar(BarKind.DISCIPLINED, date(2024, 5, 1), date(2025, 5, 1), "KHIEN_TRACH", "bar")


def test_nothing_outside_tells_that_a_discipline_moved_the_earliest_year() -> None:
    """No certificate is held, so the award is refused either way, and by the same sentence."""
    good = nominee(frozenset(YEARS), frozenset({2020, 2022, 2024}), (REPRIMAND,))
    one = Record(good.held[1:], ALL, bars=(REPRIMAND,))
    days = Days(date(2026, 3, 1), 2024)

    found = appraise("BK_TTG", one, days=days)
    plain = appraise("BK_TTG", Record(one.held, ALL), days=days)

    assert found.answer is plain.answer is Answer.NOT_MET
    assert found.earliest_year is not None
    assert plain.earliest_year is not None
    assert found.earliest_year > plain.earliest_year
    assert found.for_outside() == plain


def test_the_file_speaks_for_itself_where_its_discipline_is_not_to_be_read() -> None:
    """A standard that names discipline in the year is asked outside as if none were recorded."""
    bar = Bar(BarKind.DISCIPLINED, date(2019, 5, 1), date(2020, 5, 1), "KHIEN_TRACH", "secret")
    one = Record((Held("HTTNV", Kind.MERIT, 2019),), ALL, bars=(bar,))

    found = appraise("LDTT", one, days=Days(date(2020, 3, 1)))

    assert found.answer is Answer.NOT_MET
    assert "secret" not in str(found.for_outside().as_json())
    assert "01/05/2019" not in str(found.for_outside().as_json())


@pytest.mark.parametrize("asked_on", [date(2025, 12, 1), date(2026, 9, 1)])
def test_a_discipline_imposed_after_the_file_came_counts_from_the_day_of_the_question(
    asked_on: date,
) -> None:
    bar = Bar(BarKind.DISCIPLINED, date(2025, 8, 15), date(2026, 8, 15), "CANH_CAO", "bar")
    one = nominee(frozenset(YEARS), frozenset({2020, 2022, 2024}), (bar,))
    received = date(2025, 8, 1)

    before = appraise("BK_TTG", one, days=Days(received))
    after_it = appraise("BK_TTG", one, days=Days(received, asked_on=asked_on))

    assert (before.answer, after_it.answer) == (Answer.MET, Answer.NOT_MET)
    assert after_it.deciding().rule == RULE


def test_coming_years_before_the_end_of_a_discipline_do_not_count_either() -> None:
    bar = Bar(BarKind.DISCIPLINED, date(2025, 3, 1), date(2026, 3, 1), "KHIEN_TRACH", "bar")
    one = nominee(frozenset(YEARS), frozenset({2020, 2022, 2024}), (bar,))

    found = appraise("BK_TTG", one, days=Days(date(2025, 9, 1), 2024))

    assert found.earliest_year == 2030
    assert not any("2025" in asks for asks in found.earliest_if)


SERVED = Bar(BarKind.DISCIPLINED, date(2018, 3, 1), date(2019, 3, 1), "KHIEN_TRACH", "bar")


def test_where_what_follows_is_not_known_the_rows_to_look_up_are_named() -> None:
    """Two of the three titles lie before the end; of the years from it on but one is known."""
    known = {**ALL, RecordKind.AWARD: 2024}
    one = nominee(frozenset(YEARS), frozenset({2017, 2018, 2024}), (SERVED,))

    found = appraise("BK_TTG", Record(one.held, known, bars=one.bars), days=Days(date(2025, 7, 1)))
    plain = appraise("BK_TTG", Record(one.held, known), days=Days(date(2025, 7, 1)))

    assert (plain.answer, found.answer) == (Answer.MET, Answer.FOR_A_PERSON)
    told = found.finding.parts[-1]
    assert told.rule == RULE
    assert "thành tích chỉ tính lại từ khi hết thời hạn (năm 2019)" in told.sentence
    assert {row.year for row in told.missing if row.code == "CSTDCS"} == {
        2019,
        2020,
        2021,
        2022,
        2023,
    }


def test_a_refusal_for_another_reason_is_told_with_what_the_discipline_adds() -> None:
    """The titles are too few either way; counted anew, the years are too few as well."""
    bar = Bar(BarKind.DISCIPLINED, date(2022, 3, 1), date(2023, 3, 1), "KHIEN_TRACH", "bar")
    one = nominee(frozenset(YEARS), frozenset({2018}), (bar,))

    found = appraise("BK_TTG", one, days=Days(date(2025, 7, 1)))

    told = [part for part in found.finding.parts if part.rule == RULE]
    assert [part.answer for part in told] == [Answer.NOT_MET]
    assert (told[0].missing, told[0].asked, told[0].why) == ((), (), None)


def test_a_clause_that_nobody_read_is_named_as_such() -> None:
    years = range(2010, 2018)
    rows = [Held("HTXSNV", Kind.MERIT, year) for year in years]
    rows += [Held("CSTDCS", Kind.MERIT, year) for year in years]
    rows += [Held("SK_CO_SO", Kind.MERIT, year) for year in years]
    rows += [Held("BK_TINH", Kind.MERIT, 2008)]
    bar = Bar(BarKind.DISCIPLINED, date(2014, 3, 1), date(2015, 3, 1), "KHIEN_TRACH", "bar")

    found = appraise("BK_TTG", Record(tuple(rows), ALL, bars=(bar,)), days=Days(date(2018, 6, 1)))

    told = next(part for part in found.finding.parts if part.rule == RULE)
    assert told.answer is Answer.FOR_A_PERSON
    assert "chưa có nguyên văn" in told.sentence
