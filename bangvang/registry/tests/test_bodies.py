"""What decisions do to bodies: names, parents, ends; each refusal; taking an event back."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.abolish_organisation import abolish_organisation
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.merge_organisations import merge_organisations
from bangvang.registry.actions.move_organisation import move_organisation
from bangvang.registry.actions.move_people import move_people
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.actions.rename_organisation import rename_organisation
from bangvang.registry.actions.split_organisation import split_organisation
from bangvang.registry.actions.withdraw_body_event import withdraw_body_event
from bangvang.registry.models import (
    BodyEvent,
    FormerName,
    FormerParent,
    Organisation,
    Person,
    PersonMoved,
)
from bangvang.registry.permissions.bodies import Decided, NewBody, objection_to_heirs
from bangvang.registry.states import BodyEventKind
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db


def someone(ref: str, role: Role) -> Actor:
    return Actor(ref, f"Người {ref}", "Chuyên viên", "phong", "Phòng TĐKT", frozenset({role}))


SPECIALIST, HEAD = someone("cv", Role.SPECIALIST), someone("tp", Role.OFFICE_HEAD)
INSPECTOR, OFFICER = someone("tt", Role.INSPECTOR), someone("dv", Role.UNIT_OFFICER)
ON = date(2025, 3, 1)
DECIDED = Decided(ON, "11/NQ-HĐND", date(2025, 2, 20), "Hội đồng nhân dân tỉnh")


def rename(body: Organisation, name: str = "Sở Y tế mới", **changes: object) -> str:
    said = replace(DECIDED, **{k: v for k, v in changes.items() if k != "actor"})  # type: ignore[arg-type]  # as given
    actor = changes.get("actor", SPECIALIST)
    assert isinstance(actor, Actor)
    body.refresh_from_db()
    return rename_organisation(
        body.ref, name, said, abbreviation="SYTM", version=body.version, actor=actor, at=AT
    )


def move(body: Organisation, to: Organisation | None, decided: Decided = DECIDED) -> str:
    body.refresh_from_db()
    ref = to.ref if to else None
    return move_organisation(body.ref, ref, decided, version=body.version, actor=SPECIALIST, at=AT)


def merge(*bodies: Organisation, into: Organisation | NewBody, decided: Decided = DECIDED) -> str:
    bodies[0].refresh_from_db()
    return merge_organisations(
        [body.ref for body in bodies],
        into.ref if isinstance(into, Organisation) else into,
        decided,
        version=bodies[0].version,
        actor=SPECIALIST,
        at=AT,
    )


def split(
    body: Organisation, *into: Organisation, new: tuple[str, ...] = (), decided: Decided = DECIDED
) -> str:
    body.refresh_from_db()
    return split_organisation(
        body.ref,
        decided,
        into=[one.ref for one in into],
        new=[NewBody(name) for name in new],
        version=body.version,
        actor=SPECIALIST,
        at=AT,
    )


def abolish(body: Organisation, decided: Decided = DECIDED) -> str:
    body.refresh_from_db()
    return abolish_organisation(body.ref, decided, version=body.version, actor=SPECIALIST, at=AT)


def confirm(ref: str, by: Actor = HEAD) -> None:
    version = BodyEvent.objects.get(ref=ref).version
    confirm_body_event(ref, version=version, actor=by, at=AT)


def withdraw(ref: str, reason: str = "Ghi nhầm", by: Actor = SPECIALIST) -> None:
    version = BodyEvent.objects.get(ref=ref).version
    withdraw_body_event(ref, reason, version=version, actor=by, at=AT)


def refusal(call: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)  # type: ignore[operator]  # one of the calls above
    return refused.value.objection.code


def fresh(body: Organisation) -> Organisation:
    return Organisation.objects.select_related("parent").get(pk=body.pk)


def test_a_renamed_body_keeps_its_name_of_before() -> None:
    body = organisation()

    rename(body)

    former = FormerName.objects.get()
    assert (fresh(body).name, fresh(body).abbreviation) == ("Sở Y tế mới", "SYTM")
    assert fresh(body).name_fold == "so y te moi"
    assert (former.name, former.since, former.until) == (
        "Sở Y tế tỉnh Lào Cai",
        date(2000, 1, 1),
        ON,
    )
    entry = Entry.objects.get(verb="rename_organisation")
    assert entry.subject_ref == body.ref
    assert "11/NQ-HĐND ngày 20/02/2025" in entry.said


def test_a_second_name_begins_where_the_first_ends() -> None:
    body = organisation()
    rename(body)

    rename(body, "Sở Sức khỏe", on=date(2026, 1, 1))

    assert list(FormerName.objects.order_by("until").values_list("since", "until")) == [
        (date(2000, 1, 1), ON),
        (ON, date(2026, 1, 1)),
    ]


def test_a_name_is_refused_for_each_thing_that_cannot_be() -> None:
    body, other = organisation(), organisation("Sở Tài chính")

    assert refusal(rename, body, actor=INSPECTOR) == "NOT_OFFICE"
    assert refusal(rename, body, decision_no="") == "DECISION_MISSING"
    assert refusal(rename, body, issued_by="") == "DECISION_MISSING"
    assert refusal(rename, body, decided_on=date(2030, 1, 1)) == "DECISION_AHEAD"
    assert refusal(rename, body, on=date(2030, 1, 1)) == "EVENT_AHEAD"
    assert refusal(rename, body, on=date(2000, 1, 1)) == "BEFORE_BEGIN"
    assert refusal(rename, body, "  ") == "NO_NAME"
    assert refusal(rename, body, other.name) == "SAME_NAME"
    assert not BodyEvent.objects.exists()
    with pytest.raises(Unseen):
        rename(body, actor=OFFICER)


def test_a_body_takes_no_event_before_its_last_one_nor_the_same_name_again() -> None:
    body = organisation()
    rename(body)

    assert refusal(rename, body, "Sở Khác", on=date(2024, 1, 1)) == "OUT_OF_ORDER"
    assert refusal(rename, body, "Sở Khác") == "OUT_OF_ORDER"
    assert refusal(rename, body, on=date(2026, 1, 1)) == "NOTHING_NEW"


def test_who_saves_second_is_told() -> None:
    body = organisation()
    rename(body)

    with pytest.raises(Refused) as refused:
        rename_organisation(
            body.ref, "Sở Khác", replace(DECIDED, on=date(2026, 1, 1)),
            version=1, actor=HEAD, at=AT,
        )  # fmt: skip

    assert refused.value.objection.code == "STALE"


def test_a_body_that_is_not_there_cannot_change() -> None:
    with pytest.raises(Unseen):
        move_organisation("khong-co", None, DECIDED, version=1, actor=HEAD, at=AT)


def test_what_is_kept_of_an_event_prints_no_name_of_a_person() -> None:
    body = organisation("Sở A")
    child = organisation("Phòng C", parent=body)
    somebody = person(unit=body)
    rename(child, "Phòng D", on=date(2024, 1, 1))
    confirm(merge(body, into=organisation("Sở B")))
    event = BodyEvent.objects.get(kind="MERGED")

    assert str(event) == event.ref
    assert str(event.bodies.get(organisation=body)) == "ENDED"
    assert str(FormerName.objects.get()) == "Phòng C"
    assert str(FormerParent.objects.get()) == "2000-01-01 2025-03-01"
    assert str(PersonMoved.objects.get()) == str(somebody.pk)


def test_a_body_moves_under_another_and_keeps_where_it_was() -> None:
    above, other = organisation("Sở A"), organisation("Sở B")
    body = organisation("Phòng C", parent=above)

    move(body, other)

    former = FormerParent.objects.get()
    assert fresh(body).parent == other
    assert (former.parent, former.since, former.until) == (above, date(2000, 1, 1), ON)
    assert "từ Sở A sang Sở B" in Entry.objects.get(verb="move_organisation").said


def test_a_body_may_come_to_stand_alone_and_be_placed_again() -> None:
    body = organisation("Phòng C", parent=organisation("Sở A"))
    move(body, None)

    move(body, Organisation.objects.get(name="Sở A"), replace(DECIDED, on=date(2026, 1, 1)))

    assert fresh(body).parent is not None
    assert FormerParent.objects.filter(parent=None).count() == 1


def test_a_place_in_the_tree_is_refused_for_each_thing_that_cannot_be() -> None:
    above = organisation("Sở A")
    body = organisation("Phòng C", parent=above)
    below = organisation("Tổ D", parent=body)
    gone = organisation("Sở cũ", until=date(2020, 1, 1))
    taken = organisation("Sở B")
    organisation("Phòng C", parent=taken)

    assert refusal(move, body, body) == "CIRCLE"
    assert refusal(move, body, below) == "CIRCLE"
    assert refusal(move, body, above) == "SAME_PARENT"
    assert refusal(move, body, gone) == "PARENT_NOT_THEN"
    assert refusal(move, body, taken) == "SAME_NAME"
    assert not BodyEvent.objects.exists()


def test_a_merger_waits_and_then_takes_people_and_sub_units_along() -> None:
    first, second, heir = organisation("Sở A"), organisation("Sở B"), organisation("Sở C")
    child = organisation("Phòng D", parent=first)
    somebody, other = person(unit=first), person("Lù Văn Suối", unit=child)

    ref = merge(first, second, into=heir)

    assert fresh(first).until is None
    confirm(ref)
    assert (fresh(first).until, fresh(second).until, fresh(heir).until) == (ON, ON, None)
    assert fresh(child).parent == heir
    assert Person.objects.get(pk=somebody.pk).organisation == heir
    assert Person.objects.get(pk=other.pk).organisation == child
    assert "chờ xác nhận" in Entry.objects.get(verb="merge_organisations").said
    assert "Sở A, Sở B" in Entry.objects.get(verb="confirm_body_event").said


def test_a_merger_may_make_a_new_body_that_bears_a_name_of_before() -> None:
    above = organisation("Ủy ban nhân dân tỉnh", kind="PROVINCE")
    first = organisation("Sở A", parent=above)
    second = organisation("Sở B", parent=above)

    confirm(merge(first, second, into=NewBody("Sở A", "SA")))

    born = Organisation.objects.get(name="Sở A", until=None)
    assert (born.parent, born.kind, born.since) == (above, "DEPARTMENT", ON)
    assert born.abbreviation == "SA"


def test_a_split_leaves_people_where_they_are() -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    somebody = person(unit=body)

    confirm(split(body, heir, new=("Sở C", "Sở D")))

    assert fresh(body).until == ON
    assert Person.objects.get(pk=somebody.pk).organisation == body
    assert Organisation.objects.filter(since=ON).count() == 2
    assert "Sở B, Sở C, Sở D" in Entry.objects.get(verb="split_organisation").said


def test_a_body_is_abolished() -> None:
    body = organisation("Sở A")

    confirm(abolish(body))

    assert fresh(body).until == ON
    assert "kết thúc hoạt động" in Entry.objects.get(verb="abolish_organisation").said
    assert refusal(rename, body, on=date(2026, 1, 1)) == "ENDED"
    assert refusal(abolish, body, replace(DECIDED, on=date(2026, 1, 1))) == "ENDED"


def test_an_end_is_refused_for_each_thing_that_cannot_be() -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    child = organisation("Phòng D", parent=body)
    gone = organisation("Sở cũ", until=date(2020, 1, 1))
    late = organisation("Phòng E", parent=heir, since=date(2025, 6, 1))

    assert refusal(merge, body, into=body) == "HEIR_NOT_THEN"
    assert refusal(merge, body, into=gone) == "HEIR_NOT_THEN"
    assert refusal(merge, body, into=child) == "HEIR_NOT_THEN"
    assert refusal(merge, body, into=NewBody(" ")) == "NO_NAME"
    assert refusal(merge, body, into=NewBody("Sở B")) == "SAME_NAME"
    assert refusal(split, body, body, heir) == "HEIR_NOT_THEN"
    assert refusal(split, body) == "NO_HEIR"
    assert refusal(split, body, heir) == "ONE_HEIR"
    assert refusal(split, body, heir, new=("Sở C",)) == "OPEN_CHILDREN"
    assert refusal(abolish, body) == "OPEN_CHILDREN"
    assert refusal(merge, heir, into=body) == "CHILDREN_LATER"
    assert late.until is None
    assert not BodyEvent.objects.exists()


def test_two_heirs_are_no_merger() -> None:
    objection = objection_to_heirs(BodyEventKind.MERGED, 1, 1, names_are_given=True)

    assert objection is not None
    assert objection.code == "TWO_HEIRS"


def test_only_a_second_person_of_the_office_confirms_and_only_once() -> None:
    ref = abolish(organisation("Sở A"))

    assert refusal(confirm, ref, SPECIALIST) == "SAME_PERSON"
    assert refusal(confirm, ref, INSPECTOR) == "NOT_OFFICE"
    confirm(ref)
    assert refusal(confirm, ref) == "EVENT_DONE"
    with pytest.raises(Unseen):
        confirm_body_event("khong-co", version=1, actor=HEAD, at=AT)


def test_what_changed_meanwhile_is_looked_at_again() -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    ref = merge(body, into=heir)
    Organisation.objects.filter(pk=heir.pk).update(until=date(2024, 1, 1))

    assert refusal(confirm, ref) == "HEIR_NOT_THEN"
    assert fresh(body).until is None


def test_a_body_whose_end_waits_takes_no_other_event() -> None:
    body = organisation("Sở A")
    ref = abolish(body)

    assert refusal(rename, body) == "ENDING_WAITS"
    withdraw(ref)
    assert refusal(confirm, ref) == "EVENT_WITHDRAWN"
    rename(body)
    assert fresh(body).name == "Sở Y tế mới"


def test_a_body_entered_with_its_last_day_is_told_how_it_came_to_that() -> None:
    body, heir = organisation("Sở A", until=ON), organisation("Sở B")

    assert refusal(merge, body, into=heir, decided=replace(DECIDED, on=date(2025, 4, 1))) == "ENDED"
    ref = merge(body, into=heir)
    confirm(ref)
    withdraw(ref)

    assert fresh(body).until == ON


def test_a_withdrawn_name_gives_the_old_one_back() -> None:
    body = organisation()
    ref = rename(body)

    withdraw(ref)

    event = BodyEvent.objects.get()
    assert fresh(body).name == "Sở Y tế tỉnh Lào Cai"
    assert (event.withdrawn_reason, event.withdrawn_by_name) == ("Ghi nhầm", "Người cv")
    assert "Lý do: Ghi nhầm" in Entry.objects.get(verb="withdraw_body_event").said
    rename(body)
    assert FormerName.objects.count() == 2


def test_a_withdrawn_merger_takes_everybody_back() -> None:
    above = organisation("Ủy ban nhân dân tỉnh", kind="PROVINCE")
    body = organisation("Sở A", parent=above)
    child = organisation("Phòng D", parent=body)
    somebody = person(unit=body)
    ref = merge(body, into=NewBody("Sở Mới"))
    confirm(ref)

    withdraw(ref)

    assert fresh(body).until is None
    assert fresh(child).parent == body
    assert Person.objects.get(pk=somebody.pk).organisation == body
    assert not Organisation.objects.filter(name="Sở Mới").exists()
    assert not FormerParent.objects.filter(event__withdrawn_at=None).exists()


def test_an_event_that_something_rests_on_is_not_withdrawn() -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    first = rename(body, "Sở A mới")
    ref = merge(body, into=NewBody("Sở Mới"), decided=replace(DECIDED, on=date(2025, 9, 1)))
    assert refusal(withdraw, first) == "RESTED_ON"
    confirm(ref)
    assert refusal(withdraw, first) == "RESTED_ON"

    person("Lù Văn Mới", unit=Organisation.objects.get(name="Sở Mới"))
    assert refusal(withdraw, ref) == "RESTED_ON"

    assert fresh(body).until == date(2025, 9, 1)
    assert heir.until is None


def test_a_name_that_was_given_anew_does_not_come_back() -> None:
    body, other = organisation("Sở A"), organisation("Sở B")
    ref = rename(body, "Sở C")
    ended = abolish(other)
    confirm(ended)
    organisation("Sở A")
    organisation("Sở B")

    assert refusal(withdraw, ref) == "RESTED_ON"
    assert refusal(withdraw, ended) == "RESTED_ON"


def test_a_place_that_was_taken_does_not_come_back() -> None:
    above = organisation("Sở A")
    body = organisation("Phòng C", parent=above)
    ref = move(body, None)
    organisation("Phòng C", parent=above)

    assert refusal(withdraw, ref) == "RESTED_ON"


def test_an_event_is_withdrawn_by_the_office_with_a_reason_and_once() -> None:
    ref = rename(organisation())

    assert refusal(withdraw, ref, " ") == "NO_WITHDRAW_REASON"
    assert refusal(withdraw, ref, by=INSPECTOR) == "NOT_OFFICE"
    withdraw(ref)
    assert refusal(withdraw, ref) == "EVENT_WITHDRAWN"
    with pytest.raises(Unseen):
        withdraw(ref, by=OFFICER)


def test_a_body_is_entered_by_the_office_under_a_free_name() -> None:
    above = organisation("Sở A", until=date(2025, 1, 1))

    def enter(name: str, actor: Actor = SPECIALIST, **more: object) -> str:
        return register_organisation(
            name,
            kind="SUB_UNIT",
            since=ON,
            actor=actor,
            at=AT,
            **more,  # type: ignore[arg-type]  # as given
        )

    assert refusal(enter, "Phòng C", INSPECTOR) == "NOT_OFFICE"
    assert refusal(enter, "") == "NO_NAME"
    assert refusal(enter, "Phòng C", until=ON) == "ENDS_TOO_EARLY"
    assert refusal(enter, "Phòng C", parent_ref=above.ref) == "PARENT_NOT_THEN"
    enter("Phòng C")
    assert refusal(enter, "Phòng C") == "SAME_NAME"
    enter("Phòng C", until=date(2025, 6, 1))
    assert Organisation.objects.filter(name="Phòng C").count() == 2


def send(body: Organisation, heir: Organisation, *people: Person, by: Actor = SPECIALIST) -> int:
    body.refresh_from_db()
    refs = [one.ref for one in people]
    return move_people(body.ref, refs, heir.ref, version=body.version, actor=by, at=AT)


def test_people_of_a_split_body_are_entered_in_an_heir_and_moved_again() -> None:
    body, stranger = organisation("Huyện A"), person("Lù Văn Suối", unit=organisation("Sở Z"))
    first, second = person(unit=body), person("Vàng Thị Núi", unit=body)
    ref = split(body, new=("Xã B", "Xã C"))
    with pytest.raises(Unseen):
        send(body, organisation("Xã D"), first)
    confirm(ref)
    b, c = (Organisation.objects.get(name=name) for name in ("Xã B", "Xã C"))

    assert send(body, b, first, second) == 2
    assert send(body, c, second) == 1

    assert Person.objects.get(pk=first.pk).organisation == b
    assert Person.objects.get(pk=second.pk).organisation == c
    said = list(Entry.objects.filter(verb="move_people").order_by("seq"))
    assert said[0].said == "Chuyển 2 người của Huyện A sang Xã B."
    assert refusal(send, body, b) == "NOBODY_CHOSEN"
    assert refusal(send, body, b, stranger) == "NOT_CONCERNED"
    assert refusal(send, body, body, first) == "HEIR_NOT_THEN"
    assert refusal(send, body, stranger.organisation, first) == "HEIR_NOT_THEN"
    assert refusal(send, body, b, first, by=INSPECTOR) == "NOT_OFFICE"
    with pytest.raises(Refused) as stale:
        move_people(body.ref, [first.ref], c.ref, version=1, actor=HEAD, at=AT)
    assert stale.value.objection.code == "STALE"

    withdraw(ref)

    assert set(Person.objects.filter(organisation=body)) == {first, second}
