"""Routes by the office's pages: entered by one, confirmed by another, withdrawn with a reason."""

from typing import Any

import pytest
from pytest_django import Settings

from bangvang.appraisal.tests.consulting import the_office
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Route
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_consultations import get, press, scan, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY
    the_office()


def a_route(**other: object) -> dict[str, Any]:
    return {
        "branch_ref": "",
        "kind": "SUB_UNIT",
        "family": "DOT_XUAT",
        "way": "SECTOR",
        "through_ref": "",
        "advisory": "Phòng Tổ chức cán bộ",
        "number": "12/HD-SNV",
        "issued_on": "2026-01-05",
        "clause": "Mục 3",
        "since": "2026-01-05",
        "scan": scan(),
    } | other


def test_a_route_is_entered_confirmed_and_withdrawn() -> None:
    body = organisation("Sở Giáo dục và Đào tạo")
    officer, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)
    assert "Chưa ghi tuyến trình nào" in get(officer, "routes")
    assert body.name in get(officer, "enter_route")
    later = press(officer, "enter_route", status=422, **a_route(issued_on="2026-10-01"))
    assert "Ngày ban hành ở sau ngày ghi." in later
    wrong = a_route(way="DIRECT", through_ref=body.ref, advisory="")
    assert "không có cấp trên" in press(officer, "enter_route", status=422, **wrong)
    press(officer, "enter_route", status=422, **a_route(kind="KHONG_CO", branch_ref="x"))

    press(officer, "enter_route", **a_route(branch_ref=body.ref))

    ref = Route.objects.get().ref
    shown = get(head, "routes")
    for said in (
        "Đơn vị trực thuộc của Sở Giáo dục và Đào tạo", "khen thưởng đột xuất", "theo ngành",
        "Phòng Tổ chức cán bộ", "Chờ xác nhận, chưa áp dụng",
    ):  # fmt: skip
        assert said in shown
    assert "Xác nhận" not in get(officer, "routes").replace("Chờ xác nhận", "")
    assert "đã ghi" in get(head, "confirm_route", ref)
    press(head, "confirm_route", ref)
    assert "đã được xác nhận" in press(head, "confirm_route", ref, status=422)
    assert "xác nhận" in get(signed_in(Role.INSPECTOR), "routes")
    get(officer, "route_scan", ref)
    press(head, "withdraw_route", ref, status=422, reason="")
    press(head, "withdraw_route", ref, reason="Có văn bản mới.")
    assert "Có văn bản mới." in get(officer, "routes")
