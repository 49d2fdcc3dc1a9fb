"""Accounts and the audit record on the pages of the office."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bangvang.accounts.actions import create_account
from bangvang.accounts.tests.factories import account
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(account("quantri", Role.ADMINISTRATOR), backend=BACKEND)
    return client


@pytest.fixture
def clerk() -> Any:
    return account("donvi", Role.UNIT_OFFICER)


def test_an_account_is_opened_given_a_role_and_a_link(admin: Client) -> None:
    unit = organisation("Sở Mới")
    data = {"username": "nguoi.moi", "full_name": "Lù Thị Mới", "title": "Chuyên viên"}

    wrong = admin.post(reverse("office:create_account"), data | {"username": "Có Dấu"})
    taken = admin.post(reverse("office:create_account"), data | {"username": "quantri"})
    made = admin.post(reverse("office:create_account"), data)
    page = made["Location"]
    role = {"role": "UNIT_OFFICER", "organisation": unit.ref, "since": clock.today().isoformat()}
    given = admin.post(page + "vai-tro/", role)
    twice = admin.post(page + "vai-tro/", role)
    link = admin.post(page + "lien-ket/").content.decode()

    assert [answer.status_code for answer in (wrong, taken, made, given, twice)] == [
        422,
        422,
        302,
        302,
        422,
    ]
    assert "/mat-khau/" in link
    assert "Lù Thị Mới" in admin.get(reverse("office:accounts")).content.decode()


def test_two_who_open_the_same_account_at_once_are_told_so(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_before_the_other_wrote(_objection: object) -> None:
        """See nothing in the way, as who looked a moment earlier did."""

    monkeypatch.setattr(create_account, "refuse_if", looked_before_the_other_wrote)
    data = {"username": "quantri", "full_name": "Lù Thị Mới", "title": "Chuyên viên"}

    answer = admin.post(reverse("office:create_account"), data)

    assert answer.status_code == 409
    assert "Người khác vừa lưu cùng lúc" in answer.content.decode()


def test_an_account_is_suspended_restored_and_unlocked(admin: Client, clerk: Any) -> None:
    def press(name: str) -> int:
        return admin.post(reverse(f"office:{name}", args=[clerk.ref])).status_code

    assert [press(name) for name in ("suspend", "suspend", "restore", "lift_lockout")] == [
        302,
        422,
        302,
        302,
    ]
    page = admin.get(reverse("office:account", args=[clerk.ref])).content.decode()
    assert "Tạm khóa tài khoản donvi." in page


def test_a_role_is_handed_over_on_a_page(admin: Client, clerk: Any) -> None:
    successor = account("nhanthay")
    held = clerk.roles_held.get()
    address = reverse("office:hand_over", args=[clerk.ref, held.pk])

    assert admin.get(address).status_code == 200
    early = admin.post(address, {"on": "2019-01-01", "to": ""})
    done = admin.post(address, {"on": clock.today().isoformat(), "to": successor.ref})
    missing = admin.get(reverse("office:hand_over", args=[clerk.ref, 999_999]))

    assert (early.status_code, done.status_code, missing.status_code) == (422, 302, 404)
    assert successor.roles_held.get().role == Role.UNIT_OFFICER


def test_the_record_is_read_a_page_at_a_time_by_those_who_watch(admin: Client, clerk: Any) -> None:
    for _ in range(30):
        admin.post(reverse("office:suspend", args=[clerk.ref]))
        admin.post(reverse("office:restore", args=[clerk.ref]))
    inspector = Client()
    inspector.force_login(account("thanhtra", Role.INSPECTOR), backend=BACKEND)

    newest = inspector.get(reverse("office:audit")).content.decode()
    older = inspector.get(reverse("office:audit") + "?truoc=11").content.decode()
    odd = inspector.get(reverse("office:audit") + "?truoc=abc")

    assert "?truoc=11" in newest
    assert "Mới nhất" in older
    assert odd.status_code == 200


def test_the_gallery_is_for_whoever_keeps_the_look(admin: Client) -> None:
    assert admin.get(reverse("office:gallery")).status_code == 200
