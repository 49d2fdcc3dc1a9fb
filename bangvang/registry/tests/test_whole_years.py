"""Heads state that a year is whole; what follows for people, for the office, for the law."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.ask_for_year import ask_for_year
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.actions.withdraw_year_statement import withdraw_year_statement
from bangvang.registry.columns import Register
from bangvang.registry.models import Completeness, Organisation, Person, YearStatement
from bangvang.registry.selectors.collectives import roll_of
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.selectors.titled import people_titled
from bangvang.registry.selectors.whole_years import (
    KindYear,
    asked_of,
    not_whole_among,
    own_statements,
    own_years,
    year_table,
)
from bangvang.registry.tally import joined
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import PAPER, confirm, handed, head_of, officer_of

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST, ref="specialist", name="Lý A Ruộng")


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def lua(unit: Organisation) -> Person:
    return person("Vàng Thị Lúa Chín", unit=unit)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def state(unit: Organisation, year: int, kind: str = "AWARD", by: Actor | None = None) -> str:
    return state_year_whole(kind, year=year, actor=by or head_of(unit), at=AT)


def span(of: Person, kind: str = "AWARD") -> tuple[int | None, int | None]:
    history = histories_of([of.ref])[of.ref]
    return history.complete_from.get(kind), history.complete_through.get(kind)


def row(unit: Organisation, year: int = 2025, kind: str = "AWARD") -> KindYear:
    table = {line.unit_ref: line for line in year_table(OFFICE, year, on=DAY)}
    return table[unit.ref].kinds[kind]


@pytest.mark.parametrize(
    ("promised", "years", "expected"),
    [
        (None, (), None),
        (None, (2025,), (2025, 2025)),
        (None, (2023, 2024, 2025), (2023, 2025)),
        (None, (2020, 2021, 2025), (2020, 2021)),
        (None, (2021, 2025), (2025, 2025)),
        (2014, (), (2014, None)),
        (2014, (2025,), (2014, None)),
        (2014, (2013, 2012, 2010), (2012, None)),
    ],
)
def test_years_join_only_without_a_gap(
    promised: int | None, years: tuple[int, ...], expected: tuple[int, int | None] | None
) -> None:
    assert joined(promised, years) == expected


@given(st.sets(st.integers(2000, 2030), min_size=1))
def test_a_joined_span_claims_no_year_that_nobody_stated(years: set[int]) -> None:
    found = joined(None, years)

    assert found is not None
    first, last = found
    assert last is not None
    assert set(range(first, last + 1)) <= years
    assert first - 1 not in years
    assert last + 1 not in years


def test_a_year_joins_when_the_gap_closes(unit: Organisation, lua: Person) -> None:
    state(unit, 2022)
    state(unit, 2023)
    state(unit, 2025)
    assert span(lua) == (2022, 2023)

    state(unit, 2024)

    assert span(lua) == (2022, 2025)
    assert span(lua, "GRADE") == (None, None)


def test_what_the_office_promised_stays_and_is_carried_back(
    unit: Organisation, lua: Person
) -> None:
    Completeness.objects.create(person=lua, record_kind="AWARD", from_year=2014)
    assert refusal(lambda: state(unit, 2025)) == "STATED_ALREADY"

    ref = state(unit, 2013)
    assert span(lua) == (2013, None)

    withdraw_year_statement(ref, "Thiếu một quyết định.", actor=head_of(unit), at=AT)
    assert span(lua) == (2014, None)


def test_a_withdrawn_word_counts_no_longer_and_stays_in_view(
    unit: Organisation, lua: Person
) -> None:
    state(unit, 2024)
    ref = state(unit, 2025)

    def withdraw(reason: str = "Thiếu Giấy khen.", by: Actor | None = None) -> None:
        withdraw_year_statement(ref, reason, actor=by or head_of(unit), at=AT)

    assert refusal(lambda: withdraw(" ")) == "NO_REASON"
    assert refusal(lambda: withdraw(by=officer_of(unit))) == "NOT_UNIT_HEAD"
    with pytest.raises(Unseen):
        withdraw(by=head_of(organisation("Sở Xây dựng")))
    withdraw()
    assert span(lua) == (2024, 2024)
    assert refusal(withdraw) == "STATEMENT_WITHDRAWN"
    seen = {one.year: one for one in own_statements(head_of(unit))}
    assert (seen[2025].withdrawn_reason, seen[2025].people) == ("Thiếu Giấy khen.", 1)
    assert row(unit).whole == 0
    assert state(unit, 2025) != ref


def test_when_the_last_word_is_withdrawn_nothing_is_known(unit: Organisation, lua: Person) -> None:
    ref = state(unit, 2025)

    withdraw_year_statement(ref, "Nhầm năm.", actor=head_of(unit), at=AT)

    assert span(lua) == (None, None)
    assert not Completeness.objects.exists()


def test_who_comes_later_is_not_covered(unit: Organisation, lua: Person) -> None:
    state(unit, 2025)
    late = person("Lù Văn Suối", unit=organisation("Khoa Nội", kind="SUB_UNIT", parent=unit))

    assert span(late) == (None, None)
    assert (row(unit).people, row(unit).whole, row(unit).is_whole) == (2, 1, False)
    assert not_whole_among([lua.ref, late.ref], "AWARD", 2025) == {late.ref}
    state(unit, 2025)
    assert row(unit).is_whole


def test_a_unit_below_states_for_its_own_people_only(unit: Organisation, lua: Person) -> None:
    ward = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    suoi = person("Lù Văn Suối", unit=ward)

    state(ward, 2025)

    assert (span(suoi), span(lua)) == ((2025, 2025), (None, None))
    assert (row(ward).is_whole, row(unit).whole, row(unit).open_people) == (True, 1, 1)


def test_who_may_state_and_which_years(unit: Organisation) -> None:
    assert refusal(lambda: state(unit, 2025)) == "NOBODY_THERE"
    person(unit=unit)
    assert refusal(lambda: state(unit, 2025, by=officer_of(unit))) == "NOT_UNIT_HEAD"
    assert refusal(lambda: state(unit, 2026)) == "YEAR_NOT_OVER"
    assert refusal(lambda: state(unit, 1900)) == "YEAR_UNREAL"
    assert refusal(lambda: state(unit, 2025, "INITIATIVE")) == "NO_SUCH_KIND"
    with pytest.raises(Unseen):
        state(unit, 2025, by=actor(Role.UNIT_HEAD))
    assert not YearStatement.objects.exists()


def test_a_statement_is_in_the_audit_record(unit: Organisation, lua: Person) -> None:
    ref = state(unit, 2025)

    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert (last.verb, last.subject_ref, last.details) == (
        "state_year_whole", unit.ref, {"statement": ref},
    )  # fmt: skip


def test_with_the_confirmation_the_head_states_the_year(unit: Organisation, lua: Person) -> None:
    confirm(handed(unit, [lua]), says_whole=True)

    assert span(lua) == (2025, 2025)
    seen = row(unit)
    assert (seen.decisions, seen.stated_by, seen.is_whole) == (1, "Ngô Thị Rừng Thông", True)
    confirm(
        handed(unit, [lua], "GIAY_KHEN"), replace(PAPER, decision_no="14/QĐ-SYT"), says_whole=True
    )
    assert YearStatement.objects.count() == 1


def test_what_is_whole_is_known_to_rolls_shares_and_columns(
    unit: Organisation, lua: Person
) -> None:
    confirm(handed(unit, [lua]), says_whole=True)
    state(unit, 2025, "GRADE")

    assert roll_of(unit.ref, 2025).is_complete
    assert not roll_of(unit.ref, 2024).is_complete
    assert people_titled([unit.ref], [2024, 2025], ["LDTT"]) == {(unit.ref, 2025): 1}
    columns = Register(2026).select([lua.ref], year=2026)
    assert [int(years) & 0b111 for years in columns.unknown(("CSTDCS",))] == [0b101]


def test_columns_forget_what_was_withdrawn(unit: Organisation, lua: Person) -> None:
    ref = state(unit, 2025)
    register = Register(2025)
    withdraw_year_statement(ref, "Nhầm năm.", actor=head_of(unit), at=AT)

    register.refresh()

    unknown = register.select([lua.ref], year=2025).unknown(("CSTDCS",))
    assert [int(years) & 1 for years in unknown] == [1]


def test_the_office_asks_and_the_unit_sees_it(unit: Organisation, lua: Person) -> None:
    def ask(by: Actor = OFFICE, year: int = 2025) -> None:
        ask_for_year(unit.ref, "GRADE", year=year, actor=by, at=AT)

    assert refusal(lambda: ask(head_of(unit))) == "NOT_OFFICE"
    assert refusal(lambda: ask(year=2026)) == "YEAR_NOT_OVER"
    ask()
    ask()
    assert asked_of(officer_of(unit)) == [("GRADE", 2025, AT, "Lý A Ruộng")]
    assert asked_of(officer_of(organisation("Sở Xây dựng"))) == []
    assert asked_of(OFFICE) == []
    assert row(unit, kind="GRADE").asked_by == "Lý A Ruộng"


def test_the_table_is_the_offices_and_the_own_years_the_units(
    unit: Organisation, lua: Person
) -> None:
    organisation("Sở chưa có ai")
    organisation("Huyện cũ", kind="DISTRICT", until=date(2025, 7, 1))
    state(unit, 2024)

    assert [line.unit_ref for line in year_table(OFFICE, 2024, on=DAY)] == [unit.ref]
    with pytest.raises(Unseen):
        year_table(head_of(unit), 2024, on=DAY)
    mine = own_years(officer_of(unit), [2025, 2024])
    assert [year["AWARD"].is_whole for year in mine] == [False, True]
    with pytest.raises(Unseen):
        own_years(actor(Role.UNIT_OFFICER), [2025])
    assert own_statements(OFFICE) == []


def test_the_table_takes_the_same_queries_for_one_unit_and_for_three(
    unit: Organisation, lua: Person
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            year_table(OFFICE, 2025, on=DAY)
        return len(captured)

    one = queries()
    for name in ("Sở Xây dựng", "Sở Nội vụ"):
        person("Lù Văn Suối", unit=organisation(name))

    assert queries() == one


def test_a_large_unit_is_reckoned_part_by_part(
    unit: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bangvang.registry.actions.join_years.AT_ONCE", 2)
    people = [person(f"Lù Văn Suối {n}", unit=unit) for n in range(5)]

    state(unit, 2025)

    assert [span(one) for one in people] == [(2025, 2025)] * 5
