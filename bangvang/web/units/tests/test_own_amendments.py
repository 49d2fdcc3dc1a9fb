"""A unit amends its own decision on its pages: the officer proposes, the head confirms."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.tests.factories import awards, organisation, person
from bangvang.registry.tests.own_decisions import (
    PAPER,
    Award,
    Grade,
    OwnDecisionRow,
    confirm,
    handed,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
ALL = {
    "reason": "Gõ sai số so với bản quét.", "year": 2025, "decision_no": "21/QĐ-SYT",
    "decided_on": "2026-01-08", "issued_by": "Giám đốc Sở Y tế",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation()


def signed_in(role: Role, unit: Any) -> Client:
    client = Client()
    name = f"{role.value.lower()}-{unit.pk if unit else ''}"
    client.force_login(account(name, role, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def officer(unit: Any) -> Client:
    return signed_in(Role.UNIT_OFFICER, unit)


@pytest.fixture
def head(unit: Any) -> Client:
    return signed_in(Role.UNIT_HEAD, unit)


@pytest.fixture
def own(unit: Any) -> Any:
    made = handed(unit, [person(unit=unit), person("Lù Văn Bậc", unit=unit)])
    confirm(made)
    made.refresh_from_db()
    return made


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:2000]
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def post(client: Client, address: str, fields: dict[str, Any]) -> Any:
    return client.post(address, fields)


def whole(own: Any, word: str) -> str:
    return reverse("units:amend_own", args=[own.ref, word])


def test_the_number_of_a_decision_is_corrected_by_two_people(
    officer: Client, head: Client, own: Any
) -> None:
    page = reverse("units:own_decision", args=[own.ref])
    assert whole(own, "dinh-chinh") in said(officer.get(page))
    assert whole(own, "dinh-chinh") not in said(head.get(page))
    assert "12/QĐ-SYT" in said(officer.get(whole(own, "dinh-chinh")))

    answer = post(officer, whole(own, "dinh-chinh"), ALL)

    assert answer.status_code == 302
    assert "2 dòng" in said(officer.get(answer.url))
    assert officer.get(answer.url + "xac-nhan/").status_code == 403
    assert answer.url in said(head.get(reverse("units:today")))
    assert "21/QĐ-SYT" in said(head.get(answer.url + "xac-nhan/"))
    assert post(head, answer.url + "xac-nhan/", {"version": 1}).status_code == 302
    assert set(Award.objects.values_list("decision_no", flat=True)) == {"21/QĐ-SYT"}
    assert "Đính chính, hủy bỏ (1)" in said(officer.get(page))
    office = signed_in(Role.INSPECTOR, None)
    there = answer.url.replace("/don-vi/", "/thuong-truc/")
    assert "Gõ sai số" in said(office.get(there))
    assert there in said(office.get(reverse("office:own_decision", args=[own.ref])))


def test_a_row_offers_what_fits_it(officer: Client, head: Client, own: Any) -> None:
    row = OwnDecisionRow.objects.filter(decision=own).order_by("pk")[0]
    page = reverse("units:own_decision", args=[own.ref])

    def there(word: str) -> str:
        return reverse("units:amend_own_row", args=[own.ref, row.ref, word])

    assert there("ghi-nham") in said(officer.get(page))
    assert there("khoi-phuc") not in said(officer.get(page))
    made = post(officer, there("ghi-nham"), {"reason": "Nhầm người trùng tên."})
    assert post(head, made.url + "xac-nhan/", {"version": 1}).status_code == 302
    assert Award.objects.count() == 1
    after = said(officer.get(page))
    assert there("khoi-phuc") in after
    assert there("ghi-nham") not in after
    assert "Đã hủy bỏ hoặc gạch khỏi sổ" in after
    office = signed_in(Role.INSPECTOR, None)
    seen = said(office.get(reverse("office:own_decision", args=[own.ref])))
    assert "đã hủy bỏ hoặc gạch khỏi sổ" in seen
    back = post(officer, there("khoi-phuc"), {"reason": "Gạch nhầm."})
    assert post(head, back.url + "xac-nhan/", {"version": 1}).status_code == 302
    assert Award.objects.count() == 2


def test_bad_input_is_answered_in_words(officer: Client, head: Client, own: Any) -> None:
    same = post(officer, whole(own, "dinh-chinh"), ALL | {"decision_no": "12/QĐ-SYT"})
    assert "Chưa sửa chỗ nào" in said(same, 422)
    early = post(officer, whole(own, "dinh-chinh"), ALL | {"decided_on": "2024-01-08"})
    assert "không thể trước năm" in said(early, 422)
    made = post(officer, whole(own, "ghi-nham"), {"reason": "Nhầm."})
    assert "chờ xác nhận" in said(post(officer, whole(own, "ghi-nham"), {"reason": "Nhầm."}), 422)
    declined = post(head, made.url + "khong-ghi/", {"version": 1, "reason": "Đúng rồi."})
    assert declined.status_code == 302
    assert Award.objects.count() == 2


def test_another_unit_sees_nothing_of_it(officer: Client, own: Any) -> None:
    made = post(officer, whole(own, "ghi-nham"), {"reason": "Nhầm."})
    elsewhere = organisation("Sở Giáo dục và Đào tạo")
    for role in (Role.UNIT_OFFICER, Role.UNIT_HEAD):
        other = signed_in(role, elsewhere)
        assert other.get(made.url).status_code == 404
        assert other.get(made.url + "van-ban/").status_code == 404
        assert made.url not in said(other.get(reverse("units:today")))
        if role is Role.UNIT_OFFICER:
            assert other.get(whole(own, "ghi-nham")).status_code == 404


def test_a_grade_is_corrected_on_its_row(officer: Client, head: Client, unit: Any) -> None:
    own = handed(unit, [person(unit=unit)], "GRADE", grade="HTTNV")
    confirm(own)
    row = OwnDecisionRow.objects.get(decision=own)
    there = reverse("units:amend_own_row", args=[own.ref, row.ref, "dinh-chinh"])
    page = said(officer.get(reverse("units:own_decision", args=[own.ref])))
    assert reverse("units:amend_own_row", args=[own.ref, row.ref, "huy-bo"]) not in page

    made = post(officer,
        there,
        {
            "reason": "Chép nhầm dòng.", "code": "HTXSNV", "year": 2025,
            "decision_no": "12/QĐ-SYT", "decided_on": "2026-01-08",
        },
    )  # fmt: skip
    post(head, made.url + "xac-nhan/", {"version": 1})

    assert Grade.objects.get().code == "HTXSNV"


def test_of_somebody_who_has_left_the_unit_nothing_further_is_shown(
    officer: Client, unit: Any
) -> None:
    who = person(unit=unit)
    own = handed(unit, [who], "CSTDCS", 2023)
    confirm(own, replace(PAPER, decided_on=date(2024, 1, 8)))
    (later,) = awards(who, code="CSTDT")
    Award.objects.filter(pk=later.pk).update(year=2024, decided_on=date(2025, 3, 20))
    page = whole(own, "ghi-nham")
    assert "Chiến sĩ thi đua cấp tỉnh" in said(officer.get(page))
    assert reverse("units:person", args=[who.ref]) in said(officer.get(page))

    who.organisation = organisation("Sở Giáo dục và Đào tạo")
    who.save()

    left = said(officer.get(page))
    assert who.full_name in left
    assert "Chiến sĩ thi đua cấp tỉnh" not in left
    assert reverse("units:person", args=[who.ref]) not in left
