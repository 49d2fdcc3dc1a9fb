"""Who in the register a row means is said by the office, before the row is accepted."""

from datetime import date

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.link_person import link_person
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.facts import answers_to
from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.selectors.namesakes import namesakes_of
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about, verify
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.law import Reason
from bangvang.nominations.intake.previewed import NEW
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_upload import kept, preview, sheet
from bangvang.registry.models import Organisation, Person
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST)
NAME = "Hoàng Thị Cỏ May"


def handed_in(unit: Organisation) -> Nomination:
    number = Batch.objects.count() + 1
    in_round = make.round_(f"Đợt {number}")
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round, number=number)
    row = make.nomination(batch, State.SUBMITTED, name=NAME)
    Nomination.objects.filter(pk=row.pk).update(identity="OPEN")
    row.refresh_from_db()
    return row


def moved_person() -> Person:
    school = organisation("Trường Tiểu học Suối Trong")
    return person(NAME, unit=school, birth_on=None, birth_year=1985)


def taken_up(unit: Organisation) -> Nomination:
    row = handed_in(unit)
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    return row


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def moved() -> Person:
    return moved_person()


def test_a_row_is_not_accepted_before_it_is_said_who_it_is(
    unit: Organisation, moved: Person
) -> None:
    row = taken_up(unit)
    assert findings_of([row.ref])[row.ref].reasons == (Reason.IDENTITY,)
    assert [one.person.ref for one in namesakes_of(row)] == [moved.ref]
    with pytest.raises(Refused) as early:
        accept(row.ref, "Tốt.", version=row.version, actor=SPECIALIST, at=AT)

    link_person(row.ref, moved.ref, version=row.version, actor=SPECIALIST, at=AT)

    row.refresh_from_db()
    assert (row.person, row.identity) == (moved, "CHOSEN")
    assert early.value.objection.code == "PERSON_OPEN"
    assert Reason.IDENTITY not in findings_of([row.ref])[row.ref].reasons
    accept(row.ref, "Thành tích rõ.", version=row.version, actor=SPECIALIST, at=AT)
    assert "link_person" in [line.verb for line in entries_about(("nomination", row.ref))]


def test_a_unit_is_answered_nothing_of_whom_the_register_has_elsewhere(
    unit: Organisation, moved: Person
) -> None:
    officer = actor(Role.UNIT_OFFICER, unit=unit)
    school = moved.organisation
    linked = person("Giàng A Đá", unit=school, birth_on=date(1990, 5, 4))
    own = person("Lù Văn Suối", unit=unit, birth_on=date(1980, 1, 2))
    listed = sheet((NAME, "1985"), (linked.full_name, "04/05/1990"), (own.full_name, "2/1/1980"))
    found = preview(kept(listed, officer, make.round_())).rows

    answers = answers_to(found, on=AT.date())

    assert [row.identity for row in found] == ["OPEN", "LINKED", "LINKED"]
    assert [row.is_elsewhere for row in found] == [False, True, False]
    assert set(answers) == {found[0].row, found[2].row}
    assert list(answers[found[0].row].reasons) == [Reason.IDENTITY]


def test_it_may_be_somebody_new(unit: Organisation, moved: Person) -> None:
    row = taken_up(unit)
    link_person(row.ref, moved.ref, version=row.version, actor=SPECIALIST, at=AT)
    link_person(row.ref, NEW, version=row.version + 1, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    assert (row.person, row.identity) == (None, "NEW")
    assert StoredFinding.objects.filter(nomination=row).count() == 3


def test_every_refusal(unit: Organisation, moved: Person) -> None:
    early = handed_in(unit)
    body = make.nomination(early.batch, State.CHECKED, row=2, name="Khoa Khám bệnh")
    Nomination.objects.filter(pk=body.pk).update(subject="collective", birth_on=None)
    row = taken_up(organisation("Sở Xây dựng"))
    other = person("Giàng A Đá", unit=unit)
    inspector = actor(Role.INSPECTOR)
    tries = (
        (row.ref, moved.ref, row.version + 5, SPECIALIST, "STALE"),
        (row.ref, other.ref, row.version, SPECIALIST, "NOT_ONE_OF_THEM"),
        (row.ref, moved.ref, row.version, inspector, "NOT_OFFICE"),
        (early.ref, moved.ref, early.version, SPECIALIST, "NOT_UNDER_APPRAISAL"),
        (body.ref, moved.ref, body.version, SPECIALIST, "NO_PERSON"),
    )
    for ref, whom, version, who, code in tries:
        with pytest.raises(Refused) as caught:
            link_person(ref, whom, version=version, actor=who, at=AT)
        assert caught.value.objection.code == code
    for role in (Role.MEMBER, Role.UNIT_OFFICER, Role.UNIT_HEAD):
        with pytest.raises(Unseen):
            link_person(row.ref, moved.ref, version=1, actor=actor(role), at=AT)


def test_who_is_proposed_already_is_not_proposed_twice(unit: Organisation, moved: Person) -> None:
    row = taken_up(unit)
    make.nomination(
        handed_in(organisation("Sở Xây dựng")).batch, State.CHECKED,
        row=2, person=moved, name=NAME, award_code=row.award_code,
    )  # fmt: skip
    with pytest.raises(Refused) as caught:
        link_person(row.ref, moved.ref, version=row.version, actor=SPECIALIST, at=AT)
    assert caught.value.objection.code == "ALREADY_NOMINATED"


@each_connected
def test_of_two_at_once_one_is_told() -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    moved, row = moved_person(), taken_up(unit)

    def link(whom: str) -> None:
        link_person(row.ref, whom, version=row.version, actor=SPECIALIST, at=AT)

    assert sorted(at_once(lambda: link(moved.ref), lambda: link(NEW))) == ["", "STALE"]
    assert verify()[1] is None
