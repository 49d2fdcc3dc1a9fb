"""Another award of the same level and year: named beside a row, before it is saved and after."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import actor
from bangvang.nominations.models import Nomination, Round
from bangvang.nominations.selectors.nominations import beside, nomination_row
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_upload import kept, preview, sheet
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST)


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def in_round() -> Round:
    return make.round_()


@pytest.fixture
def lua(unit: Organisation) -> Person:
    return person("Vàng Thị Lúa Chín", unit=unit, birth_on=date(1985, 6, 12))


def award(of: Person, code: str, *, year: int = 2025, revoked_on: date | None = None) -> None:
    Award.objects.create(
        person=of, code=code, kind="MERIT", year=year, name_as_written=of.full_name,
        unit_as_written="Sở Y tế", unit=of.organisation, decision_no="9/QĐ-UBND",
        decided_on=date(2026, 1, 5), issued_by="Chủ tịch", origin="BACK_ENTRY",
        revoked_on=revoked_on,
    )  # fmt: skip


def hints(officer: Actor, in_round: Round) -> list[str]:
    ref = kept(sheet(("Vàng Thị Lúa Chín", "12/6/1985")), officer, in_round)
    (row,) = preview(ref).rows
    assert row.is_good
    return [p.text for p in row.problems if p.code == "BESIDE"]


def test_what_another_unit_proposes_of_the_same_level_is_a_hint(
    lua: Person, officer: Actor, in_round: Round
) -> None:
    other = organisation("Sở Nội vụ tỉnh Lào Cai")
    batch = make.batch(BatchState.SUBMITTED, unit=other, in_round=in_round)
    make.nomination(batch, State.CHECKED, person=lua, award_code="BK_TINH")
    make.nomination(batch, State.CHECKED, row=2, person=lua, award_code="BK_TTG")

    (said,) = hints(officer, in_round)

    assert "Sở Nội vụ tỉnh Lào Cai đang đề nghị Bằng khen" in said


def test_what_is_held_of_the_same_level_and_year_is_a_hint(
    lua: Person, officer: Actor, in_round: Round
) -> None:
    award(lua, "BK_TINH")
    award(lua, "BK_TINH", year=2024)
    award(lua, "LDTT")

    (said,) = hints(officer, in_round)

    assert "đã được tặng Bằng khen" in said


def test_nothing_is_said_of_what_is_revoked_or_of_another_level(
    lua: Person, officer: Actor, in_round: Round
) -> None:
    award(lua, "BK_TINH", revoked_on=date(2026, 3, 1))
    award(lua, "BK_TTG")

    assert hints(officer, in_round) == []


def test_the_dossier_names_the_others_that_are_open_or_granted(
    lua: Person, in_round: Round
) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=lua.organisation, in_round=in_round)
    other = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Nội vụ"), number=2, in_round=in_round
    )
    mine = make.nomination(batch, State.CHECKED, person=lua)
    same = make.nomination(other, State.GRANTED, person=lua)
    level = make.nomination(other, State.CHECKED, row=2, person=lua, award_code="BK_TINH")
    for row, (state, code, year) in enumerate(
        ((State.WITHDRAWN, "CSTDT", 2025), (State.CHECKED, "BK_TTG", 2025),
         (State.CHECKED, "BK_TINH", 2024)),
        start=3,
    ):  # fmt: skip
        make.nomination(other, state, row=row, person=lua, award_code=code, year=year)
    make.nomination(other, State.CHECKED, row=6, person=person("Lù Văn Suối"))

    found = beside(OFFICE, nomination_row(OFFICE, mine.ref))

    assert {row.ref for row in found} == {same.ref, level.ref}


def test_another_form_for_what_may_be_the_same_deed_is_named_at_any_level(
    lua: Person, in_round: Round
) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=lua.organisation, in_round=in_round)
    mine, order, letter, merit, flag = (
        make.nomination(batch, State.CHECKED, row=row, person=lua, award_code=code)
        for row, code in enumerate(("BK_TTG", "BK_TINH", "GIAY_KHEN", "BK_BO", "CO_TINH"), start=1)
    )
    Nomination.objects.exclude(pk=merit.pk).update(kind="SUDDEN")
    for kind, refs in (("SUDDEN", {order.ref, letter.ref}), ("MERIT", set[str]())):
        Nomination.objects.filter(pk=mine.pk).update(kind=kind)

        found = beside(OFFICE, nomination_row(OFFICE, mine.ref))

        assert {row.ref for row in found} == refs, flag


def test_somebody_unknown_has_no_others(unit: Organisation) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    one = make.nomination(batch, State.CHECKED)
    make.nomination(batch, State.CHECKED, row=2, award_code="BK_TINH")

    assert beside(OFFICE, nomination_row(OFFICE, one.ref)) == []


def test_a_unit_sees_only_its_own_others(lua: Person, officer: Actor, in_round: Round) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=lua.organisation, in_round=in_round)
    other = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Nội vụ"), number=2, in_round=in_round
    )
    mine = make.nomination(batch, State.CHECKED, person=lua)
    make.nomination(other, State.CHECKED, person=lua, award_code="BK_TINH")

    assert beside(officer, nomination_row(officer, mine.ref)) == []
