"""Who follows which lists, on the pages of the office."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.models import Account
from bangvang.accounts.tests.factories import add_role, end_roles
from bangvang.appraisal.models import Charge
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_appraisal_pages import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


@pytest.fixture
def head(office: Any) -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, office)


@pytest.fixture
def specialist(office: Any) -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, office)


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế")


def give(head: Client, officer: str, status: int = 302, **matter: str) -> str:
    of = Account.objects.get(username=officer).ref
    data = {"officer": of, "since": "2026-09-01", **matter}
    answer = head.post(reverse("office:give_charge"), data)
    assert answer.status_code == status
    return answer.content.decode()


def handed_in(unit: Any) -> Any:
    made = make.batch(BatchState.SUBMITTED, unit=unit)
    make.nomination(made, State.SUBMITTED)
    return made


def test_the_head_puts_in_charge_is_told_of_doubles_and_ends_it(
    head: Client, specialist: Client, unit: Any
) -> None:
    assert "Sở Y tế" in text(head, reverse("office:charges"))
    give(head, "chuyenvien", unit_ref=unit.ref)
    assert "đang được phân công" in give(head, "chuyenvien", 422, unit_ref=unit.ref)
    assert "Chọn một trong hai" in give(head, "chuyenvien", 422)
    assert head.post(reverse("office:give_charge"), {"officer": "x"}).status_code == 422
    shown = text(specialist, reverse("office:charges"))
    assert "cùng các đơn vị trực thuộc" in shown
    assert "Thôi theo dõi" not in shown

    end = reverse("office:end_charge", args=[Charge.objects.get().ref])
    assert "Lù Thị Chuyenvien" in text(head, end)
    assert head.post(end, {"version": 1, "until": "2026-08-01"}).status_code == 422
    assert head.post(end, {"version": 1, "until": "2026-09-20"}).status_code == 302
    assert "Đã ghi ngày thôi" in text(head, reverse("office:charges"))


def test_today_shows_what_is_mine_then_what_is_nobodys_and_counts_the_rest(
    head: Client, specialist: Client, office: Any, unit: Any
) -> None:
    other = signed_in("khac", Role.SPECIALIST, office)
    listed = handed_in(unit)
    today, lists = reverse("office:today"), reverse("office:batches")
    assert "Danh sách chưa có người theo dõi" in text(specialist, today)

    give(head, "chuyenvien", unit_ref=unit.ref)

    mine = text(specialist, today)
    assert "Người theo dõi: Lù Thị Chuyenvien (Sở Y tế)" in mine
    assert "Danh sách chưa có người theo dõi" not in mine
    others = text(other, today)
    assert "Tiếp nhận danh sách" not in others
    assert "Còn 1 danh sách chờ tiếp nhận do người khác theo dõi" in others
    for address in (lists, reverse("office:batch", args=[listed.ref])):
        assert "Người theo dõi: Lù Thị Chuyenvien" in text(other, address)


def test_a_list_of_two_awards_names_both(head: Client, specialist: Client, unit: Any) -> None:
    listed = handed_in(unit)
    make.nomination(listed, State.SUBMITTED, row=2, name="Giàng A Páo", award_code="BK_TINH")
    give(head, "chuyenvien", award_code="CSTDT")

    said = text(specialist, reverse("office:today"))

    assert "1 dòng); chưa có ai, 1 dòng" in said


def test_whoever_serves_the_unit_or_left_is_passed_over(
    head: Client, specialist: Client, unit: Any
) -> None:
    handed_in(unit)
    give(head, "chuyenvien", unit_ref=unit.ref)
    of = Account.objects.get(username="chuyenvien")
    add_role(of, Role.UNIT_OFFICER, unit=unit, since=DAY)
    lists = reverse("office:batches")
    assert "Chưa có người theo dõi" in text(head, lists)

    end_roles(of, on=DAY)
    assert "Chưa có người theo dõi" in text(head, lists)
    assert "Hiện không phải chuyên viên thẩm định" in text(head, reverse("office:charges"))


def test_units_and_the_council_read_nothing_of_it(
    head: Client, specialist: Client, unit: Any
) -> None:
    listed = handed_in(unit)
    give(head, "chuyenvien", unit_ref=unit.ref)
    of_unit = signed_in("donvi", Role.UNIT_HEAD, unit)
    for address in (
        reverse("units:today"),
        reverse("units:batches"),
        reverse("units:batch", args=[listed.ref]),
    ):
        assert "Chuyenvien" not in text(of_unit, address)
    secretary = signed_in("thuky", Role.SECRETARY, organisation("Hội đồng"))
    assert "Chuyenvien" not in text(secretary, reverse("council:today"))
    for client in (of_unit, secretary):
        assert client.get(reverse("office:charges")).status_code == 403


def test_the_head_hands_a_list_over_and_a_stale_page_is_told(
    head: Client, specialist: Client, office: Any, unit: Any
) -> None:
    signed_in("khac", Role.SPECIALIST, office)
    listed = handed_in(unit)
    of = Account.objects.get(username="chuyenvien")
    type(listed).objects.update(holder=of.full_name, holder_ref=of.ref)
    listed.nominations.update(state=State.CHECKED, holder=of.full_name)
    at = reverse("office:batch", args=[listed.ref])
    there = reverse("office:hand_over_list", args=[listed.ref])
    assert "Chuyển người thẩm định" in text(head, at)
    assert "Chuyển người thẩm định" not in text(specialist, at)
    assert "Lù Thị Khac" in text(head, there)

    to = Account.objects.get(username="khac").ref
    data = {"version": 1, "officer": to, "reason": "Nghỉ phép."}
    assert head.post(there, data | {"officer": of.ref}).status_code == 422
    assert head.post(there, data | {"version": 7}).status_code == 422
    assert head.post(there, data).status_code == 302
    assert "sang Lù Thị Khac, 1 dòng đang thẩm định: Nghỉ phép." in text(specialist, at)
