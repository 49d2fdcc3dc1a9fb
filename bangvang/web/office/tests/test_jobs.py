"""Background jobs for the administrator: what is shown, running again, discarding."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.jobs.actions.discard_job import discard_job
from bangvang.foundation.jobs.actions.retry_job import retry_job
from bangvang.foundation.jobs.selectors import counts_for, jobs_for
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import job
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
ADMIN = actor(Role.ADMINISTRATOR)


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(account("quantri", Role.ADMINISTRATOR), backend=BACKEND)
    return client


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode().replace("\u00a0", " ")


def page(client: Client, query: str = "") -> str:
    return text(client, reverse("office:jobs") + query)


def test_where_nothing_was_asked_for_the_page_says_what_will_stand_there(admin: Client) -> None:
    assert "Chưa có việc chạy nền nào" in page(admin)


def test_each_job_says_how_it_stands(admin: Client) -> None:
    failed = job(State.FAILED, attempts=3, error="Lỗi ngoài dự kiến (KeyError).", error_at=AT)
    job(State.RUNNING, attempts=1, done=500, of=1000, started_at=AT)
    job(State.WAITING)
    job(State.WAITING, attempts=1, error="Lỗi.", error_at=AT, run_after=AT + timedelta(minutes=1))

    said = page(admin)

    assert "Tính thay đổi quy định trên sổ và hồ sơ" in said
    assert "Lù Văn Suối yêu cầu" in said
    assert "Lỗi ngoài dự kiến (KeyError)." in said
    assert "50% (500 trong 1000)" in said
    assert "Chờ thử lại" in said
    assert "thử lại từ 09:01 ngày 14/09/2026" in said
    assert said.index("Không xong</span>") < said.index("Đang chạy</span>")
    assert reverse("office:job", args=[failed.ref]) in said


def test_groups_hold_their_states_and_say_how_many(admin: Client) -> None:
    failed, done = job(State.FAILED), job(State.DONE)

    said = page(admin, "?nhom=khong-xong")

    assert "Không xong (1)" in said
    assert "Đang chạy và chờ (0)" in said
    assert reverse("office:job", args=[failed.ref]) in said
    assert reverse("office:job", args=[done.ref]) not in said
    assert "Không có việc nào trong nhóm này" in page(admin, "?nhom=da-bo")
    assert reverse("office:job", args=[done.ref]) in page(admin, "?nhom=khong-co")


def test_the_list_is_read_a_page_at_a_time(admin: Client) -> None:
    for _ in range(31):
        job(State.DONE)

    assert "Việc 1 đến 30 trong 31" in page(admin)
    assert "Việc 31 đến 31 trong 31" in page(admin, "?trang=9")


def test_a_failed_job_runs_again_with_all_its_attempts(admin: Client) -> None:
    failed = job(State.FAILED, attempts=3, error="Lỗi.", error_at=AT)
    address = reverse("office:job", args=[failed.ref])
    assert "Cho chạy lại" in text(admin, address)

    answer = admin.post(reverse("office:retry_job", args=[failed.ref]))

    assert answer["Location"] == address
    failed.refresh_from_db()
    assert (failed.state, failed.attempts) == (State.WAITING, 0)
    assert [line.verb for line in entries_about(("job", failed.ref))] == ["retry_job"]
    assert "Cho chạy lại việc nền" in text(admin, address)


def test_discarding_asks_first_and_leaves_the_row(admin: Client) -> None:
    failed = job(State.FAILED)
    address = reverse("office:discard_job", args=[failed.ref])

    asked = text(admin, address)
    answer = admin.post(address)

    assert "Bỏ việc này?" in asked
    assert answer.status_code == 302
    failed.refresh_from_db()
    assert failed.state == State.DISCARDED
    assert [line.verb for line in entries_about(("job", failed.ref))] == ["discard_job"]
    assert "Hiện không có việc nào cho bạn ở đây" in text(
        admin, reverse("office:job", args=[failed.ref])
    )


@pytest.mark.parametrize("state", [State.WAITING, State.RUNNING, State.DONE, State.DISCARDED])
def test_only_what_failed_runs_again(admin: Client, state: State) -> None:
    answer = admin.post(reverse("office:retry_job", args=[job(state).ref]))

    assert answer.status_code == 422
    assert "Chỉ cho chạy lại việc không xong" in answer.content.decode()


@pytest.mark.parametrize("state", [State.RUNNING, State.DONE, State.DISCARDED])
def test_what_runs_or_ended_is_not_discarded(admin: Client, state: State) -> None:
    address = reverse("office:discard_job", args=[job(state).ref])

    assert admin.get(address).status_code == 422
    assert admin.post(address).status_code == 422


def test_what_was_asked_for_again_meanwhile_does_not_run_twice(admin: Client) -> None:
    failed = job(State.FAILED, key="a")
    job(State.DONE, key="a")

    assert "Chưa cho chạy lại được" in text(admin, reverse("office:job", args=[failed.ref]))
    with pytest.raises(Refused) as refusal:
        retry_job(failed.ref, actor=ADMIN, at=AT)
    assert refusal.value.objection.code == "ASKED_AGAIN"


def test_of_two_administrators_the_second_is_told() -> None:
    failed = job(State.FAILED)
    retry_job(failed.ref, actor=ADMIN, at=AT)

    with pytest.raises(Refused) as refusal:
        retry_job(failed.ref, actor=ADMIN, at=AT)
    assert refusal.value.objection.code == "NOT_FAILED"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_sees_jobs(role: Role) -> None:
    failed = job(State.FAILED)
    for call in (
        lambda: retry_job(failed.ref, actor=actor(role), at=AT),
        lambda: discard_job(failed.ref, actor=actor(role), at=AT),
        lambda: jobs_for(actor(role), states=(), first=0, count=9),
        lambda: counts_for(actor(role)),
    ):
        with pytest.raises(Unseen):
            call()


def test_an_unknown_job_is_not_found(admin: Client) -> None:
    text(admin, reverse("office:job", args=["khongcothat"]), 404)


def test_in_a_demonstration_the_page_says_whose_clock_it_is(admin: Client, settings: Any) -> None:
    settings.BANGVANG_DAY = AT.date()
    client = Client()
    client.force_login(account("quantri2", Role.ADMINISTRATOR), backend=BACKEND)

    assert "theo đồng hồ của máy chủ" in page(client)
