"""Ballots, authority, papers and prizes, on each side of their boundary days."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.law import (
    Agreement,
    Citation,
    NotInForce,
    Seen,
    Share,
    UnknownAward,
    agreement_needed,
    authority_for,
    papers_required,
    reward_for,
)

SESSION = date(2022, 4, 19)
EVE = date(2017, 9, 30)


def test_the_decree_of_2017_asks_for_a_secret_ballot_of_ninety_percent() -> None:
    for on in (date(2017, 10, 1), date(2023, 12, 31)):
        assert agreement_needed("CSTDT", on=on) == Agreement(
            Share(90, 100), True, Citation("ND-91-2017", 45, 8), Seen.SOURCE, text_unseen=False
        )


def test_the_decree_of_2023_does_not_say_secret() -> None:
    for on in (date(2024, 1, 1), date(2025, 6, 30)):
        assert agreement_needed("CSTDT", on=on) == Agreement(
            Share(90, 100), None, Citation("ND-98-2023", 30, 7), Seen.SOURCE, text_unseen=False
        )


@pytest.mark.parametrize("code", ["CSTDT", "CSTDCS"])
def test_the_decree_of_2025_has_not_been_read(code: str) -> None:
    assert agreement_needed(code, on=date(2025, 7, 1)) == Agreement(
        None, None, Citation("ND-152-2025"), Seen.UNVERIFIED, text_unseen=True
    )


def test_lower_titles_have_a_mark_from_2024() -> None:
    found = agreement_needed("CO_TINH", on=date(2024, 1, 1))

    assert agreement_needed("CO_TINH", on=date(2023, 12, 31)) is None
    assert found is not None
    assert found.share == Share(80, 100)
    assert found.secret is None


@pytest.mark.parametrize("on", [SESSION, date(2024, 4, 19), date(2026, 11, 22)])
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


@pytest.mark.parametrize(
    ("code", "on", "key", "seen"),
    [
        ("CSTDT", SESSION, "PROVINCE_CHAIR", Seen.MEMORY),
        ("CSTDT", date(2024, 1, 1), "PROVINCE_CHAIR", Seen.MEMORY),
        ("BK_TTG", SESSION, "PRIME_MINISTER", Seen.SOURCE),
        ("BK_TTG", date(2026, 10, 1), "PRIME_MINISTER", Seen.UNVERIFIED),
        ("CO_CP", date(2024, 1, 1), "GOVERNMENT", Seen.SOURCE),
        ("HCLD3", SESSION, "PRESIDENT", Seen.MEMORY),
        ("LDTT", date(2025, 7, 1), "BASE", Seen.SOURCE),
    ],
)
def test_who_decides(code: str, on: date, key: str, seen: Seen) -> None:
    found = authority_for(code, on=on)

    assert (found.key, found.seen) == (key, seen)


def test_who_decides_is_named_and_cited() -> None:
    found = authority_for("BK_TTG", on=SESSION)

    assert (found.name_vi, found.level) == ("Thủ tướng Chính phủ", "state")
    assert found.cite.text == "Điều 78 Luật Thi đua, khen thưởng 2003"


def test_who_decides_an_uncharted_award_is_not_guessed() -> None:
    with pytest.raises(NotInForce):
        authority_for("BK_BO", on=SESSION)


def test_papers_of_a_fighter_end_with_the_initiative() -> None:
    for on in (SESSION, date(2024, 4, 19), date(2026, 11, 22)):
        assert [paper.kind for paper in papers_required("CSTDT", on=on)] == [
            "TO_TRINH",
            "BAO_CAO_THANH_TICH",
            "BIEN_BAN_BINH_XET",
            "CHUNG_NHAN_SANG_KIEN",
        ]


def test_papers_of_a_certificate_cite_their_clause() -> None:
    found = papers_required("BK_TTG", on=date(2024, 4, 19))

    assert [paper.kind for paper in found] == [
        "TO_TRINH",
        "BAO_CAO_THANH_TICH",
        "BIEN_BAN_BINH_XET",
    ]
    assert {paper.cite.text for paper in found} == {
        "khoản 2 Điều 84 Luật Thi đua, khen thưởng 2022"
    }
    assert {paper.seen for paper in found} == {Seen.SOURCE}


def test_papers_a_province_sets_by_itself_are_only_hinted_at() -> None:
    before, after = (papers_required("LDTT", on=on) for on in (date(2025, 6, 30), date(2025, 7, 1)))

    assert {paper.seen for paper in before} == {Seen.SOURCE}
    assert {paper.seen for paper in after} == {Seen.UNVERIFIED}


@pytest.mark.parametrize(
    ("code", "on", "amount", "seen"),
    [
        ("CSTDT", SESSION, 4_470_000, Seen.SOURCE),
        ("CSTDT", date(2018, 6, 30), 3_900_000, Seen.MEMORY),
        ("CSTDT", date(2018, 7, 1), 4_170_000, Seen.SOURCE),
        ("CSTDT", date(2019, 6, 30), 4_170_000, Seen.SOURCE),
        ("CSTDT", date(2019, 7, 1), 4_470_000, Seen.SOURCE),
        ("CSTDT", date(2023, 6, 30), 4_470_000, Seen.SOURCE),
        ("CSTDT", date(2023, 7, 1), 5_400_000, Seen.SOURCE),
        ("CSTDT", date(2024, 6, 30), 5_400_000, Seen.SOURCE),
        ("CSTDT", date(2024, 7, 1), 7_020_000, Seen.SOURCE),
        ("CSTDT", date(2026, 6, 30), 7_020_000, Seen.SOURCE),
        ("CSTDT", date(2026, 7, 1), 7_590_000, Seen.SOURCE),
        ("CSTDT", date(2026, 10, 1), 7_590_000, Seen.UNVERIFIED),
        ("BK_TTG", SESSION, 5_220_000, Seen.INFERRED),
        ("BK_TTG", date(2025, 7, 1), 8_190_000, Seen.SOURCE),
        ("BK_TTG", date(2026, 7, 1), 8_860_000, Seen.SOURCE),
    ],
)
def test_the_prize_is_a_multiple_of_that_days_base_salary(
    code: str, on: date, amount: int, seen: Seen
) -> None:
    found = reward_for(code, decided_on=on)

    assert found is not None
    assert (found.amount_vnd, found.seen) == (amount, seen)


def test_a_collective_gets_twice_the_certificate() -> None:
    found = reward_for("BK_TTG", decided_on=SESSION, collective=True)

    assert found is not None
    assert (found.multiple, found.base_vnd) == (Decimal("7.0"), 1_490_000)
    assert (found.exact_vnd, found.amount_vnd) == (Decimal(10_430_000), 10_430_000)
    assert found.base_cite.text == "Nghị định 38/2019/NĐ-CP"


def test_where_no_multiple_is_recorded_there_is_no_prize_to_name() -> None:
    assert reward_for("CSTDT", decided_on=SESSION, collective=True) is None
    assert reward_for("HCLD3", decided_on=SESSION) is None


def test_after_the_decree_ends_no_prize_is_known() -> None:
    assert reward_for("CSTDT", decided_on=date(2027, 2, 28)) is not None
    with pytest.raises(NotInForce):
        reward_for("CSTDT", decided_on=date(2027, 3, 1))


@pytest.mark.parametrize(
    "ask",
    [
        lambda code, on: agreement_needed(code, on=on),
        lambda code, on: authority_for(code, on=on),
        lambda code, on: papers_required(code, on=on),
        lambda code, on: reward_for(code, decided_on=on),
    ],
)
def test_all_refuse_an_unknown_award_and_the_day_before_the_first(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownAward):
        ask("NO_SUCH", SESSION)
    with pytest.raises(NotInForce):
        ask("BK_TTG", EVE)
