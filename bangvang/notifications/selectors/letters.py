"""What a mail says, put together when it is handed over: how things stand then."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.timezone import localtime

from bangvang.accounts.selectors import actors_of
from bangvang.foundation.vietnamese import say_date
from bangvang.notifications.models import Mail
from bangvang.notifications.selectors.told import Told, told_of

GREETING = "Kính gửi {name},"
FOOT = (
    "Thư tự động, ghi tình trạng lúc {clock} ngày {day}. Muốn đổi cách nhận thư, hãy vào trang "
    "Thông báo của hệ thống. Xin không trả lời thư này."
)


def letter_of(ref: str, *, at: datetime) -> EmailMessage | None:
    """Return the letter; None if nothing is left to tell, or there is nobody to send it to.

    What was read meanwhile is left out, and so is what the person may no longer see. Of rows only
    numbers and states are said, no names.
    """
    mail = Mail.objects.select_related("account").get(ref=ref)
    told = _told(mail, at)
    if not told or not mail.account.mail_address:
        return None
    now = localtime(at)
    subject = told[0].title if len(told) == 1 else f"{len(told)} thông báo, {say_date(now.date())}"
    parts = [
        GREETING.format(name=mail.account.full_name),
        *(_paragraph(one) for one in told),
        _where(),
        FOOT.format(clock=f"{now:%H:%M}", day=say_date(now.date())),
    ]
    sender = settings.DEFAULT_FROM_EMAIL
    return EmailMessage(
        subject=f"[Bảng Vàng] {subject}",
        body="\n\n".join(parts) + "\n",
        from_email=sender,
        to=[mail.account.mail_address],
        headers={
            "Message-ID": f"<{mail.ref}@{sender.rpartition('@')[2].strip('> ')}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _told(mail: Mail, at: datetime) -> list[Told]:
    """Return what the mail tells, in each capacity that the person still has."""
    actors = {
        one.organisation_ref: one
        for one in actors_of(mail.account, on=localtime(at).date())
    }  # fmt: skip
    found = mail.notifications.filter(read_at=None).select_related("organisation", "announcement")
    told: list[Told] = []
    for one in found.order_by("made_at", "pk"):
        actor = actors.get(one.organisation.ref)
        if actor is not None:
            told += [said for said in told_of([one], actor) if not said.is_gone]
    return told


def _paragraph(one: Told) -> str:
    return "\n".join(filter(None, (one.title.upper(), one.sentence, one.now)))


def _where() -> str:
    at = f" tại {settings.BANGVANG_ADDRESS}" if settings.BANGVANG_ADDRESS else ""
    return f"Xem và xử lý: đăng nhập hệ thống Bảng Vàng{at}, mở mục Thông báo."
