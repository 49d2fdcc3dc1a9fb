"""Mails: as wished, true when they go, once, and what happens when the server is away."""

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any, ClassVar

import pytest
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend
from pytest_django import Settings

from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.attempt import attempt
from bangvang.foundation.jobs.claim import claim_next
from bangvang.foundation.jobs.kinds import LONGEST_PAUSE, pause_after
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State as JobState
from bangvang.foundation.tests.factories import AT
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import Move, State
from bangvang.notifications.actions.mark import mark_read
from bangvang.notifications.models import Mail
from bangvang.notifications.states import MailState, MailWay
from bangvang.notifications.tests.scene import (
    LATER,
    Scene,
    acting,
    looked,
    moved,
    told,
    with_mail,
)

pytestmark = pytest.mark.django_db


class Server(EmailBackend):
    """A mail server that does as it is told."""

    away: ClassVar[bool] = False
    answer: ClassVar[Exception | None] = None

    def open(self) -> bool:
        if Server.away:
            raise ConnectionRefusedError("nobody there")
        return False

    def send_messages(self, messages: Any) -> int:
        if Server.answer is not None:
            raise Server.answer
        return super().send_messages(messages)


@pytest.fixture
def scene(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Scene:
    settings.EMAIL_BACKEND = "bangvang.notifications.tests.test_mails.Server"
    monkeypatch.setattr(Server, "away", False)
    monkeypatch.setattr(Server, "answer", None)
    return Scene()


@pytest.fixture
def later(settings: Settings) -> Callable[[], None]:
    """Return a worker that does jobs when asked, not inside the asking."""
    settings.BANGVANG_JOBS_AT_ONCE = False
    return _work_once


def _work_once() -> None:
    """Do the next job as a worker would, without the thread that shows signs of life."""
    job = claim_next(recorded_now())
    if job is not None:
        attempt(job, at=LATER)


def returned(scene: Scene) -> None:
    _, rows = scene.handed_in(State.CHECKED, State.CHECKED)
    for row in rows:
        moved(row, Move.RETURN, reason="Đang bị điều tra.")
    looked()


def tried_again(worker: Callable[[], None]) -> None:
    Job.objects.update(run_after=recorded_now() - timedelta(seconds=1))
    worker()


def states() -> list[str]:
    return [mail.state for mail in Mail.objects.order_by("pk")]


def test_a_mail_goes_after_a_quiet_while_and_says_what_holds_then(scene: Scene) -> None:
    with_mail(scene.head)
    returned(scene)
    assert outbox.outbox == []
    moved(Nomination.objects.order_by("pk")[0], Move.RESUBMIT, by=acting(scene.officer))
    looked(LATER)
    looked(LATER)

    (sent,) = outbox.outbox
    assert sent.to == ["thutruong@vidu.example"]
    assert sent.subject == "[Bảng Vàng] Hồ sơ được trả lại để bổ sung"
    assert "1 hồ sơ «Đã nộp, chờ tiếp nhận», 1 hồ sơ «Trả lại để bổ sung»" in sent.body
    assert "https://bangvang.example" in sent.body
    assert [word for word in ("Sương", "điều tra") if word in sent.body] == []
    assert states() == [MailState.SENT]


def test_a_digest_is_one_a_day_and_leaves_out_what_was_read(scene: Scene) -> None:
    with_mail(scene.head, MailWay.DIGEST)
    with_mail(scene.officer, MailWay.NONE)
    with_mail(scene.stranger)
    returned(scene)
    _, (row,) = scene.handed_in(State.READY, number=8)
    moved(row, Move.PUT_ON_AGENDA)
    looked(LATER)

    looked(AT + timedelta(days=1))

    assert [sent.to for sent in outbox.outbox] == [["thutruong@vidu.example"]] * 2
    read = told(scene.head)
    for one in read:
        mark_read(one.ref, actor=acting(scene.head), at=AT)
    moved(row, Move.VOTE_FOR)
    looked(AT + timedelta(days=1))
    assert len(outbox.outbox) == 2
    looked(AT + timedelta(days=2))
    assert outbox.outbox[-1].subject == "[Bảng Vàng] Hội đồng đã bỏ phiếu"
    assert "vào chương trình" not in outbox.outbox[-1].body


def test_a_server_that_is_away_is_waited_for_and_then_sent_once(
    scene: Scene, later: Callable[[], None]
) -> None:
    with_mail(scene.head)
    returned(scene)
    looked(LATER)
    Server.away = True
    later()
    tried_again(later)
    assert (outbox.outbox, states()) == ([], [MailState.WAITING])

    Server.away = False
    tried_again(later)
    tried_again(later)
    looked(LATER + timedelta(days=1))
    assert (len(outbox.outbox), states()) == (1, [MailState.SENT])


def test_a_worker_killed_while_handing_over_never_sends_twice(
    scene: Scene, later: Callable[[], None]
) -> None:
    with_mail(scene.head)
    returned(scene)
    looked(LATER)
    Server.answer = KeyboardInterrupt()  # type: ignore[assignment]  # as good as a kill
    with pytest.raises(KeyboardInterrupt):
        later()
    Server.answer = None
    Job.objects.update(lease_until=recorded_now() - timedelta(seconds=1))
    assert claim_next(recorded_now()) is not None
    Job.objects.update(lease_until=recorded_now() - timedelta(seconds=1))
    later()

    assert (outbox.outbox, states()) == ([], [MailState.UNSURE])
    assert Job.objects.get().state == JobState.FAILED
    assert "không gửi lại" in Job.objects.get().error
    assert len(told(scene.head)) == 1


@pytest.mark.parametrize(
    ("answer", "state", "job"),
    [
        (SMTPDataError(451, b"later"), MailState.WAITING, JobState.WAITING),
        (SMTPDataError(554, b"no"), MailState.REFUSED, JobState.FAILED),
        (SMTPRecipientsRefused({"a": (550, b"no")}), MailState.REFUSED, JobState.FAILED),
        (SMTPRecipientsRefused({}), MailState.UNSURE, JobState.FAILED),
        (SMTPServerDisconnected("gone"), MailState.UNSURE, JobState.FAILED),
    ],
)
def test_what_the_server_answers_decides(
    scene: Scene, later: Callable[[], None], answer: Exception, state: MailState, job: JobState
) -> None:
    with_mail(scene.head)
    returned(scene)
    looked(LATER)
    Server.answer = answer
    later()

    assert (states(), Job.objects.get().state) == ([state], job)
    assert "thutruong" not in Job.objects.get().error


def test_nothing_is_sent_where_the_address_went_or_mail_is_off(
    scene: Scene, later: Callable[[], None], settings: Settings
) -> None:
    with_mail(scene.head)
    returned(scene)
    settings.BANGVANG_MAILS = False
    looked(LATER)
    assert states() == []
    settings.BANGVANG_MAILS = True
    looked(LATER)
    scene.head.mail_address = ""
    scene.head.save()
    later()

    assert (outbox.outbox, states()) == ([], [MailState.DROPPED])
    assert Job.objects.get().state == JobState.DONE


def test_pauses_never_grow_beyond_an_hour() -> None:
    assert pause_after(80) == LONGEST_PAUSE
