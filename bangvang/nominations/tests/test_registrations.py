"""Titles registered at the start of a year: who registers, hands in, answers; what was reached."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.law import Subject
from bangvang.nominations.actions.answer_registration import answer_registration
from bangvang.nominations.actions.drop_registered_title import drop_registered_title
from bangvang.nominations.actions.move_registration_day import move_registration_day
from bangvang.nominations.actions.open_registration_year import open_registration_year
from bangvang.nominations.actions.register_titles import register_titles
from bangvang.nominations.actions.submit_registration import submit_registration
from bangvang.nominations.models import RegisteredTitle, Registration, RegistrationYear
from bangvang.nominations.selectors.reached import Outcome, registered_and_reached
from bangvang.nominations.selectors.registrations import (
    consolidated,
    own_registration,
    registration_seen,
    registrations_below,
)
from bangvang.nominations.states import BatchState, RegistrationState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation, Person
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")
SPECIALIST = actor(Role.SPECIALIST, ref="specialist")
LAST = date(2026, 9, 30)
TITLE = "CSTDCS"


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Mây Bay tỉnh Lào Cai")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, ref="officer", name="Lê Thị Chè Xanh")


@pytest.fixture
def head(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, ref="unit-head", name="Vàng Thị Núi")


@pytest.fixture
def year() -> str:
    return open_registration_year(2026, LAST, actor=BOSS, at=AT)


@pytest.fixture
def who(unit: Organisation) -> Person:
    return person(unit=unit)


def register(
    year: str, by: Actor, *refs: str, code: str = TITLE, subject: Subject = Subject.PERSON
) -> int:
    return register_titles(year, code, refs, subject=subject, actor=by, at=AT)


def one() -> Registration:
    return Registration.objects.get()


def submitted(year: str, head: Actor, *refs: str, code: str = TITLE) -> Registration:
    register(year, head, *refs, code=code)
    submit_registration(one().ref, version=one().version, actor=head, at=AT)
    return one()


def approved(year: str, head: Actor, *refs: str, code: str = TITLE) -> Registration:
    found = submitted(year, head, *refs, code=code)
    answer_registration(
        found.ref, agree=True, reason="", version=found.version, actor=SPECIALIST, at=AT
    )
    return one()


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_the_head_of_the_office_opens_a_year_once_and_moves_its_day(year: str) -> None:
    for who_, number, day in (
        (SPECIALIST, 2027, date(2027, 3, 1)),
        (BOSS, 2027, date(2028, 1, 1)),
        (BOSS, 2026, LAST),
    ):
        with pytest.raises(Refused):
            open_registration_year(number, day, actor=who_, at=AT)
    with pytest.raises(Refused) as stale:
        move_registration_day(year, LAST, version=7, actor=BOSS, at=AT)

    move_registration_day(year, date(2026, 10, 31), version=1, actor=BOSS, at=AT)

    assert code(stale) == "STALE"
    assert RegistrationYear.objects.get().submit_by == date(2026, 10, 31)


def test_a_unit_registers_its_people_and_bodies_each_title_once(
    year: str, officer: Actor, unit: Organisation, who: Person
) -> None:
    below = organisation("Phòng Sương Mù", kind="DIVISION", parent=unit)

    assert register(year, officer, who.ref) == 1
    assert register(year, officer, who.ref) == 0
    bodies = {"code": "TTLDXS", "subject": Subject.COLLECTIVE}
    assert register(year, officer, unit.ref, below.ref, **bodies) == 2  # type: ignore[arg-type]  # code and subject

    seen = own_registration(officer, year)
    assert seen is not None
    assert [count for _, count in seen.counts] == [1, 2]
    drop_registered_title(seen.ref, seen.titles[0].ref, actor=officer, at=AT)
    assert RegisteredTitle.objects.count() == 2
    said = Entry.objects.filter(verb="drop_registered_title").get()
    assert who.full_name not in said.said


@pytest.mark.parametrize(
    ("award", "subject", "expected"),
    [
        ("TTLDXS", Subject.PERSON, "NOT_A_TITLE"),
        (TITLE, Subject.COLLECTIVE, "NOT_A_TITLE"),
        ("BK_TTG", Subject.PERSON, "NOT_A_TITLE"),
        ("X", Subject.PERSON, "NOT_A_TITLE"),
    ],
)
def test_only_titles_of_emulation_for_whom_they_are(
    year: str, officer: Actor, who: Person, award: str, subject: Subject, expected: str
) -> None:
    with pytest.raises(Refused) as caught:
        register(year, officer, who.ref, code=award, subject=subject)

    assert code(caught) == expected


def test_nobody_and_others_are_refused(year: str, officer: Actor, who: Person) -> None:
    stranger = person("Giàng A Nơi Khác", unit=organisation("Sở Khác"))
    with pytest.raises(Refused) as nobody:
        register(year, officer)
    with pytest.raises(Unseen):
        register(year, officer, stranger.ref)
    with pytest.raises(Refused) as office:
        register(year, SPECIALIST, who.ref)

    assert [code(nobody), code(office)] == ["NOBODY", "NOT_UNIT"]
    assert not RegisteredTitle.objects.exists()


def test_handed_in_by_the_head_answered_by_the_office_and_changed_when_returned(
    year: str, officer: Actor, head: Actor, who: Person
) -> None:
    register(year, officer, who.ref)
    version = one().version
    with pytest.raises(Refused) as not_head:
        submit_registration(one().ref, version=version, actor=officer, at=AT)
    with pytest.raises(Refused) as stale:
        submit_registration(one().ref, version=99, actor=head, at=AT)
    with pytest.raises(Unseen):
        registration_seen(actor(Role.UNIT_HEAD, unit=organisation("Sở Khác")), one().ref)
    submit_registration(one().ref, version=version, actor=head, at=AT)
    with pytest.raises(Refused) as handed:
        register(year, officer, who.ref, code="LDTT")
    with pytest.raises(Refused) as no_reason:
        answer_registration(one().ref, agree=False, reason=" ", version=3, actor=SPECIALIST, at=AT)

    answer_registration(one().ref, agree=False, reason="Thiếu", version=3, actor=BOSS, at=AT)
    register(year, officer, who.ref, code="LDTT")
    late = AT.replace(month=12)
    submit_registration(one().ref, version=one().version, actor=head, at=late)
    answer_registration(
        one().ref, agree=True, reason="", version=one().version, actor=SPECIALIST, at=late
    )

    assert [code(x) for x in (not_head, stale, handed, no_reason)] == [
        "NOT_UNIT_HEAD", "STALE", "NOT_CHANGED_NOW", "NO_REASON",
    ]  # fmt: skip
    assert one().state == RegistrationState.APPROVED
    with pytest.raises(Refused) as again:
        answer_registration(
            one().ref, agree=True, reason="", version=one().version, actor=BOSS, at=late
        )
    assert code(again) == "WRONG_STATE"
    assert verify()[1] is None


def test_empty_or_late_is_not_handed_in(
    year: str, officer: Actor, head: Actor, who: Person
) -> None:
    register(year, officer, who.ref)
    with pytest.raises(Refused) as late:
        submit_registration(one().ref, version=2, actor=head, at=AT.replace(month=10))
    title = RegisteredTitle.objects.get()
    drop_registered_title(one().ref, title.ref, actor=officer, at=AT)
    with pytest.raises(Refused) as empty:
        submit_registration(one().ref, version=3, actor=head, at=AT)

    assert [code(late), code(empty)] == ["TOO_LATE", "NO_TITLES"]


def test_the_head_of_the_body_above_answers_too_and_sees_no_draft(
    year: str, officer: Actor, head: Actor, unit: Organisation, who: Person
) -> None:
    above = organisation("Cơ quan cấp trên")
    Organisation.objects.filter(pk=unit.pk).update(parent=above)
    boss = actor(Role.UNIT_HEAD, unit=above, ref="above")
    register(year, officer, who.ref)
    assert registrations_below(boss, year) == []
    submit_registration(one().ref, version=2, actor=head, at=AT)
    assert [seen.may_approve for seen in registrations_below(boss, year)] == [True]

    answer_registration(one().ref, agree=True, reason="", version=3, actor=boss, at=AT)

    assert one().state == RegistrationState.APPROVED
    seen = own_registration(head, year)
    assert seen is not None
    assert not seen.may_return


def test_the_office_sees_every_unit_and_no_titles_of_a_draft(
    year: str, officer: Actor, head: Actor, unit: Organisation, who: Person
) -> None:
    silent = organisation("Sở Im Lặng")
    register(year, officer, who.ref)
    before = {row.unit_ref: row for row in consolidated(BOSS, year, on=AT.date())}
    assert before[unit.ref].state is RegistrationState.DRAFT
    assert not before[unit.ref].counts
    assert not before[unit.ref].registration_ref

    submit_registration(one().ref, version=2, actor=head, at=AT)

    rows = {row.unit_ref: row for row in consolidated(BOSS, year, on=AT.date())}
    assert dict(rows[unit.ref].counts) == {TITLE: 1}
    assert rows[silent.ref].state is RegistrationState.DRAFT
    for other in (officer, head, actor(Role.CHAIR)):
        with pytest.raises(Unseen):
            consolidated(other, year, on=AT.date())


def test_at_the_end_each_title_stands_beside_what_became_of_it(
    year: str, head: Actor, unit: Organisation
) -> None:
    people = [person(f"Lò Thị Ruộng {n}", unit=unit) for n in ("Một", "Hai", "Ba", "Bốn", "Năm")]
    approved(year, head, *(one_.ref for one_ in people))
    awards(people[0], code=TITLE)
    held = people[0]
    from_register = type(awards(held, code="LDTT")[0])
    from_register.objects.filter(person=held, code=TITLE).update(year=2026)
    in_round = make.round_(achievement_year=2026)
    listed = make.batch(BatchState.SUBMITTED, in_round=in_round, unit=unit)
    for number, (who_, state) in enumerate(
        ((people[1], State.REFUSED), (people[2], State.CHECKED), (people[3], State.WITHDRAWN)), 1
    ):
        row = make.nomination(listed, state, row=number, person=who_, award_code=TITLE)
        type(row).objects.filter(pk=row.pk).update(reason="Chưa đủ khoản 2 Điều 23")

    found = {row.title.name: row for row in registered_and_reached(BOSS, year)}

    assert [found[one_.full_name].outcome for one_ in people] == [
        Outcome.REACHED, Outcome.REFUSED, Outcome.UNDECIDED, Outcome.WITHDRAWN,
        Outcome.NOT_NOMINATED,
    ]  # fmt: skip
    assert "Quyết định số" in found[people[0].full_name].why
    assert "khoản 2 Điều 23" in found[people[1].full_name].why


@each_connected
def test_two_who_answer_at_once_one_is_told(year: str, head: Actor, who: Person) -> None:
    found = submitted(year, head, who.ref)

    said = at_once(
        lambda: answer_registration(
            found.ref, agree=True, reason="", version=found.version, actor=SPECIALIST, at=AT
        ),
        lambda: answer_registration(
            found.ref, agree=False, reason="x", version=found.version, actor=BOSS, at=AT
        ),
    )

    assert sorted(said) in (["", "STALE"], ["", "WRONG_STATE"])


@each_connected
def test_two_who_begin_at_once_share_one_registration(
    year: str, officer: Actor, head: Actor, who: Person
) -> None:
    said = at_once(lambda: register(year, officer, who.ref), lambda: register(year, head, who.ref))

    assert said == ["", ""]
    assert RegisteredTitle.objects.count() == 1
