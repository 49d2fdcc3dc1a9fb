"""The office's table of years and units, and the decisions that units recorded."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import SCAN, YearAsked, begun, confirm, handed

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
TABLE = "office:whole_years"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


def signed_in(role: Role) -> Client:
    client = Client()
    account_ = account(role.value.lower(), role, unit=organisation("Sở Nội vụ"))
    client.force_login(account_, backend=BACKEND)
    return client


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_the_table_says_who_is_whole_and_who_is_asked(office: Client, unit: Any) -> None:
    confirm(handed(unit, [person(unit=unit)]), says_whole=True)
    shown = text(office, reverse(TABLE))

    assert "Ngô Thị Rừng Thông xác nhận" in shown
    assert "1 trong 1 người, đã ghi 1 quyết định của đơn vị" in shown
    assert "12/QĐ-SYT" in shown
    address = reverse("office:ask_for_year", args=[unit.ref, "grade", 2025])
    assert office.post(address).status_code == 302
    assert YearAsked.objects.get().record_kind == "GRADE"
    assert "đã đề nghị 14/09/2026" in text(office, reverse(TABLE))
    assert "Không có đơn vị nào như vậy" in text(
        office, reverse(TABLE) + "?nam=2020&trang-thai=met"
    )
    unknown = reverse("office:ask_for_year", args=[unit.ref, "initiative", 2025])
    assert office.post(unknown).status_code == 404
    early = reverse("office:ask_for_year", args=[unit.ref, "grade", 2026])
    assert office.post(early).status_code == 422


def test_after_asking_one_is_back_where_one_was(office: Client, unit: Any) -> None:
    person(unit=unit)
    address = reverse("office:ask_for_year", args=[unit.ref, "award", 2024])

    back = office.post(address, headers={"referer": "http://testserver/thuong-truc/da-du/?trang=2"})
    away = office.post(address, headers={"referer": "http://elsewhere.example/"})

    assert back["Location"].endswith("/thuong-truc/da-du/?trang=2")
    assert away["Location"] == reverse(TABLE) + "?nam=2024"


def test_units_on_which_most_dossiers_rest_come_first(office: Client, unit: Any) -> None:
    for n in range(3):
        person(f"Lù Văn Suối {n}", unit=unit)
    waiting = organisation("Sở Xây dựng tỉnh Lào Cai")
    who = person("Giàng A Đá", unit=waiting)
    batch = make.batch(BatchState.SUBMITTED, unit=waiting)
    make.nomination(batch, State.CHECKED, person=who, year=2025)

    shown = text(office, reverse(TABLE))

    assert shown.index("Sở Xây dựng") < shown.index("Sở Y tế")


def test_the_office_reads_what_a_unit_recorded(office: Client, unit: Any) -> None:
    lua = person("Vàng Thị Lúa Chín", unit=unit)
    own = handed(unit, [lua])
    confirm(own)
    draft = begun(unit)

    shown = text(office, reverse("office:own_decision", args=[own.ref]))
    scan = office.get(reverse("office:own_file", args=[own.ref, "quyet-dinh"]))

    assert reverse("office:person", args=[lua.ref]) in shown
    assert "Người lập" in shown
    assert scan.content == SCAN
    text(office, reverse("office:own_file", args=[own.ref, "phu-luc"]), 404)
    text(office, reverse("office:own_decision", args=[draft.ref]), 404)


def test_the_inspector_reads_and_does_not_ask(unit: Any) -> None:
    person(unit=unit)
    inspector = signed_in(Role.INSPECTOR)

    assert "Đề nghị ghi đủ" not in text(inspector, reverse(TABLE))
    address = reverse("office:ask_for_year", args=[unit.ref, "grade", 2025])
    assert inspector.post(address).status_code == 403


def test_the_page_of_a_person_says_up_to_which_year(office: Client, unit: Any) -> None:
    lua = person("Vàng Thị Lúa Chín", unit=unit)
    confirm(handed(unit, [lua], year=2024), says_whole=True)
    address = reverse("office:person", args=[lua.ref])
    assert "đủ năm 2024" in text(office, address)

    confirm(handed(unit, [lua], year=2025), says_whole=True)

    assert "đủ từ năm 2024 đến năm 2025" in text(office, address)


def test_the_table_takes_the_same_queries_for_one_and_for_three(office: Client, unit: Any) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            office.get(reverse(TABLE))
        return len(captured)

    person(unit=unit)
    queries()
    one = queries()
    for name in ("Sở Xây dựng", "Sở Tài chính"):
        person("Lù Văn Suối", unit=organisation(name))

    assert queries() == one
