"""Years that end the year before the one considered: the hand, and what the second reading says."""

from collections.abc import Iterator
from datetime import date

import pytest

from bangvang.law import Answer, Days, Finding, Held, Kind, Reason, Record, RecordKind, appraise
from bangvang.law.facts import FARTHEST, RecordHand
from bangvang.law.loading import texts
from bangvang.law.rulebook import rulebook
from bangvang.law.year_before import DOUBT, AYearEarlier

ON, YEAR = date(2018, 4, 19), 2017
ALL = dict.fromkeys(RecordKind, 1950)
RUN = list(range(2012, 2017))
BY_COLLECTIVES = "labour_order_1.collective.2017"
ASKED = (("CSTDCS",), ("HTTNV", "HTXSNV"), ("SK_TINH",), ("BK_TTG", "BK_TINH"))


def record(registers: dict[RecordKind, int], **held: list[int]) -> Record:
    rows = tuple(
        Held(code, Kind.MERIT, year, record_id=f"{code}-{year}-{number}")
        for code, years in held.items()
        for number, year in enumerate(years)
    )
    return Record(rows, registers, {"SO_THANG_TU_KHI_TUYEN_DUNG": 7})


def hands() -> Iterator[Record]:
    for registers in ({}, ALL, dict.fromkeys(RecordKind, 2014)):
        yield record(registers)
        yield record(registers, CSTDCS=[1960, 2015, 2016, 2017], HTTNV=[2016], HTXSNV=[2017])
        yield record(registers, SK_TINH=[2013, 2016, 2016, 2017], BK_TTG=[2017], BK_TINH=[2016])


@pytest.mark.parametrize("one", list(hands()))
def test_the_hand_of_a_year_earlier_is_that_of_the_year_before(one: Record) -> None:
    earlier = AYearEarlier(RecordHand(one, year=YEAR, on=ON))
    plain = RecordHand(one, year=YEAR - 1, on=ON)

    near = (FARTHEST - 1) >> 1  # the farthest bits hold all the years before
    for codes in ASKED:
        assert earlier.held(codes) & near == plain.held(codes) & near
        assert earlier.maybe(codes) & near == plain.maybe(codes) & near
        assert earlier.unknown(codes) == plain.unknown(codes)
        assert [plane & near for plane in earlier.planes(codes) if plane & near] == [
            plane & near for plane in plain.planes(codes) if plane & near
        ]
    assert earlier.number("SO_THANG_TU_KHI_TUYEN_DUNG") == plain.number(
        "SO_THANG_TU_KHI_TUYEN_DUNG"
    )
    assert earlier.fact("SO_THANG_TU_KHI_TUYEN_DUNG") == plain.fact("SO_THANG_TU_KHI_TUYEN_DUNG")
    assert (earlier.count(0b101), earlier.yes, earlier.no) == (2, True, False)


def of_the_routes(one: Record) -> Finding:
    return appraise("HCLD3", one, days=Days(ON)).finding


def test_the_second_reading_names_both_years_and_keeps_the_conditions() -> None:
    found = of_the_routes(record(ALL, BK_TTG=[2010], HTXSNV=RUN, SK_TINH=[2014, 2016]))

    assert (found.answer, found.why) == (Answer.FOR_A_PERSON, Reason.TWO_READINGS)
    assert found.sentence.startswith(
        "Nếu tính đến năm 2017: không đạt. Nếu tính đến năm 2016: Đạt 3 trên 3 điều kiện. "
    )
    assert DOUBT in found.sentence
    assert [(part.rule, part.answer) for part in found.parts] == [
        ("labour_order_3.merit.prior", Answer.MET),
        ("labour_order_3.merit.years", Answer.MET),
        ("labour_order_3.merit.initiatives", Answer.MET),
        ("labour_order_3.merit.year_before", Answer.FOR_A_PERSON),
    ]
    assert found.parts[-1].why is Reason.TWO_READINGS
    assert found.parts[-1].sentence == DOUBT
    assert found.parts[-1].title == "Thời gian liên tục tính đến năm 2016"


def test_what_is_open_in_the_year_before_is_the_reason_that_is_named_first() -> None:
    registers = ALL.copy()
    del registers[RecordKind.INITIATIVE]

    found = of_the_routes(record(registers, BK_TTG=[2010], HTXSNV=RUN))

    assert (found.answer, found.why) == (Answer.FOR_A_PERSON, Reason.FACT_MISSING)
    assert {row.code for row in found.missing} == {"SK_TINH"}


def test_where_the_year_before_does_not_help_the_year_considered_speaks() -> None:
    found = of_the_routes(record(ALL, BK_TTG=[2010], HTXSNV=RUN[1:], SK_TINH=[2014, 2016]))

    assert found.answer is Answer.NOT_MET
    assert "2016: " not in found.sentence


@pytest.mark.parametrize("grade", ["KHTNV", "HTNV"])
def test_another_grade_in_the_year_considered_ends_a_run_of_grades_for_good(grade: str) -> None:
    held = {"BK_TTG": [2010], "HTXSNV": RUN, "SK_TINH": [2014, 2016], grade: [YEAR]}

    assert of_the_routes(record(ALL, **held)).answer is Answer.NOT_MET


def test_a_run_that_titles_make_too_is_not_ended_by_a_grade() -> None:
    of_2017 = next(route for route in rulebook().routes if route.id == BY_COLLECTIVES)
    rule = of_2017.rule_on(ON, texts())
    held = {"HCLD2": [2010], "HTXSNV": RUN, "KHTNV": [YEAR]}

    hand = RecordHand(record(ALL, **held), year=YEAR, on=ON)

    assert rule.ask(hand).may


def test_where_the_grade_of_the_year_is_unknown_the_second_reading_stays_possible() -> None:
    one = record({**ALL, RecordKind.GRADE: 2018}, BK_TTG=[2010], HTXSNV=RUN, SK_TINH=[2014, 2016])

    assert of_the_routes(one).answer is Answer.FOR_A_PERSON
