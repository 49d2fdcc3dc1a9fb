"""Take in the answer of an agency that came by its link, once."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.kept_reply import (
    ReplyCame,
    ReplySent,
    cleaned,
    keep_reply,
    refuse_reply,
)
from bangvang.appraisal.actions.open_agency_link import by_link
from bangvang.appraisal.models import AgencyRequest
from bangvang.appraisal.selectors.agency_links import request_opened
from bangvang.appraisal.states import ReplyWay


@transaction.atomic
def reply_by_link(ref: str, secret: str, opened: str, sent: ReplySent, *, at: datetime) -> None:
    """Keep the answer; the question is locked first, so that the second of two is told.

    Raises:
        Unseen: the link does not serve, or was not opened by its code.
        Refused: answered already, not signed, or a row without a whole answer.
    """
    locked = AgencyRequest.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    on = localtime(at).date()
    request, sent = request_opened(locked, secret, opened, on), cleaned(sent)
    rows = refuse_reply(request, sent, at=at)
    actor = by_link(request, sent.signer_name, sent.signer_position)
    keep_reply(request, rows, sent, ReplyCame(ReplyWay.LINK, on), actor=actor, at=at)
