"""What a unit learns of people whom the register has in other units, by naming them: nothing."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.choose_person import choose_person
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.intake.previewed import NEW
from bangvang.nominations.models import Nomination, Round
from bangvang.nominations.selectors.earlier import earlier_rows
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_upload import kept, preview, refusal, sheet
from bangvang.registry.models import Award, Organisation
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

NAME = "Hoàng Thị Cỏ May"


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def school() -> Organisation:
    return organisation("Trường Tiểu học Suối Trong")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def in_round() -> Round:
    return make.round_()


@pytest.mark.parametrize("birth", ["", "1988", "03/1988", "14/3/1988", "1990", "20/7/1990"])
def test_whatever_is_typed_of_somebody_elsewhere_the_answer_is_the_same(
    school: Organisation, officer: Actor, in_round: Round, birth: str
) -> None:
    stranger = person(NAME, unit=school, birth_on=date(1988, 3, 14))
    ref = kept(sheet((NAME, birth, "", "", school.name)), officer, in_round)
    (row,) = preview(ref).rows

    with pytest.raises(Refused) as caught:
        choose_person(ref, row.row, stranger.ref, actor=officer, at=AT)
    batch_ref = save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    assert (row.candidates, row.meant, row.identity, row.blocking) == ((), None, "NEW", ())
    assert refusal(caught) == "NOT_A_CHOICE"
    saved = Nomination.objects.get(batch__ref=batch_ref)
    assert (saved.person, saved.identity) == (None, "NEW")


def test_only_the_units_own_namesakes_are_candidates(
    unit: Organisation, school: Organisation, officer: Actor, in_round: Round
) -> None:
    own = person(NAME, unit=unit, birth_on=date(1988, 11, 2))
    other = person(NAME, unit=unit, birth_on=date(1988, 12, 2))
    stranger = person(NAME, unit=school, birth_on=date(1988, 3, 14))
    ref = kept(sheet((NAME, "1988")), officer, in_round)
    (row,) = preview(ref).rows

    with pytest.raises(Refused) as caught:
        choose_person(ref, row.row, stranger.ref, actor=officer, at=AT)
    choose_person(ref, row.row, NEW, actor=officer, at=AT)
    (none_of_ours,) = preview(ref).rows
    choose_person(ref, row.row, own.ref, actor=officer, at=AT)
    (ours,) = preview(ref).rows

    assert {one.ref for one in row.candidates} == {own.ref, other.ref}
    assert refusal(caught) == "NOT_A_CHOICE"
    assert (none_of_ours.identity, none_of_ours.meant) == ("NEW", None)
    assert (ours.identity, ours.person_ref) == ("CHOSEN", own.ref)


def test_what_another_unit_proposes_of_a_stranger_is_not_told(
    school: Organisation, officer: Actor, in_round: Round
) -> None:
    stranger = person(NAME, unit=school, birth_on=date(1988, 3, 14))
    Award.objects.create(
        person=stranger, unit=school, code="BK_TTG", kind="MERIT", year=2025,
        name_as_written=NAME, unit_as_written=school.name, decision_no="12/QĐ-TTg",
        decided_on=date(2026, 1, 15), issued_by="Thủ tướng Chính phủ", origin="LIVE",
    )  # fmt: skip
    theirs = make.batch(BatchState.SUBMITTED, unit=school, in_round=make.round_("Đợt khác"))
    make.nomination(theirs, State.CHECKED, person=stranger, name=NAME, award_code="HCLD3")
    known = make.nomination(theirs, State.CHECKED, row=2, name="Giàng A Đá", award_code="HCLD3")
    born = known.birth_on
    assert born is not None
    ref = kept(
        sheet((NAME, "14/3/1988"), (known.name, f"{born:%d/%m/%Y}")), officer, in_round, "HCLD3"
    )
    beside = kept(sheet((NAME, "14/03/1988")), officer, in_round, "CSTDTQ")

    rows = [*preview(ref).rows, *preview(beside).rows]

    assert [[problem.text for problem in row.problems] for row in rows] == [[], [], []]


def test_a_draft_of_another_unit_keeps_nobody_from_being_proposed_by_the_own_one(
    unit: Organisation, school: Organisation, in_round: Round
) -> None:
    person(NAME, unit=unit, birth_on=date(1988, 3, 14))
    theirs = kept(sheet((NAME, "14/3/1988")), actor(Role.UNIT_OFFICER, unit=school), in_round)
    save_drafts(theirs, leave_out_bad=False, actor=actor(Role.UNIT_OFFICER, unit=school), at=AT)

    own = actor(Role.UNIT_OFFICER, unit=unit)
    (row,) = preview(kept(sheet((NAME, "14/03/1988")), own, in_round)).rows

    assert (row.identity, row.problems) == ("LINKED", ())


def test_of_its_own_people_the_unit_is_told_who_else_proposes_them(
    unit: Organisation, school: Organisation, officer: Actor, in_round: Round
) -> None:
    own = person(NAME, unit=unit, birth_on=date(1988, 3, 14))
    handed_in = make.batch(BatchState.SUBMITTED, unit=school, in_round=make.round_("Đợt khác"))
    make.nomination(handed_in, State.CHECKED, person=own, name=NAME, award_code="HCLD3")
    (row,) = preview(kept(sheet((NAME, "14/3/1988")), officer, in_round, "HCLD3")).rows

    assert [p.text for p in row.blocking] == [
        f"{school.name} đang có đề nghị này với cùng danh hiệu, cùng năm."
    ]


def test_an_earlier_list_shows_who_left_as_it_was_written_then(
    unit: Organisation, school: Organisation, officer: Actor
) -> None:
    gone = person(NAME, unit=school, birth_on=date(1988, 3, 14))
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    then = make.nomination(batch, State.GRANTED, person=gone, name=NAME)

    (row,) = earlier_rows(officer, batch.ref, on=AT.date())

    assert (row.name, row.birth_on, row.position) == (NAME, then.birth_on, then.position)
    assert row.away
