"""Ask several agencies at once about rows of a list, each with its own link and code."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import AgencyRequest, AskedRow, SilenceRule
from bangvang.appraisal.permissions.agency_opinions import (
    ASKED_ALREADY,
    objection_to_asking,
    objection_to_days,
)
from bangvang.appraisal.selectors.agency_links import (
    LinkMade,
    digest_of_agency_code,
    digest_of_link,
    new_code,
    new_secret,
)
from bangvang.appraisal.selectors.agency_opinions import (
    askable_in,
    next_request_number,
    was_asked_by,
)
from bangvang.appraisal.selectors.silence_rules import silence_rule_on
from bangvang.appraisal.states import RequestState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.ref import new_ref
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import award_name
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.selectors.batches import batch_for

AGENCIES_TURN = 4_170_076


@dataclass(frozen=True)
class Question:
    """What is asked of whom about which rows; `form` is the secret of the form it came by."""

    rows: Collection[str]
    agencies: Sequence[str]
    about: str
    due_on: date
    expires_on: date
    is_awaited: bool
    form: str


@transaction.atomic
def ask_agencies(batch_ref: str, asked: Question, *, actor: Actor, at: datetime) -> list[LinkMade]:
    """Keep one question an agency and return their links and codes, which are kept nowhere.

    The list is locked first, then its rows, as by whoever concludes on them. What is shown to the
    agency is frozen: name, position, unit and award of each row.

    Raises:
        Unseen: this actor has no such list.
        Refused: not of the standing office, no row or one that may not be asked about, no agency
            or one named twice, nothing asked, days out of order, or the form was pressed before.
    """
    wait_for_turn(AGENCIES_TURN)
    batch = batch_for(actor, batch_ref, lock=True)
    agencies, about = [one for name in asked.agencies if (one := tidy(name))], tidy(asked.about)
    found = Nomination.objects.select_for_update(of=("self",)).filter(ref__in=list(asked.rows))
    rows = sorted(found.order_by("pk"), key=lambda row: (row.source_row, row.pk))
    today, digest = localtime(at).date(), _form_digest(asked.form)
    askable = [row.ref for row in askable_in(actor, batch_ref)]
    refuse_if(
        objection_to_asking(
            actor, chosen=asked.rows, askable=askable, agencies=agencies, about=about
        )
        or objection_to_days(due_on=asked.due_on, expires_on=asked.expires_on, on=today)
        or (ASKED_ALREADY if was_asked_by(digest) else None)
    )
    rule, names = silence_rule_on(today), award_names(rows, today)
    made = []
    for agency in agencies:
        request, link = _request(batch, agency, about, asked, digest, rule, actor, at)
        AskedRow.objects.bulk_create(_asked(request, rows, names))
        made.append(link)
        record(
            actor=actor,
            at=at,
            verb="ask_agency",
            subject=("agency_request", request.ref),
            said=f"Hỏi ý kiến {agency} về {len(rows)} dòng của danh sách {batch.reference}, số "
            f"{request.number}, hạn {say_date(request.due_on)}, "
            f"{'chờ' if request.is_awaited else 'không chờ'} trả lời.",
            details={"rows": [row.ref for row in rows]},
        )
    return made


def award_names(rows: Sequence[Nomination], on: date) -> dict[str, str]:
    """Return what the awards of these rows are called on a day, by code."""
    return {code: award_name(code, on) for code in {row.award_code for row in rows}}


def _request(
    batch: Batch, agency: str, about: str, asked: Question, digest: str,
    rule: SilenceRule | None, actor: Actor, at: datetime,
) -> tuple[AgencyRequest, LinkMade]:  # fmt: skip
    today, ref, secret, code = localtime(at).date(), new_ref(), new_secret(), new_code()
    request = AgencyRequest.objects.create(
        ref=ref,
        batch=batch,
        year=today.year,
        number_in_year=next_request_number(today.year),
        agency=agency,
        about=about,
        state=RequestState.ASKED,
        asked_on=today,
        due_on=asked.due_on,
        is_awaited=asked.is_awaited,
        silence=rule,
        form_digest=digest,
        link_digest=digest_of_link(ref, secret),
        code_digest=digest_of_agency_code(ref, secret, code),
        expires_on=asked.expires_on,
        asked_for=actor.organisation_name,
        asked_by_ref=actor.account_ref,
        asked_by_name=actor.name,
        asked_at=at,
    )
    return request, LinkMade(ref, request.number, agency, secret, code, asked.expires_on)


def _asked(
    request: AgencyRequest, rows: Sequence[Nomination], names: dict[str, str]
) -> list[AskedRow]:
    return [
        AskedRow(
            request=request,
            nomination=row,
            order=order,
            name=row.name,
            position=row.position,
            unit_name=row.unit_name,
            award_name=names[row.award_code],
        )
        for order, row in enumerate(rows, start=1)
    ]


def _form_digest(form: str) -> str:
    return hashlib.sha256(f"bangvang-agency-form\0{form}".encode()).hexdigest()
