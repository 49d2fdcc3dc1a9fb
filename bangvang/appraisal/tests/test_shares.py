"""Whole lists held to shares: both sides of each number, where the base comes from, and nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bangvang.appraisal.shares import THE_PROVINCE, Counted, bound_codes, shares_of
from bangvang.law import Answer, Reason

ON = date(2022, 4, 19)
AFTER = date(2024, 1, 1)
MET, NOT_MET, OPEN = Answer.MET, Answer.NOT_MET, Answer.FOR_A_PERSON


def rows(
    code: str,
    *answers: Answer,
    unit: str = "so-y-te",
    on: date = ON,
    women: Sequence[bool | None] = (),
) -> list[Counted]:
    named = [*women, *[None] * len(answers)]
    return [
        Counted(f"{unit}-{code}-{n}", code, 2021, unit, answer, on, named[n])
        for n, answer in enumerate(answers)
    ]


@pytest.mark.parametrize(
    ("fighters", "answer"),
    [(3, Answer.MET), (4, Answer.NOT_MET)],
)
def test_the_register_gives_the_base_where_it_is_whole(fighters: int, answer: Answer) -> None:
    (share,) = shares_of(rows("CSTDCS", *[MET] * fighters), {("so-y-te", 2021): 20})

    assert share.finding.answer is answer
    assert f"Đề nghị {fighters} người trên 20 cá nhân" in share.finding.sentence
    assert share.finding.cite.text == "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP"


def test_too_many_are_counted_and_nobody_is_named() -> None:
    (share,) = shares_of(rows("CSTDCS", *[MET] * 5), {("so-y-te", 2021): 20})

    assert share.finding.sentence.endswith("nhiều quá 2 người.")
    assert "so-y-te-CSTDCS" not in share.finding.sentence


@pytest.mark.parametrize(("fighters", "answer"), [(1, MET), (2, OPEN), (9, OPEN)])
def test_without_the_register_the_list_shows_how_many_there_are_at_least(
    fighters: int, answer: Answer
) -> None:
    base = rows("LDTT", *[MET] * 7, OPEN, NOT_MET)
    asked = [*rows("CSTDCS", *[MET] * fighters), *base]

    (share,) = shares_of(asked, {})

    assert f"Đề nghị {fighters} người trên ít nhất 7 cá nhân" in share.finding.sentence
    assert share.finding.answer is answer
    assert share.finding.why is (None if answer is MET else Reason.FACT_MISSING)


def test_those_who_hold_the_title_of_the_year_are_in_the_base_though_not_given_it_again() -> None:
    base = [replace(row, is_held=True) for row in rows("LDTT", *[NOT_MET] * 7)]

    (share,) = shares_of([*rows("CSTDCS", MET), *base], {})

    assert (share.finding.answer, share.finding.why) == (MET, None)
    assert "trên ít nhất 7 cá nhân" in share.finding.sentence


def test_a_list_whose_own_base_is_all_refused_says_nothing_of_the_base() -> None:
    (share,) = shares_of([*rows("CSTDCS", MET), *rows("LDTT", *[NOT_MET] * 7)], {})

    assert (share.finding.answer, share.finding.why) == (OPEN, Reason.FACT_MISSING)
    assert "chưa rõ số cá nhân" in share.finding.sentence


def test_without_any_base_it_is_open_and_said() -> None:
    (share,) = shares_of(rows("CSTDCS", MET), {})

    assert (share.finding.answer, share.finding.why) == (OPEN, Reason.FACT_MISSING)
    assert "chưa rõ số cá nhân" in share.finding.sentence


def test_another_years_base_is_no_base() -> None:
    (share,) = shares_of(rows("CSTDCS", MET), {("so-y-te", 2020): 20})

    assert share.finding.why is Reason.FACT_MISSING


def test_units_are_held_apart_and_flags_are_of_the_whole_province() -> None:
    fighters = [*rows("CSTDCS", MET), *rows("CSTDCS", MET, unit="so-xay-dung")]
    flags = [
        *rows("CO_CP", MET),
        *rows("CO_CP", MET, unit="so-xay-dung"),
        *rows("CO_TINH", *[MET] * 10),
    ]

    assert [share.group for share in shares_of(fighters, {})] == ["so-y-te", "so-xay-dung"]
    (share,) = shares_of(flags, {})
    assert share.group == THE_PROVINCE
    assert share.finding.answer is MET


def test_where_no_text_sets_a_share_there_is_nothing() -> None:
    assert shares_of(rows("CSTDCS", MET, on=AFTER), {}) == ()
    assert shares_of(rows("CSTDT", MET), {}) == ()
    assert shares_of(rows("LDTT", MET, on=date(2015, 1, 1)), {}) == ()
    assert bound_codes(rows("CSTDCS", MET, on=AFTER)) == frozenset()
    assert bound_codes(rows("CSTDCS", MET)) == {"CSTDCS"}


def test_a_share_that_was_not_read_stays_open() -> None:
    (share,) = shares_of(rows("CO_CP", MET, on=AFTER), {})

    assert share.finding.why is Reason.TEXT_UNSEEN


def test_lists_received_on_two_days_of_one_law_are_one_group() -> None:
    asked = [*rows("CSTDCS", MET), *rows("CSTDCS", MET, on=date(2022, 5, 4))]

    (share,) = shares_of(asked, {("so-y-te", 2021): 20})

    assert "Đề nghị 2 người" in share.finding.sentence


def test_who_comes_first_among_equals_is_hinted_only_where_there_are_too_many() -> None:
    asked = rows("CSTDCS", MET, MET, women=(True, False))

    (over,) = shares_of(asked, {("so-y-te", 2021): 2})
    (within,) = shares_of(asked, {("so-y-te", 2021): 20})

    assert over.hint is not None
    assert over.hint.first == ("so-y-te-CSTDCS-0",)
    assert within.hint is None
