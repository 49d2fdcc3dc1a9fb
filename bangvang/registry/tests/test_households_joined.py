"""Two records of one household become one and two again; who heads a household."""

from collections.abc import Callable
from datetime import date

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.registry.actions.clear_householder import clear_householder
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.look_for_doubles import look_for_doubles
from bangvang.registry.actions.merge_organisations import merge_organisations
from bangvang.registry.actions.name_householder import name_householder
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.models import Award, Householder, Organisation, Person
from bangvang.registry.permissions.bodies import Decided
from bangvang.registry.selectors.apart_alike import households_called, others_apart
from bangvang.registry.selectors.doubles import pairs_found
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.households_named import HouseholdAsked, HouseholdsNamed
from bangvang.registry.selectors.merges import merge_page, two_records
from bangvang.registry.selectors.recipients import recipients_found
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_merging import (
    HEAD,
    INSPECTOR,
    SPECIALIST,
    dump,
    merged_now,
    proposed,
    refusal,
)
from bangvang.registry.tests.test_recipients import (
    DECISION,
    HOUSEHOLD,
    ORGANISATION,
    collective,
    commune,
    foreigner,
    household,
)

pytestmark = pytest.mark.django_db

FAMILY = "Gia đình ông Lù Văn Bậc Thang, thôn Nương Mây"
UNIT = actor(Role.UNIT_OFFICER, ref="donvi", name="Giàng A Sổ")


def two(name: str = FAMILY) -> tuple[Organisation, Organisation]:
    """Return a household and what may be the same one in its commune."""
    kept = household()
    assert kept.parent is not None
    ref = register_household(
        name, commune_ref=kept.parent.ref, is_other=True, actor=SPECIALIST, at=AT
    )
    return kept, Organisation.with_apart.get(ref=ref)


def named(home: Organisation, who: Person, *, seen: str = "") -> None:
    name_householder(home.ref, who.ref, seen=seen, actor=SPECIALIST, at=AT)


def test_two_records_of_a_household_become_one_and_two_again() -> None:
    kept, merged = two()
    record_recipient_award(ORGANISATION, merged.ref, DECISION, actor=SPECIALIST, at=AT)
    named(merged, person())
    before = dump()

    merge = merged_now(kept, merged)

    assert Award.objects.get().organisation == kept
    assert Householder.objects.get().household == kept
    assert [one.name for one in recipients_found(SPECIALIST).lines] == [HOUSEHOLD]
    assert holder_named(ORGANISATION, merged.ref) == kept
    undo_merge(merge.ref, "Hai hộ khác nhau", version=2, actor=HEAD, at=AT)
    assert dump() == before


def test_a_list_that_writes_the_merged_name_means_the_household_that_stands() -> None:
    kept, merged = two()
    merged_now(kept, merged)
    named = HouseholdsNamed([HouseholdAsked(FAMILY, "Xã Mường Hum Mây")], [])

    assert named.meant(FAMILY, kept.parent).one == kept
    (found,) = households_called([FAMILY])
    assert (found.ref, found.name) == (kept.ref, FAMILY)


def test_what_both_hold_counts_once_and_a_head_named_twice_stands_once() -> None:
    kept, merged = two()
    who = person()
    for home in (kept, merged):
        record_recipient_award(ORGANISATION, home.ref, DECISION, actor=SPECIALIST, at=AT)
        named(home, who)
    before = dump()

    merge = merged_now(kept, merged)

    assert len(collective_record(SPECIALIST, kept.ref).history.holdings) == 1
    assert [home.ref for home in person_record(SPECIALIST, who.ref).heads] == [kept.ref]
    undo_merge(merge.ref, "Hai hộ khác nhau", version=2, actor=HEAD, at=AT)
    assert dump() == before


def test_households_are_merged_over_marks_and_hamlets_or_by_one_head_only() -> None:
    kept, other = two("Hộ bà Sùng Thị Nương Ngô")

    assert refusal(proposed, kept, other) == "OTHER_HOUSEHOLD"
    who = person()
    named(kept, who)
    assert refusal(proposed, kept, other) == "OTHER_HOUSEHOLD"
    named(other, person("Sùng Thị Nương Ngô"))
    assert refusal(proposed, kept, other) == "HOUSEHOLDERS_DIFFER"
    named(other, who, seen=Householder.objects.get(household=other).person.ref)
    assert proposed(kept, other)


def test_a_household_is_merged_with_that_of_the_commune_it_is_today_and_of_no_other() -> None:
    kept, elsewhere = household(), household(of=commune("Xã Nậm Sương"))
    assert refusal(proposed, kept, elsewhere) == "OTHER_HOUSEHOLD"

    old, new = elsewhere.parent, kept.parent
    assert old is not None
    assert new is not None
    commune_became(old, new)

    assert merged_now(kept, elsewhere)


def commune_became(old: Organisation, new: Organisation) -> None:
    """Let a commune end and become another."""
    on, decided_on = date(2025, 7, 1), date(2025, 6, 20)
    decided = Decided(on, "11/NQ-HĐND", decided_on, "Hội đồng nhân dân tỉnh")
    event = merge_organisations([old.ref], new.ref, decided, version=1, actor=SPECIALIST, at=AT)
    confirm_body_event(event, version=1, actor=HEAD, at=AT)


def test_only_what_is_of_one_kind_and_one_country_is_merged() -> None:
    home, group = household(), collective()
    body, country = organisation(HOUSEHOLD, parent=home.parent), group.parent
    assert country is not None

    for one, other in ((home, group), (home, body), (body, home), (country, country_of_another())):
        assert refusal(proposed, one, other) == "OTHER_KIND"
    far = collective("Sakura Association", "Na Uy")
    assert refusal(proposed, group, far) == "OTHER_COUNTRY"
    assert merged_now(group, collective("Hội Sakura"))


def country_of_another() -> Organisation:
    return foreigner("Olav Fjell-Bekk", "Na Uy").organisation


def test_likely_doubles_name_households_and_foreign_collectives() -> None:
    kept, merged = two()
    household(of=commune("Xã Nậm Sương"))
    collective()

    assert look_for_doubles(actor=SPECIALIST, at=AT) == 1

    pair = pairs_found(SPECIALIST, ORGANISATION).pairs[0]
    assert {pair.first.ref, pair.second.ref} == {kept.ref, merged.ref}
    assert pair.reasons.speaks_for == ("Mang tên cùng một người", "Cùng xã, phường")
    assert pair.reasons.against == ("Tên viết khác nhau",)


def test_another_record_of_a_household_is_looked_for_in_its_commune_first() -> None:
    kept, merged = two()
    far = household(of=commune("Xã Ải Nước"))
    collective("Hội Bậc Thang")

    one, found = others_apart(SPECIALIST, kept.ref, "bậc thang")

    assert (one, found) == (kept, (merged, far))
    for who, ref in ((UNIT, kept.ref), (SPECIALIST, organisation().ref)):
        with pytest.raises(Unseen):
            others_apart(who, ref, "")


def test_what_is_compared_shows_the_heads_and_no_first_day() -> None:
    kept, merged = two()
    named(kept, person())

    seen = two_records(INSPECTOR, ORGANISATION, kept.ref, merged.ref)

    assert (seen.kept.headed_by, seen.merged.headed_by) == ("Vàng Thị Lúa Chín", "")
    assert (seen.kept.since, seen.kept.is_apart) == (None, True)


def test_a_proposal_waits_no_longer_once_a_head_was_named() -> None:
    kept, merged = two()
    ref = proposed(kept, merged)

    named(kept, person())

    assert merge_page(HEAD, ref).has_changed


def test_a_household_leads_to_its_head_and_back_until_it_is_taken_away() -> None:
    home, who, next_one = household(), person(), person("Sùng A Lúa Nếp")
    named(home, who)

    assert headed(home) == "Vàng Thị Lúa Chín"
    assert [(h.name, h.where) for h in person_record(INSPECTOR, who.ref).heads] == [
        (HOUSEHOLD, "Xã Mường Hum Mây")
    ]
    named(home, next_one, seen=who.ref)
    assert headed(home) == "Sùng A Lúa Nếp"
    assert person_record(SPECIALIST, who.ref).heads == ()
    clear_householder(home.ref, seen=next_one.ref, actor=HEAD, at=AT)
    assert headed(home) == ""
    assert Householder.every.count() == 2
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-3:] == ["name_householder", "name_householder", "clear_householder"]


def headed(home: Organisation) -> str:
    head = collective_record(SPECIALIST, home.ref).headed_by
    return head.full_name if head else ""


def test_a_merged_person_heads_as_the_one_who_stands() -> None:
    home, unit = household(), organisation()
    kept, merged = person(unit=unit), person(unit=unit)
    named(home, merged)

    merge = merged_now(kept, merged)

    assert [one.ref for one in person_record(SPECIALIST, kept.ref).heads] == [home.ref]
    undo_merge(merge.ref, "Hai người", version=2, actor=HEAD, at=AT)
    assert Householder.objects.get().person == merged


def test_each_refusal_of_a_head() -> None:
    home, who = household(), person()
    named(home, who)

    def code(call: Callable[[], None]) -> str:
        with pytest.raises(Refused) as refused:
            call()
        return refused.value.objection.code

    assert code(lambda: named(home, who, seen=who.ref)) == "HEAD_ALREADY"
    assert code(lambda: named(home, person("Sùng A Lúa Nếp"))) == "STALE"
    unit = (home.ref, who.ref)
    assert code(lambda: name_householder(*unit, seen=who.ref, actor=UNIT, at=AT)) == "NOT_OFFICE"
    clear_householder(home.ref, seen=who.ref, actor=SPECIALIST, at=AT)
    assert code(lambda: clear_householder(home.ref, seen="", actor=SPECIALIST, at=AT)) == "NO_HEAD"
    for other in (collective().ref, organisation().ref, "none"):
        with pytest.raises(Unseen):
            name_householder(other, who.ref, seen="", actor=SPECIALIST, at=AT)
    with pytest.raises(Unseen):
        name_householder(home.ref, "none", seen="", actor=SPECIALIST, at=AT)
    assert str(Householder.every.get()) == f"household {home.pk}, person {who.pk}"


@each_connected
def test_of_two_who_name_a_head_at_once_one_is_told() -> None:
    home, one, other = household().ref, person().ref, person("Sùng A Lúa Nếp").ref

    said = at_once(
        lambda: name_householder(home, one, seen="", actor=SPECIALIST, at=AT),
        lambda: name_householder(home, other, seen="", actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "STALE"]
