"""Criteria one by one: edges and sentences that no award of today shows."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law.catalogue import RecordKind
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading, Ways
from bangvang.law.criteria import EndedTheYearBefore, EverHeld, InTheYear, Unbroken
from bangvang.law.dated import Entry
from bangvang.law.facts import SPAN, Certainty, RecordHand, after_the_oldest, last
from bangvang.law.finding import Answer, Finding, Missing, Reason
from bangvang.law.instruments import Seen
from bangvang.law.joined import beside, under_two_laws
from bangvang.law.kinds import Kind
from bangvang.law.record import Fact, Held, Record
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact, ShareOf

CITE = Citation("LUAT-06-2022", 22)
YEAR, ON = 2021, date(2022, 4, 19)
TITLES = ("CSTDCS",)
GOOD = ("HTTNV", "HTXSNV")


def number(value: int, unit: str = "years") -> Entry:
    return Entry(
        id="made.up",
        since=date(2017, 10, 1),
        until=None,
        value=value,
        text_unseen=None,
        unit=unit,
        cite=CITE,
        seen=Seen.SOURCE,
        compared_on=ON,
        where="here",
    )


def hand(
    complete_from: int | None = 1950, facts: dict[str, Fact] | None = None, **held: list[int]
) -> RecordHand:
    rows = tuple(
        Held(code, Kind.MERIT, year, decision_no=f"{year}/QĐ")
        for code in held
        for year in held[code]
    )
    complete = {} if complete_from is None else dict.fromkeys(RecordKind, complete_from)
    return RecordHand(Record(rows, complete, facts or {}), year=YEAR, on=ON)


@pytest.mark.parametrize("bit", range(SPAN))
def test_the_years_after_the_oldest_are_all_that_follow_it(bit: int) -> None:
    assert after_the_oldest(1 << bit) == last(bit)
    assert after_the_oldest(1 << bit | 1) == last(bit)


@pytest.mark.parametrize(
    ("first", "titles", "mixed"),
    [
        (None, SPAN, SPAN),
        (2020, 2, 2),
        (2021, 1, 1),
        (2022, 0, 0),
        (2030, 0, 0),
        (1900, SPAN, SPAN),
    ],
)
def test_after_a_discipline_what_counts_anew_is_not_open_before(
    first: int | None, titles: int, mixed: int
) -> None:
    one = RecordHand(Record((), {}, counted_from=first), year=YEAR, on=ON)

    assert one.unknown(TITLES) == last(titles)
    assert one.unknown(("BK_TINH",)) == last(SPAN)
    assert one.unknown(("BK_TINH", *TITLES)) == last(mixed)


ENDED = EndedTheYearBefore("ended", "Liên tục đến năm trước", CITE, TITLES, number(2), "lần")


@pytest.mark.parametrize(
    ("one", "answer"),
    [
        (hand(CSTDCS=[2019, 2020]), Certainty(met=True, may=True)),
        (hand(CSTDCS=[2018, 2020]), Certainty(met=False, may=False)),
        (hand(CSTDCS=[2019, 2020, 2021]), Certainty(met=False, may=False)),
        (hand(2021, CSTDCS=[2019]), Certainty(met=False, may=True)),
        (hand(2022, CSTDCS=[2019, 2020]), Certainty(met=False, may=True)),
    ],
)
def test_a_run_ended_the_year_before_and_not_later(one: RecordHand, answer: Certainty) -> None:
    assert ENDED.ask(one) == answer


def test_a_run_that_ended_before_names_its_years_and_what_is_not_known() -> None:
    gone, open_ = (ENDED.explain(one) for one in (hand(CSTDCS=[2020]), hand(2022, CSTDCS=[2020])))

    assert gone.sentence == (
        "Chiến sĩ thi đua cơ sở 2 năm liên tục 2019-2020: có 1 (2020); thiếu năm 2019."
    )
    assert [row.year for row in open_.missing] == [2019, 2021]


IN_THE_YEAR = InTheYear("year", "Xếp loại", CITE, GOOD)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (hand(HTXSNV=[2021]), "Năm 2021: hoàn thành xuất sắc nhiệm vụ."),
        (
            hand(HTNV=[2021, 2020]),
            "Năm 2021 không có hoàn thành tốt nhiệm vụ hoặc hoàn thành xuất sắc nhiệm vụ. "
            "Mức đã xếp: hoàn thành nhiệm vụ.",
        ),
        (
            hand(HTXSNV=[2020]),
            "Năm 2021 không có hoàn thành tốt nhiệm vụ hoặc hoàn thành xuất sắc nhiệm vụ.",
        ),
        (
            hand(None),
            "Chưa rõ năm 2021 có hoàn thành tốt nhiệm vụ hoặc hoàn thành xuất sắc nhiệm vụ hay "
            "không.",
        ),
    ],
)
def test_a_year_is_told_with_what_it_has(one: RecordHand, sentence: str) -> None:
    assert IN_THE_YEAR.explain(one).sentence == sentence


def test_a_title_of_the_year_is_no_grade() -> None:
    titled = InTheYear("year", "Danh hiệu", CITE, TITLES)

    assert titled.explain(hand(HTNV=[2021])).sentence == (
        "Năm 2021 không có Chiến sĩ thi đua cơ sở."
    )


def test_what_was_ever_held_names_the_latest() -> None:
    ever = EverHeld("ever", "Bằng khen", CITE, ("BK_TINH",))

    assert ever.explain(hand(BK_TINH=[2015, 2018, 2020])).sentence.endswith(
        "năm 2020, Quyết định số 2020/QĐ."
    )
    assert "từ năm 2014 trở về trước" in ever.explain(hand(2015)).sentence


@pytest.mark.parametrize(
    ("part", "whole", "percent", "met"),
    [(1, 1, 50, True), (0, 1, 50, False), (1, 2, 50, False), (1, 3, 33, True), (1, 3, 34, False)],
)
def test_more_than_a_share_is_strict_to_the_last_hundredth(
    part: int, whole: int, percent: int, met: bool
) -> None:
    share = ShareOf(
        "s", "Tỷ lệ", CITE, "SO_LDTT", "SO_THANH_VIEN", number(percent, "percent"), more_than=True
    )

    found = share.ask(hand(facts={"SO_LDTT": part, "SO_THANH_VIEN": whole}))

    assert found == Certainty(met=met, may=met)


def made(answer: Answer, sentence: str) -> Finding:
    return Finding(
        rule="made",
        title="",
        answer=answer,
        sentence=sentence,
        requires="",
        cite=CITE,
        seen=Seen.SOURCE,
    )


@pytest.mark.parametrize(
    ("found", "extra", "sentence"),
    [
        (Answer.MET, Answer.NOT_MET, "extra"),
        (Answer.NOT_MET, Answer.NOT_MET, "found"),
        (Answer.MET, Answer.FOR_A_PERSON, "found"),
    ],
)
def test_a_condition_beside_speaks_only_where_it_alone_refuses(
    found: Answer, extra: Answer, sentence: str
) -> None:
    assert beside(made(found, "found"), made(extra, "extra")).sentence == sentence


OPEN = replace(
    made(Answer.FOR_A_PERSON, "found"),
    missing=(Missing("CSTDCS", 2019),),
    asked=("A",),
    why=Reason.FACT_MISSING,
)


def test_beside_a_condition_that_is_met_what_is_missing_stays() -> None:
    found = beside(OPEN, made(Answer.MET, "extra"))

    assert (found.missing, found.asked, found.why) == (OPEN.missing, OPEN.asked, OPEN.why)


def test_beside_a_condition_that_refuses_nothing_is_missing_any_more() -> None:
    found = beside(OPEN, made(Answer.NOT_MET, "extra"))

    assert (found.missing, found.asked, found.why) == ((), (), None)


@pytest.mark.parametrize(
    ("new", "is_joined"),
    [
        (OPEN, False),
        (replace(OPEN, sentence="told otherwise"), False),
        (replace(OPEN, why=Reason.JUDGEMENT), True),
        (made(Answer.MET, "new"), True),
    ],
)
def test_two_laws_that_leave_it_open_for_other_reasons_differ(
    new: Finding, is_joined: bool
) -> None:
    found = under_two_laws(OPEN, new, title=OPEN.title, doubt="Hai quy định khác nhau.")

    assert (found.why is Reason.TWO_READINGS) is is_joined
    assert found.missing == OPEN.missing


def test_two_refusals_under_two_laws_are_one() -> None:
    old = made(Answer.NOT_MET, "old")

    assert under_two_laws(old, made(Answer.NOT_MET, "new"), title=old.title, doubt="") == old
    assert under_two_laws(old, made(Answer.MET, "new"), title="", doubt="").answer is (
        Answer.FOR_A_PERSON
    )


def told(name: str) -> IsFact:
    return IsFact(name, f"Câu {name}", CITE, name)


def test_the_nearest_way_is_the_one_with_the_fewest_failed_conditions() -> None:
    two = AllOf("two", "Hai điều kiện", CITE, (told("A"), AllOf("in", "", CITE, (told("B"),))))
    one = AllOf("one", "Một điều kiện", CITE, (told("C"), told("D")))
    ways = Ways("ways", "Danh hiệu", CITE, (two, one))

    found = ways.explain(hand(facts={"A": False, "B": False, "C": False, "D": True}))

    assert found.sentence.endswith("Gần nhất: một điều kiện: Câu C: hồ sơ xác nhận không đạt.")
    ways = Ways("ways", "Danh hiệu", CITE, (two,))
    found = ways.explain(hand(facts={"A": False, "B": False}))
    assert found.sentence.endswith(
        "Gần nhất: hai điều kiện: Câu A: hồ sơ xác nhận không đạt. Ngoài ra còn 1 điều kiện "
        "không đạt."
    )


def test_ways_to_meet_one_condition_count_as_one() -> None:
    choice = AnyOf("any", "Một trong hai", CITE, (told("A"), told("B")))
    one = AllOf("one", "Có lựa chọn", CITE, (choice, told("C")))
    two = AllOf("two", "Hai điều kiện", CITE, (told("D"), told("E")))
    facts: dict[str, Fact] = {"A": False, "B": False, "C": True, "D": False, "E": False}

    found = Ways("ways", "Danh hiệu", CITE, (two, one)).explain(hand(facts=facts))

    assert found.sentence.endswith("Gần nhất: có lựa chọn: Câu A: hồ sơ xác nhận không đạt.")


def test_of_ways_that_fail_in_as_many_conditions_the_one_that_meets_more_is_nearer() -> None:
    short = AllOf("short", "Ngắn", CITE, (told("A"),))
    long = AllOf("long", "Dài", CITE, (told("B"), told("C"), told("D")))
    facts: dict[str, Fact] = {"A": False, "B": True, "C": True, "D": False}

    found = Ways("ways", "Danh hiệu", CITE, (short, long)).explain(hand(facts=facts))

    assert found.sentence.endswith("Gần nhất: dài: Câu D: hồ sơ xác nhận không đạt.")


def test_a_reading_that_is_met_speaks_with_its_first_condition() -> None:
    run = Unbroken("run", "Liên tục", CITE, TITLES, number(2), "lần")
    inner: Rule = AllOf("inner", "Cả hai", CITE, (run, told("A")))

    found = Reading("r", inner, "Còn hai cách đọc.").explain(
        hand(facts={"A": True}, CSTDCS=[2020, 2021])
    )

    assert found.answer is Answer.FOR_A_PERSON
    assert found.sentence == (
        "Có 2 lần liên tục Chiến sĩ thi đua cơ sở (2020, 2021). Còn hai cách đọc."
    )
    assert replace(found, parts=()) == found


def test_a_register_that_is_whole_up_to_a_year_says_nothing_of_later_years() -> None:
    known = Record((), {RecordKind.AWARD: 2020}, complete_through={RecordKind.AWARD: 2023})

    hand = RecordHand(known, year=2025, on=date(2026, 1, 15))

    assert hand.unknown(("LDTT",)) & 0b1111111 == 0b1000011
    assert "complete_through" not in replace(known, complete_through={}).as_json()
    assert known.as_json()["complete_through"] == {"AWARD": 2023}


@pytest.mark.parametrize(
    ("born", "open_years"),
    [
        (None, last(SPAN)),
        (YEAR - SPAN, last(SPAN)),
        (YEAR - SPAN + 1, last(SPAN)),
        (YEAR - SPAN + 2, last(SPAN - 1)),
        (YEAR - 2, 0b111),
        (YEAR, 0b1),
        (YEAR + 1, 0),
    ],
)
def test_before_a_birth_nothing_is_unknown(born: int | None, open_years: int) -> None:
    """The farthest bit stands for all years before, so it is open while any of them was lived."""
    somebody = RecordHand(Record((), {}, born=born), year=YEAR, on=ON)

    assert somebody.unknown(TITLES) == open_years


def test_years_to_come_stay_unknown_whoever_was_born_when() -> None:
    young = Record((), dict.fromkeys(RecordKind, 1950), known_through=YEAR - 2, born=YEAR + 1)

    assert RecordHand(young, year=YEAR, on=ON).unknown(TITLES) == 0b11


def test_what_nobody_could_hold_before_birth_is_no_matter_for_a_person() -> None:
    ever = EverHeld("e", "Đã có", CITE, TITLES)
    nobody = Record((), {RecordKind.AWARD: 2005})

    answers = [
        ever.explain(RecordHand(replace(nobody, born=born), year=YEAR, on=ON)).answer
        for born in (None, 2004, 2005)
    ]

    assert answers == [Answer.FOR_A_PERSON, Answer.FOR_A_PERSON, Answer.NOT_MET]


def test_a_row_of_a_year_before_birth_still_counts_and_the_birth_is_in_the_snapshot() -> None:
    record = Record((Held("CSTDCS", Kind.MERIT, 2000),), {}, born=2001)

    assert RecordHand(record, year=YEAR, on=ON).held(TITLES) == 1 << 21
    assert record.as_json()["born"] == 2001
    assert "born" not in replace(record, born=None).as_json()
