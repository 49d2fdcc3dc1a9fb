"""Two records of one person become one, and two again: who may, what moves, what comes back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.decline_merge import decline_merge
from bangvang.registry.actions.doubt_again import doubt_again
from bangvang.registry.actions.propose_merge import propose_merge
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.actions.say_different import say_different
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.models import (
    Award,
    Bar,
    Changed,
    Completeness,
    Grade,
    Initiative,
    InitiativeUse,
    LikelyDouble,
    Merge,
    Organisation,
    Person,
)
from bangvang.registry.selectors.holders import holder_named, kept_ref
from bangvang.registry.selectors.joining import compared, pointers_to
from bangvang.registry.selectors.merges import merge_page, merges_awaiting, merges_found
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.states import HolderKind, MergeState
from bangvang.registry.tests.factories import bar, initiative, organisation, person

pytestmark = pytest.mark.django_db

PERSON, BODY = HolderKind.PERSON, HolderKind.ORGANISATION
REASON = "Cùng quyết định tuyển dụng, cùng chữ ký trong hai bản khai"


def actor(
    role: Role = Role.SPECIALIST, ref: str = "chuyen-vien", name: str = "Lù Văn Suối"
) -> Actor:
    return Actor(ref, name, "", "org", "Ban Thi đua", frozenset({role}))


SPECIALIST = actor()
OTHER_SPECIALIST = actor(ref="chuyen-vien-2", name="Sùng Thị Mây")
HEAD = actor(Role.OFFICE_HEAD, "truong-phong", "Giàng A Núi")
INSPECTOR = actor(Role.INSPECTOR, "thanh-tra", "Vàng Văn Soi")
OUTSIDER = actor(Role.UNIT_OFFICER, "don-vi", "Lò Thị Cửa")


def award(
    of: Person | Organisation, code: str = "LDTT", year: int = 2020, number: str = "1/QĐ"
) -> Award:
    unit = of.organisation if isinstance(of, Person) else of
    whose: dict[str, Any] = {"person" if isinstance(of, Person) else "organisation": of}
    return Award.objects.create(
        **whose, code=code, kind="MERIT", year=year, name_as_written=str(of),
        unit_as_written=unit.name, unit=unit, decision_no=number, decided_on=date(year + 1, 1, 8),
        issued_by="Giám đốc Sở", origin=Origin.BACK_ENTRY,
    )  # fmt: skip


def grade(of: Person, year: int = 2020, code: str = "HTTNV") -> Grade:
    return Grade.objects.create(person=of, code=code, year=year)


def complete(of: Person, kind: str, since: int) -> Completeness:
    return Completeness.objects.create(person=of, record_kind=kind, from_year=since)


def two(**other: Any) -> tuple[Person, Person]:
    """Return a person and the record that was entered for the same one once more."""
    unit = organisation()
    return person(unit=unit), person(unit=unit, **other)


def seen(kept: Person | Organisation, merged: Person | Organisation) -> str:
    of = PERSON if isinstance(kept, Person) else BODY
    kept.refresh_from_db()
    merged.refresh_from_db()
    return compared(of, kept, merged).fingerprint


def proposed(
    kept: Person | Organisation,
    merged: Person | Organisation,
    *,
    by: Actor = SPECIALIST,
    chosen: Mapping[str, str] | None = None,
    reason: str = REASON,
) -> str:
    return propose_merge(
        kept.ref, merged.ref, of=PERSON if isinstance(kept, Person) else BODY,
        reason=reason, chosen=chosen or {}, seen=seen(kept, merged), actor=by, at=AT,
    )  # fmt: skip


def merged_now(kept: Person | Organisation, merged: Person | Organisation, **more: Any) -> Merge:
    ref = proposed(kept, merged, **more)
    confirm_merge(ref, version=1, actor=HEAD, at=AT)
    return Merge.objects.get(ref=ref)


def refusal(call: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.objection.code


APART = {"audit_entry", "registry_merge", "registry_changed"}
"""What a merge and its undoing leave behind: they are the record of it."""


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, apart from what tells of merges."""
    tables = sorted({model._meta.db_table for model in apps.get_models()} - APART)
    found = {}
    for table in tables:
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name} ORDER BY 1")  # noqa: S608  our own table
            found[table] = [tuple(map(str, row)) for row in cursor.fetchall()]
    return found


def rich_pair() -> tuple[Person, Person]:
    """Return two records with everything that can point to a person in this stage."""
    kept, merged = two(birth_on=None, birth_year=1985, identity_digest="d" * 64)
    Person.objects.filter(pk=merged.pk).update(identity_tail="123", sex="F")
    for one in (kept, merged):
        award(one, "LDTT", 2020)
        grade(one, 2020)
        bar(one)
        complete(one, "GRADE", 2018)
    award(merged, "CSTDCS", 2021, "9/QĐ")
    grade(kept, 2021, "HTTNV")
    grade(merged, 2021, "HTXSNV")
    bar(merged, paper_no="9/QĐ-TTr")
    first, twin = initiative(kept, 2020), initiative(merged, 2020)
    InitiativeUse.objects.create(
        initiative=twin, award_code="CSTDCS", year=2021, decision_no="9/QĐ", since=date(2022, 1, 8)
    )
    initiative(merged, 2021)
    complete(kept, "AWARD", 2015)
    complete(merged, "INITIATIVE", 2019)
    assert first.title == twin.title
    return kept, merged


def test_all_that_belongs_to_the_one_belongs_to_the_other_and_nothing_twice() -> None:
    kept, merged = rich_pair()

    merged_now(kept, merged, chosen={"grade:2021": "merged"})

    held = histories_of([kept.ref])[kept.ref]
    said = [(h.record_kind, h.code, h.year, len(h.used_for)) for h in held.holdings]
    assert said == [
        ("AWARD", "CSTDCS", 2021, 0),
        ("GRADE", "HTXSNV", 2021, 0),
        ("INITIATIVE", "SK_CO_SO", 2021, 0),
        ("AWARD", "LDTT", 2020, 0),
        ("GRADE", "HTTNV", 2020, 0),
        ("INITIATIVE", "SK_CO_SO", 2020, 1),
    ]
    assert Bar.objects.filter(person=kept).count() == 2
    assert Award.objects.count() == 2
    assert Award.with_set_aside.count() == 3
    now = Person.objects.get()
    assert (now.ref, now.identity_digest, now.identity_tail) == (kept.ref, "d" * 64, "123")
    assert (now.birth_on, now.sex) == (date(1985, 6, 12), "F")


def test_a_claim_to_be_complete_ends_where_the_other_record_shows_it_wrong() -> None:
    kept, merged = rich_pair()

    merged_now(kept, merged, chosen={"grade:2021": "kept"})

    assert histories_of([kept.ref])[kept.ref].complete_from == {
        "AWARD": 2022,
        "GRADE": 2018,
        "INITIATIVE": 2019,
    }


def test_undoing_brings_every_row_of_every_table_back() -> None:
    kept, merged = rich_pair()
    before = dump()
    merge = merged_now(kept, merged, chosen={"grade:2021": "merged"})
    assert dump() != before

    left = undo_merge(merge.ref, "Hai người khác nhau", version=2, actor=HEAD, at=AT)

    assert left == 0
    assert dump() == before


def test_what_came_after_the_merge_stays_with_the_kept_record() -> None:
    kept, merged = two()
    merge = merged_now(kept, merged)
    later = award(kept, "CSTDCS", 2022)
    Person.objects.filter(pk=kept.pk).update(position="Y sĩ")

    undo_merge(merge.ref, "Nhầm", version=2, actor=HEAD, at=AT)

    later.refresh_from_db()
    assert later.person == kept
    assert Person.objects.count() == 2


def test_a_value_changed_since_stays_and_is_counted() -> None:
    kept, merged = two(birth_on=None, identity_digest="d" * 64)
    merge = merged_now(kept, merged)
    Person.objects.filter(pk=kept.pk).update(identity_tail="999")
    Person.objects.filter(pk=merged.pk).update(identity_tail="888")

    assert undo_merge(merge.ref, "Nhầm", version=2, actor=HEAD, at=AT) == 1
    kept.refresh_from_db()
    assert (kept.identity_digest, kept.identity_tail) == (None, "999")


def test_the_old_reference_answers_with_the_kept_record() -> None:
    kept, merged = two()

    merged_now(kept, merged)

    assert kept_ref(PERSON, merged.ref) == kept.ref
    assert holder_named(PERSON, merged.ref, lock=True) == kept
    assert kept_ref(PERSON, kept.ref) is None
    assert kept_ref(BODY, merged.ref) is None


def test_an_award_for_the_old_reference_goes_to_the_kept_record() -> None:
    kept, merged = two()
    merged_now(kept, merged)

    record_award(
        AwardAsDecided(
            merged.ref, kept.organisation.ref, "LDTT", "MERIT", 2024, "Lao động tiên tiến",
            "Vàng Thị Lúa Chín", "Sở Y tế", "", "5/QĐ", date(2025, 1, 8), "Giám đốc Sở",
        ),
        actor=HEAD, at=AT,
    )  # fmt: skip

    assert Award.objects.get().person == kept


def test_a_chain_of_merges_is_undone_from_its_end() -> None:
    unit = organisation()
    first, second, third = (person(unit=unit) for _ in range(3))
    before = dump()
    inner = merged_now(second, third)
    outer = merged_now(first, second)
    assert kept_ref(PERSON, third.ref) == first.ref

    assert (
        refusal(undo_merge, inner.ref, "Nhầm", version=2, actor=HEAD, at=AT) == "UNDO_LATER_FIRST"
    )
    undo_merge(outer.ref, "Nhầm", version=2, actor=HEAD, at=AT)
    undo_merge(inner.ref, "Nhầm", version=2, actor=HEAD, at=AT)

    assert dump() == before


def test_of_two_merges_into_one_record_the_later_is_undone_first() -> None:
    unit = organisation()
    first, second, third = (person(unit=unit) for _ in range(3))
    earlier, later = merged_now(first, second), merged_now(first, third)

    code = refusal(undo_merge, earlier.ref, "Nhầm", version=2, actor=HEAD, at=AT)

    assert code == "UNDO_LATER_FIRST"
    undo_merge(later.ref, "Nhầm", version=2, actor=HEAD, at=AT)
    undo_merge(earlier.ref, "Nhầm", version=2, actor=HEAD, at=AT)
    assert Person.objects.count() == 3


@pytest.mark.parametrize(
    ("by", "reason", "code"),
    [
        (OUTSIDER, REASON, "NOT_OFFICE"),
        (INSPECTOR, REASON, "NOT_OFFICE"),
        (SPECIALIST, " ", "NO_MERGE_REASON"),
        (SPECIALIST, "Cùng số 012 345.678-901", "NUMBER_IN_REASON"),
    ],
)
def test_who_may_not_propose(by: Actor, reason: str, code: str) -> None:
    kept, merged = two()

    assert refusal(proposed, kept, merged, by=by, reason=reason) == code
    assert not Merge.objects.exists()


def test_one_record_is_not_merged_into_itself() -> None:
    somebody = person()

    code = refusal(
        propose_merge, somebody.ref, somebody.ref, of=PERSON, reason=REASON, chosen={}, seen="",
        actor=SPECIALIST, at=AT,
    )  # fmt: skip

    assert code == "SAME_RECORD"


def test_two_numbers_are_two_people() -> None:
    unit = organisation()
    kept, merged = (person(unit=unit, identity_digest=letter * 64) for letter in "ab")

    assert refusal(proposed, kept, merged) == "TWO_NUMBERS"


@pytest.mark.parametrize("answer", [{}, {"birth": "perhaps"}])
def test_a_contradiction_is_answered_by_a_person(answer: dict[str, str]) -> None:
    kept, merged = two(birth_on=date(1985, 12, 6))

    assert refusal(proposed, kept, merged, chosen=answer) == "UNANSWERED:birth"


def test_the_birth_of_the_other_record_is_taken_when_said_so() -> None:
    kept, merged = two(birth_on=date(1985, 12, 6))
    Person.objects.filter(pk=kept.pk).update(sex="M")
    Person.objects.filter(pk=merged.pk).update(sex="F")

    merged_now(kept, merged, chosen={"birth": "merged", "sex": "merged"})

    kept.refresh_from_db()
    assert (kept.birth_on, kept.sex) == (date(1985, 12, 6), "F")


def test_a_record_that_waits_is_not_proposed_again() -> None:
    kept, merged = two()
    third = person(unit=kept.organisation)
    proposed(kept, merged)

    assert refusal(proposed, third, merged) == "MERGE_PROPOSED"
    assert refusal(proposed, third, kept) == "MERGE_PROPOSED"


def test_what_changed_since_it_was_compared_is_compared_again() -> None:
    kept, merged = two()
    before = seen(kept, merged)
    grade(merged)

    code = refusal(
        propose_merge, kept.ref, merged.ref, of=PERSON, reason=REASON, chosen={}, seen=before,
        actor=SPECIALIST, at=AT,
    )  # fmt: skip

    assert code == "CHANGED_SINCE"


@pytest.mark.parametrize(
    ("proposer", "confirmer", "code"),
    [
        (SPECIALIST, SPECIALIST, "OWN_MERGE"),
        (HEAD, HEAD, "OWN_MERGE"),
        (SPECIALIST, OTHER_SPECIALIST, "HEAD_MERGES"),
        (SPECIALIST, INSPECTOR, "NOT_OFFICE"),
    ],
)
def test_who_may_not_confirm(proposer: Actor, confirmer: Actor, code: str) -> None:
    ref = proposed(*two(), by=proposer)

    assert refusal(confirm_merge, ref, version=1, actor=confirmer, at=AT) == code
    assert Person.objects.count() == 2


def test_a_specialist_confirms_what_the_head_proposed() -> None:
    ref = proposed(*two(), by=HEAD)

    confirm_merge(ref, version=1, actor=SPECIALIST, at=AT)

    assert Merge.objects.get().state == MergeState.DONE


def test_whoever_is_outside_sees_no_merge() -> None:
    ref = proposed(*two())

    with pytest.raises(Unseen):
        confirm_merge(ref, version=1, actor=OUTSIDER, at=AT)
    with pytest.raises(Unseen):
        merge_page(OUTSIDER, ref)
    with pytest.raises(Unseen):
        merges_found(OUTSIDER)


def test_the_second_to_decide_is_told() -> None:
    ref = proposed(*two())
    confirm_merge(ref, version=1, actor=HEAD, at=AT)

    assert refusal(confirm_merge, ref, version=1, actor=HEAD, at=AT) == "NOT_WAITING"
    assert refusal(decline_merge, ref, "Thôi", version=1, actor=HEAD, at=AT) == "NOT_WAITING"
    assert refusal(undo_merge, ref, "Thôi", version=1, actor=HEAD, at=AT) == "STALE"


def test_a_record_that_changed_since_the_proposal_is_not_merged() -> None:
    kept, merged = two()
    ref = proposed(kept, merged)
    award(merged)

    assert refusal(confirm_merge, ref, version=1, actor=HEAD, at=AT) == "CHANGED_SINCE"
    page = merge_page(HEAD, ref)
    assert page.has_changed
    assert Person.objects.count() == 2


def test_a_proposal_is_declined_with_a_reason_and_may_come_again() -> None:
    kept, merged = two()
    ref = proposed(kept, merged)

    assert refusal(decline_merge, ref, "", version=1, actor=SPECIALIST, at=AT) == "NO_MERGE_REASON"
    assert refusal(decline_merge, ref, "x", version=1, actor=INSPECTOR, at=AT) == "NOT_OFFICE"
    assert refusal(decline_merge, ref, "x", version=2, actor=HEAD, at=AT) == "STALE"
    decline_merge(ref, "Chưa đủ căn cứ", version=1, actor=HEAD, at=AT)

    assert Merge.objects.get().decided_reason == "Chưa đủ căn cứ"
    assert proposed(kept, merged) != ref


@pytest.mark.parametrize(
    ("by", "reason", "code"),
    [
        (SPECIALIST, "Nhầm", "HEAD_ONLY"),
        (INSPECTOR, "Nhầm", "HEAD_ONLY"),
        (HEAD, "", "NO_MERGE_REASON"),
    ],
)
def test_who_may_not_undo(by: Actor, reason: str, code: str) -> None:
    merge = merged_now(*two())

    assert refusal(undo_merge, merge.ref, reason, version=2, actor=by, at=AT) == code


def test_what_waits_is_not_undone() -> None:
    ref = proposed(*two())

    assert refusal(undo_merge, ref, "Nhầm", version=1, actor=HEAD, at=AT) == "NOT_MERGED"


def test_the_audit_tells_names_and_references_and_nothing_more() -> None:
    kept, merged = two(identity_digest="d" * 64)
    merge = merged_now(kept, merged)
    undo_merge(merge.ref, "Nhầm", version=2, actor=HEAD, at=AT)

    found = Entry.objects.order_by("seq").values_list("verb", "said", "subject_kind", "details")
    assert [row[0] for row in found] == ["propose_merge", "confirm_merge", "undo_merge"]
    assert found[1][1] == "Gộp bản ghi Vàng Thị Lúa Chín vào bản ghi Vàng Thị Lúa Chín."
    assert "d" * 64 not in str(list(found))
    assert "1985" not in str(list(found))


def test_it_is_remembered_that_two_records_are_different() -> None:
    kept, merged = two()

    say_different(merged.ref, kept.ref, of=PERSON, reason="Hai anh em họ", actor=SPECIALIST, at=AT)

    assert refusal(proposed, kept, merged) == "SAID_DIFFERENT"
    pair = LikelyDouble.objects.get()
    assert (pair.different_reason, pair.different_by_name) == ("Hai anh em họ", "Lù Văn Suối")


def test_it_is_taken_back_that_two_records_are_different() -> None:
    kept, merged = two()
    say_different(kept.ref, merged.ref, of=PERSON, reason="Nhầm", actor=SPECIALIST, at=AT)

    doubt_again(kept.ref, merged.ref, of=PERSON, actor=HEAD, at=AT)

    assert proposed(kept, merged)
    assert Entry.objects.filter(verb="doubt_again").count() == 1


@pytest.mark.parametrize(
    ("by", "reason", "code"),
    [(INSPECTOR, "Khác", "NOT_OFFICE"), (SPECIALIST, "", "NO_MERGE_REASON")],
)
def test_who_may_not_say_different(by: Actor, reason: str, code: str) -> None:
    kept, merged = two()

    said = refusal(say_different, kept.ref, merged.ref, of=PERSON, reason=reason, actor=by, at=AT)

    assert said == code


def test_what_is_said_already_or_waits_is_not_said_different() -> None:
    kept, merged = two()
    other = person(unit=kept.organisation)
    say_different(kept.ref, other.ref, of=PERSON, reason="Khác", actor=HEAD, at=AT)
    proposed(kept, merged)

    call = {"of": PERSON, "reason": "Khác", "actor": HEAD, "at": AT}
    assert refusal(say_different, kept.ref, other.ref, **call) == "MERGE_PROPOSED"
    assert refusal(doubt_again, kept.ref, merged.ref, of=PERSON, actor=HEAD, at=AT) == "NOT_DOUBTED"
    decline_merge(Merge.objects.get().ref, "Thôi", version=1, actor=HEAD, at=AT)
    assert refusal(say_different, other.ref, kept.ref, **call) == "SAID_DIFFERENT"


def test_merges_wait_for_those_who_may_confirm_them() -> None:
    ref = proposed(*two())

    assert [row.ref for row in merges_awaiting(HEAD)] == [ref]
    assert merges_awaiting(SPECIALIST) == ()
    assert merges_awaiting(OTHER_SPECIALIST) == ()
    assert merges_awaiting(OUTSIDER) == ()
    assert merges_found(INSPECTOR, MergeState.DONE).count == 0
    assert merges_found(INSPECTOR).count == 1


def test_a_body_entered_twice_becomes_one_and_two_again() -> None:
    parent = organisation("UBND tỉnh Lào Cai", kind="PROVINCE")
    kept = organisation("Sở Y tế", parent=parent)
    merged = organisation("SỞ Y TẾ", parent=parent, since=date(1995, 1, 1), until=date(2026, 3, 1))
    clinic = organisation("Trung tâm Y tế", parent=merged)
    somebody = person(unit=merged)
    award(merged, "CO_TINH", 2021)
    award(somebody)
    before = dump()

    merge = merged_now(kept, merged, chosen={"until": "kept"})

    somebody.refresh_from_db()
    clinic.refresh_from_db()
    assert (somebody.organisation, clinic.parent) == (kept, kept)
    assert {row.unit for row in Award.objects.all()} == {kept}
    kept.refresh_from_db()
    assert (kept.since, kept.until) == (date(1995, 1, 1), None)
    assert kept_ref(BODY, merged.ref) == kept.ref
    undo_merge(merge.ref, "Hai đơn vị", version=2, actor=HEAD, at=AT)
    assert dump() == before


def test_a_body_is_not_merged_into_another_of_another_name_or_place() -> None:
    parent = organisation("UBND tỉnh Lào Cai", kind="PROVINCE")
    kept = organisation("Sở Y tế", parent=parent)

    assert refusal(proposed, kept, organisation("Sở Y tế")) == "OTHER_BODY"
    assert refusal(proposed, kept, organisation("Sở Nội vụ", parent=parent)) == "OTHER_BODY"


def test_the_end_of_a_body_is_answered_by_a_person() -> None:
    kept = organisation("Sở Y tế")
    merged = organisation("Sở Y tế", until=date(2026, 3, 1))

    assert refusal(proposed, kept, merged) == "UNANSWERED:until"
    merged_now(kept, merged, chosen={"until": "merged"})
    kept.refresh_from_db()
    assert kept.until == date(2026, 3, 1)


def test_every_key_to_a_person_or_a_body_says_how_its_rows_follow() -> None:
    for target in (Person, Organisation):
        assert list(pointers_to(target))


def test_a_key_that_does_not_say_how_it_follows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Initiative, "joining", {})

    with pytest.raises(LookupError, match=r"registry\.Initiative\.person"):
        list(pointers_to(Person))


def test_names_of_changes_and_pairs_tell_no_value() -> None:
    kept, merged = two(identity_digest="d" * 64)
    merge = merged_now(kept, merged)

    assert "d" * 64 not in " ".join(map(str, Changed.objects.all()))
    assert str(merge) == merge.ref
