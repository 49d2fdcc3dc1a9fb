"""What the worker does about mails."""

from bangvang.foundation.jobs.kinds import job
from bangvang.foundation.jobs.work import Work
from bangvang.notifications.actions.send_mail import send_mail
from bangvang.notifications.states import SEND_MAIL

ATTEMPTS = 80
"""With an hour between the later ones: a mail server may be away for three days."""


@job(SEND_MAIL, says="Gửi thư thông báo", attempts=ATTEMPTS)
def send(work: Work) -> None:
    """Hand one mail over; begun again it is not sent a second time."""
    send_mail(str(work.arguments["mail"]), at=work.at, last_step=work.last_step)
