"""Bodies through time: the name of the day, what became of them, and whom a list means."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.record_history import History, PastAward, record_history
from bangvang.registry.models import Completeness, Organisation, Person
from bangvang.registry.permissions.bodies import NewBody
from bangvang.registry.selectors.body_history import (
    AsWritten,
    names_then,
    now_called,
    parents_on,
)
from bangvang.registry.selectors.body_names import bodies_by_name, other_names
from bangvang.registry.selectors.body_pages import body_page, event_page, events_waiting
from bangvang.registry.selectors.body_tree import A_PAGE, body_choices, siblings_of, tree_on
from bangvang.registry.selectors.people import people_possibly_meant
from bangvang.registry.selectors.public import awards_public
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.selectors.titled import people_titled
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_bodies import (
    DECIDED,
    HEAD,
    INSPECTOR,
    ON,
    SPECIALIST,
    abolish,
    confirm,
    merge,
    move,
    rename,
    split,
    withdraw,
)

pytestmark = pytest.mark.django_db

BEFORE, TODAY = date(2022, 4, 19), date(2026, 9, 14)
UNIT = actor(Role.UNIT_OFFICER)


def hint(body: Organisation, on: date = BEFORE, name: str = "") -> str:
    one = AsWritten(body.pk, on, name or body.name)
    return now_called([one]).get(one, "")


def test_name_and_path_are_those_of_the_day() -> None:
    top, other = organisation("Sở A"), organisation("Sở B")
    body = organisation("Phòng C", parent=top)
    rename(top, "Sở A mới")
    move(body, other)
    rename(body, "Phòng C mới")
    body.refresh_from_db()

    names, parents = names_then(BEFORE), parents_on(BEFORE)
    assert [names[pk][0] for pk in (body.pk, top.pk)] == ["Phòng C", "Sở A"]
    assert parents[body.pk] == top.pk
    assert body.pk not in names_then(ON)
    assert (body.name, parents_on(ON)[body.pk]) == ("Phòng C mới", other.pk)
    assert parents_on(ON)[other.pk] is None


def test_what_is_called_as_before_has_no_hint() -> None:
    body = organisation()

    assert hint(body) == ""
    assert hint(body, name="Khoa Nội, Sở Y tế") == ""
    assert now_called([]) == {}
    assert now_called([AsWritten(0, ON, "Không có")]) == {}


def test_a_renamed_body_is_called_by_its_name_of_today_where_that_differs() -> None:
    body = organisation()
    rename(body, "Sở Sức khỏe")

    assert hint(body, name="Sở Y tế tỉnh Lào Cai") == "nay là Sở Sức khỏe"
    assert hint(body, name="Khoa Nội") == "Sở Y tế tỉnh Lào Cai nay là Sở Sức khỏe"
    assert hint(body, name="Sở Sức khỏe") == ""
    assert hint(body, on=ON, name="Khoa Nội") == ""


def test_a_merged_body_leads_to_the_last_heir() -> None:
    first, second, last = organisation("Sở A"), organisation("Sở B"), organisation("Sở C")
    confirm(merge(first, into=second))
    confirm(merge(second, into=last, decided=replace(DECIDED, on=date(2026, 1, 1))))
    first.refresh_from_db()

    assert hint(first) == "nay là Sở C"
    assert hint(last) == ""


def test_of_many_heirs_two_are_named() -> None:
    body = organisation("Huyện A")
    confirm(split(body, new=("Xã D", "Xã B", "Xã C")))
    many = organisation("Huyện E")
    confirm(split(many, new=("Xã G", "Xã H", "Xã I", "Xã F")))

    assert hint(body) == "nay là Xã B, Xã C và Xã D"
    assert hint(many) == "nay là Xã F, Xã G và 2 đơn vị khác"


def test_heirs_that_came_together_again_are_named_once() -> None:
    body = organisation("Huyện A")
    confirm(split(body, new=("Xã B", "Xã C")))
    parts = [Organisation.objects.get(name=name) for name in ("Xã B", "Xã C")]
    confirm(merge(*parts, into=NewBody("Xã D"), decided=replace(DECIDED, on=date(2026, 1, 1))))

    assert hint(body) == "nay là Xã D"


def test_a_body_without_heirs_is_told_by_what_it_belonged_to() -> None:
    above = organisation("Huyện A")
    below = organisation("Phòng B", parent=above, until=ON)
    alone = organisation("Sở C", until=ON)
    under_open = organisation("Phòng D", parent=organisation("Sở E"), until=ON)
    dead = organisation("Huyện G")
    under_dead = organisation("Phòng H", parent=dead, until=ON)
    confirm(split(above, new=("Xã X", "Xã Y")))
    confirm(abolish(dead))

    assert hint(below) == "thuộc Huyện A, nay là Xã X và Xã Y"
    assert [hint(body) for body in (alone, under_open, under_dead)] == ["", "", ""]


def test_an_event_that_waits_or_was_withdrawn_says_nothing() -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    ref = merge(body, into=heir)
    assert hint(body) == ""
    confirm(ref)
    assert hint(body) == "nay là Sở B"

    withdraw(ref)

    assert hint(body) == ""
    renamed = rename(heir, "Sở B mới")
    withdraw(renamed)
    assert hint(heir, name="Sở B") == ""


def test_hints_take_as_many_queries_for_many_rows_as_for_one() -> None:
    bodies = [organisation(f"Sở {n}") for n in range(6)]
    for body in bodies[1:]:
        confirm(merge(body, into=bodies[0]))

    def asked(some: list[Organisation]) -> int:
        with CaptureQueriesContext(connection) as queries:
            now_called(AsWritten(body.pk, BEFORE, body.name) for body in some)
        return len(queries)

    assert asked(bodies[1:2]) == asked(bodies[1:]) == 2
    assert asked(bodies[:1]) == 1


def held(unit: Organisation, name: str = "Vàng Thị Lúa Chín", year: int = 2021) -> str:
    somebody = person(name, unit=unit)
    award = PastAward(
        "LDTT", "MERIT", year, f"{year}/QĐ", date(year + 1, 1, 8), "Giám đốc", unit.name
    )
    record_history(somebody.ref, History(awards=(award,)), actor=SPECIALIST, at=AT)
    return somebody.ref


def test_the_public_register_keeps_the_name_of_the_decision_beside_that_of_today() -> None:
    unit = organisation()
    held(unit)
    rename(unit, "Sở Sức khỏe")

    for words in ("y te", "suc khoe"):
        award = awards_public(words, on=TODAY).awards[0]
        assert award.unit_name == "Sở Y tế tỉnh Lào Cai"
        assert award.unit_now == "nay là Sở Sức khỏe"


def test_the_office_finds_people_and_bodies_by_a_name_of_before() -> None:
    unit = organisation()
    ref = held(unit)
    rename(unit, "Sở Sức khỏe")

    body, person = search(HEAD, Asked("y te")).hits
    assert (body.name, person.ref) == ("Sở Sức khỏe", ref)
    assert "từng có tên" in body.why[0]


def test_records_say_what_an_ended_unit_is_today() -> None:
    body = organisation("Huyện A")
    ref = held(body)
    confirm(split(body, new=("Xã B", "Xã C")))

    assert person_record(HEAD, ref).unit_now == "nay là Xã B và Xã C"
    assert collective_record(HEAD, body.ref).became == "nay là Xã B và Xã C"
    assert person_record(HEAD, held(organisation("Sở D"), "Lù Văn Suối")).unit_now == ""


def test_statistics_of_a_past_year_keep_the_units_of_that_year() -> None:
    old, new = organisation("Sở A"), organisation("Sở B")
    below = organisation("Phòng C", parent=old)
    for year, name in ((2021, "Vàng Thị Lúa Chín"), (2025, "Lù Văn Suối")):
        held(below, name, year)
    for unit in (old, new):
        held(unit, f"Người {unit.name}", 2013)
    for somebody in Person.objects.all():
        Completeness.objects.create(person=somebody, record_kind="AWARD", from_year=2014)
    move(below, new)

    found = people_titled([old.ref, new.ref], [2021, 2025], ["LDTT"])

    assert found == {
        (old.ref, 2021): 1,
        (old.ref, 2025): 0,
        (new.ref, 2021): 0,
        (new.ref, 2025): 1,
    }


def test_the_tree_is_that_of_the_day() -> None:
    top, other = organisation("Sở A"), organisation("Sở B")
    body = organisation("Phòng C", parent=top)
    organisation("Phòng mới", parent=body, since=ON)
    move(body, other)
    rename(top, "Sở A mới")

    then = [(line.name, line.depth, line.now) for line in tree_on(HEAD, BEFORE).lines]
    today = [(line.name, line.depth) for line in tree_on(HEAD, TODAY).lines]

    assert then == [("Sở A", 0, "nay là Sở A mới"), ("Phòng C", 1, ""), ("Sở B", 0, "")]
    assert today == [("Sở A mới", 0), ("Sở B", 0), ("Phòng C", 1), ("Phòng mới", 2)]


def test_words_find_a_body_of_the_day_and_after_it_those_of_other_days() -> None:
    body = organisation("Sở Y tế")
    rename(body, "Sở Sức khỏe")
    organisation("Trung tâm Y tế cũ", until=date(2020, 1, 1), parent=body)

    lines = tree_on(HEAD, TODAY, "y te").lines

    assert [(line.name, line.once, line.until) for line in lines] == [
        ("Sở Sức khỏe", "Sở Y tế", None),
        ("Trung tâm Y tế cũ", "", date(2020, 1, 1)),
    ]
    assert [line.name for line in tree_on(HEAD, BEFORE, "y te").lines] == [
        "Sở Y tế",
        "Trung tâm Y tế cũ",
    ]
    assert tree_on(HEAD, TODAY, "sytm").lines[0].name == "Sở Sức khỏe"
    assert tree_on(HEAD, TODAY, "khong co").count == 0


def test_the_tree_comes_in_pages() -> None:
    for n in range(A_PAGE + 1):
        organisation(f"Đơn vị {n:03}")

    assert len(tree_on(HEAD, TODAY).lines) == A_PAGE
    assert tree_on(HEAD, TODAY, page=2).lines[0].name == f"Đơn vị {A_PAGE}"
    for page in (0, 3):
        with pytest.raises(Unseen):
            tree_on(HEAD, TODAY, page=page)


def test_the_page_of_a_body_has_its_names_places_events_and_neighbours() -> None:
    top, other = organisation("Sở A"), organisation("Sở B")
    body = organisation("Phòng C", parent=top)
    first = organisation("Phòng D", parent=top)
    confirm(merge(first, into=body))
    move(body, other, replace(DECIDED, on=date(2025, 6, 1)))
    rename(body, "Phòng mới", on=date(2025, 9, 1))
    confirm(split(body, new=("Phòng E", "Phòng F"), decided=replace(DECIDED, on=TODAY)))

    shown = body_page(INSPECTOR, body.ref, on=TODAY)

    assert [(n.name, n.since, n.until) for n in shown.names] == [
        ("Phòng mới", date(2025, 9, 1), TODAY),
        ("Phòng C", date(2000, 1, 1), date(2025, 9, 1)),
    ]
    assert [(p.name, p.until) for p in shown.parents] == [
        ("Sở B", TODAY),
        ("Sở A", date(2025, 6, 1)),
    ]
    assert [event.kind.value for event in shown.events] == ["SPLIT", "RENAMED", "MOVED", "MERGED"]
    assert [link.name for link in shown.predecessors] == ["Phòng D"]
    assert [link.name for link in shown.successors] == ["Phòng E", "Phòng F"]
    assert shown.now == "nay là Phòng E và Phòng F"


def test_the_page_of_an_event_says_what_it_touches_and_who_may_confirm() -> None:
    body = organisation("Sở A")
    person(unit=body)
    ref = merge(body, into=NewBody("Sở B"))

    shown = event_page(SPECIALIST, ref)

    assert (shown.touched.people, shown.event.new_names) == (1, ("Sở B",))
    assert shown.not_confirming is not None
    assert shown.not_confirming.code == "SAME_PERSON"
    assert event_page(HEAD, ref).not_confirming is None
    assert [event.ref for event in events_waiting(HEAD)] == [ref]
    confirm(ref)
    assert event_page(HEAD, ref).not_withdrawing is None
    assert events_waiting(HEAD) == ()


def test_choices_have_those_of_today_first_and_siblings_may_be_of_one_kind() -> None:
    body, beside = organisation("Sở A"), organisation("Sở C")
    ward = organisation("Phường D", kind="COMMUNE")
    organisation("Sở B", until=ON)

    assert [one.name for one in body_choices(HEAD)] == ["Phường D", "Sở A", "Sở C", "Sở B"]
    assert [one.name for one in siblings_of(HEAD, body.ref)] == [ward.name, beside.name]
    assert [one.name for one in siblings_of(HEAD, body.ref, same_kind=True)] == [beside.name]
    with pytest.raises(Unseen):
        siblings_of(HEAD, "khong-co")


def test_a_unit_reads_none_of_it() -> None:
    body = organisation("Sở A")
    ref = rename(body)

    for read in (
        lambda: tree_on(UNIT, TODAY),
        lambda: body_page(UNIT, body.ref, on=TODAY),
        lambda: event_page(UNIT, ref),
        lambda: events_waiting(UNIT),
        lambda: body_choices(UNIT),
        lambda: siblings_of(UNIT, body.ref),
        lambda: body_page(HEAD, "khong-co", on=TODAY),
        lambda: event_page(HEAD, "khong-co"),
    ):
        with pytest.raises(Unseen):
            read()


def test_a_list_may_mean_a_body_by_every_name_it_had() -> None:
    heir, gone = organisation("Sở B"), organisation("Sở A")
    below = organisation("Phòng C", parent=gone)
    rename(gone, "Sở A hai", on=date(2024, 1, 1))
    rename(below, "Phòng C mới", on=date(2024, 1, 1))
    confirm(merge(gone, into=heir))
    parted = organisation("Sở D")
    confirm(split(parted, heir, new=("Sở E",)))

    names = other_names({heir.pk, below.pk})

    assert names[heir.pk] == ["Sở A hai", "SYTM", "Sở A"]
    assert names[below.pk] == ["SYTM", "Phòng C", "Sở A hai"]
    somebody = person(unit=below)
    seen = people_possibly_meant([somebody.full_name], [])[0]
    assert seen.unit_names[:2] == ("Phòng C mới", "Sở B")
    assert {"Phòng C", "Sở A", "Sở A hai"} <= set(seen.unit_names)


def test_a_name_means_the_body_that_bore_it_on_the_day_of_the_list() -> None:
    above = organisation("Sở A")
    first = organisation("Phòng Một", parent=above)
    rename(first, "Phòng Hai")
    second = organisation("Phòng Một", parent=above, since=ON)
    ended = organisation("Phòng Ba", parent=above, until=ON)
    third = organisation("Phòng Ba", parent=above, since=ON)
    twins = {organisation("Phòng Bốn", parent=above).pk for _ in range(2)}
    branch = {above.pk, first.pk, second.pk, ended.pk, third.pk, *twins}

    before, today = bodies_by_name(branch, BEFORE), bodies_by_name(branch, TODAY)

    assert (before["phong mot"], today["phong mot"]) == (first.pk, second.pk)
    assert (before["phong ba"], today["phong ba"]) == (ended.pk, third.pk)
    assert before["phong hai"] == today["phong hai"] == today["sytm"] == first.pk
    assert "phong bon" not in today


def test_a_collective_keeps_the_name_of_its_awards() -> None:
    body = organisation("Sở A")
    award = PastAward("TTLDXS", "MERIT", 2021, "5/QĐ", date(2022, 1, 8), "Chủ tịch", "Sở A")
    record_history(
        body.ref, History(awards=(award,)), of=HolderKind.ORGANISATION, actor=SPECIALIST, at=AT
    )
    rename(body, "Sở A mới")

    held_award = collective_record(HEAD, body.ref).history.holdings[0]

    assert (held_award.unit_as_written, held_award.unit_id) == ("Sở A", body.pk)
