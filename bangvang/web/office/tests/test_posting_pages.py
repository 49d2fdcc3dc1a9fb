"""Where somebody worked, on the office's pages: recorded, ended, searched, beside a file."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:1500]
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def fields(unit: Any, **more: str) -> dict[str, str]:
    said = {
        "unit": unit.ref, "position": "Công nhân vận hành", "subject_class": "WORKER",
        "since": "2021-03-01", "until": "", "source": "Hợp đồng số 5/HĐ-LĐ",
    }  # fmt: skip
    return said | more


def test_from_the_record_to_a_posting_that_ends(office: Client) -> None:
    unit = organisation()
    who = person(unit=unit)
    record = reverse("office:person", args=[who.ref])
    there = reverse("office:record_posting", args=[who.ref])
    assert there in text(office.get(record))
    assert "Sở Y tế" in text(office.get(there))

    assert "Cần ghi chức vụ hoặc chọn đối tượng" in text(
        office.post(there, fields(unit, position="", subject_class="")), 422
    )
    shown = text(office.post(there, fields(unit), follow=True))
    assert "Quá trình công tác (1)" in shown
    assert "Hợp đồng số 5/HĐ-LĐ" in shown
    ending = next(part for part in shown.split('"') if part.endswith("/ket-thuc/"))
    wrong = {"version": "1", "until": "2021-03-01", "source": "Đơn"}
    assert "phải sau ngày bắt đầu" in text(office.post(ending, wrong), 422)
    done = text(office.post(ending, wrong | {"until": "2026-01-01"}, follow=True))
    assert "đến trước ngày 01/01/2026" in done
    withdrawing = next(
        part for part in done.split('"') if "/cong-tac/" in part and part.endswith("/rut/")
    )
    gone = text(office.post(withdrawing, {"version": "2", "reason": "Nhầm người."}, follow=True))
    assert "Nhầm người." in gone
    assert withdrawing not in gone


def test_the_person_goes_over_to_the_unit_of_today(office: Client) -> None:
    old, new = organisation(), organisation("Công ty Nước sạch Suối Mây")
    who = person(unit=old)
    there = reverse("office:record_posting", args=[who.ref])

    shown = text(office.post(there, fields(new, is_now="on"), follow=True))

    assert "Quá trình công tác (2)" in shown
    assert "không rõ từ ngày nào, đến trước ngày 01/03/2021" in shown
    page = reverse("units:person", args=[who.ref])
    assert text(signed_in(Role.UNIT_OFFICER, new).get(page))
    assert signed_in(Role.UNIT_HEAD, old).get(page).status_code == 404


def test_people_are_searched_by_class(office: Client) -> None:
    unit = organisation()
    who = person(unit=unit)
    person("Lù Văn Bậc", unit=unit)
    office.post(reverse("office:record_posting", args=[who.ref]), fields(unit))
    search = reverse("office:search")

    found = text(office.get(f"{search}?doi-tuong=WORKER"))
    assert who.full_name in found
    assert "Lù Văn Bậc" not in found
    assert who.full_name not in text(office.get(f"{search}?doi-tuong=FARMER"))
    assert text(office.get(f"{search}?doi-tuong=XYZ"))


def test_a_file_that_says_something_else_is_named_to_the_office_alone(office: Client) -> None:
    unit = organisation()
    who = person(unit=unit)
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(
        batch, State.CHECKED, person=who, name=who.full_name, award_code="BK_TINH"
    )
    make.stated(row, "BK_LA_NONG_DAN", value=True)
    there = reverse("office:nomination", args=[row.ref])
    assert "Hồ sơ và sổ ghi khác nhau" not in text(office.get(there))
    office.post(reverse("office:record_posting", args=[who.ref]), fields(unit))

    shown = text(office.get(there))

    assert "Hồ sơ và sổ ghi khác nhau" in shown
    assert "còn sổ ghi: công nhân" in shown
    asked = text(office.get(reverse("office:answer_questions", args=[row.ref])))
    assert "Hợp đồng số 5/HĐ-LĐ" in asked
    own = signed_in(Role.UNIT_OFFICER, unit).get(reverse("units:nomination", args=[row.ref]))
    assert "Hợp đồng số 5/HĐ-LĐ" not in text(own)


def test_the_inspector_reads_and_has_no_button(office: Client) -> None:
    unit = organisation()
    who = person(unit=unit)
    there = reverse("office:record_posting", args=[who.ref])
    office.post(there, fields(unit))
    inspector = signed_in(Role.INSPECTOR)

    shown = text(inspector.get(reverse("office:person", args=[who.ref])))
    assert "Công nhân vận hành" in shown
    assert "/ket-thuc/" not in shown
    assert inspector.get(there).status_code == 403
    portal = Client().get(reverse("portal:person", args=[who.ref]))
    assert "Công nhân" not in portal.content.decode()
