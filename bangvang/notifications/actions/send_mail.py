"""Hand one mail over to the mail server, never twice.

Before it is handed over the mail is marked, and the mark is committed. Whoever finds the mark, an
attempt after a killed one, does not know whether the server took the mail, and does not send
again: the mail is left in doubt, the notice stands in the application in any case. So each mail is
handed over at most once; it is handed over exactly once unless the worker or the line broke down
in the moment between handing over and hearing the server's answer.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from bangvang.foundation.jobs.work import GivenUp
from bangvang.notifications.models import Mail
from bangvang.notifications.selectors.letters import letter_of
from bangvang.notifications.states import MAIL_LIFE, MailMove, MailState

IN_DOUBT = (
    "Việc gửi bị ngắt giữa chừng, không rõ máy chủ thư đã nhận hay chưa; không gửi lại để khỏi "
    "trùng. Thông báo vẫn có trong hệ thống."
)
REFUSED = "Máy chủ thư từ chối thư này (mã {}); hãy xem lại địa chỉ thư của tài khoản."
PERMANENT = 500
TROUBLE = OSError
"""What the line and `smtplib` raise; everything of `smtplib` is an `OSError`."""


def send_mail(
    ref: str, *, at: datetime, last_step: Callable[[], AbstractContextManager[None]]
) -> None:
    """Hand the mail over, or drop it where there is nothing left to tell or no address.

    Raises:
        GivenUp: the server refused it for good, or nobody knows whether it arrived.
        OSError: the server cannot be reached, or asks to try later; nothing was sent.
    """
    letter = _to_send(ref, at)
    if letter is None:
        with last_step():
            pass
        return
    line = _open_line()
    _move(ref, MailMove.BEGIN)
    letter.connection = line
    try:
        letter.send()
    except TROUBLE as trouble:
        _answer(ref, trouble)
    with suppress(TROUBLE):
        line.close()
    with last_step():
        _move(ref, MailMove.END)
        Mail.objects.filter(ref=ref).update(sent_at=at)


def _to_send(ref: str, at: datetime) -> EmailMessage | None:
    """Return the letter as it reads now; None if there is none to send.

    Raises:
        GivenUp: an attempt was cut off, so nobody knows whether the mail arrived.
    """
    state = Mail.objects.values_list("state", flat=True).get(ref=ref)
    if state == MailState.SENDING:
        _move(ref, MailMove.DOUBT)
        raise GivenUp(IN_DOUBT)
    if state != MailState.WAITING:
        return None
    letter = letter_of(ref, at=at)
    if letter is None:
        _move(ref, MailMove.DROP)
        return None
    return letter


def _open_line() -> BaseEmailBackend:
    """Return a line to the server; trouble before this point has sent nothing."""
    line: BaseEmailBackend = get_connection()
    line.open()
    return line


def _answer(ref: str, trouble: OSError) -> None:
    """Settle a mail that the server did not take."""
    code = _code_of(trouble)
    if code is None:
        _move(ref, MailMove.DOUBT)
        raise GivenUp(IN_DOUBT) from trouble
    if code >= PERMANENT:
        _move(ref, MailMove.REFUSE)
        raise GivenUp(REFUSED.format(code)) from trouble
    _move(ref, MailMove.PUT_BACK)
    raise trouble


def _code_of(trouble: OSError) -> int | None:
    """Return with which code the server refused; None if it did not answer."""
    if isinstance(trouble, SMTPRecipientsRefused):
        codes = [code for code, _ in trouble.recipients.values()]
        return codes[0] if codes else None
    return trouble.smtp_code if isinstance(trouble, SMTPResponseException) else None


@transaction.atomic
def _move(ref: str, what: MailMove) -> None:
    """Move the mail, if it still is where the move starts."""
    mail = Mail.objects.select_for_update().get(ref=ref)
    mail.state = MAIL_LIFE.target(what, MailState(mail.state))
    mail.save(update_fields=["state"])
