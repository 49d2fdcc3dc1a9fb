"""What an agency without an account sees by a link and a code: its own question, nothing else.

Only keyed digests of both are kept. Whatever is wrong (link, code, day, too many tries, taken
back), the answer is the same: nothing.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from bangvang.appraisal.models import AgencyRequest, AskedRow
from bangvang.appraisal.permissions.agency_opinions import MOST_WRONG_CODES
from bangvang.appraisal.selectors.silence_rules import silence_said
from bangvang.appraisal.states import RequestState, Stance
from bangvang.foundation.objection import Unseen

CODE_DIGITS = 8


@dataclass(frozen=True)
class LinkMade:
    """The secret of a link and the code that opens it, which go two ways; shown once."""

    ref: str
    number: str
    agency: str
    secret: str
    code: str
    expires_on: date


@dataclass(frozen=True)
class RowAsked:
    """One row as the agency sees it, with its answer when there is one."""

    order: int
    name: str
    position: str
    unit_name: str
    award_name: str
    stance_name: str = ""
    words: str = ""
    source_no: str = ""
    source_on: date | None = None


@dataclass(frozen=True)
class ReceiptSeen:
    """That the answer came: when, signed by whom, with the fingerprint of its content."""

    received_at: datetime
    signer_name: str
    signer_position: str
    paper_no: str
    paper_on: date | None
    fingerprint: str


@dataclass(frozen=True)
class AskedSeen:
    """One question as the agency sees it; an answered one shows its receipt."""

    number: str
    agency: str
    asked_for: str
    about: str
    asked_on: date
    due_on: date
    expires_on: date
    silence: str
    rows: tuple[RowAsked, ...]
    receipt: ReceiptSeen | None


def new_secret() -> str:
    """Return the secret of a link, about 256 bits."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Return a code that can be told by telephone."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def digest_of_link(ref: str, secret: str) -> str:
    """Return what is kept of a link."""
    return _digest("bangvang-agency-link", f"{ref}\0{secret}")


def digest_of_agency_code(ref: str, secret: str, code: str) -> str:
    """Return what is kept of a code; spaces and points between its digits do not matter."""
    return _digest("bangvang-agency-code", f"{ref}\0{secret}\0{re.sub(r'[^0-9]', '', code)}")


def serves(request: AgencyRequest | None, secret: str, on: date) -> bool:
    """Tell whether the link opens this question on a day, whatever the code."""
    return (
        request is not None
        and request.state != RequestState.WITHDRAWN
        and on <= request.expires_on
        and request.wrong_codes < MOST_WRONG_CODES
        and constant_time_compare(request.link_digest, digest_of_link(request.ref, secret))
    )


def asked_by_link(ref: str, secret: str, opened: str, *, on: date) -> AskedSeen:
    """Return the question that was opened by link and code; `opened` is what the code gave.

    Raises:
        Unseen: the link does not serve, or was not opened by its code.
    """
    request = request_opened(AgencyRequest.objects.filter(ref=ref).first(), secret, opened, on)
    reply = getattr(request, "reply", None)
    found = AskedRow.objects.filter(request=request).select_related("reply").order_by("order")
    return AskedSeen(
        number=request.number,
        agency=request.agency,
        asked_for=request.asked_for,
        about=request.about,
        asked_on=request.asked_on,
        due_on=request.due_on,
        expires_on=request.expires_on,
        silence=silence_said(request.silence),
        rows=tuple(_row(row) for row in found),
        receipt=None
        if reply is None
        else ReceiptSeen(
            reply.received_at,
            reply.signer_name,
            reply.signer_position,
            reply.paper_no,
            reply.paper_on,
            reply.fingerprint,
        ),
    )


def request_opened(
    request: AgencyRequest | None, secret: str, opened: str, on: date
) -> AgencyRequest:
    """Return the question if its link serves and was opened by its code.

    Raises:
        Unseen: otherwise.
    """
    if (
        request is None
        or not serves(request, secret, on)
        or not constant_time_compare(request.code_digest, opened)
    ):
        raise Unseen
    return request


def _row(row: AskedRow) -> RowAsked:
    said = getattr(row, "reply", None)
    more = (
        (str(Stance(said.stance).label), said.words, said.source_no, said.source_on) if said else ()
    )
    return RowAsked(row.order, row.name, row.position, row.unit_name, row.award_name, *more)


def _digest(salt: str, said: str) -> str:
    made = salted_hmac(salt, said, secret=settings.IDENTITY_KEY, algorithm="sha256")
    return made.hexdigest()
