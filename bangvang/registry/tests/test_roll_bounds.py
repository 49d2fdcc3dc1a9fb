"""What the register knows for sure of a collective's members in one year."""

import pytest
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.actions.withdraw_year_statement import withdraw_year_statement
from bangvang.registry.models import Award, Grade, Organisation, Person
from bangvang.registry.selectors.rolls import Counted, RollBounds, rolls_bounded
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import head_of
from bangvang.registry.tests.test_holdings import ON

pytestmark = pytest.mark.django_db

YEAR = 2025


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


def title(who: Person, code: str = "LDTT", *, unit: Organisation | None = None) -> Award:
    return Award.objects.create(
        person=who, code=code, kind="MERIT", year=YEAR, name_as_written=who.full_name,
        unit_as_written="Sở", unit=unit or who.organisation, decision_no=f"{code}/QĐ",
        decided_on=ON, issued_by="Giám đốc", origin="BACK_ENTRY",
    )  # fmt: skip


def grade(who: Person, code: str = "HTTNV") -> None:
    Grade.objects.create(person=who, code=code, year=YEAR)


def staff(unit: Organisation, size: int, *, graded: str = "HTTNV") -> list[Person]:
    people = [person(f"Lù Văn {n}", unit=unit) for n in range(size)]
    for one in people if graded else ():
        grade(one, graded)
    return people


def stated(unit: Organisation, *kinds: str) -> list[str]:
    return [
        state_year_whole(kind, year=YEAR, actor=head_of(unit), at=AT)
        for kind in kinds or ("AWARD", "GRADE")
    ]


def bounds(unit: Organisation) -> RollBounds:
    return rolls_bounded([unit.ref], YEAR)[unit.ref]


def exact(members: int, completed: int, titled: int, fighters: int) -> RollBounds:
    counts = (members, completed, titled, fighters)
    return RollBounds(*(Counted(count, count) for count in counts))


def test_a_year_that_the_head_stated_is_counted(unit: Organisation) -> None:
    below = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    first, second, *_ = [*staff(unit, 2), *staff(below, 2, graded="HTXSNV")]
    for one in (first, second):
        title(one)
    title(first, "CSTDCS")

    stated(unit)

    assert bounds(unit) == exact(4, 4, 2, 1)


def test_without_both_statements_there_are_lower_bounds_only(unit: Organisation) -> None:
    first, second, third = staff(unit, 3)
    title(first)
    title(second, "CSTT")
    title(third, "CSTDCS")
    lower = RollBounds(Counted(3), Counted(3), Counted(2), Counted(1))

    assert bounds(unit) == lower
    stated(unit, "AWARD")
    assert bounds(unit) == lower
    (ref,) = stated(unit, "GRADE")
    assert bounds(unit).members == Counted(3, 3)
    withdraw_year_statement(ref, "Nhầm năm.", actor=head_of(unit), at=AT)
    assert bounds(unit) == lower


def test_nobody_without_a_sign_of_the_year_is_taken_for_a_member(unit: Organisation) -> None:
    staff(unit, 3)

    assert bounds(unit) == RollBounds()


def test_whoever_was_named_without_a_grade_was_perhaps_not_assessed(unit: Organisation) -> None:
    staff(unit, 2)
    person("Người mới đến", unit=unit)

    stated(unit)

    assert bounds(unit) == RollBounds(
        members=Counted(2, 3), completed=Counted(2, 2), titled=Counted(0, 0), fighters=Counted(0, 0)
    )


def test_a_member_who_did_not_complete_the_tasks_is_no_completed_one(unit: Organisation) -> None:
    staff(unit, 2)
    grade(person("Người chưa đạt", unit=unit), "KHTNV")

    stated(unit)

    assert (bounds(unit).members, bounds(unit).completed) == (Counted(3, 3), Counted(2, 2))


def test_whoever_had_the_title_elsewhere_counts_at_most(unit: Organisation) -> None:
    first, *_ = staff(unit, 2)
    title(first, unit=organisation("Sở Nội vụ"))

    stated(unit)

    assert bounds(unit) == RollBounds(
        members=Counted(1, 2), completed=Counted(1, 2), titled=Counted(0, 1), fighters=Counted(0, 0)
    )


def test_whoever_left_before_the_head_spoke_is_known_by_the_award(unit: Organisation) -> None:
    staff(unit, 2)
    gone = person("Người đã chuyển", unit=organisation("Sở Nội vụ"))
    title(gone, unit=unit)

    stated(unit)

    assert bounds(unit) == RollBounds(
        members=Counted(3, 3), completed=Counted(2, 3), titled=Counted(1, 1), fighters=Counted(0, 1)
    )


def test_the_higher_title_alone_leaves_the_lower_one_open(unit: Organisation) -> None:
    first, *_ = staff(unit, 2)
    title(first, "CSTDCS")

    stated(unit)

    assert (bounds(unit).titled, bounds(unit).fighters) == (Counted(0, 1), Counted(1, 1))


def test_whoever_only_one_statement_names_counts_at_most(unit: Organisation) -> None:
    staff(unit, 1)
    stated(unit, "AWARD")
    grade(person("Người đến sau", unit=unit))
    stated(unit, "GRADE")

    assert bounds(unit) == RollBounds(
        members=Counted(1, 2), completed=Counted(1, 2), titled=Counted(0, 1), fighters=Counted(0, 1)
    )


def test_what_does_not_stand_or_is_of_another_kind_or_year_is_not_counted(
    unit: Organisation,
) -> None:
    first, second, third = staff(unit, 3)
    Award.objects.filter(pk=title(first).pk).update(revoked_on=ON)
    Award.objects.filter(pk=title(second).pk).update(kind="THEME")
    Award.objects.filter(pk=title(third).pk).update(year=YEAR - 1)

    stated(unit)

    assert bounds(unit) == exact(3, 3, 0, 0)


def test_a_sub_unit_whose_superior_spoke_has_lower_bounds(unit: Organisation) -> None:
    below = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    first, *_ = staff(below, 2)
    title(first)

    stated(unit)

    assert bounds(below) == RollBounds(Counted(1), Counted(1), Counted(1), Counted(0))


def test_any_number_of_collectives_costs_the_same(
    unit: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = organisation("Sở Nội vụ")
    for one in (unit, other):
        title(staff(one, 1)[0])
        stated(one)

    with django_assert_num_queries(5):
        rolls_bounded([unit.ref], YEAR)
    with django_assert_num_queries(5):
        found = rolls_bounded([unit.ref, other.ref, "khong-co"], YEAR)
    assert set(found) == {unit.ref, other.ref}
