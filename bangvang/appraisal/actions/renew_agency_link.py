"""Make link and code of a question anew; the ones before serve no more."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions.agency_opinions import (
    objection_to_expiry,
    objection_to_renewing,
)
from bangvang.appraisal.selectors.agency_links import (
    LinkMade,
    digest_of_agency_code,
    digest_of_link,
    new_code,
    new_secret,
)
from bangvang.appraisal.selectors.agency_opinions import request_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date


@transaction.atomic
def renew_agency_link(ref: str, expires_on: date, *, actor: Actor, at: datetime) -> LinkMade:
    """Return a new link with a new code, which serve until the end of a day and are kept nowhere.

    Raises:
        Unseen: no such question for this actor.
        Refused: not of the standing office, answered or withdrawn, or a day out of order.
    """
    request = request_for(actor, ref, lock=True)
    on = localtime(at).date()
    refuse_if(
        objection_to_renewing(actor, request)
        or objection_to_expiry(due_on=request.due_on, expires_on=expires_on, on=on)
    )
    secret, code = new_secret(), new_code()
    request.link_digest = digest_of_link(ref, secret)
    request.code_digest = digest_of_agency_code(ref, secret, code)
    request.expires_on, request.wrong_codes = expires_on, 0
    request.save(update_fields=["link_digest", "code_digest", "expires_on", "wrong_codes"])
    record(
        actor=actor,
        at=at,
        verb="renew_agency_link",
        subject=("agency_request", ref),
        said=f"Cấp lại liên kết và mã của yêu cầu số {request.number}, dùng đến hết ngày "
        f"{say_date(expires_on)}.",
    )
    return LinkMade(ref, request.number, request.agency, secret, code, expires_on)
