"""Open a question by its link and its code; a wrong code is counted."""

from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localtime

from bangvang.appraisal.models import AgencyRequest
from bangvang.appraisal.permissions.agency_opinions import MOST_WRONG_CODES
from bangvang.appraisal.selectors.agency_links import digest_of_agency_code, serves
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record


@transaction.atomic
def open_agency_link(ref: str, secret: str, code: str, *, at: datetime) -> str:
    """Return what opens the question from now on, empty if anything is wrong.

    Nothing is raised, so that a wrong code stays counted; whoever asks is told one thing whatever
    was wrong.
    """
    request = AgencyRequest.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    if request is None or not serves(request, secret, localtime(at).date()):
        return ""
    opened = digest_of_agency_code(ref, secret, code)
    if constant_time_compare(request.code_digest, opened):
        return opened
    request.wrong_codes += 1
    request.save(update_fields=["wrong_codes"])
    closed = "; liên kết đã khóa" if request.wrong_codes >= MOST_WRONG_CODES else ""
    record(
        actor=by_link(request),
        at=at,
        verb="enter_wrong_agency_code",
        subject=("agency_request", ref),
        said=f"Yêu cầu số {request.number}: nhập sai mã lần {request.wrong_codes}{closed}.",
    )
    return ""


def by_link(request: AgencyRequest, name: str = "", position: str = "") -> Actor:
    """Return whoever holds a link as an actor: somebody of the agency, in no role."""
    return Actor("", name or "Người dùng liên kết", position, "", request.agency)
