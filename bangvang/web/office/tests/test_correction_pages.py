"""Correcting an initiative on the office's pages, and what a unit reads of it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import Initiative, InitiativeCorrection, InitiativeUse
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_initiatives import recognise
from bangvang.web.office.tests.test_initiative_pages import BACKEND, text

pytestmark = pytest.mark.django_db

SECRET = "Tác giả gửi đơn kèm bản chính."


def signed_in(role: Role, unit: object = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)  # type: ignore[arg-type]  # an organisation or None
    return client


def test_an_initiative_is_corrected_by_two_people_on_pages(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY
    unit = organisation("Sở Y tế")
    lua, suoi = person("Vàng Thị Lúa Chín", unit=unit), person("Lù Văn Suối", unit=unit)
    recognise({lua.ref: "60"})
    old = Initiative.objects.get()
    InitiativeUse.objects.create(
        initiative=old, award_code="CSTDT", year=2025, decision_no="9/QĐ", since=date(2026, 1, 5)
    )
    office, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)
    source = reverse("office:person_initiative", args=[lua.ref, old.ref])
    address = reverse("office:propose_correction", args=[lua.ref, old.ref])
    assert address in text(office.get(source))
    first = text(office.get(address, {"q": "suoi"}))
    assert "9/QĐ" in first
    assert f"?them={suoi.ref}" in first
    fields = {
        "title": "Máng nước hai tầng", "code": "SK_TINH", "year": 2025,
        "decision_no": "45/QĐ-UBND", "decided_on": "2025-11-03", "recognised_by": "Chủ tịch",
        f"phan_{lua.ref}": "60", f"phan_{suoi.ref}": "50", "reason": SECRET,
        "paper_no": "", "paper_on": "", "paper_by": "",
    }  # fmt: skip
    both = f"{address}?them={suoi.ref}"

    assert "vượt quá 100%" in text(office.post(both, fields), 422)
    assert office.post(both, fields | {f"phan_{suoi.ref}": "40"}).status_code == 302
    ref = InitiativeCorrection.objects.get().ref
    show, confirm, decline = (
        reverse(f"office:{name}", args=[ref])
        for name in ("initiative_correction", "confirm_correction", "decline_correction")
    )
    assert show in text(head.get(reverse("office:today")))
    assert show in text(office.get(reverse("office:amendments")))
    waiting = text(office.get(show))
    assert "chưa là tác giả" in waiting
    assert SECRET in waiting
    assert office.post(both, fields | {f"phan_{suoi.ref}": "40"}).status_code == 422
    assert office.post(confirm, {"version": 1}).status_code == 409
    assert text(office.get(decline))
    assert head.post(decline, {"version": 1, "reason": ""}).status_code == 422
    assert SECRET in text(head.get(confirm))
    assert head.post(confirm, {"version": 1}).status_code == 302
    assert head.post(confirm, {"version": 1}).status_code == 409

    new = Initiative.objects.get(person=lua)
    gone = text(office.get(source))
    assert "đã được thay bằng dòng khác" in gone
    assert reverse("office:person_initiative", args=[lua.ref, new.ref]) in gone
    assert office.get(address).status_code in (409, 422)
    officer = signed_in(Role.UNIT_OFFICER, unit)
    seen = text(officer.get(reverse("units:person_initiative", args=[lua.ref, old.ref])))
    assert reverse("units:person_initiative", args=[lua.ref, new.ref]) in seen
    assert show not in seen
    assert SECRET not in seen
    assert officer.get(show).status_code == 403
