"""Signing in and out, lock-out and lifting it, choosing a capacity, one-time links."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.actions.issue_password_link import issue_password_link
from bangvang.accounts.actions.lift_lockout import lift_lockout
from bangvang.accounts.lockout import failures_of
from bangvang.accounts.selectors import actors_of
from bangvang.accounts.tests.factories import account, add_role, end_roles
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import AT
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

PASSWORD = "một mật khẩu rất dài"


def try_to_sign_in(
    client: Client, username: str = "donvi", password: str = PASSWORD, **more: str
) -> int:
    data = {"username": username, "password": password, **more}
    return client.post(reverse("gate:sign_in"), data).status_code


def administrator() -> Actor:
    return actors_of(account("quantri", Role.ADMINISTRATOR), on=clock.today())[0]


def test_signing_in_leads_to_the_first_page_of_the_role(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)

    answer = client.post(reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, "/don-vi/")


def test_signing_in_leads_back_to_where_the_person_wanted(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)

    answer = client.post(
        reverse("gate:sign_in"),
        {"username": "donvi", "password": PASSWORD, "next": "/don-vi/danh-sach/"},
    )

    assert answer["Location"] == "/don-vi/danh-sach/"


@pytest.mark.parametrize("wanted", ["//example.org/", "https://example.org/", "abc", "é", "."])
def test_signing_in_leads_to_no_other_site(client: Client, wanted: str) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)

    answer = client.post(
        reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD, "next": wanted}
    )

    assert answer["Location"] == "/don-vi/"


def test_a_wrong_password_says_neither_which_was_wrong(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)

    known = client.post(reverse("gate:sign_in"), {"username": "donvi", "password": "sai"})
    unknown = client.post(reverse("gate:sign_in"), {"username": "khong-co", "password": "sai"})

    assert known.status_code == unknown.status_code == 422
    sentence = "Tên đăng nhập hoặc mật khẩu không đúng."
    assert sentence in known.content.decode()
    assert sentence in unknown.content.decode()


def test_five_failures_close_sign_in_for_that_account_at_that_address(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)
    account("khac", Role.UNIT_OFFICER, password=PASSWORD)

    statuses = [try_to_sign_in(client, password="sai") for _ in range(5)]

    assert statuses == [422, 422, 422, 422, 429]
    assert try_to_sign_in(client) == 429
    assert try_to_sign_in(client, username="khac") == 302
    assert try_to_sign_in(Client(REMOTE_ADDR="10.0.0.9")) == 302


def test_a_closed_sign_in_says_for_how_long_and_who_can_open_it(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)
    for _ in range(5):
        try_to_sign_in(client, password="sai")

    answer = client.post(reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD})

    said = answer.content.decode()
    assert "Hãy thử lại sau 5 phút" in said
    assert "quản trị hệ thống gỡ chặn" in said


def test_the_wait_grows_with_every_further_lock_out(client: Client) -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)
    for _ in range(10):
        try_to_sign_in(client, password="sai")

    answer = client.post(reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD})

    assert "Hãy thử lại sau 10 phút" in answer.content.decode()


def test_an_administrator_opens_sign_in_again(client: Client) -> None:
    admin = administrator()
    clerk = account("donvi", Role.UNIT_OFFICER, password=PASSWORD)
    for _ in range(5):
        try_to_sign_in(client, password="sai")

    lift_lockout(clerk.ref, actor=admin, at=AT)

    assert failures_of("donvi") == 0
    assert try_to_sign_in(client) == 302


def test_signing_out_is_a_press_not_a_link(client: Client) -> None:
    client.force_login(account("donvi", Role.UNIT_OFFICER), backend=BACKEND)

    assert client.get(reverse("gate:sign_out")).status_code == 405
    client.post(reverse("gate:sign_out"))
    assert client.get("/don-vi/").status_code == 302


BACKEND = "bangvang.accounts.backend.AccountBackend"


def test_a_suspended_account_is_out_with_its_next_request(client: Client) -> None:
    clerk = account("donvi", Role.UNIT_OFFICER)
    client.force_login(clerk, backend=BACKEND)
    assert client.get("/don-vi/").status_code == 200

    clerk.is_active = False
    clerk.save()

    assert client.get("/don-vi/").status_code == 302


def test_a_role_that_ended_closes_its_door(client: Client) -> None:
    clerk = account("donvi", Role.UNIT_OFFICER)
    client.force_login(clerk, backend=BACKEND)

    end_roles(clerk, on=clock.today())

    assert client.get("/don-vi/").status_code == 403


def test_somebody_without_a_role_is_told_so(client: Client) -> None:
    account("donvi", password=PASSWORD)

    answer = client.post(
        reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD}, follow=True
    )

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == reverse("gate:no_role")


def test_somebody_who_serves_two_organisations_switches_between_them(client: Client) -> None:
    clerk = account("donvi", Role.UNIT_OFFICER, unit=organisation("Sở Một"))
    other = organisation("Văn phòng Hai")
    add_role(clerk, Role.INSPECTOR, unit=other, since=date(2020, 6, 1))
    client.force_login(clerk, backend=BACKEND)

    assert client.get("/thuong-truc/").status_code == 403
    answer = client.post(reverse("gate:switch"), {"organisation": other.ref})

    assert answer["Location"] == "/thuong-truc/"
    assert client.get("/thuong-truc/").status_code == 200
    client.post(reverse("gate:switch"), {"organisation": "khong-co"})
    assert client.get("/thuong-truc/").status_code == 200


def test_a_one_time_link_sets_a_password_that_follows_the_rules(client: Client) -> None:
    admin, clerk = administrator(), account("donvi", Role.UNIT_OFFICER)
    secret = issue_password_link(clerk.ref, actor=admin, at=AT)

    opened = client.get(reverse("gate:password_link", args=[clerk.ref, secret]))
    page = opened["Location"]
    short = client.post(page, {"password": "ngắn", "again": "ngắn"})
    different = client.post(page, {"password": PASSWORD, "again": PASSWORD + "x"})
    done = client.post(page, {"password": PASSWORD, "again": PASSWORD})

    assert secret not in page
    assert (short.status_code, different.status_code, done.status_code) == (422, 422, 302)
    assert try_to_sign_in(client) == 302
    assert client.get(reverse("gate:new_password")).status_code == 422


def test_a_wrong_link_is_refused_in_words(client: Client) -> None:
    answer = client.get(reverse("gate:password_link", args=["khongco", "khong-dung"]), follow=True)

    assert answer.status_code == 422
    assert "Liên kết đã dùng hoặc đã hết hạn" in answer.content.decode()


def test_pages_behind_the_gate_are_never_kept_by_a_browser(client: Client) -> None:
    client.force_login(account("donvi", Role.UNIT_OFFICER), backend=BACKEND)

    assert client.get("/don-vi/")["Cache-Control"] == "no-store"


def test_no_page_allows_inline_scripts_or_styles(client: Client, settings: Settings) -> None:
    policy = client.get(reverse("gate:sign_in"))["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_a_press_without_the_token_of_the_session_is_refused_in_words() -> None:
    account("donvi", Role.UNIT_OFFICER, password=PASSWORD)
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(reverse("gate:sign_in"), {"username": "donvi", "password": PASSWORD})

    assert answer.status_code == 403
    assert "Hãy tải lại trang" in answer.content.decode()
