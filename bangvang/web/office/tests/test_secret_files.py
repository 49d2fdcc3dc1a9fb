"""The two pages of files with a State secret."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.nominations.models import SecretFile
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


def entered(name: str, role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(name, role, **({"unit": unit} if unit else {})), backend=BACKEND)
    return client


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_a_number_goes_from_the_unit_to_the_office() -> None:
    officer = entered("donvi", Role.UNIT_OFFICER, organisation("Công an xã Suối Mây"))
    head, inspector = entered("tp", Role.OFFICE_HEAD), entered("tt", Role.INSPECTOR)
    unit_page, office_page = reverse("units:secret_files"), reverse("office:secret_files")
    empty = text(officer.get(unit_page)), text(head.get(office_page))

    named = officer.post(unit_page, {"number": "Lù Văn Suối"})
    nothing = officer.post(unit_page, {})
    officer.post(unit_page, {"number": "05/2026"})
    step = reverse("office:move_secret", args=[SecretFile.objects.get().ref])
    offered = text(head.get(office_page))
    odd = [head.post(step, {"viec": "KHONG"}), head.post(step, {"viec": "RECEIVE"})]
    head.post(step, {"viec": "RECEIVE", "version": "1"})

    assert all("Chưa" in said for said in empty)
    assert "không ghi tên người" in text(named, 422)
    assert "Ghi số hồ sơ." in text(nothing, 422)
    assert "Ghi đã nhận" in offered
    assert [answer.status_code for answer in odd] == [404, 422]
    assert "Cơ quan thường trực đã nhận" in text(officer.get(unit_page))
    assert "Ghi đã" not in text(inspector.get(office_page))
    assert "Hồ sơ bí mật nhà nước" in text(head.get(reverse("office:batches")))


def test_a_specialist_is_neither_shown_nor_told() -> None:
    specialist = entered("cv", Role.SPECIALIST)

    assert specialist.get(reverse("office:secret_files")).status_code == 403
    assert "bí mật nhà nước" not in text(specialist.get(reverse("office:batches")))
