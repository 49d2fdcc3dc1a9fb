"""What may be used or given once, and from when years count: the findings themselves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st

from bangvang.law import (
    Answer,
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    Seen,
    Subject,
    appraise,
    catalogue,
    using,
)
from bangvang.law.clock import counted_from_decisions
from bangvang.law.dated import Value
from bangvang.law.finding import Finding
from bangvang.law.loading import Texts, shipped
from bangvang.law.once import (
    FORMS,
    given_already,
    given_otherwise,
    is_of_the_state,
    other_forms,
    spent_initiatives,
    state_award_this_year,
)
from bangvang.law.tests.oracles import once as second_opinion

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


def otherwise(
    *rows: Held, code: str = "BK_TTG", kind: Kind = Kind.SUDDEN, on: date = ON_2025
) -> Finding | None:
    return given_otherwise(code, kind, 2024, record(*rows), on)


DEED = Held("BK_TINH", Kind.SUDDEN, 2024, date(2025, 2, 1), "7/QĐ-UBND", "a")


@pytest.mark.parametrize("kind", [Kind.SUDDEN, Kind.THEME, Kind.EXTERNAL])
@pytest.mark.parametrize(
    ("on", "why", "cite"),
    [
        (READ, Reason.JUDGEMENT, "điểm b khoản 2 Điều 6 Luật Thi đua, khen thưởng 2003"),
        (ON_2025, Reason.JUDGEMENT, "điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng 2022"),
        (UNCOMPARED, Reason.WEAK_SOURCE, "điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng 2022"),
    ],
)
def test_another_form_for_what_may_be_the_same_is_for_a_person(
    on: date, why: Reason, cite: str, kind: Kind
) -> None:
    found = otherwise(replace(DEED, kind=kind), kind=kind, on=on)

    assert found is not None
    assert (found.answer, found.why, found.cite.text) == (Answer.FOR_A_PERSON, why, cite)
    assert [row.record_id for row in found.used] == ["a"]


def test_the_two_awards_and_what_decides_are_named() -> None:
    letter = Held("GIAY_KHEN", Kind.SUDDEN, 2024, record_id="b")

    found = otherwise(DEED, letter)

    assert found is not None
    assert found.sentence == (
        "Cùng loại hình đột xuất, đã được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm "
        "2024 (7/QĐ-UBND); Giấy khen năm 2024 (chưa ghi số quyết định). Nếu cùng một thành tích "
        "thì không tặng thêm Bằng khen của Thủ tướng Chính phủ; nếu là thành tích khác thì không "
        "vướng: người thẩm định đối chiếu thành tích ghi trong quyết định với báo cáo."
    )


def test_the_lower_form_after_the_higher_is_asked_alike() -> None:
    assert otherwise(replace(DEED, code="HCLD3"), code="BK_TINH") is not None
    assert otherwise(replace(DEED, code="AHLD"), code="HCLD1") is not None


@pytest.mark.parametrize(
    "row",
    [
        replace(DEED, kind=Kind.THEME),
        replace(DEED, kind=Kind.MERIT),
        replace(DEED, year=2023),
        replace(DEED, year=2025),
        replace(DEED, code="BK_TTG"),
        replace(DEED, code="CO_TINH"),
        replace(DEED, code="SK_TINH"),
        replace(DEED, code="ODD"),
        replace(DEED, revoked_on=date(2025, 3, 1)),
    ],
)
def test_another_kind_or_year_a_title_and_what_was_revoked_are_not_for_it(row: Held) -> None:
    assert otherwise(row) is None


@pytest.mark.parametrize("kind", [Kind.MERIT, Kind.TENURE, Kind.RESISTANCE])
def test_forms_that_follow_one_another_by_their_own_clauses_are_not_asked(kind: Kind) -> None:
    assert otherwise(replace(DEED, kind=kind), kind=kind) is None


def test_a_title_is_no_second_form_either() -> None:
    assert otherwise(replace(DEED, kind=Kind.THEME), code="CO_CP", kind=Kind.THEME) is None


def test_a_law_that_lets_one_achievement_have_several_forms_asks_nothing() -> None:
    with using(changed("once.achievement", value=False)):
        assert otherwise(DEED) is None


@pytest.mark.parametrize(
    ("code", "year", "is_asked"),
    [
        ("HCLD3", 2010, True),
        ("HCLD2", 2010, True),
        ("HCLD2", 2024, True),
        ("HCLD3", 2024, False),
        ("HCLD3", 2025, False),
    ],
)
def test_service_that_was_rewarded_before_is_asked_about_in_any_year(
    code: str, year: int, *, is_asked: bool
) -> None:
    row = Held(code, Kind.LONG_SERVICE, year, decision_no="3/QĐ-CTN", record_id="s")

    found = otherwise(row, code="HCLD3", kind=Kind.LONG_SERVICE)

    assert (found is not None) is is_asked
    if found:
        assert found.sentence.startswith("Cùng loại hình quá trình cống hiến, đã được tặng Huân")
        assert found.sentence.endswith(
            "Quá trình cống hiến đã khen thì không khen lần nữa: người thẩm định xem Huân chương "
            "Lao động hạng Ba lần này có chỉ tính thời gian công tác sau lần đã khen hay không."
        )


@pytest.mark.parametrize("kind", Kind)
def test_the_forms_to_compare_are_all_but_the_one_proposed(kind: Kind) -> None:
    several = kind in (Kind.SUDDEN, Kind.THEME, Kind.EXTERNAL)

    assert other_forms("HCDC", kind) == (
        {*second_opinion.FORMS} - {"HCDC"} if several else frozenset()
    )
    assert other_forms("CO_TINH", kind) == frozenset()


def test_the_forms_of_the_clause_are_those_of_the_second_opinion() -> None:
    listed = {code for code, line in catalogue().items() if line.award_class in FORMS}

    assert listed == set(second_opinion.FORMS)


ROWS = st.builds(
    Held,
    st.sampled_from(("BK_TINH", "GIAY_KHEN", "BK_TTG", "HCLD3", "HCDC", "CO_TINH", "CSTDCS")),
    st.sampled_from(Kind),
    st.integers(2022, 2025),
    revoked_on=st.sampled_from((None, None, date(2025, 2, 2))),
    record_id=st.sampled_from(("a", "b", "c")),
)
ASKED = st.sampled_from(("BK_TINH", "GIAY_KHEN", "BK_TTG", "HCLD3", "HCDC"))


@with_any(rows=st.lists(ROWS, max_size=6).map(tuple), code=ASKED, kind=st.sampled_from(Kind))
def test_a_form_to_compare_is_never_passed_over_and_nothing_else_is_asked(
    rows: tuple[Held, ...], code: str, kind: Kind
) -> None:
    one = Record(rows, dict.fromkeys(RecordKind, 1950))
    wanted = second_opinion.to_compare(one, code, kind, 2024)

    found = appraise(code, one, days=Days(ON_2025), kind=kind, subject=Subject.PERSON)

    told = list(of_rule(found.finding, "once.other_form"))
    assert [(row.code, row.year) for part in told for row in part.used] == sorted(
        ((row.code, row.year) for row in wanted), key=lambda row: (row[1], row[0])
    )
    assert not wanted or found.answer is not Answer.MET


def of_rule(found: Finding, rule: str) -> Iterable[Finding]:
    if found.rule == rule:
        yield found
    for part in found.parts:
        yield from of_rule(part, rule)


def test_before_the_guidance_no_initiative_is_spent() -> None:
    one = record(SPENT)

    assert spent_initiatives("CSTDT", one, date(2023, 12, 31)) == ()
    assert spent_initiatives("CSTDT", one, date(2024, 1, 1)) == (SPENT,)
    assert spent_initiatives("CSTDT", one, UNCOMPARED) == (SPENT,)
    assert shipped().on("once.initiative", UNCOMPARED).seen is Seen.UNVERIFIED
    with using(changed("once.initiative", value=False)):
        assert spent_initiatives("CSTDT", one, ON_2025) == ()


@pytest.mark.parametrize(
    ("code", "used_for", "is_spent"),
    [
        ("CSTDT", ("BK_TINH",), True),
        ("CSTDT", ("CSTDCS",), False),
        ("CSTDT", ("CSTDCS", "BK_TINH"), True),
        ("BK_TINH", ("CSTDCS",), True),
        ("BK_TINH", ("GIAY_KHEN",), True),
        ("BK_TINH", ("BK_TINH",), True),
        ("CSTDT", ("AHLD",), True),
        ("AHLD", ("CSTDT",), True),
        ("CSTDT", ("ODD",), False),
        ("BK_TINH", ("ODD",), False),
    ],
)
def test_an_initiative_is_spent_but_between_titles(
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
        ("HCLD3", Kind.LONG_SERVICE),
        ("HCLD3", Kind.TENURE),
    ],
)
def test_what_is_not_of_the_state_or_free_of_the_year_is_not_asked(code: str, kind: Kind) -> None:
    assert of_the_year(READ, CERTIFICATE, code=code, kind=kind) is None


@pytest.mark.parametrize(
    "row",
    [
        replace(CERTIFICATE, kind=Kind.LONG_SERVICE),
        replace(CERTIFICATE, kind=Kind.TENURE),
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


@pytest.mark.parametrize(
    ("asked", "held", "is_told"),
    [
        (Kind.SUDDEN, Kind.MERIT, True),
        (Kind.MERIT, Kind.SUDDEN, True),
        (Kind.MERIT, Kind.RESISTANCE, False),
        (Kind.RESISTANCE, Kind.MERIT, False),
        (Kind.MERIT, Kind.THEME, False),
    ],
)
def test_of_sudden_deeds_only_the_special_ones_are_free_so_a_person_judges(
    asked: Kind, held: Kind, *, is_told: bool
) -> None:
    found = of_the_year(READ, replace(CERTIFICATE, kind=held), kind=asked)

    assert found is not None
    assert found.answer is Answer.FOR_A_PERSON
    assert ("khi thành tích đặc biệt xuất sắc" in found.sentence) is is_told


def test_the_state_level_is_the_catalogue_s() -> None:
    asked = ("BK_TTG", "HCLD3", "BK_TINH", "SK_TOAN_QUOC", "ODD")

    assert [is_of_the_state(code) for code in asked] == [True, True, False, False, False]


def test_a_clock_that_was_not_read_leaves_both_readings() -> None:
    moved = counted_from_decisions(record(CERTIFICATE), WEAK)

    assert moved == record(replace(CERTIFICATE, year=2018))
    assert counted_from_decisions(record(CERTIFICATE), READ) is None
    with using(changed("clock.end_of_period", seen=Seen.MEMORY)):
        assert counted_from_decisions(record(CERTIFICATE), READ) == moved
