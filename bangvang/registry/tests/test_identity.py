"""Identity numbers are kept sealed and opened for one person with a reason."""

import pytest
from pytest_django import Settings

from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.models import IdentityNumber, Person
from bangvang.registry.selectors.identity import numbers_kept
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import person
from bangvang.registry.tests.test_merging import HEAD, INSPECTOR, SPECIALIST, merged_now, two

pytestmark = pytest.mark.django_db

NUMBER = "099000000062"
OLD, NEW = f"old:{'o' * 43}", f"new:{'n' * 43}"
WHY = "Đối chiếu với căn cước"


def holder(number: str = NUMBER) -> Person:
    keep_identity_numbers([number])
    return person(identity_digest=digest_of_identity_number(number))


def refusal(person_ref: str, reason: str = WHY, *, by: object = HEAD) -> str:
    with pytest.raises(Refused) as refused:
        reveal_identity_number(person_ref, reason, actor=by, at=AT)  # type: ignore[arg-type]  # an actor
    return refused.value.objection.code


def test_nothing_that_is_stored_shows_the_number() -> None:
    holder()

    row = IdentityNumber.objects.get()
    assert NUMBER not in f"{row.sealed} {row.digest} {row.key_id} {row}"


def test_the_same_number_is_kept_once_and_nothing_is_kept_of_none() -> None:
    assert keep_identity_numbers([NUMBER, NUMBER, ""]) == 1
    assert keep_identity_numbers([NUMBER]) == 0
    assert keep_identity_numbers([""]) == 0
    assert numbers_kept([digest_of_identity_number(NUMBER), "x"]) == {
        digest_of_identity_number(NUMBER)
    }


def test_the_head_reads_one_number_and_it_is_written_down_who_why_and_whose() -> None:
    somebody = holder()

    assert reveal_identity_number(somebody.ref, WHY, actor=HEAD, at=AT) == NUMBER

    entry = Entry.objects.get(verb="reveal_identity_number")
    assert entry.said == f"Xem số định danh của {somebody.full_name}. Lý do: {WHY}"
    assert (entry.actor_name, entry.subject_ref) == (HEAD.name, somebody.ref)
    assert NUMBER not in f"{entry.said} {entry.details}"


@pytest.mark.parametrize(
    ("by", "reason", "code"),
    [
        (SPECIALIST, WHY, "HEAD_ONLY"),
        (INSPECTOR, WHY, "HEAD_ONLY"),
        (HEAD, "  ", "NO_MERGE_REASON"),
        (HEAD, ".", "NO_MERGE_REASON"),
        (HEAD, f"Số {NUMBER}", "NUMBER_IN_REASON"),
    ],
)
def test_who_reads_no_number(by: object, reason: str, code: str) -> None:
    assert refusal(holder().ref, reason, by=by) == code
    assert not Entry.objects.exists()


def test_whoever_has_none_kept_is_told_so() -> None:
    assert refusal(person().ref) == "NO_NUMBER"
    assert refusal(person(identity_digest="d" * 64).ref) == "NO_NUMBER"
    with pytest.raises(Unseen):
        reveal_identity_number("nobody", WHY, actor=HEAD, at=AT)


def test_a_number_moved_to_another_person_does_not_open() -> None:
    somebody = holder()
    other = person(identity_digest="d" * 64)
    IdentityNumber.objects.update(digest="d" * 64)

    assert refusal(other.ref) == "CANNOT_OPEN"
    assert refusal(somebody.ref) == "NO_NUMBER"


def test_after_a_merge_the_kept_record_has_the_number() -> None:
    kept, merged = two(identity_digest=digest_of_identity_number(NUMBER))
    keep_identity_numbers([NUMBER])

    merged_now(kept, merged)

    assert reveal_identity_number(merged.ref, WHY, actor=HEAD, at=AT) == NUMBER


def test_without_its_key_a_number_stays_closed(settings: Settings) -> None:
    settings.IDENTITY_SEALS = OLD
    somebody = holder()
    settings.IDENTITY_SEALS = NEW

    assert refusal(somebody.ref) == "CANNOT_OPEN"
