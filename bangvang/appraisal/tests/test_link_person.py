"""Who in the register a row means is said by the office, before the row is accepted."""

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.link_person import link_person
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import Reading, StoredFinding
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.selectors.namesakes import namesakes_of
from bangvang.appraisal.selectors.readings import readings_given
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
from bangvang.registry.models import Organisation, Person
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST)
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Vàng Thị Núi")
NAME = "Hoàng Thị Cỏ May"


WHY = "Hồ sơ cán bộ của trường cũ."


def handed_in(unit: Organisation) -> Nomination:
    number = Batch.objects.count() + 1
    in_round = make.round_(f"Đợt {number}")
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round, number=number)
    return make.nomination(batch, State.SUBMITTED, name=NAME)


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
    assert row.identity == "OPEN"
    assert findings_of([row.ref])[row.ref].reasons == (Reason.IDENTITY,)
    assert [one.person.ref for one in namesakes_of(row)] == [moved.ref]
    with pytest.raises(Refused) as early:
        accept(row.ref, "Tốt.", version=row.version, actor=SPECIALIST, at=AT)

    link_person(row.ref, moved.ref, WHY, version=row.version, actor=SPECIALIST, at=AT)

    row.refresh_from_db()
    assert (row.person, row.identity) == (moved, "CHOSEN")
    assert early.value.objection.code == "PERSON_OPEN"
    assert Reason.IDENTITY not in findings_of([row.ref])[row.ref].reasons
    accept(row.ref, "Thành tích rõ.", version=row.version, actor=SPECIALIST, at=AT)
    said = [line.said for line in entries_about(("nomination", row.ref))]
    assert any(WHY in line for line in said)


def test_taking_up_looks_in_the_whole_register(unit: Organisation) -> None:
    row = handed_in(unit)
    school = organisation("Trường Tiểu học Suối Trong")
    sure = person(NAME, unit=school, birth_on=row.birth_on)
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    stranger = handed_in(organisation("Sở Xây dựng"))
    Nomination.objects.filter(pk=stranger.pk).update(name="Không Ai Trùng")
    take_up(stranger.batch.ref, actor=SPECIALIST, at=AT)

    row.refresh_from_db()
    stranger.refresh_from_db()
    assert (row.person, row.identity) == (sure, "LINKED")
    assert (stranger.person, stranger.identity) == (None, "NEW")


def test_of_two_lists_with_one_person_the_second_is_left_open(unit: Organisation) -> None:
    first, second = handed_in(unit), handed_in(organisation("Sở Xây dựng"))
    sure = person(NAME, unit=organisation("Trường Suối Trong"), birth_on=first.birth_on)
    for row in (first, second):
        take_up(row.batch.ref, actor=SPECIALIST, at=AT)
        row.refresh_from_db()
    assert (first.person, first.identity) == (sure, "LINKED")
    assert (second.person, second.identity) == (None, "OPEN")
    with pytest.raises(Refused) as caught:
        link_person(second.ref, sure.ref, WHY, version=second.version, actor=SPECIALIST, at=AT)
    assert caught.value.objection.code == "ALREADY_NOMINATED"


def test_what_the_office_said_stands_when_the_row_comes_back(
    unit: Organisation, moved: Person
) -> None:
    row = taken_up(unit)
    link_person(row.ref, NEW, WHY, version=row.version, actor=SPECIALIST, at=AT)
    Nomination.objects.filter(pk=row.pk).update(state=State.SUBMITTED)
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    assert (row.person, row.identity) == (None, "NEW")


def test_only_the_head_changes_an_answer_or_parts_somebody_from_the_same_birth(
    unit: Organisation, moved: Person
) -> None:
    row = taken_up(unit)
    link_person(row.ref, moved.ref, WHY, version=row.version, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    with pytest.raises(Refused) as changed:
        link_person(row.ref, NEW, WHY, version=row.version, actor=SPECIALIST, at=AT)
    link_person(row.ref, NEW, WHY, version=row.version, actor=HEAD, at=AT)

    same_birth = person("Hoang Thi Co May", unit=moved.organisation, birth_on=row.birth_on)
    other = taken_up(organisation("Sở Xây dựng"))
    with pytest.raises(Refused) as parted:
        link_person(other.ref, NEW, WHY, version=other.version, actor=SPECIALIST, at=AT)
    link_person(other.ref, same_birth.ref, WHY, version=other.version, actor=SPECIALIST, at=AT)

    assert changed.value.objection.code == parted.value.objection.code == "HEAD_SAYS_SO"
    row.refresh_from_db()
    assert (row.person, row.identity) == (None, "NEW")
    assert StoredFinding.objects.filter(nomination=row).count() == 3


def test_whom_name_and_birth_settle_is_for_nobody_to_change(unit: Organisation) -> None:
    early = handed_in(unit)
    person(NAME, unit=unit, birth_on=early.birth_on)
    take_up(early.batch.ref, actor=SPECIALIST, at=AT)
    early.refresh_from_db()
    for who in (SPECIALIST, HEAD):
        with pytest.raises(Refused) as caught:
            link_person(early.ref, NEW, WHY, version=early.version, actor=who, at=AT)
        assert caught.value.objection.code == "PERSON_SURE"


def test_what_was_read_of_somebody_else_is_over(unit: Organisation, moved: Person) -> None:
    row = taken_up(unit)
    Reading.objects.create(
        nomination=row, by_ref="a", by_name="Trần Văn Ruộng", given_at=AT,
        verdict="ACCEPT", reason=WHY,
    )  # fmt: skip
    link_person(row.ref, moved.ref, WHY, version=row.version, actor=SPECIALIST, at=AT)
    assert readings_given(row) == []


def test_every_refusal(unit: Organisation, moved: Person) -> None:
    early = handed_in(unit)
    body = make.nomination(early.batch, State.CHECKED, row=2, name="Khoa Khám bệnh")
    Nomination.objects.filter(pk=body.pk).update(subject="collective", birth_on=None)
    row = taken_up(organisation("Sở Xây dựng"))
    other = person("Giàng A Đá", unit=unit)
    inspector = actor(Role.INSPECTOR)
    tries = (
        (row.ref, moved.ref, row.version + 5, SPECIALIST, WHY, "STALE"),
        (row.ref, other.ref, row.version, SPECIALIST, WHY, "NOT_ONE_OF_THEM"),
        (row.ref, moved.ref, row.version, inspector, WHY, "NOT_OFFICE"),
        (row.ref, moved.ref, row.version, SPECIALIST, " . ", "NO_REASON"),
        (early.ref, moved.ref, early.version, SPECIALIST, WHY, "NOT_UNDER_APPRAISAL"),
        (body.ref, moved.ref, body.version, SPECIALIST, WHY, "NO_PERSON"),
    )
    for ref, whom, version, who, why, code in tries:
        with pytest.raises(Refused) as caught:
            link_person(ref, whom, why, version=version, actor=who, at=AT)
        assert caught.value.objection.code == code
    for role in (Role.MEMBER, Role.UNIT_OFFICER, Role.UNIT_HEAD):
        with pytest.raises(Unseen):
            link_person(row.ref, moved.ref, WHY, version=1, actor=actor(role), at=AT)


@each_connected
def test_of_two_at_once_one_is_told() -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    moved, row = moved_person(), taken_up(unit)

    def link(whom: str) -> None:
        link_person(row.ref, whom, WHY, version=row.version, actor=SPECIALIST, at=AT)

    said = sorted(at_once(lambda: link(moved.ref), lambda: link(NEW)))
    assert said in (["", "STALE"], ["", "HEAD_SAYS_SO"])
    assert verify()[1] is None
