"""Where somebody worked, as what, of which class: who records it, what is refused, what follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.end_posting import end_posting
from bangvang.registry.actions.record_posting import record_posting
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.actions.withdraw_posting import withdraw_posting
from bangvang.registry.models import Organisation, Person, Posting
from bangvang.registry.permissions.postings import PostingSaid
from bangvang.registry.selectors.postings import postings_of, postings_on, units_left
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.tests.factories import awards, organisation, person
from bangvang.registry.tests.test_merging import HEAD, merged_now

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Lý A Ruộng")
INSPECTOR = actor(Role.INSPECTOR, ref="inspector")
OTHERS = [role for role in Role if role not in (Role.SPECIALIST, Role.OFFICE_HEAD)]


@pytest.fixture
def unit() -> Organisation:
    return organisation()


@pytest.fixture
def somebody(unit: Organisation) -> Person:
    return person(unit=unit)


def worker(unit: Organisation, **more: Any) -> PostingSaid:
    said = PostingSaid(
        unit.ref, "Công nhân vận hành", "WORKER", date(2021, 3, 1), None, "Hợp đồng số 5/HĐ-LĐ"
    )
    return replace(said, **more)


def recorded(who: Person, said: PostingSaid, *, is_now: bool = False) -> Posting:
    ref = record_posting(who.ref, said, is_now=is_now, actor=SPECIALIST, at=AT)
    return Posting.objects.get(ref=ref)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def test_a_posting_is_kept_with_its_source(unit: Organisation, somebody: Person) -> None:
    made = recorded(somebody, worker(unit))

    (seen,) = postings_of(INSPECTOR, somebody.ref)
    assert (seen.ref, seen.class_name, seen.position) == (
        made.ref, "Công nhân", "Công nhân vận hành",
    )  # fmt: skip
    assert (seen.source, seen.recorded_by) == ("Hợp đồng số 5/HĐ-LĐ", "Lý A Ruộng")
    assert seen.holds_on(DAY)
    assert not seen.holds_on(date(2021, 2, 28))
    assert Entry.objects.get(verb="record_posting").subject_ref == somebody.ref
    somebody.refresh_from_db()
    assert (somebody.organisation, somebody.position) == (unit, "")


def test_the_posting_of_today_moves_the_person_and_keeps_where_they_were(
    unit: Organisation, somebody: Person
) -> None:
    Person.objects.filter(pk=somebody.pk).update(position="Điều dưỡng")
    (award,) = awards(somebody)
    elsewhere = organisation("Công ty Nước sạch Suối Mây")

    recorded(somebody, worker(elsewhere), is_now=True)

    somebody.refresh_from_db()
    assert (somebody.organisation, somebody.position) == (elsewhere, "Công nhân vận hành")
    now, before = postings_of(INSPECTOR, somebody.ref)
    assert (now.unit_ref, now.until) == (elsewhere.ref, None)
    assert (before.unit_ref, before.position, before.since, before.until) == (
        unit.ref, "Điều dưỡng", None, date(2021, 3, 1),
    )  # fmt: skip
    award.refresh_from_db()
    assert award.unit == unit
    moved = search(actor(Role.UNIT_OFFICER, unit=elsewhere), Asked(text="lúa chín"))
    assert moved.people == 1
    assert search(actor(Role.UNIT_OFFICER, unit=unit), Asked(text="lúa chín")).people == 0


def test_what_goes_on_elsewhere_is_ended_first(unit: Organisation, somebody: Person) -> None:
    elsewhere = organisation("Công ty Nước sạch Suối Mây")
    made = recorded(somebody, worker(unit))
    there = worker(elsewhere, since=date(2025, 1, 1))

    assert refusal(lambda: recorded(somebody, there, is_now=True)) == "OPEN_ALREADY"
    end_posting(
        somebody.ref, made.ref, date(2025, 1, 1), "Quyết định 9/QĐ", version=1, actor=SPECIALIST,
        at=AT,
    )  # fmt: skip
    recorded(somebody, there, is_now=True)

    assert [one.unit_ref for one in postings_of(INSPECTOR, somebody.ref)] == [
        elsewhere.ref, unit.ref,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "is_now", "code"),
    [
        ({"source": " "}, False, "NO_SOURCE"),
        ({"position": " ", "subject_class": ""}, False, "NOTHING_SAID"),
        ({"since": DAY + timedelta(days=1)}, False, "SINCE_AHEAD"),
        ({"until": DAY + timedelta(days=1)}, False, "UNTIL_AHEAD"),
        ({"until": date(2021, 3, 1)}, False, "ENDS_TOO_EARLY"),
        ({"since": None}, True, "SINCE_MISSING"),
        ({"until": date(2022, 1, 1)}, True, "NOW_IS_OPEN"),
        ({"since": date(1999, 1, 1)}, False, "UNIT_NOT_THEN"),
    ],
)
def test_what_cannot_be_is_refused(
    unit: Organisation, somebody: Person, more: dict[str, Any], is_now: bool, code: str
) -> None:
    said = worker(unit, **more)

    assert refusal(lambda: recorded(somebody, said, is_now=is_now)) == code
    assert not Posting.objects.exists()


def test_a_unit_that_has_ended_is_a_posting_of_then_only(somebody: Person) -> None:
    gone = organisation("Huyện Bản Mây", until=date(2025, 7, 1))

    assert refusal(lambda: recorded(somebody, worker(gone))) == "UNIT_NOT_THEN"
    assert recorded(somebody, worker(gone, until=date(2025, 7, 1)))
    with pytest.raises(Unseen):
        recorded(somebody, worker(gone, unit_ref="khongco"))


def test_the_same_is_recorded_once_and_the_database_holds_the_rest(
    unit: Organisation, somebody: Person
) -> None:
    made = recorded(somebody, worker(unit))

    assert refusal(lambda: recorded(somebody, worker(unit))) == "SAID_ALREADY"
    for wrong in ({"source": ""}, {"until": date(2020, 1, 1)}, {"withdrawn_at": AT}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Posting.objects.filter(pk=made.pk).update(**wrong)


def test_ending_and_withdrawing_happen_once_with_their_words(
    unit: Organisation, somebody: Person
) -> None:
    made = recorded(somebody, worker(unit))

    def ending(until: date, source: str = "Đơn", version: int = 1) -> None:
        end_posting(somebody.ref, made.ref, until, source, version=version, actor=SPECIALIST, at=AT)

    def withdrawing(reason: str, version: int) -> None:
        withdraw_posting(somebody.ref, made.ref, reason, version=version, actor=SPECIALIST, at=AT)

    assert refusal(lambda: ending(date(2021, 3, 1))) == "ENDS_TOO_EARLY"
    assert refusal(lambda: ending(DAY + timedelta(days=1))) == "UNTIL_AHEAD"
    assert refusal(lambda: ending(DAY, " ")) == "NO_SOURCE"
    assert refusal(lambda: ending(DAY, version=2)) == "STALE"
    ending(date(2026, 1, 1))
    assert refusal(lambda: ending(date(2026, 1, 1), version=2)) == "ENDED_ALREADY"
    assert refusal(lambda: withdrawing(" ", 2)) == "NO_REASON"
    assert refusal(lambda: withdrawing("Số 099000000062", 2)) == "NUMBER_IN_REASON"
    assert refusal(lambda: withdrawing("Nhầm người.", 1)) == "STALE"
    withdrawing("Nhầm người.", 2)
    assert refusal(lambda: withdrawing("Nhầm người.", 3)) == "GONE_ALREADY"
    assert refusal(lambda: ending(DAY, version=3)) == "GONE_ALREADY"
    (seen,) = postings_of(INSPECTOR, somebody.ref)
    assert (seen.withdrawn_reason, seen.holds_on(date(2022, 1, 1))) == ("Nhầm người.", False)
    assert not postings_on(somebody.ref, date(2022, 1, 1))
    verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs == ["record_posting", "end_posting", "withdraw_posting"]


@pytest.mark.parametrize("role", OTHERS)
def test_only_the_standing_office_writes(unit: Organisation, somebody: Person, role: Role) -> None:
    made, by = recorded(somebody, worker(unit)), actor(role, unit=unit)
    expected: Any = Refused if role is Role.INSPECTOR else Unseen
    other = worker(unit, since=date(2022, 1, 1))

    told = refusal(lambda: record_posting(somebody.ref, other, is_now=False, actor=by, at=AT))

    assert told == "NOT_OFFICE"
    with pytest.raises(expected):
        end_posting(somebody.ref, made.ref, DAY, "Đơn", version=1, actor=by, at=AT)
    with pytest.raises(expected):
        withdraw_posting(somebody.ref, made.ref, "Nhầm.", version=1, actor=by, at=AT)
    if role is not Role.INSPECTOR:
        with pytest.raises(Unseen):
            postings_of(by, somebody.ref)
        with pytest.raises(Unseen):
            units_left(by, somebody.ref)


def test_a_posting_of_somebody_else_is_not_found_under_this_name(
    unit: Organisation, somebody: Person
) -> None:
    made = recorded(somebody, worker(unit))
    other = person("Lù Văn Bậc", unit=unit)

    with pytest.raises(Unseen):
        withdraw_posting(other.ref, made.ref, "Nhầm.", version=1, actor=SPECIALIST, at=AT)


def test_people_are_found_by_the_class_of_the_day(unit: Organisation, somebody: Person) -> None:
    farmer = person("Lù Văn Bậc", unit=unit)
    recorded(farmer, worker(unit, subject_class="FARMER", position=""))
    recorded(farmer, worker(unit, until=date(2022, 1, 1)))
    made = recorded(somebody, worker(unit))

    def found(
        subject_class: str, on: date = DAY, by: Any = SPECIALIST, text: str = ""
    ) -> list[str]:
        asked = Asked(text=text, subject_class=subject_class, on=on)
        return [hit.name for hit in search(by, asked).hits]

    assert found("WORKER") == [somebody.full_name]
    assert found("FARMER") == [farmer.full_name]
    assert sorted(found("WORKER", date(2021, 6, 1))) == sorted(
        [somebody.full_name, farmer.full_name]
    )
    assert found("FARMER", text="lúa chín") == []
    assert found("WORKER", text="lúa chín") == [somebody.full_name]
    elsewhere = actor(Role.UNIT_OFFICER, unit=organisation("Sở Giáo dục và Đào tạo"))
    assert found("WORKER", by=elsewhere) == []
    withdraw_posting(somebody.ref, made.ref, "Nhầm.", version=1, actor=SPECIALIST, at=AT)
    assert found("WORKER") == []


def test_postings_follow_a_merge_and_come_back_with_its_undoing(unit: Organisation) -> None:
    kept, merged = person(unit=unit), person("Vang Thi Lua Chin", unit=unit, birth_on=None)
    recorded(kept, worker(unit))
    recorded(merged, worker(unit))
    recorded(merged, worker(unit, subject_class="LEADER", position="Tổ trưởng"))

    merge = merged_now(kept, merged)

    assert sorted(one.subject_class for one in postings_of(INSPECTOR, kept.ref)) == [
        "LEADER", "WORKER",
    ]  # fmt: skip
    undo_merge(merge.ref, "Hai người", version=2, actor=HEAD, at=AT)
    assert len(postings_of(INSPECTOR, merged.ref)) == 2
    assert len(postings_of(INSPECTOR, kept.ref)) == 1


def test_an_old_posting_in_the_unit_that_is_left_does_not_stand_for_the_years_since(
    unit: Organisation, somebody: Person
) -> None:
    recorded(somebody, worker(unit, since=date(2005, 1, 1), until=date(2008, 1, 1)))
    other = organisation("Sở Giáo dục và Đào tạo")

    recorded(somebody, worker(other, since=date(2020, 1, 1)), is_now=True)

    spans = Posting.objects.filter(unit=unit).order_by("pk").values_list("since", "until")
    assert list(spans) == [(date(2005, 1, 1), date(2008, 1, 1)), (None, date(2020, 1, 1))]


@pytest.mark.parametrize("field", ["source", "position"])
def test_no_identity_number_is_kept_beside_a_posting(
    unit: Organisation, somebody: Person, field: str
) -> None:
    said = worker(unit, **{field: "số định danh 010085000123"})

    assert refusal(lambda: recorded(somebody, said)) == "NUMBER_IN_SOURCE"


def test_a_unit_finds_nobody_by_class(unit: Organisation, somebody: Person) -> None:
    recorded(somebody, worker(unit))
    officer = actor(Role.UNIT_OFFICER, unit=unit)

    asked = [Asked(somebody.full_name, subject_class=one, on=DAY) for one in ("WORKER", "LEADER")]

    assert [search(officer, one).people for one in asked] == [1, 1]
    assert [search(SPECIALIST, one).people for one in asked] == [1, 0]
