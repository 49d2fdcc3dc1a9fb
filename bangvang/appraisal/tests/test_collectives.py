"""The yearly titles of a collective, from the register alone."""

from datetime import date

import pytest

from bangvang.appraisal.collectives import titles_by_roll
from bangvang.foundation.tests.factories import AT
from bangvang.law import Answer
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.models import Award, Completeness, Grade, Organisation
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import head_of

pytestmark = pytest.mark.django_db

ON = date(2026, 3, 2)


def office(titled: int, people: int = 10) -> Organisation:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    Grade.objects.create(organisation=unit, code="HTXSNV", year=2025)
    Completeness.objects.create(organisation=unit, record_kind="GRADE", from_year=2015)
    for number in range(people):
        who = person(f"Lù Văn {number}", unit=unit)
        Grade.objects.create(person=who, code="HTTNV", year=2025)
        for code in ("LDTT", *(["CSTDCS"] if number == 0 else []))[: 2 if number < titled else 0]:
            Award.objects.create(
                person=who, code=code, kind="MERIT", year=2025, name_as_written=who.full_name,
                unit_as_written="Sở", unit=unit, decision_no=f"{code}/QĐ",
                decided_on=date(2026, 1, 5), issued_by="Giám đốc", origin="BACK_ENTRY",
            )  # fmt: skip
    return unit


def answers(unit: Organisation) -> dict[str, Answer]:
    history = histories_of_organisations([unit.ref])[unit.ref]
    found = titles_by_roll(unit.ref, history, 2025, on=ON)
    return {
        part.rule: part.answer
        for one in found
        if one.code == "TTLDXS"
        for part in one.finding.parts
    }


@pytest.mark.parametrize(
    ("titled", "answer"), [(7, Answer.MET), (6, Answer.NOT_MET), (0, Answer.NOT_MET)]
)
def test_a_stated_year_answers_what_the_law_counts(titled: int, answer: Answer) -> None:
    unit = office(titled)
    for kind in ("AWARD", "GRADE"):
        state_year_whole(kind, year=2025, actor=head_of(unit), at=AT)

    found = answers(unit)

    assert found["excellent_collective.advanced_members"] is answer
    assert found["excellent_collective.completed"] is Answer.MET
    assert found["excellent_collective.fighters"] is (Answer.MET if titled else Answer.NOT_MET)


def test_a_year_that_nobody_stated_refuses_nothing() -> None:
    found = answers(office(6))

    assert found["excellent_collective.advanced_members"] is Answer.FOR_A_PERSON
    assert found["excellent_collective.fighters"] is Answer.MET
    assert Answer.NOT_MET not in found.values()


def test_a_title_that_was_given_is_asked_as_if_it_were_not() -> None:
    unit = office(6)
    before = answers(unit)
    Award.objects.create(
        organisation=unit, code="TTLDXS", kind="MERIT", year=2025, name_as_written=unit.name,
        unit_as_written="Sở", unit=unit, decision_no="9/QĐ-UBND", decided_on=date(2026, 1, 20),
        issued_by="Chủ tịch", origin="BACK_ENTRY",
    )  # fmt: skip

    assert answers(unit) == before


def test_both_titles_are_asked_and_nobody_s_file_is() -> None:
    unit = organisation("Sở chưa có ai")
    history = histories_of_organisations([unit.ref])[unit.ref]

    found = titles_by_roll(unit.ref, history, 2025, on=ON)

    assert [one.code for one in found] == ["TTLDTT", "TTLDXS"]
    assert {one.answer for one in found} == {Answer.FOR_A_PERSON}
