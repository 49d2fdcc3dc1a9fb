"""Entering an identity number on a page: masked everywhere, answered in words."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.registry.tests.factories import person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
NUMBER, OTHER = "099000000062", "099000000075"
WHY = "Đơn vị gửi bản sao căn cước"


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role), backend=BACKEND)
    return client


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_a_number_is_entered_and_never_shown() -> None:
    specialist, head, who = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD), person()
    record = reverse("office:person", args=[who.ref])
    there = reverse("office:enter_identity", args=[who.ref])
    assert there in text(specialist.get(record))

    wrong = specialist.post(there, {"number": "09900000006", "reason": WHY, "seen_tail": ""})
    assert "12 chữ số" in text(wrong, 422)
    assert "09900000006" not in text(wrong, 422)
    done = specialist.post(there, {"number": NUMBER, "reason": WHY, "seen_tail": ""}, follow=True)

    shown = text(done)
    assert "•••••••••062" in shown
    assert NUMBER not in shown
    assert there not in shown
    assert there in text(head.get(record))
    again = specialist.post(there, {"number": OTHER, "reason": WHY, "seen_tail": "062"})
    assert "chỉ Trưởng phòng được sửa" in text(again, 422)
    fixed = head.post(there, {"number": OTHER, "reason": WHY, "seen_tail": "062"}, follow=True)
    assert "•••••••••075" in text(fixed)
    assert signed_in(Role.INSPECTOR).get(there).status_code == 403
