"""What a change of law does: whose answer turns, over the register and over dossiers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.appraisal.impact import (
    Asked,
    ReadInChunks,
    dossiers_compared,
    explained,
    impact_of,
    impact_on,
)
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import actor
from bangvang.law import Answer, Change, Days, Kind, Record, Subject, appraise
from bangvang.nominations.models import StatedFact
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award, Completeness, Grade, Organisation, Person
from bangvang.registry.selectors.naming import everybody
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST)
LAW_2024 = Change("BK_TTG", Kind.MERIT, Subject.PERSON, date(2024, 1, 1))
UNREAD = Change("CSTDT", Kind.MERIT, Subject.PERSON, date(2026, 10, 1))


def good(name: str, *, grade: str = "HTTNV", unit: Organisation | None = None) -> Person:
    """Return somebody with a certificate, five good years and three titles since."""
    who = person(name, unit=unit)
    for code, years in (("BK_TINH", [2015]), ("CSTDCS", range(2017, 2024))):
        for year in years:
            Award.objects.create(
                person=who, code=code, kind="MERIT", year=year, name_as_written=name,
                unit_as_written="Sở", unit=who.organisation, decision_no=f"{year}/QĐ",
                decided_on=date(year + 1, 1, 8), issued_by="Chủ tịch", origin="BACK_ENTRY",
            )  # fmt: skip
    for year in range(2012, 2024):
        Grade.objects.create(person=who, code=grade, year=year)
    for kind in ("AWARD", "GRADE", "INITIATIVE"):
        Completeness.objects.create(person=who, record_kind=kind, from_year=1980)
    return who


def stripped(who: Person) -> None:
    """Take what somebody holds off the register, as no action does."""
    Award.objects.filter(person=who).update(code="LDTT")


def crowd(*, size: int = 500) -> ReadInChunks:
    return ReadInChunks(everybody(OFFICE, HolderKind.PERSON), HolderKind.PERSON, size=size)


def test_whose_answer_turns_is_listed_by_name_with_what_it_turned_to() -> None:
    moved = [good("Vàng Thị Núi"), good("Lù Văn Suối")]
    nothing = person("Hạng A Mây")

    found = impact_on(crowd(), LAW_2024)

    refs = [one.ref for one in found.moved]
    assert refs == [one.ref for one in moved]
    assert nothing.ref not in refs
    assert found.asked == 3
    assert found.turns() == Counter({(Answer.NOT_MET, Answer.MET): 2})
    assert len(found.moved) == 2


def test_both_sides_are_explained_with_their_clauses() -> None:
    who = good("Lù Văn Suối")

    ((before, after),) = explained([who.ref], HolderKind.PERSON, LAW_2024).values()

    assert (before.answer, after.answer) == (Answer.NOT_MET, Answer.MET)
    assert "Nghị định 91/2017/NĐ-CP" in before.cite
    assert "Luật Thi đua, khen thưởng 2022" in after.cite
    assert before.sentence
    assert after.sentence


def test_what_the_sweep_says_is_what_the_explanation_says() -> None:
    for name in ("Lù Văn Suối", "Vàng Thị Núi"):
        good(name)
    good("Giàng A Đá", grade="HTXSNV")
    person("Hạng A Mây")

    found = impact_on(crowd(), LAW_2024)

    sides = explained([one.ref for one in found.moved], HolderKind.PERSON, LAW_2024)
    assert found.moved
    for one in found.moved:
        assert one.turn == tuple(side.answer for side in sides[one.ref])


def test_a_text_that_was_not_read_leaves_everybody_to_a_person() -> None:
    who = good("Lù Văn Suối")

    found = impact_on(crowd(), UNREAD)
    ((_, after),) = explained([who.ref], HolderKind.PERSON, UNREAD).values()

    assert found.turns() == Counter({(Answer.NOT_MET, Answer.FOR_A_PERSON): 1})
    assert "chưa có nguyên văn" in after.sentence


def test_a_day_that_changes_nothing_for_the_award_asks_nobody() -> None:
    good("Lù Văn Suối")
    same = Change("CSTDT", Kind.MERIT, Subject.PERSON, date(2025, 7, 1))
    asked = crowd()

    with CaptureQueriesContext(connection) as captured:
        found = impact_on(asked, same)

    assert (found.asked, found.moved, len(captured)) == (1, (), 0)


def test_chunks_cost_the_same_queries_each_and_change_no_answer() -> None:
    for number in range(4):
        good(f"Lù Văn {'ABCD'[number]}")
    refs = everybody(OFFICE, HolderKind.PERSON)

    def swept(size: int, count: int) -> tuple[int, list[str]]:
        asked = ReadInChunks(refs[:count], HolderKind.PERSON, size=size)
        with CaptureQueriesContext(connection) as captured:
            found = impact_on(asked, LAW_2024)
        return len(captured), [one.ref for one in found.moved]

    one_chunk, together = swept(4, 4)
    two_chunks, apart = swept(2, 4)
    assert together == apart == refs
    assert swept(4, 1)[0] == one_chunk
    assert two_chunks == 2 * one_chunk


def test_anything_that_answers_can_stand_for_the_register() -> None:
    class Two:
        def __len__(self) -> int:
            return 2

        def answers(
            self, asked: Sequence[Asked], *, year: int
        ) -> Iterator[tuple[str, tuple[Answer, ...]]]:
            assert (len(asked), year) == (2, 2023)
            assert [one.on for one in asked] == [date(2023, 12, 31), date(2024, 1, 1)]
            yield "a", (Answer.MET, Answer.MET)
            yield "b", (Answer.MET, Answer.NOT_MET)

    found = impact_on(Two(), LAW_2024)

    assert [one.ref for one in found.moved] == ["b"]
    assert found.asked == 2


def test_collectives_are_asked_too() -> None:
    organisation("Trường Bản Mây")
    change = Change("TTLDXS", Kind.MERIT, Subject.COLLECTIVE, date(2026, 10, 1))
    refs = everybody(OFFICE, HolderKind.ORGANISATION)

    found = impact_on(ReadInChunks(refs, HolderKind.ORGANISATION), change)

    assert found.asked == len(refs) == 1


def test_a_dossier_is_asked_about_its_own_year_with_the_facts_it_states() -> None:
    who = good("Lù Văn Suối")
    batch = make.batch(BatchState.SUBMITTED)
    row = make.nomination(
        batch, State.CHECKED, person=who, name=who.full_name, award_code="BK_TTG", year=2023
    )
    StatedFact.objects.create(
        nomination=row, name="CHIEN_DAU", value=True, source="Xác nhận", by_ref="x",
        by_name="Lù Văn Suối", stated_at=row.held_since,
    )  # fmt: skip
    rows = nominations_for(OFFICE, states=[State.CHECKED], award_code="BK_TTG")
    stated = facts_of_refs([row.ref])

    sides = dossiers_compared(rows, stated, LAW_2024)

    assert stated == {row.ref: {"CHIEN_DAU": True}}
    assert tuple(side.answer for side in sides[row.ref]) == (Answer.NOT_MET, Answer.MET)
    assert [one.ref for one in impact_of(sides).moved] == [row.ref]
    alone = appraise("BK_TTG", Record((), {}), days=Days(date(2024, 1, 1), achievement_year=2023))
    assert sides[row.ref][1].sentence != alone.deciding().sentence
