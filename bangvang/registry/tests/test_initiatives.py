"""Recognised initiatives: authors with their shares, what is refused, what pages and law see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.recognise_initiative import SCOPES, recognise_initiative
from bangvang.registry.models import Initiative, Person
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.selectors.initiatives import authors_of
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.tests.factories import initiative, organisation, person

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST, ref="specialist")
SAID = InitiativeSaid(
    "SK_TINH", "Máng nước tự chảy", 2025, "45/QĐ-UBND", date(2025, 11, 3), "Chủ tịch UBND tỉnh"
)


@pytest.fixture
def lua() -> Person:
    return person("Vàng Thị Lúa Chín", unit=organisation("Sở Y tế"))


@pytest.fixture
def suoi() -> Person:
    return person("Lù Văn Suối", unit=organisation("Sở Xây dựng"))


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def recognise(shares: dict[str, Any], said: InitiativeSaid = SAID, by: Actor = OFFICE) -> str:
    parts = {ref: None if part is None else Decimal(part) for ref, part in shares.items()}
    return recognise_initiative(said, parts, actor=by, at=AT)


def test_every_author_gets_a_row_with_the_part(lua: Person, suoi: Person) -> None:
    together = recognise({lua.ref: "66.5", suoi.ref: "33.5"})

    history = histories_of([lua.ref, suoi.ref])
    held = history[lua.ref].holdings[0]
    assert (held.code, held.year, held.decision_no) == ("SK_TINH", 2025, "45/QĐ-UBND")
    assert (held.share_percent, held.together) == (Decimal("66.50"), together)
    assert history[suoi.ref].holdings[0].share_percent == Decimal("33.50")
    authors = authors_of(OFFICE, [together, ""])[together]
    assert [author.name for author in authors] == ["Vàng Thị Lúa Chín", "Lù Văn Suối"]
    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert (last.verb, last.details["together"]) == ("recognise_initiative", together)


def test_parts_may_be_left_open_or_below_the_whole(lua: Person, suoi: Person) -> None:
    recognise({lua.ref: None, suoi.ref: "40"})

    assert set(Initiative.objects.values_list("share_percent", flat=True)) == {None, Decimal(40)}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("60", "40.01"), "SHARES_OVER"),
        (("0", "40"), "SHARE_WRONG"),
        (("-1", "40"), "SHARE_WRONG"),
        (("101", None), "SHARE_WRONG"),
    ],
)
def test_parts_that_cannot_be_are_refused(
    lua: Person, suoi: Person, parts: tuple[Any, Any], code: str
) -> None:
    shares = dict(zip((lua.ref, suoi.ref), parts, strict=True))

    assert refusal(lambda: recognise(shares)) == code
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (replace(SAID, code="LDTT"), "NO_SUCH_SCOPE"),
        (replace(SAID, title=""), "TITLE_MISSING"),
        (replace(SAID, decision_no=""), "PAPER_MISSING"),
        (replace(SAID, recognised_by=""), "PAPER_MISSING"),
        (replace(SAID, decided_on=date(2026, 9, 15)), "PAPER_AHEAD"),
        (replace(SAID, decided_on=date(2024, 12, 31)), "RECOGNISED_BEFORE_YEAR"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(lua: Person, said: InitiativeSaid, code: str) -> None:
    assert refusal(lambda: recognise({lua.ref: None}, said)) == code


def test_an_author_has_it_once(lua: Person, suoi: Person) -> None:
    recognise({lua.ref: "100"})

    with pytest.raises(Refused) as refused:
        recognise({lua.ref: "50", suoi.ref: "50"})
    assert refused.value.objection.code == "RECOGNISED_ALREADY"
    assert "Vàng Thị Lúa Chín" in refused.value.objection.sentence
    assert Initiative.objects.count() == 1


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.SPECIALIST, Role.OFFICE_HEAD)])
def test_only_the_standing_office_writes(lua: Person, role: Role) -> None:
    assert refusal(lambda: recognise({lua.ref: None}, by=actor(role))) == "NOT_OFFICE"


def test_authors_are_people_of_the_register(lua: Person) -> None:
    assert refusal(lambda: recognise({})) == "NO_AUTHORS"
    with pytest.raises(Unseen):
        recognise({lua.ref: None, "khong-co": None})
    assert not Initiative.objects.exists()


def test_who_may_not_see_records_sees_no_authors(lua: Person) -> None:
    together = recognise({lua.ref: None})

    with pytest.raises(Unseen):
        authors_of(actor(Role.UNIT_OFFICER), [together])


def test_the_law_knows_every_scope_and_old_rows_stand_alone(lua: Person) -> None:
    initiative(lua, 2024)

    assert {"SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC"} <= set(SCOPES)
    assert histories_of([lua.ref])[lua.ref].holdings[0].together == ""
    assert authors_of(OFFICE, [""]) == {}


def test_the_database_itself_refuses_a_part_beyond_the_whole(lua: Person) -> None:
    made = initiative(lua, 2024)

    with pytest.raises(IntegrityError, match="share_is_a_part"), transaction.atomic():
        Initiative.objects.filter(pk=made.pk).update(share_percent=Decimal(101))
