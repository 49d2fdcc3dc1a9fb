"""What may be used or given once, and from when years count: the findings themselves."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import Answer, Held, Kind, Reason, Record, Seen, using
from bangvang.law.clock import counted_from_decisions
from bangvang.law.dated import Value
from bangvang.law.finding import Finding
from bangvang.law.loading import Texts, shipped
from bangvang.law.once import (
    given_already,
    is_of_the_state,
    spent_initiatives,
    state_award_this_year,
)

READ, WEAK = date(2018, 4, 19), date(2021, 4, 19)
ON_2025 = date(2025, 3, 1)
UNCOMPARED = date(2026, 10, 5)
CERTIFICATE = Held("BK_TTG", Kind.MERIT, 2016, date(2018, 2, 1), "9/QĐ-TTg", "x")
SPENT = Held("SK_TINH", Kind.MERIT, 2024, record_id="s", used_for=("BK_TINH",))


def record(*rows: Held) -> Record:
    return Record(rows, {})


def changed(id_: str, *, value: Value = True, seen: Seen = Seen.SOURCE) -> Texts:
    """Return the shipped entries with this value and source in every version of one of them."""
    rows = [entry for row in shipped().rows.values() for entry in row.items]
    return Texts(
        replace(entry, value=value, seen=seen) if entry.id == id_ else entry for entry in rows
    )


def given(on: date, kind: Kind = Kind.MERIT) -> Finding:
    row = Held("BK_TINH", kind, 2024, date(2025, 2, 1), "7/QĐ-UBND", "a")
    found = given_already("BK_TINH", kind, 2024, record(row), on)
    assert found is not None
    return found


def of_the_year(
    on: date, *rows: Held, code: str = "BK_TTG", kind: Kind = Kind.MERIT
) -> Finding | None:
    return state_award_this_year(code, kind, record(*rows), on)


@pytest.mark.parametrize(
    ("on", "kind", "answer", "why"),
    [
        (ON_2025, Kind.MERIT, Answer.NOT_MET, None),
        (ON_2025, Kind.SUDDEN, Answer.FOR_A_PERSON, Reason.JUDGEMENT),
        (ON_2025, Kind.THEME, Answer.FOR_A_PERSON, Reason.JUDGEMENT),
        (ON_2025, Kind.EXTERNAL, Answer.FOR_A_PERSON, Reason.JUDGEMENT),
        (UNCOMPARED, Kind.MERIT, Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
        (UNCOMPARED, Kind.SUDDEN, Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
    ],
)
def test_an_award_given_for_the_achievement_refuses_where_that_is_read_and_sure(
    on: date, kind: Kind, answer: Answer, why: Reason | None
) -> None:
    found = given(on, kind)

    assert (found.answer, found.why) == (answer, why)
    assert [(row.record_id, row.decided_on) for row in found.used] == [("a", date(2025, 2, 1))]


def test_a_law_that_lets_one_achievement_be_praised_twice_refuses_nothing() -> None:
    row = Held("BK_TINH", Kind.MERIT, 2024)

    with using(changed("once.achievement", value=False)):
        assert given_already("BK_TINH", Kind.MERIT, 2024, record(row), ON_2025) is None


def test_a_revoked_award_or_one_of_another_kind_or_year_was_not_given_for_it() -> None:
    rows = (
        Held("BK_TINH", Kind.MERIT, 2024, revoked_on=date(2025, 1, 1)),
        Held("BK_TINH", Kind.SUDDEN, 2024),
        Held("BK_TINH", Kind.MERIT, 2023),
        Held("GIAY_KHEN", Kind.MERIT, 2024),
    )

    assert given_already("BK_TINH", Kind.MERIT, 2024, record(*rows), ON_2025) is None


def test_before_the_guidance_no_initiative_is_spent() -> None:
    one = record(SPENT)

    assert spent_initiatives("CSTDT", one, date(2023, 12, 31)) == ()
    assert spent_initiatives("CSTDT", one, date(2024, 1, 1)) == (SPENT,)
    with using(changed("once.initiative", value=False)):
        assert spent_initiatives("CSTDT", one, ON_2025) == ()


@pytest.mark.parametrize(
    ("code", "used_for", "is_spent"),
    [
        ("CSTDT", ("BK_TINH",), True),
        ("CSTDT", ("CSTDCS",), False),
        ("CSTDT", ("CSTDCS", "BK_TINH"), True),
        ("BK_TINH", ("CSTDCS",), True),
        ("BK_TINH", ("GIAY_KHEN",), False),
        ("CSTDT", ("AHLD",), False),
    ],
)
def test_an_initiative_is_spent_between_titles_and_commendations_only(
    code: str, used_for: tuple[str, ...], is_spent: bool
) -> None:
    found = spent_initiatives(code, record(replace(SPENT, used_for=used_for)), ON_2025)

    assert bool(found) is is_spent


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2017, 12, 14), None),
        (READ, Reason.TWO_READINGS),
        (WEAK, Reason.WEAK_SOURCE),
        (date(2024, 1, 1), None),
    ],
)
def test_a_second_state_award_in_a_year_is_at_most_a_question(on: date, why: Reason | None) -> None:
    row = replace(CERTIFICATE, year=on.year - 2, decided_on=date(on.year, 2, 1))

    found = of_the_year(on, row)

    assert (found and found.why) == why
    if found:
        assert found.answer is Answer.FOR_A_PERSON
        assert [used.record_id for used in found.used] == ["x"]
        assert found.sentence == (
            f"Trong năm {on.year} đã được tặng Bằng khen của Thủ tướng Chính phủ "
            f"(01/02/{on.year}); người thẩm định xem có trùng năm."
        )


def test_an_undated_state_award_is_told_alone_and_after_a_dated_one() -> None:
    undated = replace(CERTIFICATE, decided_on=None, record_id="u")
    told = (
        "Bằng khen của Thủ tướng Chính phủ năm 2016: chưa rõ ngày quyết định, nên chưa biết có "
        "thuộc năm 2018 hay không; người thẩm định đối chiếu quyết định."
    )

    alone, both = of_the_year(READ, undated), of_the_year(READ, undated, CERTIFICATE)

    assert alone is not None
    assert both is not None
    assert (alone.sentence, alone.why) == (told, Reason.FACT_MISSING)
    assert both.sentence.endswith(f"xem có trùng năm. {told}")
    assert [row.record_id for row in both.used] == ["u", "x"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("BK_TINH", Kind.MERIT),
        ("BK_TTG", Kind.SUDDEN),
        ("HCLD3", Kind.LONG_SERVICE),
        ("HCLD3", Kind.TENURE),
        ("HCLD3", Kind.RESISTANCE),
    ],
)
def test_what_is_not_of_the_state_or_free_of_the_year_is_not_asked(code: str, kind: Kind) -> None:
    assert of_the_year(READ, CERTIFICATE, code=code, kind=kind) is None


@pytest.mark.parametrize(
    "row",
    [
        replace(CERTIFICATE, kind=Kind.SUDDEN),
        replace(CERTIFICATE, revoked_on=date(2018, 3, 1)),
        replace(CERTIFICATE, code="BK_TINH"),
        replace(CERTIFICATE, code="SK_TOAN_QUOC"),
        replace(CERTIFICATE, code="ODD"),
        replace(CERTIFICATE, decided_on=date(2017, 12, 31)),
        replace(CERTIFICATE, decided_on=date(2019, 1, 1)),
        replace(CERTIFICATE, decided_on=None, year=2015),
        replace(CERTIFICATE, decided_on=None, year=2019),
    ],
)
def test_what_is_no_state_award_of_the_year_does_not_count(row: Held) -> None:
    assert of_the_year(READ, row) is None


def test_the_state_level_is_the_catalogue_s() -> None:
    asked = ("BK_TTG", "HCLD3", "BK_TINH", "SK_TOAN_QUOC", "ODD")

    assert [is_of_the_state(code) for code in asked] == [True, True, False, False, False]


def test_a_clock_that_was_not_read_leaves_both_readings() -> None:
    moved = counted_from_decisions(record(CERTIFICATE), WEAK)

    assert moved == record(replace(CERTIFICATE, year=2018))
    assert counted_from_decisions(record(CERTIFICATE), READ) is None
    with using(changed("clock.end_of_period", seen=Seen.MEMORY)):
        assert counted_from_decisions(record(CERTIFICATE), READ) == moved
