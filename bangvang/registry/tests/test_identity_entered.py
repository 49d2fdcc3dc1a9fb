"""An identity number is entered by the office, corrected by its head, and shown nowhere."""

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.enter_identity_number import enter_identity_number
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.models import IdentityNumber, Person
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import person
from bangvang.registry.tests.test_merging import HEAD, SPECIALIST

pytestmark = pytest.mark.django_db

NUMBER, OTHER = "099000000062", "099000000075"
WHY = "Đơn vị gửi bản sao căn cước"


def enter(
    who: Person, number: str = NUMBER, *, by: object = SPECIALIST, seen: str = "", why: str = WHY
) -> None:
    enter_identity_number(
        who.ref, number, why, seen_tail=seen, actor=by, at=AT,  # type: ignore[arg-type]  # an actor
    )  # fmt: skip


def refusal(who: Person, number: str = NUMBER, **more: object) -> str:
    with pytest.raises(Refused) as refused:
        enter(who, number, **more)  # type: ignore[arg-type]  # as `enter` takes them
    return refused.value.objection.code


def test_the_number_is_sealed_and_recognises_the_person() -> None:
    who = person()

    enter(who, "099 000 000 062")

    who.refresh_from_db()
    assert who.identity_digest == digest_of_identity_number(NUMBER)
    assert who.identity_tail == "062"
    assert reveal_identity_number(who.ref, "Kiểm tra", actor=HEAD, at=AT) == NUMBER
    assert NUMBER not in f"{list(IdentityNumber.objects.values())}{list(Entry.objects.values())}"
    entry = Entry.objects.get(verb="enter_identity_number")
    assert (entry.subject_ref, entry.said) == (
        who.ref, f"Ghi số định danh của {who.full_name}. Lý do: {WHY}",
    )  # fmt: skip


def test_only_the_head_puts_another_in_its_place() -> None:
    who = person()
    enter(who)

    assert refusal(who, OTHER, seen="062") == "HEAD_CORRECTS"
    assert refusal(who, NUMBER, seen="062", by=HEAD) == "SAME_NUMBER"
    enter(who, OTHER, seen="062", by=HEAD)

    who.refresh_from_db()
    assert who.identity_digest == digest_of_identity_number(OTHER)
    assert Entry.objects.filter(said__startswith="Sửa số định danh").count() == 1


@pytest.mark.parametrize("number", ["", "12345", "09900000006a", "0990000000620", "٠٩٩٠٠٠٠٠٠٠٦٢"])
def test_what_is_no_number_is_refused(number: str) -> None:
    assert refusal(person(), number) == "NOT_A_NUMBER"


def test_reasons_are_there_and_hold_no_number() -> None:
    who = person()

    assert refusal(who, why=" ") == "NO_MERGE_REASON"
    assert refusal(who, why=f"Số {NUMBER}") == "NUMBER_IN_REASON"


def test_a_number_belongs_to_one_record_also_to_one_that_was_merged() -> None:
    first, second, third = person(), person("Lù Văn Bậc"), person("Giàng A Pao")
    enter(first)

    assert refusal(second) == "NUMBER_TAKEN"
    Person.every.filter(pk=first.pk).update(merged_into=third)
    assert refusal(second) == "NUMBER_TAKEN"


def test_who_comes_second_is_told() -> None:
    who = person()
    enter(who)

    assert refusal(who, OTHER, seen="", by=HEAD) == "STALE"


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.SPECIALIST, Role.OFFICE_HEAD)])
def test_nobody_else_enters_one(role: Role) -> None:
    who = person()

    assert refusal(who, by=actor(role, unit=who.organisation)) == "NOT_OFFICE"
    assert Person.objects.get().identity_digest is None


def test_nobody_is_nobody() -> None:
    with pytest.raises(Unseen):
        enter_identity_number("khongco", NUMBER, WHY, seen_tail="", actor=HEAD, at=AT)
