"""Who decides, level by level, on each side of the days on which that changed."""

from datetime import date

import pytest

from bangvang.law import (
    Citation,
    Level,
    NothingFound,
    NotInForce,
    Seen,
    UnknownAward,
    authority_for,
    grantors_of,
)

SESSION = date(2022, 4, 19)
UNDER_98 = date(2024, 4, 19)
TODAY = date(2026, 6, 30)
AMENDED = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("code", "on", "key", "seen"),
    [
        ("CSTDT", SESSION, "PROVINCE_CHAIR", Seen.MEMORY),
        ("CSTDT", date(2024, 1, 1), "PROVINCE_CHAIR", Seen.MEMORY),
        ("CO_TINH", SESSION, "PROVINCE_CHAIR", Seen.MEMORY),
        ("CO_TINH", TODAY, "PROVINCE_CHAIR", Seen.MEMORY),
        ("TTLDXS", SESSION, "PROVINCE_CHAIR", Seen.SOURCE),
        ("TTLDXS", TODAY, "PROVINCE_CHAIR", Seen.SECONDARY),
        ("DVQT", SESSION, "PROVINCE_CHAIR", Seen.MEMORY),
        ("DVQT", TODAY, "PROVINCE_CHAIR", Seen.SECONDARY),
        ("BK_TINH", date(2023, 12, 31), "PROVINCE_CHAIR", Seen.SOURCE),
        ("BK_TINH", date(2024, 1, 1), "PROVINCE_CHAIR", Seen.SECONDARY),
        ("XA_TIEU_BIEU", date(2024, 1, 30), "PROVINCE_CHAIR", Seen.MEMORY),
        ("BK_TTG", SESSION, "PRIME_MINISTER", Seen.SOURCE),
        ("CSTDTQ", TODAY, "PRIME_MINISTER", Seen.SOURCE),
        ("BK_TTG", AMENDED, "PRIME_MINISTER", Seen.UNVERIFIED),
        ("CO_CP", date(2023, 12, 31), "GOVERNMENT", Seen.SOURCE),
        ("CO_CP", date(2024, 1, 1), "GOVERNMENT", Seen.SOURCE),
        ("HCLD3", SESSION, "PRESIDENT", Seen.MEMORY),
        ("HCLD3", TODAY, "PRESIDENT", Seen.MEMORY),
        ("HCDL1", TODAY, "PRESIDENT", Seen.MEMORY),
        ("HCCC2", UNDER_98, "PRESIDENT", Seen.SOURCE),
        ("AHLD", SESSION, "PRESIDENT", Seen.MEMORY),
        ("AHLD", UNDER_98, "PRESIDENT", Seen.SOURCE),
        ("AHLLVT", UNDER_98, "PRESIDENT", Seen.SOURCE),
        ("HUYCTNXP", UNDER_98, "PRESIDENT", Seen.MEMORY),
        ("NGND", TODAY, "PRESIDENT", Seen.MEMORY),
        ("TINHAH", TODAY, "PRESIDENT", Seen.MEMORY),
        ("BK_BO", SESSION, "MINISTRY_HEAD", Seen.MEMORY),
        ("KNC", TODAY, "OWNER", Seen.MEMORY),
        ("LDTT", SESSION, "BASE", Seen.MEMORY),
        ("LDTT", date(2025, 7, 1), "BASE", Seen.SOURCE),
        ("CSTT", TODAY, "BASE", Seen.INFERRED),
        ("THON_VH", TODAY, "BASE", Seen.SOURCE),
        ("GIA_DINH_VH", SESSION, "BASE", Seen.MEMORY),
        ("GIAY_KHEN", AMENDED, "BASE", Seen.UNVERIFIED),
    ],
)
def test_who_decides(code: str, on: date, key: str, seen: Seen) -> None:
    found = authority_for(code, on=on)

    assert (found.key, found.seen) == (key, seen)


def test_who_decides_is_named_and_cited() -> None:
    found = authority_for("BK_TTG", on=SESSION)

    assert (found.name_vi, found.level) == ("Thủ tướng Chính phủ", Level.STATE)
    assert found.cite.text == "Điều 78 Luật Thi đua, khen thưởng 2003"


@pytest.mark.parametrize(
    ("code", "on", "cite"),
    [
        ("CO_QK", TODAY, "LUAT-06-2022"),
        ("BK_QK", UNDER_98, "LUAT-06-2022"),
        ("XA_TIEU_BIEU", date(2024, 1, 29), "LUAT-06-2022"),
        ("CO_QK", AMENDED, "LUAT-06-2026"),
    ],
)
def test_where_no_text_says_who_decides_the_law_to_look_in_is_named(
    code: str, on: date, cite: str
) -> None:
    for ask in (authority_for, grantors_of):
        with pytest.raises(NothingFound) as caught:
            ask(code, on=on)

        assert caught.value.cite == Citation(cite)
        assert caught.value.cite.text in caught.value.sentence
        assert f"Chưa tìm thấy quy định về thẩm quyền quyết định ({code})" in caught.value.sentence


UNIT, DISTRICT, COMMUNE = "UNIT_HEAD", "DISTRICT_CHAIR", "COMMUNE_CHAIR"
COMPANY, BOARD, ARMED = "COMPANY_DIRECTOR", "BOARD_CHAIR", "ARMED_FORCES"


@pytest.mark.parametrize(
    ("code", "until_2023", "until_june_2025", "since_july_2025"),
    [
        (
            "LDTT",
            [UNIT, DISTRICT, COMMUNE],
            [UNIT, DISTRICT, COMMUNE, COMPANY],
            [UNIT, COMMUNE, COMPANY],
        ),
        ("CSTDCS", [UNIT, DISTRICT], [UNIT, DISTRICT, COMPANY], [UNIT, COMMUNE, COMPANY]),
        ("TTLDTT", [UNIT, DISTRICT], [UNIT, DISTRICT, COMPANY], [UNIT, COMMUNE, COMPANY]),
        (
            "GIAY_KHEN",
            [UNIT, DISTRICT, COMMUNE, COMPANY],
            [UNIT, DISTRICT, COMMUNE, COMPANY, BOARD],
            [UNIT, COMMUNE, COMPANY, BOARD],
        ),
        ("THON_VH", [DISTRICT], [DISTRICT], [COMMUNE]),
        ("GIA_DINH_VH", [COMMUNE], [COMMUNE], [COMMUNE]),
        ("CSTT", [ARMED], [ARMED], [ARMED]),
        ("DVTT", [ARMED], [ARMED], [ARMED]),
    ],
)
def test_the_base_level_lost_its_districts(
    code: str, until_2023: list[str], until_june_2025: list[str], since_july_2025: list[str]
) -> None:
    for days, keys in (
        ((date(2017, 10, 1), date(2023, 12, 31)), until_2023),
        ((date(2024, 1, 1), date(2025, 6, 30)), until_june_2025),
        ((date(2025, 7, 1), date(2026, 9, 30), AMENDED), since_july_2025),
    ):
        for on in days:
            assert [one.key for one in grantors_of(code, on=on)] == keys


def test_the_commune_took_over_by_the_decree_on_two_levels() -> None:
    before, after = (
        {one.key: one for one in grantors_of("GIA_DINH_VH", on=on)}[COMMUNE]
        for on in (date(2025, 6, 30), date(2025, 7, 1))
    )

    assert (before.cite, before.seen) == (Citation("LUAT-06-2022", 80, 3), Seen.SOURCE)
    assert (after.cite, after.seen) == (Citation("ND-129-2025", 59), Seen.SOURCE)
    assert after.name_vi == "Chủ tịch Ủy ban nhân dân cấp xã"


def test_above_the_base_level_one_decides() -> None:
    (found,) = grantors_of("CSTDT", on=SESSION)

    assert found.name_vi == "Chủ tịch Ủy ban nhân dân tỉnh"
    assert found.seen is Seen.MEMORY


def test_an_unknown_award_and_a_day_before_its_first_are_refused() -> None:
    for ask in (authority_for, grantors_of):
        with pytest.raises(UnknownAward):
            ask("NO_SUCH", on=SESSION)
        with pytest.raises(NotInForce):
            ask("BK_TTG", on=date(2017, 9, 30))
        with pytest.raises(NotInForce):
            ask("XA_TIEU_BIEU", on=date(2023, 12, 31))
