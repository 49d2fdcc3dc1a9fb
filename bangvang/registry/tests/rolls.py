"""A collective whose year is in the register: its own grade, its members' grades and titles."""

from datetime import date, datetime

from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.models import Award, Completeness, Grade, Organisation
from bangvang.registry.tests.factories import person
from bangvang.registry.tests.own_decisions import head_of


def fill_year(unit: Organisation, year: int, *, people: int, titled: int, grade: str) -> None:
    """Give the unit a grade and so many people with a grade, the first of them titled."""
    grade_body(unit, year, grade)
    for number in range(people):
        who = person(f"Lù Văn {number}", unit=unit)
        Grade.objects.create(person=who, code="HTTNV", year=year)
        if number < titled:
            Award.objects.create(
                person=who, code="LDTT", kind="MERIT", year=year, name_as_written=who.full_name,
                unit_as_written=unit.name, unit=unit, decision_no="1/QĐ",
                decided_on=date(year + 1, 1, 5), issued_by="Giám đốc", origin="BACK_ENTRY",
            )  # fmt: skip


def grade_body(unit: Organisation, year: int, grade: str) -> None:
    """Give the unit itself a grade, in a record that is whole."""
    Grade.objects.create(organisation=unit, code=grade, year=year)
    Completeness.objects.create(organisation=unit, record_kind="GRADE", from_year=year - 5)


def state_whole(unit: Organisation, year: int, *, at: datetime) -> None:
    """Let the head of the unit state both kinds of the year."""
    for kind in ("AWARD", "GRADE"):
        state_year_whole(kind, year=year, actor=head_of(unit), at=at)
