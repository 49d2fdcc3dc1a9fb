"""Counts of a collective's members: the file's, the register's, and the two against each other."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.law import (
    UNBOUNDED,
    Answer,
    Appraisal,
    Between,
    Days,
    Held,
    Kind,
    Number,
    Record,
    RecordHand,
    RecordKind,
    Subject,
    appraise,
    number_of,
)
from bangvang.law.citation import Citation
from bangvang.law.counts import greater, is_counted, lesser
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen
from bangvang.law.rule import as_answer
from bangvang.law.stated import AtLeast, NoneOf, ShareOf

CITE = Citation("LUAT-06-2022", 27, 1)
ON = date(2025, 2, 10)
FULL = {
    "SO_THANH_VIEN": Between(20, 20),
    "SO_HOAN_THANH": Between(20, 20),
    "SO_LDTT": Between(14, 14),
    "SO_CSTDCS": Between(2, 2),
}


def number(value: int, unit: str = "percent") -> Entry:
    return Entry("e", date(2017, 1, 1), None, value, None, unit, CITE, Seen.SOURCE, ON, "here")


def hand(roll: dict[str, Between], **facts: int | None) -> RecordHand:
    return RecordHand(Record((), {}, facts, roll=roll), year=2024, on=ON)


def excellent(roll: dict[str, Between], **facts: int | None) -> Appraisal:
    graded = Held("HTXSNV", Kind.MERIT, 2024, record_id="g")
    record = Record((graded,), dict.fromkeys(RecordKind, 1950), facts, roll=roll)
    return appraise("TTLDXS", record, days=Days(ON), subject=Subject.COLLECTIVE)


def about(found: Appraisal, rule: str) -> tuple[Answer, str]:
    (part,) = (one for one in found.finding.parts if one.rule == f"excellent_collective.{rule}")
    return part.answer, part.sentence


@pytest.mark.parametrize(
    ("stated", "bounds", "least", "most"),
    [
        (None, None, 0, UNBOUNDED),
        (7, None, 7, 7),
        (True, None, 0, UNBOUNDED),
        (None, Between(5, 5), 5, 5),
        (None, Between(5), 5, UNBOUNDED),
        (None, Between(5, 8), 5, 8),
        (5, Between(5, 8), 5, 5),
        (8, Between(5, 8), 8, 8),
        (4, Between(5, 8), 0, UNBOUNDED),
        (9, Between(5, 8), 0, UNBOUNDED),
        (900, Between(5), 900, 900),
    ],
)
def test_a_count_is_the_file_s_where_the_register_does_not_contradict(
    stated: int | None, bounds: Between | None, least: int, most: int
) -> None:
    record = Record((), {}, {"SO_LDTT": stated}, roll={"SO_LDTT": bounds} if bounds else {})

    assert number_of(record, "SO_LDTT") == Number(least, most)


def test_the_register_alone_settles_only_what_it_has_whole() -> None:
    record = Record((), {}, roll={"SO_LDTT": Between(5), "SO_CSTDCS": Between(1, 1)})

    assert not is_counted(record, "SO_LDTT")
    assert is_counted(record, "SO_CSTDCS")
    assert not is_counted(record, "SO_THANH_VIEN")


def test_a_whole_roll_answers_all_that_is_counted() -> None:
    found = excellent(FULL)

    assert found.answer is Answer.FOR_A_PERSON  # movement and conduct are for people
    assert found.finding.asked == ()
    assert about(found, "completed") == (
        Answer.MET,
        "Cá nhân trong tập thể hoàn thành nhiệm vụ được giao: 20 (theo sổ) trên 20 (theo sổ) người "
        "(100,00 %).",
    )
    assert about(found, "advanced_members")[0] is Answer.MET
    assert about(found, "fighters")[1] == (
        "Cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở: 2 (theo sổ) người."
    )


def test_a_whole_roll_that_falls_short_refuses() -> None:
    found = excellent(FULL | {"SO_LDTT": Between(13, 13)})

    assert found.answer is Answer.NOT_MET
    assert about(found, "advanced_members")[1].endswith("(65,00 %); thiếu 1 người.")


@pytest.mark.parametrize(
    ("roll", "facts", "rule", "answer", "said"),
    [
        ({"SO_CSTDCS": Between(1)}, {}, "fighters", Answer.MET, "ít nhất 1 (theo sổ) người."),
        ({"SO_CSTDCS": Between(0, 3)}, {}, "fighters", Answer.FOR_A_PERSON,
         "từ 0 đến 3 (theo sổ) người."),
        ({"SO_CSTDCS": Between(0, 0)}, {}, "fighters", Answer.NOT_MET,
         "0 (theo sổ) người; thiếu 1."),
        ({"SO_LDTT": Between(14)}, {"SO_THANH_VIEN": 20}, "advanced_members", Answer.MET,
         "ít nhất 14 (theo sổ) trên 20 người."),
        ({"SO_LDTT": Between(13)}, {"SO_THANH_VIEN": 20}, "advanced_members",
         Answer.FOR_A_PERSON, "chưa đủ rõ (ít nhất 13 (theo sổ) trên 20 người)."),
        ({"SO_LDTT": Between(13, 15)}, {"SO_THANH_VIEN": 30}, "advanced_members",
         Answer.NOT_MET, "từ 13 đến 15 (theo sổ) trên 30 người."),
        ({"SO_LDTT": Between(13)}, {}, "advanced_members", Answer.FOR_A_PERSON,
         "chưa đủ rõ (ít nhất 13 (theo sổ) trên chưa rõ người)."),
        ({"SO_LDTT": Between(10, 10)}, {"SO_LDTT": 14, "SO_THANH_VIEN": 20}, "advanced_members",
         Answer.FOR_A_PERSON,
         "số liệu không khớp (hồ sơ ghi 14, 10 (theo sổ) trên 20 người)."),
        ({"SO_THANH_VIEN": Between(20, 20), "SO_HOAN_THANH": Between(18, 19)}, {}, "completed",
         Answer.NOT_MET, "từ 18 đến 19 (theo sổ) trên 20 (theo sổ) người."),
    ],
)  # fmt: skip
def test_bounds_decide_where_no_number_within_them_would_change_the_answer(
    roll: dict[str, Between], facts: dict[str, int], rule: str, answer: Answer, said: str
) -> None:
    found = excellent(roll, **facts)

    assert about(found, rule)[0] is answer
    assert about(found, rule)[1].endswith(f": {said}")


def test_a_contradiction_of_file_and_register_is_named_and_settles_nothing() -> None:
    found = excellent(FULL, SO_LDTT=19)

    assert found.answer is Answer.FOR_A_PERSON
    assert found.notes == (
        "Số cá nhân đạt Lao động tiên tiến (Chiến sĩ tiên tiến): hồ sơ ghi 19, sổ khen thưởng có "
        "14; không tính, cần kiểm tra lại.",
    )
    assert excellent(FULL, SO_LDTT=14).notes == ()


def test_what_the_register_bounds_only_is_still_asked_of_the_file() -> None:
    found = excellent({**FULL, "SO_THANH_VIEN": Between(20)})

    assert found.finding.asked == ("SO_THANH_VIEN",)


def test_the_roll_is_kept_in_the_snapshot_where_there_is_one() -> None:
    record = Record((), {}, roll={"SO_LDTT": Between(3), "SO_CSTDCS": Between(0, 1)})

    assert record.as_json()["roll"] == {"SO_CSTDCS": [0, 1], "SO_LDTT": [3, None]}
    assert "roll" not in Record((), {}).as_json()


BOUNDS = st.tuples(st.integers(0, 6), st.integers(0, 4) | st.none()).map(
    lambda pair: Between(pair[0], None if pair[1] is None else pair[0] + pair[1])
)
FAR = 30


def filled(bounds: Between) -> Iterator[int]:
    yield from range(bounds.least, (FAR if bounds.most is None else bounds.most) + 1)


@given(part=BOUNDS, whole=BOUNDS, percent=st.sampled_from((50, 70, 100)), strict=st.booleans())
def test_a_share_of_bounded_counts_holds_for_every_number_within_them(
    part: Between, whole: Between, percent: int, *, strict: bool
) -> None:
    """Numbers that cannot be true together are left out; a share of nobody settles nothing."""
    rule = ShareOf("s", "t", CITE, "P", "W", number(percent), more_than=strict)
    pairs = [(p, w) for p, w in product(filled(part), filled(whole)) if p <= w]
    reached = {(p * 100 > w * percent) or (not strict and p * 100 == w * percent) for p, w in pairs}

    answer = as_answer(rule.ask(hand({"P": part, "W": whole})))

    if not pairs or whole.least < 1:
        assert answer is Answer.FOR_A_PERSON
    elif reached == {True}:
        assert answer is Answer.MET
    elif reached == {False}:
        assert answer is Answer.NOT_MET
    else:
        assert answer is Answer.FOR_A_PERSON


@given(count=BOUNDS, least=st.integers(1, 8))
def test_a_bounded_count_is_held_against_a_number_soundly(count: Between, least: int) -> None:
    one = hand({"C": count})
    enough = {value >= least for value in filled(count)}
    none = {value == 0 for value in filled(count)}

    for found, of in (
        (AtLeast("a", "t", CITE, "C", number(least, "people"), "người"), enough),
        (NoneOf("n", "t", CITE, "C", "ai"), none),
    ):
        answer = as_answer(found.ask(one))
        assert (answer is Answer.MET) is (of == {True})
        assert (answer is Answer.NOT_MET) is (of == {False})


@given(one=st.integers(0, 99), other=st.integers(0, 99))
def test_the_greater_and_the_lesser_are_those(one: int, other: int) -> None:
    assert (greater(one, other), lesser(one, other)) == (max(one, other), min(one, other))
