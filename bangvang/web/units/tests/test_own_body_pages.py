"""The unit's page that takes collectives into its own decision."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.own_decisions import begun
from bangvang.web.units.tests.test_own_pages import BACKEND, post, text

pytestmark = pytest.mark.django_db


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


def test_collectives_are_ticked_for_an_award_of_theirs(officer: Client, unit: Any) -> None:
    ward = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    organisation("Phòng Trồng trọt", kind="SUB_UNIT", parent=organisation("Sở Lúa"))
    own = begun(unit, "TTLDTT")
    shown = text(officer, "own_decision", own.ref)
    assert "Chọn tập thể của đơn vị" in shown
    assert "Chọn người của đơn vị" not in shown
    assert "Tải phụ lục lên" not in shown

    offered = text(officer, "own_pick_bodies", own.ref)
    assert "Khoa Nội" in offered
    assert "Phòng Trồng trọt" not in offered
    assert "Chưa chọn tập thể nào." in post(officer, "own_pick_bodies", own.ref, status=422)
    ticked: dict[str, Any] = {"tap-the": [ward.ref]}
    post(officer, "own_pick_bodies", own.ref, **ticked)

    shown = text(officer, "own_decision", own.ref)
    assert "1 tập thể: 1 sẽ ghi vào sổ." in shown
    assert "không rõ" not in shown
    assert "đã có trong quyết định này" in text(officer, "own_pick_bodies", own.ref)


def test_an_award_of_people_asks_for_no_collective(officer: Client, unit: Any) -> None:
    ward = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    own = begun(unit, "LDTT")
    assert "Chọn tập thể của đơn vị" not in text(officer, "own_decision", own.ref)

    ticked: dict[str, Any] = {"tap-the": [ward.ref]}
    refused = post(officer, "own_pick_bodies", own.ref, status=422, **ticked)

    assert "Danh hiệu này chỉ tặng cá nhân." in refused


def test_another_units_decision_and_collectives_are_not_there(officer: Client, unit: Any) -> None:
    other = organisation("Sở Lúa")
    theirs = organisation("Phòng Trồng trọt", kind="SUB_UNIT", parent=other)
    text(officer, "own_pick_bodies", begun(other, "TTLDTT").ref, status=404)
    mine = begun(unit, "TTLDTT")

    ticked: dict[str, Any] = {"tap-the": [theirs.ref]}
    post(officer, "own_pick_bodies", mine.ref, status=404, **ticked)
    assert "Sổ chưa có tập thể nào trực thuộc" in text(officer, "own_pick_bodies", mine.ref)
    nothing = officer.get(reverse("units:own_pick_bodies", args=[mine.ref]) + "?q=xa")
    assert "Không tìm thấy tập thể nào" in nothing.content.decode()
