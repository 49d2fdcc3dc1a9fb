"""Open a round for one achievement year."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import Round
from bangvang.nominations.permissions import objection_to_opening_round

TITLE_TAKEN = Objection("TITLE_TAKEN", "Đã có đợt xét mang tên này.")
DAYS_OUT_OF_ORDER = Objection(
    "DAYS_OUT_OF_ORDER", "Ngày mở, hạn nhận danh sách và hạn bỏ phiếu phải theo thứ tự."
)


@transaction.atomic
def open_round(
    title: str,
    *,
    achievement_year: int,
    opens_on: date,
    submit_by: date,
    ballot_by: date,
    actor: Actor,
    at: datetime,
) -> str:
    """Open a round and return its reference.

    Raises:
        Refused: not the head of the standing office, the title is taken, or days out of order.
    """
    refuse_if(objection_to_opening_round(actor))
    refuse_if(TITLE_TAKEN if Round.objects.filter(title=title).exists() else None)
    refuse_if(None if opens_on <= submit_by <= ballot_by else DAYS_OUT_OF_ORDER)
    opened = Round.objects.create(
        title=title,
        achievement_year=achievement_year,
        opens_on=opens_on,
        submit_by=submit_by,
        ballot_by=ballot_by,
    )
    record(
        actor=actor,
        at=at,
        verb="open_round",
        subject=("round", opened.ref),
        said=f"Mở {title}, nhận danh sách đến hết ngày {say_date(submit_by)}.",
    )
    return opened.ref
