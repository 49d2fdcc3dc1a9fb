"""Correcting a recognised initiative: new rows for old ones, by two people, nothing lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.confirm_correction import confirm_correction
from bangvang.registry.actions.decline_correction import decline_correction
from bangvang.registry.actions.propose_correction import propose_correction
from bangvang.registry.models import Initiative, InitiativeCorrection, InitiativeUse, Person
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiative_corrections import Basis
from bangvang.registry.selectors.award_source import initiative_source
from bangvang.registry.selectors.initiative_corrections import (
    changes_of_initiative,
    correction_seen,
    corrections_awaiting,
)
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import HEAD, SPECIALIST
from bangvang.registry.tests.test_initiatives import SAID, recognise

pytestmark = pytest.mark.django_db

OTHER = actor(Role.SPECIALIST, ref="other", name="Má A Nương")
UNIT = actor(Role.UNIT_OFFICER, ref="unit", name="Giàng A Sổ")
WHY = Basis("Sổ ghi sai năm so với quyết định.", Paper())
BETTER = replace(SAID, year=2024, title="Máng nước tự chảy hai tầng")


@pytest.fixture
def lua() -> Person:
    return person("Vàng Thị Lúa Chín", unit=organisation("Sở Y tế"))


@pytest.fixture
def suoi() -> Person:
    return person("Lù Văn Suối", unit=organisation("Sở Xây dựng"))


def row_of(who: Person) -> Initiative:
    return Initiative.objects.get(person=who)


def propose(ref: str, shares: dict[str, Any], by: Actor = SPECIALIST, **more: Any) -> str:
    said, why = more.get("said", BETTER), more.get("why", WHY)
    parts = {one: None if part is None else Decimal(part) for one, part in shares.items()}
    return propose_correction(ref, said, parts, why, actor=by, at=AT)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def test_new_rows_take_the_place_of_the_old_ones_of_all_authors(lua: Person, suoi: Person) -> None:
    together = recognise({lua.ref: "60", suoi.ref: "40"})
    old, gone, third = row_of(lua), row_of(suoi), person("Má A Đá", unit=organisation("Sở Một"))
    InitiativeUse.objects.create(
        initiative=old, award_code="CSTDT", year=2025, decision_no="9/QĐ", since=date(2026, 1, 5)
    )

    ref = propose(old.ref, {lua.ref: "70", third.ref: "30"})
    assert row_of(lua) == old
    confirm_correction(ref, version=1, actor=HEAD, at=AT)

    new, added = row_of(lua), row_of(third)
    assert (new.year, new.title, new.share_percent) == (2024, BETTER.title, Decimal(70))
    assert (new.together, added.together) == (together, together)
    assert not Initiative.objects.filter(person=suoi).exists()
    assert [use.decision_no for use in new.uses.all()] == ["9/QĐ"]
    assert histories_of([suoi.ref])[suoi.ref].holdings == ()
    assert [one.new_ref for one in changes_of_initiative(old.ref)] == [new.ref]
    assert [one.old_ref for one in changes_of_initiative(new.ref)] == [old.ref]
    assert [one.new_ref for one in changes_of_initiative(gone.ref)] == [""]
    before = initiative_source(SPECIALIST, lua.ref, old.ref)
    assert (before.is_gone, before.year) == (True, 2025)
    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert last.verb == "confirm_correction"


def test_two_people_correct_and_one_is_the_head(lua: Person) -> None:
    recognise({lua.ref: None})
    ref = propose(row_of(lua).ref, {lua.ref: None})

    def confirm(by: Actor, version: int = 1) -> Callable[[], None]:
        return lambda: confirm_correction(ref, version=version, actor=by, at=AT)

    assert refusal(confirm(SPECIALIST)) == "OWN_AMENDMENT"
    assert refusal(confirm(OTHER)) == "HEAD_AMENDS"
    assert refusal(confirm(HEAD, version=0)) == "STALE"
    with pytest.raises(Unseen):
        confirm(UNIT)()
    assert [one.ref for one in corrections_awaiting(HEAD)] == [ref]
    assert corrections_awaiting(SPECIALIST) == corrections_awaiting(UNIT) == []
    confirm(HEAD)()
    assert refusal(confirm(HEAD, version=2)) == "NOT_WAITING"


def test_whoever_comes_second_is_told(lua: Person) -> None:
    recognise({lua.ref: None})
    old = row_of(lua)
    ref = propose(old.ref, {lua.ref: None})

    assert refusal(lambda: propose(old.ref, {lua.ref: "50"}, by=OTHER)) == "BEING_CORRECTED"
    confirm_correction(ref, version=1, actor=HEAD, at=AT)
    assert refusal(lambda: propose(old.ref, {lua.ref: "50"}, by=OTHER)) == "CHANGED_SINCE"


def test_a_proposal_may_be_let_go_with_a_reason(lua: Person) -> None:
    recognise({lua.ref: None})
    old = row_of(lua)
    ref = propose(old.ref, {lua.ref: None})

    def decline(reason: str) -> None:
        decline_correction(ref, reason, version=1, actor=OTHER, at=AT)

    assert refusal(lambda: decline("")) == "NO_MERGE_REASON"
    decline("Quyết định ghi đúng như sổ.")

    seen = correction_seen(SPECIALIST, ref)
    assert (seen.state, seen.decided_reason) == ("DECLINED", "Quyết định ghi đúng như sổ.")
    assert row_of(lua) == old
    propose(old.ref, {lua.ref: None})


def test_what_cannot_be_is_refused_and_nothing_is_kept(lua: Person, suoi: Person) -> None:
    recognise({lua.ref: "60"})
    recognise({suoi.ref: "60"}, BETTER)
    ref, same = row_of(lua).ref, {lua.ref: "60"}

    def code(shares: Any = same, **more: Any) -> str:
        return refusal(lambda: propose(ref, shares, **more))

    assert code(said=SAID) == "NOTHING_CHANGED"
    assert code({}) == "NO_AUTHORS"
    assert code({lua.ref: "60", suoi.ref: "40.5"}) == "SHARES_OVER"
    assert code({suoi.ref: "60"}) == "RECOGNISED_ALREADY"
    assert code(why=replace(WHY, reason=" ")) == "NO_MERGE_REASON"
    assert code(why=replace(WHY, paper=Paper("1/QĐ"))) == "PAPER_MISSING"
    assert code(said=replace(BETTER, title="Số 099000000900")) == "NUMBER_IN_TEXT"
    assert code(said=replace(BETTER, code="LDTT")) == "NO_SUCH_SCOPE"
    assert code(by=UNIT) == "NOT_OFFICE"
    assert not InitiativeCorrection.objects.exists()
