"""A unit reads the ladders of its own people: no bars, nothing of other units."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.selectors.own_people import A_PAGE
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
SECRETS = (
    "318/QĐ-TTr", "Thanh tra tỉnh", "kỷ luật", "tạm dừng", "điều tra", "dấu hiệu vi phạm",
    "INVESTIGATED", "DISCIPLINED", "KHIEN_TRACH",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_the_list_leads_to_a_ladder(officer: Client, unit: Any) -> None:
    who = fighter(2024, 2025, unit=unit)
    address = reverse("units:ladder", args=[who.ref])

    listed = text(officer, reverse("units:ladders"))
    shown = text(officer, address + "?mo=cstdt-merit")

    assert address in listed
    assert "Đây không phải là lời hứa" in shown
    assert "từ 01/10/2026 Luật số 06/2026/QH16 chưa đối chiếu nguyên văn" in shown
    assert "năm thành tích 2026; hồ sơ nhận được từ ngày 01/01/2027" in shown


def test_an_empty_unit_and_an_empty_search_say_why(officer: Client, unit: Any) -> None:
    assert "Sổ chưa có ai của đơn vị" in text(officer, reverse("units:ladders"))
    person("Lù Văn Suối", unit=unit)
    assert "Không tìm thấy ai" in text(officer, reverse("units:ladders") + "?q=khong-co")


def test_other_units_people_are_neither_listed_nor_shown(officer: Client, unit: Any) -> None:
    person("Lù Văn Suối", unit=unit)
    stranger = fighter(2024, 2025, unit=organisation("Sở Xây dựng tỉnh Lào Cai"))

    listed = text(officer, reverse("units:ladders") + "?q=")

    assert stranger.full_name not in listed
    assert "Sở Xây dựng" not in listed
    text(officer, reverse("units:ladder", args=[stranger.ref]), 404)


def test_nothing_of_a_bar_reaches_the_unit(officer: Client, unit: Any) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    address = reverse("units:ladder", args=[who.ref]) + "?mo=cstdt-merit"
    before = text(officer, address)
    bar(who, since=date(2026, 3, 2))
    bar(who, kind=BarKind.DISCIPLINED, level="KHIEN_TRACH", since=date(2024, 2, 1),
        until=date(2025, 2, 1), paper_no="77/QĐ-KL")  # fmt: skip

    after = text(officer, address)

    assert strip_token(after) == strip_token(before)
    assert not [secret for secret in (*SECRETS, "77/QĐ-KL") if secret in after]


def strip_token(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line.lower())


def test_a_page_too_far_is_not_there(officer: Client, unit: Any) -> None:
    for number in range(A_PAGE + 1):
        person(f"Lù Văn Suối {number:02}", unit=unit)

    assert "31 đến 31 trong 31" in text(officer, reverse("units:ladders") + "?trang=2")
    text(officer, reverse("units:ladders") + "?trang=3", 404)


def test_the_list_takes_the_same_queries_for_one_and_for_three(officer: Client, unit: Any) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            officer.get(reverse("units:ladders"))
        return len(captured)

    person("Lù Văn Suối", unit=unit)
    queries()
    one = queries()
    person("Giàng A Đá", unit=unit)
    person("Hạng A Mây", unit=unit)

    assert queries() == one


def test_the_office_and_the_council_do_not_come_in_here(unit: Any) -> None:
    person("Lù Văn Suối", unit=unit)
    for role in (Role.SPECIALIST, Role.MEMBER):
        client = Client()
        client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
        assert client.get(reverse("units:ladders")).status_code == 403
