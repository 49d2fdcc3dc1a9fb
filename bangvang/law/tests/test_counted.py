"""What a count says: how many, in which years, how many are short, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law.catalogue import RecordKind
from bangvang.law.counted import CountedEver, CountedInRun, CountedWithin
from bangvang.law.facts import SPAN, RecordHand
from bangvang.law.finding import Answer
from bangvang.law.kinds import Kind
from bangvang.law.record import Held
from bangvang.law.tests.test_criteria import CITE, ON, YEAR, hand, number

TITLE, GRADE = ("CSTDCS",), ("HTTNV",)
ALL = dict.fromkeys(RecordKind, 1950)
FIRST = YEAR - SPAN + 1
WITHIN = CountedWithin("within", "Danh hiệu", CITE, TITLE, number(2), number(3))
EVER = CountedEver("ever", "Danh hiệu", CITE, TITLE, number(2))
IN_RUN = CountedInRun("run", "Danh hiệu", CITE, TITLE, number(2), GRADE, by_year=True)
NAME = "Chiến sĩ thi đua cơ sở"


def open_titles(first: int | None = None, **held: list[int]) -> RecordHand:
    """Return a hand whose grades are known and whose titles are not; ``first`` that count."""
    known = hand(1950, None, **held).record
    grades: dict[RecordKind, int] = {RecordKind.GRADE: 1950}
    return RecordHand(replace(known, complete_from=grades, counted_from=first), year=YEAR, on=ON)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            hand(CSTDCS=[2019, 2021]),
            "Có 2 chiến sĩ thi đua cơ sở trong các năm 2019-2021 (2019, 2021).",
        ),
        (
            hand(CSTDCS=[2018, 2021]),
            f"{NAME} trong các năm 2019-2021: có 1 (2021), phải có ít nhất 2; thiếu 1. "
            "Ngoài thời gian này có 1 (2018).",
        ),
        (
            hand(),
            f"{NAME} trong các năm 2019-2021: chưa có, phải có ít nhất 2; thiếu 2.",
        ),
        (
            hand(2021, CSTDCS=[2020]),
            f"{NAME} trong các năm 2019-2021: có 1 (2020), phải có ít nhất 2; "
            "chưa rõ các năm 2019, 2020.",
        ),
    ],
)
def test_a_count_in_a_span_is_told(one: RecordHand, sentence: str) -> None:
    assert WITHIN.explain(one).sentence == sentence


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (hand(CSTDCS=[1990, 2021]), f"Có 2 lần {NAME} (1990, 2021)."),
        (hand(CSTDCS=[2021]), f"{NAME}: có 1 (2021), phải có ít nhất 2; thiếu 1."),
        (hand(), f"{NAME}: chưa có, phải có ít nhất 2; thiếu 2."),
        (
            hand(2020),
            f"{NAME}: chưa có, phải có ít nhất 2; chưa rõ từ năm 2019 trở về trước.",
        ),
    ],
)
def test_a_count_in_any_year_is_told(one: RecordHand, sentence: str) -> None:
    assert EVER.explain(one).sentence == sentence


def test_titles_of_two_codes_are_told_as_times_by_the_oldest() -> None:
    mixed = replace(EVER, codes=("BK_TINH", "CSTDCS"))

    told = mixed.explain(hand(CSTDCS=[2018], BK_TINH=[2020])).sentence

    assert told.startswith(f"Có 2 lần {NAME} hoặc Bằng khen")


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            hand(HTTNV=[2018, 2019, 2020, 2021], CSTDCS=[2017, 2018, 2021]),
            f"Có 2 lần {NAME} trong các năm 2018-2021 (2018, 2021).",
        ),
        (
            hand(2020, HTTNV=[2020, 2021], CSTDCS=[2020, 2021]),
            f"Có 2 lần {NAME} trong các năm 2020-2021 (2020, 2021).",
        ),
        (
            hand(HTTNV=[2020, 2021], CSTDCS=[2017, 2018, 2021]),
            f"{NAME} trong thời gian liên tục các năm 2020-2021: có 1 (2021), phải có ít nhất 2; "
            "thiếu 1. Ngoài thời gian này có 2 (2017, 2018).",
        ),
        (
            hand(HTTNV=[2021]),
            f"{NAME} trong thời gian liên tục năm 2021: chưa có, phải có ít nhất 2; thiếu 2.",
        ),
        (hand(CSTDCS=[2021]), f"{NAME}: không có năm liên tục nào để tính."),
        (
            open_titles(HTTNV=[2019, 2020, 2021], CSTDCS=[2020]),
            f"{NAME} trong thời gian liên tục các năm 2019-2021: có 1 (2020), phải có ít nhất 2; "
            "chưa rõ các năm 2019, 2021.",
        ),
        (
            hand(2021, HTTNV=[2021], CSTDCS=[2021]),
            f"{NAME} trong thời gian liên tục đến năm 2021: có 1 (2021), phải có ít nhất 2; "
            "chưa rõ từ năm 2020 trở về trước.",
        ),
        (
            open_titles(FIRST + 1, HTTNV=list(range(FIRST + 1, YEAR + 1)), CSTDCS=[2021]),
            f"{NAME} trong thời gian liên tục các năm {FIRST + 1}-2021: có 1 (2021), phải có ít "
            f"nhất 2; chưa rõ các năm {', '.join(map(str, range(FIRST + 1, YEAR)))}.",
        ),
        (
            hand(HTTNV=list(range(FIRST, YEAR + 1)), CSTDCS=[FIRST, 2021]),
            f"Có 2 lần {NAME} trong đến năm 2021 ({FIRST}, 2021).",
        ),
    ],
)
def test_a_count_inside_a_run_is_told(one: RecordHand, sentence: str) -> None:
    assert IN_RUN.explain(one).sentence == sentence


def test_where_only_the_length_of_the_run_is_open_its_years_are_named() -> None:
    titled = hand(CSTDCS=[2018, 2021], HTTNV=[2021]).record
    known = {**ALL, RecordKind.GRADE: 2021}
    one = RecordHand(replace(titled, complete_from=known, counted_from=2018), year=YEAR, on=ON)

    found = IN_RUN.explain(one)

    assert found.answer is Answer.FOR_A_PERSON
    assert found.sentence.endswith(
        "; chưa rõ các năm 2018, 2019, 2020 có thuộc thời gian đó hay không."
    )


def test_rows_of_one_year_are_counted_apart_where_rows_count() -> None:
    rows = tuple(
        Held("SK_TINH", Kind.MERIT, 2021, decision_no=f"{n}/QĐ", record_id=f"s{n}")
        for n in range(2)
    )
    graded = hand(HTTNV=[2021]).record
    one = RecordHand(replace(graded, held=(*graded.held, *rows)), year=YEAR, on=date(2022, 4, 19))
    by_row = replace(IN_RUN, codes=("SK_TINH",), by_year=False)

    assert by_row.explain(one).sentence.endswith("trong năm 2021 (2021, 2021).")
    assert by_row.explain(one).sentence.startswith("Có 2 sáng kiến")
    assert replace(by_row, by_year=True).explain(one).answer is Answer.NOT_MET


def test_enough_rows_in_a_run_that_is_not_known_leave_only_the_run_unclear() -> None:
    """The grade of 2020 is missing from a register that is not complete."""
    known = hand(1950, None, CSTDCS=[2019, 2020, 2021], HTTNV=[2019, 2021]).record
    since = {RecordKind.AWARD: 1950, RecordKind.GRADE: 2021}
    one = RecordHand(replace(known, complete_from=since), year=YEAR, on=ON)

    found = replace(IN_RUN, at_least=number(3)).explain(one)

    assert found.answer is Answer.FOR_A_PERSON
    assert found.sentence == (
        f"{NAME} trong thời gian liên tục đến năm 2021: có 3 (2019, 2020, 2021), phải có ít nhất "
        "3; chưa rõ từ năm 2020 trở về trước có thuộc thời gian đó hay không."
    )


@pytest.mark.parametrize(("known_through", "answer"), [(2020, "NOT_MET"), (2019, "FOR_A_PERSON")])
def test_a_year_to_come_holds_a_title_once_at_most(known_through: int, answer: str) -> None:
    known = replace(hand().record, known_through=known_through)

    found = EVER.explain(RecordHand(known, year=YEAR, on=ON))

    assert found.answer.value == answer
    if found.answer is Answer.NOT_MET:
        assert found.sentence == (
            f"{NAME}: chưa có, phải có ít nhất 2; kể cả những năm chưa rõ cũng không đủ."
        )


def test_an_initiative_may_come_twice_in_a_year() -> None:
    known = replace(hand().record, known_through=2020)
    twice = replace(EVER, codes=("SK_TINH",))

    assert twice.explain(RecordHand(known, year=YEAR, on=ON)).answer is Answer.FOR_A_PERSON


def test_without_the_award_that_comes_first_nothing_can_be_counted_and_it_is_named() -> None:
    after = replace(IN_RUN, after=("BK_TTG",))
    found = after.explain(hand(HTTNV=[2019, 2020, 2021], CSTDCS=[2020, 2021]))

    assert found.answer is Answer.NOT_MET
    assert found.sentence == (
        f"{NAME}: chưa tính được vì chưa có Bằng khen của Thủ tướng Chính phủ."
    )


def test_years_of_a_grade_are_years_and_its_name_is_written_small() -> None:
    years = CountedInRun("run", "Năm", CITE, GRADE, number(2), GRADE, by_year=True)

    assert years.explain(hand(HTTNV=[2020, 2021])).sentence == (
        "Có 2 năm hoàn thành tốt nhiệm vụ trong các năm 2020-2021 (2020, 2021)."
    )
