"""On the pages of both doors: titles registered, handed in, answered, compared, taken home."""

import io
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import RegisteredTitle, Registration, RegistrationYear
from bangvang.registry.tests.factories import organisation, person
from bangvang.web.office.tests.test_appraisal_pages import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng", kind="DIVISION")


@pytest.fixture
def head(office: Any) -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, office)


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Mây Bay")


@pytest.fixture
def officer(unit: Any) -> Client:
    return signed_in("donvi", Role.UNIT_OFFICER, unit)


@pytest.fixture
def unit_head(unit: Any) -> Client:
    return signed_in("thutruong", Role.UNIT_HEAD, unit)


def post(client: Client, address: str, said: dict[str, Any], status: int = 302) -> str:
    answer = client.post(address, said)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_from_opening_to_the_workbook(
    head: Client, officer: Client, unit_head: Client, unit: Any, office: Any
) -> None:
    opening = reverse("office:open_registration_year")
    assert "Hạn nộp phải từ" in post(head, opening, {"year": 2026, "submit_by": "2027-05-01"}, 422)
    post(head, opening, {"year": 2026, "submit_by": "2026-09-30"})
    assert "đã mở" in post(head, opening, {"year": 2026, "submit_by": "2026-09-30"}, 422)
    year = RegistrationYear.objects.get().ref
    who, far = person("Lò Thị Ruộng Bậc", unit=unit), person("Ai Ở Nơi Khác")
    own = reverse("units:registration", args=[year])
    people = reverse("units:register_people", args=[year])
    assert "Chưa đăng ký danh hiệu nào" in text(officer, own)
    assert far.full_name not in text(officer, people)
    assert "ít nhất một người" in post(officer, people, {"danh-hieu": "CSTDCS"}, 422)
    post(officer, people, {"danh-hieu": "CSTDCS", "chon": who.ref})
    bodies = reverse("units:register_bodies", args=[year])
    assert "chính đơn vị" in text(officer, bodies)
    post(officer, bodies, {"danh-hieu": "TTLDXS", "chon": unit.ref})
    shown = text(officer, own)
    assert "Lò Thị Ruộng Bậc" in shown
    assert "Nộp 2 danh hiệu" not in shown
    whole = reverse("office:registration_year", args=[year])
    assert "Chưa nộp" in text(head, whole)

    submit = reverse("units:submit_registration", args=[year])
    assert own in text(unit_head, reverse("units:today"))
    assert officer.post(submit, {"version": 3}).status_code == 403
    assert "Người khác vừa lưu" in post(unit_head, submit, {"version": 1}, 422)
    assert "Nộp 2 danh hiệu" in text(unit_head, own)
    post(unit_head, submit, {"version": Registration.objects.get().version})

    found = Registration.objects.get()
    page, answer = (
        reverse(f"office:{name}", args=[found.ref])
        for name in ("registration", "answer_registration")
    )
    assert answer in text(head, page)
    assert page in text(head, reverse("office:today"))
    assert own not in text(unit_head, reverse("units:today"))
    assert "Cần ghi lý do" in post(
        head, answer, {"agree": "0", "reason": "", "version": found.version}, 422
    )
    inspector = signed_in("thanhtra", Role.INSPECTOR, office)
    assert answer not in text(inspector, page)
    post(head, answer, {"agree": "1", "version": found.version})
    assert "Đã duyệt" in text(inspector, whole)
    outcome = text(head, reverse("office:registered_reached", args=[year]))
    assert "Chưa đề nghị" in outcome
    data = head.get(reverse("office:export_registrations", args=[year])).content
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [sheet.title for sheet in book] == ["Tổng hợp", "Danh hiệu"]
    assert book["Danh hiệu"].max_row == 3


def test_a_draft_is_the_units_own_and_a_row_may_be_dropped(
    head: Client, officer: Client, unit_head: Client, unit: Any
) -> None:
    post(
        head,
        reverse("office:open_registration_year"),
        {"year": 2026, "submit_by": "2026-09-30"},
    )
    year = RegistrationYear.objects.get().ref
    who = person("Lò Thị Ruộng Bậc", unit=unit)
    people = reverse("units:register_people", args=[year])
    post(officer, people, {"danh-hieu": "CSTDCS", "chon": who.ref})
    draft = Registration.objects.get().ref
    assert head.get(reverse("office:registration", args=[draft])).status_code == 404
    stranger = signed_in("nguoi-la", Role.UNIT_HEAD, organisation("Sở Khác"))
    assert stranger.get(reverse("units:registration_below", args=[draft])).status_code == 404
    drop = reverse("units:drop_title", args=[year, RegisteredTitle.objects.get().ref])
    assert stranger.post(drop).status_code == 404

    post(officer, drop, {})

    assert not RegisteredTitle.objects.exists()
    move = reverse("office:move_registration_day", args=[year])
    post(head, move, {"submit_by": "2026-10-31", "version": 1})
    assert "31/10/2026" in text(unit_head, reverse("units:registrations"))


def test_the_head_above_answers_what_stands_below(head: Client, unit: Any) -> None:
    post(
        head,
        reverse("office:open_registration_year"),
        {"year": 2026, "submit_by": "2026-09-30"},
    )
    year = RegistrationYear.objects.get().ref
    below = organisation("Trung tâm Sương Mù", kind="DIVISION", parent=unit)
    who = person("Lò Thị Ruộng Bậc", unit=below)
    small = signed_in("nho", Role.UNIT_HEAD, below)
    people = reverse("units:register_people", args=[year])
    post(small, people, {"danh-hieu": "LDTT", "chon": who.ref})
    submit = reverse("units:submit_registration", args=[year])
    post(small, submit, {"version": Registration.objects.get().version})
    above = signed_in("tren", Role.UNIT_HEAD, unit)
    found = Registration.objects.get()
    page = reverse("units:registration_below", args=[found.ref])
    assert page in text(above, reverse("units:registration", args=[year]))
    assert page in text(above, reverse("units:today"))
    assert "Lò Thị Ruộng Bậc" in text(above, page)

    answer = reverse("units:answer_registration", args=[found.ref])
    post(above, answer, {"agree": "0", "reason": "Thiếu tập thể", "version": found.version})

    assert "Thiếu tập thể" in text(small, reverse("units:registration", args=[year]))
