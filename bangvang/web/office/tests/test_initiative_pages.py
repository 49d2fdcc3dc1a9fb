"""Entering a recognised initiative: gathering authors in the address, bad input, what is shown."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import Initiative, confirm, handed

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office(client: Client) -> Client:
    who = account("chuyenvien", Role.SPECIALIST, unit=organisation("Sở Nội vụ"))
    client.force_login(who, backend=BACKEND)
    return client


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_authors_are_gathered_and_the_decision_entered(office: Client) -> None:
    unit = organisation("Sở Y tế")
    lua, suoi = person("Vàng Thị Lúa Chín", unit=unit), person("Lù Văn Suối", unit=unit)
    address = reverse("office:recognise", args=[lua.ref])
    assert address in text(office.get(reverse("office:person", args=[lua.ref])))
    found = text(office.get(address, {"q": "suoi"}))
    assert f"?tac-gia={suoi.ref}" in found
    assert "Không tìm thấy ai khác" in text(office.get(address, {"q": "lua chin"}))
    with_both = f"{address}?tac-gia={suoi.ref}"
    assert "bỏ<span" in text(office.get(with_both))
    fields = {
        "title": "Máng nước tự chảy", "code": "SK_TINH", "year": 2025,
        "decision_no": "45/QĐ-UBND", "decided_on": "2025-11-03", "recognised_by": "Chủ tịch",
        f"phan_{lua.ref}": "60", f"phan_{suoi.ref}": "50",
    }  # fmt: skip

    assert "vượt quá 100%" in text(office.post(with_both, fields), 422)
    late = fields | {f"phan_{suoi.ref}": "40", "decided_on": "2026-12-01"}
    assert "còn ở phía trước" in text(office.post(with_both, late), 422)
    assert office.post(with_both, late | {"decided_on": "2025-11-03"}).status_code == 302

    assert Initiative.objects.count() == 2
    shown = text(office.get(reverse("office:person", args=[suoi.ref])))
    assert "Tác giả: Vàng Thị Lúa Chín 60%, Lù Văn Suối 40%" in shown


def test_nobody_unknown_is_an_author(office: Client) -> None:
    assert office.get(reverse("office:recognise", args=["khong-co"])).status_code == 404


def test_an_award_that_a_unit_recorded_leads_to_its_scan(office: Client) -> None:
    unit = organisation("Sở Y tế")
    lua = person("Vàng Thị Lúa Chín", unit=unit)
    own = handed(unit, [lua])
    confirm(own)

    shown = text(office.get(reverse("office:person", args=[lua.ref])))
    (award,) = histories_of([lua.ref])[lua.ref].holdings
    there = reverse("office:person_award", args=[lua.ref, award.ref])

    assert there in shown
    assert reverse("office:own_decision", args=[own.ref]) in text(office.get(there))
