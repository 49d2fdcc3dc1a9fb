"""Collectives in a unit's own decisions: who may be named, what becomes of them, refusals."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.name_own_person import NewPerson, name_own_person
from bangvang.registry.actions.pick_own_bodies import pick_own_bodies
from bangvang.registry.actions.pick_own_people import pick_own_people
from bangvang.registry.actions.take_own_annex import AnnexRow, take_own_annex
from bangvang.registry.intake.own_preview import own_preview
from bangvang.registry.models import Award, Grade, Organisation, OwnDecision, OwnDecisionRow
from bangvang.registry.selectors.own_bodies import own_bodies
from bangvang.registry.selectors.own_decisions import entered_rows, named_in
from bangvang.registry.tests.factories import awards, organisation, person
from bangvang.registry.tests.own_decisions import begun, confirm, hand, head_of, officer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def ward(unit: Organisation) -> Organisation:
    return organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)


@pytest.fixture
def kitchen(unit: Organisation) -> Organisation:
    return organisation("Khoa Dinh dưỡng", kind="SUB_UNIT", parent=unit)


def refusal(own: OwnDecision, refs: list[str], **of: str) -> str:
    with pytest.raises(Refused) as refused:
        pick_own_bodies(own.ref, refs, actor=officer_of(own.unit), at=AT, **of)
    return refused.value.objection.code


def picked(own: OwnDecision, *bodies: Organisation, **of: str) -> OwnDecision:
    pick_own_bodies(own.ref, [b.ref for b in bodies], actor=officer_of(own.unit), at=AT, **of)
    own.refresh_from_db()
    return own


def test_a_decision_enters_collectives_with_its_paper(
    unit: Organisation, ward: Organisation, kitchen: Organisation
) -> None:
    own = hand(picked(begun(unit, "TTLDTT"), ward, kitchen))

    said = confirm(own)

    assert (said.entered, said.held, said.new_people) == (2, 0, 0)
    held = Award.objects.get(organisation=ward)
    assert (held.code, held.kind, held.year, held.unit) == ("TTLDTT", "MERIT", 2025, ward)
    assert (held.decision_no, held.name_as_written) == ("12/QĐ-SYT", "Khoa Nội")
    assert held.person is None
    rows = entered_rows(head_of(unit), own.ref)
    assert [(r.name, r.is_person, r.is_entered, r.stands) for r in rows] == [
        ("Khoa Dinh dưỡng", False, True, True),
        ("Khoa Nội", False, True, True),
    ]
    verbs = Entry.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == [
        "begin_own_decision", "pick_own_bodies", "hand_own_over", "confirm_own_decision",
    ]  # fmt: skip


def test_people_and_collectives_stand_in_one_decision(
    unit: Organisation, ward: Organisation
) -> None:
    somebody = person("Vàng Thị Lúa Chín", unit=ward)
    own = picked(begun(unit, "GIAY_KHEN"), ward)
    pick_own_people(own.ref, [somebody.ref], actor=officer_of(unit), at=AT)
    own.refresh_from_db()

    said = confirm(hand(own))

    assert said.entered == 2
    assert named_in(head_of(unit), own.ref) == {ward.ref, somebody.ref}
    assert Award.objects.filter(code="GIAY_KHEN", person=somebody).count() == 1
    assert Award.objects.filter(code="GIAY_KHEN", organisation=ward).count() == 1


def test_what_a_collective_holds_already_is_not_doubled(
    unit: Organisation, ward: Organisation, kitchen: Organisation
) -> None:
    awards(ward, 1, code="TTLDTT")
    own = picked(begun(unit, "TTLDTT"), ward, kitchen)

    rows = {row.name: row for row in own_preview(own)}

    assert rows["Khoa Nội"].is_held
    assert not rows["Khoa Dinh dưỡng"].is_held
    assert confirm(hand(own)).held == 1
    assert Award.objects.filter(organisation=ward).count() == 1


def test_grades_of_collectives_are_recorded_and_once_a_year(
    unit: Organisation, ward: Organisation, kitchen: Organisation
) -> None:
    own = picked(begun(unit, "GRADE"), ward, grade="HTTNV")
    picked(own, ward, grade="HTXSNV")
    confirm(hand(own))
    assert Grade.objects.get(organisation=ward).code == "HTXSNV"

    other = picked(begun(unit, "GRADE"), ward, grade="HTTNV")
    problems = own_preview(other)[0].problems

    assert "mỗi năm chỉ có một mức" in problems[0]
    assert refusal(other, [kitchen.ref]) == "NO_GRADE"


def test_each_award_names_those_whom_it_is_for(unit: Organisation, ward: Organisation) -> None:
    somebody = person("Vàng Thị Lúa Chín", unit=ward)
    by = officer_of(unit)
    for_bodies, for_people = begun(unit, "TTLDTT"), begun(unit, "LDTT")

    assert refusal(for_people, [ward.ref]) == "NOT_FOR_BODIES"
    assert refusal(for_bodies, []) == "NONE_PICKED"
    written = NewPerson(name="Lù Văn Suối", birth=None, sex="", position="", unit_ref=unit.ref)
    for name in (
        lambda: pick_own_people(for_bodies.ref, [somebody.ref], actor=by, at=AT),
        lambda: name_own_person(for_bodies.ref, written, actor=by, at=AT),
        lambda: take_own_annex(
            for_bodies.ref, [AnnexRow(1, "A")], b"", original_name="a.csv", actor=by, at=AT
        ),
    ):
        with pytest.raises(Refused) as refused:
            name()
        assert refused.value.objection.code == "NOT_FOR_PEOPLE"
    assert not OwnDecisionRow.objects.exists()


def test_only_what_stands_below_the_unit_is_offered_and_picked(
    unit: Organisation, ward: Organisation
) -> None:
    elsewhere = organisation("Phòng Trồng trọt", kind="SUB_UNIT", parent=organisation("Sở Lúa"))
    ended = organisation("Khoa Cũ", kind="SUB_UNIT", parent=unit, until=date(2024, 1, 1))
    by = officer_of(unit)
    own = begun(unit, "TTLDTT")

    offered = own_bodies(by, on=DAY)

    assert [body.name for body in offered.bodies] == ["Khoa Nội"]
    assert own_bodies(by, "noi", on=DAY).count == 1
    assert own_bodies(by, "duong", on=DAY).count == 0
    for other in (elsewhere, ended, unit):
        with pytest.raises(Unseen):
            pick_own_bodies(own.ref, [ward.ref, other.ref], actor=by, at=AT)
    with pytest.raises(Unseen):
        own_bodies(by, on=DAY, page=2)
    assert own_bodies(actor(Role.SPECIALIST), on=DAY).count == 0
    assert not OwnDecisionRow.objects.exists()


def test_one_that_left_the_unit_meanwhile_is_not_entered(
    unit: Organisation, ward: Organisation
) -> None:
    own = hand(picked(begun(unit, "TTLDTT"), ward))
    Organisation.objects.filter(pk=ward.pk).update(parent=organisation("Sở Lúa"))

    with pytest.raises(Refused) as refused:
        confirm(own)

    assert refused.value.objection.code == "ROWS_NOT_READY"
    assert not Award.objects.exists()


def test_a_preview_takes_the_same_queries_for_one_and_for_two(
    unit: Organisation, ward: Organisation, kitchen: Organisation
) -> None:
    one, two = picked(begun(unit, "TTLDTT"), ward), picked(begun(unit, "TTLDTT"), ward, kitchen)
    counts = []
    for own in (one, two):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            own_preview(own)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_database_itself_refuses(unit: Organisation, ward: Organisation) -> None:
    own = picked(begun(unit, "GIAY_KHEN"), ward)
    row = OwnDecisionRow.objects.get()
    somebody = person("Vàng Thị Lúa Chín", unit=ward)

    with pytest.raises(IntegrityError), transaction.atomic():
        OwnDecisionRow.objects.filter(pk=row.pk).update(person=somebody)
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnDecisionRow.objects.create(
            decision=own, body=ward, name="Khoa Nội", sort_key="k", unit=unit
        )
