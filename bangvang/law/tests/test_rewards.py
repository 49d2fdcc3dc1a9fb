"""Prizes, row by row of the decrees' tables, on each side of their boundary days."""

from datetime import date
from decimal import Decimal

import pytest

from bangvang.law import NotInForce, Seen, Subject, UnknownAward, reward_for, reward_unread

SESSION = date(2022, 4, 19)
UNDER_98 = date(2024, 4, 19)
UNDER_152 = date(2025, 7, 1)
PERSON, COLLECTIVE, HOUSEHOLD = Subject.PERSON, Subject.COLLECTIVE, Subject.HOUSEHOLD
S, INF, M, U = Seen.SOURCE, Seen.INFERRED, Seen.MEMORY, Seen.UNVERIFIED


@pytest.mark.parametrize(
    ("code", "on", "amount", "seen"),
    [
        ("CSTDT", SESSION, 4_470_000, S),
        ("CSTDT", date(2017, 10, 1), 3_900_000, M),
        ("CSTDT", date(2018, 6, 30), 3_900_000, M),
        ("CSTDT", date(2018, 7, 1), 4_170_000, S),
        ("CSTDT", date(2019, 6, 30), 4_170_000, S),
        ("CSTDT", date(2019, 7, 1), 4_470_000, S),
        ("CSTDT", date(2023, 6, 30), 4_470_000, S),
        ("CSTDT", date(2023, 7, 1), 5_400_000, S),
        ("CSTDT", date(2024, 6, 30), 5_400_000, S),
        ("CSTDT", date(2024, 7, 1), 7_020_000, S),
        ("CSTDT", date(2026, 6, 30), 7_020_000, S),
        ("CSTDT", date(2026, 7, 1), 7_590_000, S),
        ("CSTDT", date(2026, 10, 1), 7_590_000, U),
        ("LDTT", date(2019, 12, 31), 450_000, INF),
        ("LDTT", UNDER_152, 710_000, S),
        ("BK_TTG", SESSION, 5_220_000, INF),
        ("BK_TTG", UNDER_152, 8_190_000, S),
        ("BK_TTG", date(2026, 7, 1), 8_860_000, S),
    ],
)
def test_the_prize_is_a_multiple_of_that_days_base_salary(
    code: str, on: date, amount: int, seen: Seen
) -> None:
    found = reward_for(code, decided_on=on)

    assert found is not None
    assert (found.amount_vnd, found.seen) == (amount, seen)


TABLE: list[tuple[str, Subject, tuple[str, Seen] | None, tuple[str, Seen], tuple[str, Seen]]] = [
    ("CSTDTQ", PERSON, ("4.5", S), ("4.5", S), ("4.5", S)),
    ("CSTDT", PERSON, ("3.0", S), ("3.0", S), ("3.0", S)),
    ("CSTDCS", PERSON, ("1.0", S), ("1.0", S), ("1.0", S)),
    ("LDTT", PERSON, ("0.3", S), ("0.3", S), ("0.3", S)),
    ("CSTT", PERSON, ("0.3", S), ("0.3", S), ("0.3", S)),
    ("TTLDXS", COLLECTIVE, ("1.5", S), ("1.5", S), ("1.5", S)),
    ("DVQT", COLLECTIVE, ("1.5", S), ("1.5", S), ("1.5", S)),
    ("TTLDTT", COLLECTIVE, ("0.8", S), ("0.8", S), ("0.8", S)),
    ("DVTT", COLLECTIVE, ("0.8", S), ("0.8", S), ("0.8", S)),
    ("THON_VH", COLLECTIVE, ("1.5", S), ("1.5", S), ("1.5", S)),
    ("XA_TIEU_BIEU", COLLECTIVE, None, ("2.0", INF), ("2.0", S)),
    ("CO_CP", COLLECTIVE, ("12.0", S), ("12.0", S), ("12.0", S)),
    ("CO_TINH", COLLECTIVE, ("8.0", S), ("8.0", S), ("8.0", S)),
    ("CO_QK", COLLECTIVE, None, ("6.0", INF), ("6.0", S)),
    ("HCSV", PERSON, ("46.0", S), ("46.0", S), ("46.0", S)),
    ("HCSV", COLLECTIVE, ("92.0", S), ("92", S), ("92", S)),
    ("HCHCM", PERSON, ("30.5", S), ("30.5", S), ("30.5", S)),
    ("HCHCM", COLLECTIVE, ("61", U), ("61", S), ("61", S)),
    ("HCDL1", PERSON, ("15.0", S), ("15.0", S), ("15.0", S)),
    ("HCDL1", COLLECTIVE, ("30", U), ("30", S), ("30", S)),
    ("HCDL2", PERSON, ("12.5", S), ("12.5", S), ("12.5", S)),
    ("HCDL2", COLLECTIVE, ("25", U), ("25", S), ("25", S)),
    ("HCDL3", PERSON, ("10.5", S), ("10.5", S), ("10.5", S)),
    ("HCDL3", COLLECTIVE, ("21", U), ("21", S), ("21", S)),
    ("HCQC1", PERSON, None, ("15.0", S), ("15.0", S)),
    ("HCQC2", PERSON, None, ("12.5", S), ("12.5", S)),
    ("HCQC3", COLLECTIVE, None, ("21", S), ("21", S)),
    ("HCLD1", PERSON, ("9.0", S), ("9.0", S), ("9.0", S)),
    ("HCLD1", COLLECTIVE, ("18", U), ("18", S), ("18", S)),
    ("HCLD2", PERSON, ("7.5", S), ("7.5", S), ("7.5", S)),
    ("HCLD2", COLLECTIVE, ("15", U), ("15", S), ("15", S)),
    ("HCLD3", PERSON, ("4.5", M), ("4.5", S), ("4.5", S)),
    ("HCLD3", COLLECTIVE, ("9", U), ("9", S), ("9", S)),
    ("HCBVTQ1", PERSON, None, ("9.0", S), ("9.0", S)),
    ("HCBVTQ2", PERSON, None, ("7.5", S), ("7.5", S)),
    ("HCBVTQ3", PERSON, None, ("4.5", S), ("4.5", S)),
    ("HCCC1", PERSON, None, ("9.0", S), ("9.0", S)),
    ("HCCC2", COLLECTIVE, None, ("15", S), ("15", S)),
    ("HCCC3", PERSON, None, ("4.5", S), ("4.5", S)),
    ("HCDDK", PERSON, ("7.5", M), ("7.5", S), ("7.5", S)),
    ("HCDC", PERSON, ("4.5", M), ("4.5", S), ("4.5", S)),
    ("HCDC", COLLECTIVE, ("9", U), ("9", S), ("9", S)),
    ("AHLD", PERSON, ("15.5", S), ("15.5", S), ("15.5", INF)),
    ("AHLD", COLLECTIVE, ("31.0", U), ("31.0", INF), ("31.0", S)),
    ("AHLLVT", PERSON, ("15.5", S), ("15.5", S), ("15.5", INF)),
    ("AHLLVT", COLLECTIVE, ("31.0", U), ("31.0", INF), ("31.0", S)),
    ("BMVNAH", PERSON, None, ("15.5", S), ("15.5", INF)),
    ("NGND", PERSON, ("12.5", Seen.SECONDARY), ("12.5", S), ("12.5", INF)),
    ("TTND", PERSON, ("12.5", Seen.SECONDARY), ("12.5", S), ("12.5", INF)),
    ("NSND", PERSON, ("12.5", Seen.SECONDARY), ("12.5", S), ("12.5", INF)),
    ("NNND", PERSON, ("12.5", Seen.SECONDARY), ("12.5", S), ("12.5", INF)),
    ("NGUT", PERSON, ("9.0", Seen.SECONDARY), ("9.0", S), ("9.0", INF)),
    ("TTUT", PERSON, ("9.0", Seen.SECONDARY), ("9.0", S), ("9.0", INF)),
    ("NSUT", PERSON, ("9.0", Seen.SECONDARY), ("9.0", S), ("9.0", INF)),
    ("NNUT", PERSON, ("9.0", Seen.SECONDARY), ("9.0", S), ("9.0", INF)),
    ("BK_TTG", PERSON, ("3.5", S), ("3.5", S), ("3.5", S)),
    ("BK_TTG", COLLECTIVE, ("7.0", S), ("7.0", S), ("7.0", S)),
    ("BK_TINH", PERSON, ("1.0", S), ("1.5", S), ("1.5", S)),
    ("BK_TINH", COLLECTIVE, ("2.0", S), ("3.0", S), ("3.0", S)),
    ("BK_TINH", HOUSEHOLD, ("1.5", M), ("2.25", INF), ("2.25", S)),
    ("BK_BO", PERSON, ("1.0", S), ("1.5", S), ("1.5", S)),
    ("BK_BO", COLLECTIVE, ("2.0", S), ("3.0", S), ("3.0", S)),
    ("BK_QK", PERSON, None, ("1.0", INF), ("1.0", S)),
    ("BK_QK", COLLECTIVE, None, ("2.0", INF), ("2.0", S)),
    ("GIAY_KHEN", PERSON, ("0.3", S), ("0.3", S), ("0.3", S)),
    ("GIAY_KHEN", COLLECTIVE, ("0.6", S), ("0.6", S), ("0.6", S)),
    ("GIAY_KHEN", HOUSEHOLD, ("0.45", M), ("0.45", INF), ("0.45", S)),
    ("KNC", PERSON, ("0.6", M), ("0.6", INF), ("0.6", S)),
]


@pytest.mark.parametrize(("code", "who", "in_2022", "in_2024", "in_2025"), TABLE)
def test_the_tables_of_the_three_decrees(
    code: str,
    who: Subject,
    in_2022: tuple[str, Seen] | None,
    in_2024: tuple[str, Seen],
    in_2025: tuple[str, Seen],
) -> None:
    days = {SESSION: in_2022, UNDER_98: in_2024, UNDER_152: in_2025}
    if code in {"XA_TIEU_BIEU", "CO_QK", "BK_QK"}:
        del days[SESSION]  # no such award yet

    for on, wanted in days.items():
        found = reward_for(code, decided_on=on, subject=who, rounding="up")
        told = None if found is None else (found.multiple, found.seen)
        assert told == (None if wanted is None else (Decimal(wanted[0]), wanted[1]))


@pytest.mark.parametrize(
    ("decree", "on", "articles"),
    [
        ("ND-91-2017", SESSION, {69, 70, 71, 73}),
        ("ND-98-2023", UNDER_98, {54, 55, 56, 58}),
        ("ND-152-2025", UNDER_152, {50, 51, 52, 54}),
    ],
)
def test_every_prize_cites_the_decree_of_its_day(decree: str, on: date, articles: set[int]) -> None:
    codes = ("CSTDT", "TTLDXS", "HCLD1", "AHLD", "BK_TTG")
    found = [reward_for(code, decided_on=on, collective=code == "TTLDXS") for code in codes]

    assert {one.cite.instrument for one in found if one} == {decree}
    assert {one.cite.article for one in found if one} == articles


def test_published_examples_of_both_readings_of_rounding() -> None:
    commune = reward_for("GIAY_KHEN", decided_on=SESSION, by_commune=True)
    group = reward_for("GIAY_KHEN", decided_on=SESSION, collective=True, by_commune=True)
    worker = reward_for("LDTT", decided_on=UNDER_152)

    assert commune is not None
    assert group is not None
    assert worker is not None
    assert (commune.exact_vnd, commune.amount_vnd) == (Decimal(223_500), 220_000)
    assert (group.exact_vnd, group.amount_vnd) == (Decimal(447_000), 450_000)
    assert (worker.exact_vnd, worker.amount_vnd) == (Decimal(702_000), 710_000)
    assert (commune.rounding, worker.rounding) == ("nearest", "up")


def test_the_province_may_set_the_way_of_rounding() -> None:
    up = reward_for("GIAY_KHEN", decided_on=SESSION, by_commune=True, rounding="up")
    nearest = reward_for("LDTT", decided_on=UNDER_152, rounding="nearest")

    assert up is not None
    assert nearest is not None
    assert (up.amount_vnd, up.rounding, up.seen) == (230_000, "up", Seen.SOURCE)
    assert (nearest.amount_vnd, nearest.rounding) == (700_000, "nearest")
    with pytest.raises(ValueError, match="no way of rounding is called down"):
        reward_for("LDTT", decided_on=UNDER_152, rounding="down")


@pytest.mark.parametrize(
    ("code", "on", "amount", "other"),
    [
        ("LDTT", date(2024, 7, 1), 710_000, 700_000),
        ("LDTT", SESSION, 450_000, None),
        ("CSTDT", SESSION, 4_470_000, None),
        ("LDTT", UNDER_152, 710_000, None),
    ],
)
def test_the_other_amount_is_told_only_where_the_reading_is_open_and_matters(
    code: str, on: date, amount: int, other: int | None
) -> None:
    found = reward_for(code, decided_on=on)
    chosen = reward_for(code, decided_on=on, rounding="nearest")

    assert found is not None
    assert (found.amount_vnd, found.other_vnd) == (amount, other)
    assert chosen is not None
    assert chosen.other_vnd is None


def test_half_goes_upwards_to_the_nearest() -> None:
    found = reward_for("BK_TTG", decided_on=SESSION)

    assert found is not None
    assert (found.exact_vnd, found.amount_vnd) == (Decimal(5_215_000), 5_220_000)


def test_a_collective_gets_twice_the_certificate() -> None:
    found = reward_for("BK_TTG", decided_on=SESSION, collective=True)

    assert found is not None
    assert (found.multiple, found.base_vnd) == (Decimal("7.0"), 1_490_000)
    assert (found.exact_vnd, found.amount_vnd) == (Decimal(10_430_000), 10_430_000)
    assert found.base_cite.text == "Nghị định 38/2019/NĐ-CP"


def test_a_badge_pays_at_most_its_amount() -> None:
    badge, letter = (reward_for(code, decided_on=UNDER_152) for code in ("KNC", "GIAY_KHEN"))

    assert badge is not None
    assert letter is not None
    assert (badge.at_most, letter.at_most) == (True, False)


@pytest.mark.parametrize("rounding", [None, "up", "nearest"])
def test_a_ceiling_is_not_rounded(rounding: str | None) -> None:
    badge = reward_for("KNC", decided_on=UNDER_152, rounding=rounding)

    assert badge is not None
    assert (badge.amount_vnd, badge.other_vnd) == (1_404_000, None)


def test_the_later_decrees_were_not_read_on_letters_of_a_commune() -> None:
    for on in (UNDER_98, UNDER_152):
        for who in (PERSON, COLLECTIVE, HOUSEHOLD):
            assert reward_for("GIAY_KHEN", decided_on=on, subject=who, by_commune=True) is None
            cite = reward_unread("GIAY_KHEN", decided_on=on, subject=who, by_commune=True)
            assert cite is not None
            assert cite.article in (54, 58)
            assert reward_unread("GIAY_KHEN", decided_on=on, subject=who) is None
    assert reward_for("BK_TINH", decided_on=UNDER_152, by_commune=True) is not None
    assert reward_unread("BK_TINH", decided_on=UNDER_152, subject=PERSON, by_commune=True) is None
    assert reward_unread("GIAY_KHEN", decided_on=SESSION, subject=PERSON, by_commune=True) is None


@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("CSTDT", COLLECTIVE),
        ("CO_TINH", PERSON),
        ("GIA_DINH_VH", HOUSEHOLD),
        ("HCLD1", HOUSEHOLD),
        ("HCHN", PERSON),
        ("HUYCHN", PERSON),
        ("TINHAH", COLLECTIVE),
        ("GTHCM", PERSON),
        ("BMVNAH", COLLECTIVE),
    ],
)
def test_what_is_not_known_is_none_and_never_nought(code: str, who: Subject) -> None:
    for on in (UNDER_98, UNDER_152, date(2026, 10, 1)):
        assert reward_for(code, decided_on=on, subject=who) is None


def test_after_the_decree_ends_no_prize_is_known() -> None:
    for code, who in (("CSTDT", PERSON), ("HCSV", COLLECTIVE), ("GIAY_KHEN", HOUSEHOLD)):
        assert reward_for(code, decided_on=date(2027, 2, 28), subject=who) is not None
        with pytest.raises(NotInForce):
            reward_for(code, decided_on=date(2027, 3, 1), subject=who)


def test_an_unknown_award_and_a_day_before_its_first_are_refused() -> None:
    with pytest.raises(UnknownAward):
        reward_for("NO_SUCH", decided_on=SESSION)
    with pytest.raises(NotInForce):
        reward_for("BK_TTG", decided_on=date(2017, 9, 30))
    with pytest.raises(NotInForce):
        reward_for("XA_TIEU_BIEU", decided_on=date(2023, 12, 31), collective=True)
