"""Marks in the council's ballot and quorums, on each side of their boundary days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.law import (
    Agreement,
    Citation,
    NotInForce,
    Quorum,
    Seen,
    Share,
    agreement_needed,
    central_quorum,
    provincial_quorum,
    written_opinions_in_minutes,
)

SESSION = date(2022, 4, 19)


HIGHER = ["AHLD", "AHLLVT", "CSTDTQ", "CSTDT"]
LOWER = ["CSTDCS", "CO_TINH", "CO_CP"]


@pytest.mark.parametrize("code", HIGHER)
def test_the_decree_of_2017_asks_for_a_secret_ballot_of_ninety_percent(code: str) -> None:
    for on in (date(2017, 10, 1), date(2023, 12, 31)):
        assert agreement_needed(code, on=on) == Agreement(
            Share(90, 100), True, Citation("ND-91-2017", 45, 8), Seen.SOURCE, text_unseen=False
        )


@pytest.mark.parametrize("code", HIGHER)
def test_the_decree_of_2023_does_not_say_secret(code: str) -> None:
    for on in (date(2024, 1, 1), date(2025, 6, 30)):
        assert agreement_needed(code, on=on) == Agreement(
            Share(90, 100), None, Citation("ND-98-2023", 30, 7), Seen.SOURCE, text_unseen=False
        )


@pytest.mark.parametrize("code", [*HIGHER, *LOWER, "BK_TINH", "TTLDXS", "HCLD3"])
def test_the_decree_of_2025_has_not_been_read(code: str) -> None:
    assert agreement_needed(code, on=date(2025, 7, 1)) == Agreement(
        None, None, Citation("ND-152-2025"), Seen.UNVERIFIED, text_unseen=True
    )


@pytest.mark.parametrize("code", LOWER)
def test_lower_titles_have_a_mark_from_2024(code: str) -> None:
    found = agreement_needed(code, on=date(2024, 1, 1))

    assert agreement_needed(code, on=date(2023, 12, 31)) is None
    assert found is not None
    assert found.share == Share(80, 100)
    assert found.secret is None


@pytest.mark.parametrize("on", [SESSION, date(2024, 4, 19), date(2025, 6, 30)])
def test_no_national_mark_was_found_for_the_certificate(on: date) -> None:
    assert agreement_needed("BK_TTG", on=on) is None


@pytest.mark.parametrize(
    ("total", "needed"), [(20, 18), (21, 19), (22, 20), (1, 1), (10, 9), (11, 10)]
)
def test_ninety_percent_of_all_members_in_whole_numbers(total: int, needed: int) -> None:
    share = Share(90, 100)

    assert share.needed(total) == needed
    assert share.reached(needed, total)
    assert not share.reached(needed - 1, total)


def test_more_than_half_is_not_half() -> None:
    share = Share(1, 2, more_than=True)

    assert share.needed(20) == 11
    assert share.needed(21) == 11
    assert not share.reached(10, 20)
    assert share.text == "trên 1/2"
    assert Share(2, 3).text == "ít nhất 2/3"
    assert Share(2, 3).reached(14, 21)
    assert Share(90, 100).text == "ít nhất 90 %"


@given(
    st.integers(1, 99).flatmap(lambda den: st.tuples(st.integers(1, den), st.just(den))),
    st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))),
)
def test_reached_is_the_plain_comparison(part: tuple[int, int], ballot: tuple[int, int]) -> None:
    (num, den), (yes, total) = part, ballot

    assert Share(num, den).reached(yes, total) == (yes * den >= num * total)
    assert Share(num, den, more_than=True).reached(yes, total) == (yes * den > num * total)


@pytest.mark.parametrize(("yes", "total"), [(0, 0), (-1, 5), (6, 5)])
def test_impossible_counts_are_refused(yes: int, total: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        Share(1, 2).reached(yes, total)


def test_after_the_decree_of_2025_the_text_is_unseen_too() -> None:
    found = agreement_needed("CSTDT", on=date(2027, 3, 1))

    assert found == Agreement(
        None, None, Citation("LUAT-06-2026"), Seen.UNVERIFIED, text_unseen=True
    )


def test_only_the_lower_mark_wants_written_opinions_in_the_minutes() -> None:
    day = date(2024, 4, 19)

    assert [code for code in HIGHER + LOWER if written_opinions_in_minutes(code, on=day)] == LOWER
    assert not written_opinions_in_minutes("CO_TINH", on=date(2025, 7, 1))


@pytest.mark.parametrize(
    ("on", "cite"),
    [
        (date(2017, 10, 1), Citation("ND-91-2017", 63)),
        (date(2023, 12, 31), Citation("ND-91-2017", 63)),
        (date(2024, 1, 1), Citation("ND-98-2023", 49, 2)),
        (date(2025, 7, 1), Citation("ND-152-2025")),
        (date(2027, 3, 1), Citation("LUAT-06-2026")),
    ],
)
def test_no_national_quorum_of_a_provincial_council_was_read(on: date, cite: Citation) -> None:
    assert provincial_quorum(on=on) == Quorum(None, cite, Seen.UNVERIFIED, text_unseen=True)


def test_the_central_council_has_a_quorum_under_the_decree_of_2023() -> None:
    cite, day = Citation("ND-98-2023", 47, 4, "b"), date(2025, 6, 30)

    assert central_quorum(on=day) == Quorum(Share(2, 3), cite, Seen.SOURCE, text_unseen=False)
    heroes = central_quorum(on=day, for_heroes=True)
    assert heroes is not None
    assert heroes.share == Share(9, 10)
    assert central_quorum(on=date(2023, 12, 31)) is None
    assert central_quorum(on=date(2025, 7, 1)) is None


def test_before_the_first_day_there_is_no_quorum_to_ask_about() -> None:
    with pytest.raises(NotInForce):
        provincial_quorum(on=date(2017, 9, 30))
