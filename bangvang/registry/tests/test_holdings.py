"""What people and organisations hold: histories, bars, uses of initiatives, the members' roll."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.actions.record_history import (
    History,
    PastAward,
    PastGrade,
    PastInitiative,
    record_history,
)
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.models import Award, Grade, Initiative, InitiativeUse, Person
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.selectors.holdings import BarHeld, UsedFor
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.selectors.public import awards_public, newest_award
from bangvang.registry.selectors.records import (
    A_PAGE,
    collective_record,
    collectives_found,
    people_found,
    person_record,
)
from bangvang.registry.states import BarKind, HolderKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

CLERK = actor(Role.SPECIALIST)
ON = date(2026, 9, 14)
WHOLE = {"AWARD": 2014, "GRADE": 2014}
MADE = PastInitiative(
    "SK_TINH", 2020, "Van tự đóng", "1/QĐ-UBND", date(2021, 1, 5), "Chủ tịch Ủy ban"
)


def past(code: str, year: int, *, no: str = "") -> PastAward:
    number = no or f"{code}-{year}/QĐ"
    return PastAward(code, "MERIT", year, number, date(year + 1, 1, 8), "Giám đốc", "Sở Y tế")


def enter(who: Person, *awards: PastAward, grade: str = "", whole: bool = True) -> None:
    history = History(
        awards=awards,
        grades=(PastGrade(grade, 2025),) if grade else (),
        initiatives=(MADE,),
        complete_from=WHOLE if whole else {},
    )
    record_history(who.ref, history, actor=CLERK, at=AT)


def decided(who: Person, no: str = "742/QĐ-UBND", code: str = "CSTDT") -> AwardAsDecided:
    return AwardAsDecided(
        who.ref, who.organisation.ref, code, "MERIT", 2021, "Danh hiệu", who.full_name, "Sở Y tế",
        "", no, date(2022, 5, 20), "Chủ tịch Ủy ban",
    )  # fmt: skip


def initiative_of(who: Person) -> Initiative:
    return Initiative.objects.get(person=who)


def test_an_award_marks_the_initiatives_it_rested_on() -> None:
    who = person()
    enter(who)
    made = initiative_of(who)

    record_award(decided(who), initiative_refs=[made.ref], actor=CLERK, at=AT)
    record_award(decided(who, "551/QĐ-TTg", "BK_TTG"), initiative_refs=[made.ref, made.ref],
                 actor=CLERK, at=AT)  # fmt: skip

    (held,) = [h for h in histories_of([who.ref])[who.ref].holdings if h.record_kind != "AWARD"]
    assert held.used_for == (
        UsedFor("BK_TTG", 2021, "551/QĐ-TTg", date(2022, 5, 20)),
        UsedFor("CSTDT", 2021, "742/QĐ-UBND", date(2022, 5, 20)),
    )


def test_the_same_use_twice_is_one_row() -> None:
    who = person()
    enter(who)
    made = initiative_of(who)

    record_award(decided(who), initiative_refs=[made.ref], actor=CLERK, at=AT)
    sudden = replace(decided(who), kind="SUDDEN")
    record_award(sudden, initiative_refs=[made.ref], actor=CLERK, at=AT)

    assert Award.objects.count() == 2
    assert InitiativeUse.objects.count() == 1


def test_an_award_does_not_use_somebody_elses_initiative() -> None:
    who, other = person(), person("Giàng A Suối")
    enter(other)

    with pytest.raises(Unseen):
        record_award(decided(who), initiative_refs=[initiative_of(other).ref], actor=CLERK, at=AT)
    assert not Award.objects.exists()


def test_an_organisation_holds_awards_and_grades_by_history() -> None:
    unit = organisation()
    history = History(
        (past("TTLDXS", 2024), past("CO_TINH", 2025)), (PastGrade("HTXSNV", 2025),),
        complete_from=WHOLE,
    )  # fmt: skip

    record_history(unit.ref, history, of=HolderKind.ORGANISATION, actor=CLERK, at=AT)

    held = histories_of_organisations([unit.ref])[unit.ref]
    assert [(h.record_kind, h.code, h.year) for h in held.holdings] == [
        ("AWARD", "CO_TINH", 2025), ("GRADE", "HTXSNV", 2025), ("AWARD", "TTLDXS", 2024),
    ]  # fmt: skip
    assert held.complete_from == WHOLE
    assert {a.name_as_written for a in Award.objects.all()} == {unit.name}
    assert [e.verb for e in entries_about(("organisation", unit.ref))] == ["record_history"]


def test_an_organisation_has_no_initiatives_and_no_second_history() -> None:
    unit = organisation()
    history = History((past("TTLDXS", 2024),))
    record_history(unit.ref, history, of=HolderKind.ORGANISATION, actor=CLERK, at=AT)

    with pytest.raises(ValueError, match="people"):
        record_history(
            unit.ref, History(initiatives=(MADE,)), of=HolderKind.ORGANISATION, actor=CLERK, at=AT
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        record_history(unit.ref, history, of=HolderKind.ORGANISATION, actor=CLERK, at=AT)
    with pytest.raises(Unseen):
        record_history("khong-co", history, actor=CLERK, at=AT)


def test_the_database_wants_exactly_one_holder() -> None:
    who = person()
    enter(who, past("LDTT", 2025), grade="HTTNV")

    with pytest.raises(IntegrityError, match="award_has_one_holder"), transaction.atomic():
        Award.objects.update(organisation=who.organisation)
    with pytest.raises(IntegrityError, match="grade_has_one_holder"), transaction.atomic():
        Grade.objects.update(person=None)


def test_a_history_tells_bars_in_force_and_past_and_no_withdrawn_one() -> None:
    who = person()
    first = bar(
        who, kind=BarKind.DISCIPLINED, level="CANH_CAO", since=date(2024, 1, 1),
        until=date(2025, 1, 1), paper_no="1/QĐ",
    )  # fmt: skip
    second = bar(who, note="Nội dung mật")
    wrong = bar(who, paper_no="2/QĐ")
    withdraw_bar(wrong.ref, "Nhầm.", version=1, actor=CLERK, at=AT)

    history = histories_of([who.ref])[who.ref]

    assert history.bars == (
        BarHeld("DISCIPLINED", date(2024, 1, 1), date(2025, 1, 1), "CANH_CAO", first.ref),
        BarHeld("INVESTIGATED", date(2026, 3, 2), None, "", second.ref),
    )
    assert "INVESTIGATED" not in repr(history)


@pytest.mark.parametrize("count", [1, 4])
def test_histories_take_a_fixed_number_of_queries(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    unit = organisation()
    people = [person(f"Lù Văn {number}", unit=unit) for number in "ABCD"[:count]]
    for who in people:
        enter(who, past("LDTT", 2025), grade="HTTNV")
        bar(who)
        record_award(decided(who), initiative_refs=[initiative_of(who).ref], actor=CLERK, at=AT)
    units = [organisation(f"Sở {number}") for number in range(count)]

    with django_assert_num_queries(8):
        assert len(histories_of([who.ref for who in people])) == count
    with django_assert_num_queries(5):
        assert len(histories_of_organisations([one.ref for one in units])) == count


def test_an_organisations_award_is_public_by_name_and_nothing_else() -> None:
    unit = organisation("Trường Nội trú Bản Mây")
    history = History((past("CO_TINH", 2025),))
    record_history(unit.ref, history, of=HolderKind.ORGANISATION, actor=CLERK, at=AT)
    bar(unit)

    (shown,) = awards_public("noi tru", on=ON).awards
    assert (shown.person_ref, shown.name, shown.code) == ("", unit.name, "CO_TINH")
    assert newest_award(ON) == shown


def test_the_office_leafs_through_people_and_organisations() -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    person("Vàng Thị Lúa Chín", unit=unit)
    person("Giàng A Suối", unit=organisation("Sở Tư pháp"))

    assert people_found(CLERK).count == 2
    assert unit.ref in {c.ref for c in collectives_found(CLERK).collectives}
    with pytest.raises(Unseen):
        people_found(CLERK, page=2)


@pytest.mark.parametrize(
    "role", [r for r in Role if r not in (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)]
)
def test_nobody_outside_the_office_looks_into_records(role: Role) -> None:
    who = person()
    by = actor(role, unit=who.organisation)

    for look in (
        lambda: people_found(by),
        lambda: collectives_found(by),
        lambda: person_record(by, who.ref),
        lambda: collective_record(by, who.organisation.ref),
    ):
        with pytest.raises(Unseen):
            look()


def test_long_lists_take_as_many_queries_as_short_ones(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    unit = organisation()
    for number in range(A_PAGE + 1):
        enter(person(f"Lù Văn {chr(65 + number)}", unit=unit), past("LDTT", 2025))

    with django_assert_num_queries(3):
        found = people_found(CLERK)
    assert (len(found.people), found.count, found.people[0].awards) == (A_PAGE, A_PAGE + 1, 1)
    with django_assert_num_queries(3):
        collectives_found(CLERK)
