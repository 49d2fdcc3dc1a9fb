"""Years that an earlier award of the same form may have rewarded already."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as with_any
from hypothesis import settings
from hypothesis import strategies as st

from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    appraise,
    using,
)
from bangvang.law.loading import Texts, shipped
from bangvang.law.rewarded_before import RULE, earlier_of_the_form
from bangvang.law.tests.oracles.rewarded import again
from bangvang.law.tests.second_opinions import ORACLES

ALL = dict.fromkeys(RecordKind, 1950)
ON_2019, ON_2022, ON_2025 = date(2019, 3, 1), date(2022, 3, 1), date(2025, 3, 1)


def five_years(on: date, *given: Held) -> Record:
    """Make a nominee for BK_TTG by either law: five years with all that they ask for."""
    codes = ("HTXSNV", "CSTDCS", "SK_CO_SO", "SK_TINH")
    rows = [Held(code, Kind.MERIT, on.year - back) for code in codes for back in range(1, 6)]
    return Record((*rows, certificate(on.year - 8, code="BK_TINH"), *given), ALL)


def certificate(year: int, kind: Kind = Kind.MERIT, code: str = "BK_TTG") -> Held:
    return Held(code, kind, year, date(year + 1, 1, 5), "7/QĐ-TTg", "c")


def asked(one: Record, on: date, code: str = "BK_TTG") -> Appraisal:
    return appraise(code, one, days=Days(on))


@pytest.mark.parametrize(
    ("on", "cite"),
    [
        (ON_2019, "Thông tư 08/2017/TT-BNV"),
        (ON_2022, "điểm b khoản 2 Điều 6 Luật Thi đua, khen thưởng 2003"),
        (ON_2025, "điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng 2022"),
    ],
)
def test_a_year_rewarded_before_is_told_with_its_award_and_clause(on: date, cite: str) -> None:
    found = asked(five_years(on, certificate(on.year - 2)), on)

    assert (found.answer, found.reasons) == (Answer.FOR_A_PERSON, (Reason.TWO_READINGS,))
    doubt = found.deciding()
    assert (doubt.rule, doubt.cite.text) == (RULE, cite)
    assert doubt.sentence.startswith(
        f"Đã được tặng Bằng khen của Thủ tướng Chính phủ năm {on.year - 2} (7/QĐ-TTg): thành tích "
        f"đến năm {on.year - 2} có thể đã được khen. Nếu chỉ tính từ năm {on.year - 1}: Hoàn thành"
    )


@pytest.mark.parametrize(
    "row",
    [
        certificate(2013),
        certificate(2017, Kind.SUDDEN),
        certificate(2017, code="GIAY_KHEN"),
        certificate(2017, code="CSTDT"),
        replace(certificate(2017), revoked_on=date(2018, 8, 1)),
    ],
)
def test_years_after_it_another_form_kind_or_title_and_what_was_revoked_take_none(
    row: Held,
) -> None:
    assert asked(five_years(ON_2019, row), ON_2019).answer is Answer.MET


def test_a_ministry_s_certificate_is_the_same_form_as_the_province_s() -> None:
    given = Record((certificate(2017, code="BK_TINH"),), {})

    assert earlier_of_the_form("BK_BO", 2018, given)
    assert not earlier_of_the_form("BK_TTG", 2018, given)
    assert not earlier_of_the_form("CSTDT", 2018, Record((certificate(2017, code="CSTDT"),), {}))


def test_a_refusal_and_what_is_judged_anyway_stay_as_they_are() -> None:
    short = Record((Held("HTXSNV", Kind.MERIT, 2018), certificate(2017)), ALL)

    assert asked(short, ON_2019).answer is Answer.NOT_MET
    assert RULE not in str(asked(short, ON_2019).as_json())


@pytest.mark.parametrize("value", [True, False])
def test_what_people_read_of_the_law_is_followed(*, value: bool) -> None:
    rows = [entry for row in shipped().rows.values() for entry in row.items]
    read = Texts(
        replace(entry, value=value) if entry.id == "once.achievement" else entry for entry in rows
    )

    with using(read):
        found = asked(five_years(ON_2022, certificate(2020)), ON_2022)

    assert found.answer is (Answer.FOR_A_PERSON if value else Answer.MET)


YEARS = tuple(range(2014, 2025))


@settings(max_examples=120, deadline=None)
@with_any(
    missing=st.sets(st.sampled_from(YEARS), max_size=2),
    titles=st.sets(st.sampled_from(YEARS), min_size=3),
    given=st.sets(st.integers(2012, 2023), max_size=2),
)
def test_the_second_time_is_answered_as_the_clause_allows(
    missing: set[int], titles: set[int], given: set[int]
) -> None:
    rows = [Held("HTTNV", Kind.MERIT, year) for year in YEARS if year not in missing]
    rows += [Held("CSTDCS", Kind.MERIT, year) for year in sorted(titles)]
    rows += [Held("BK_TTG", Kind.MERIT, year) for year in sorted(given)]
    one = Record((certificate(2010, code="BK_TINH"), *rows), ALL)

    found = asked(one, ON_2025, "BK_TTG")

    oracle = ORACLES["prime_minister_certificate.merit.2024"]
    assert found.answer is again(oracle, one, "BK_TTG", 2024)
