"""Keeping the one answer of an agency, however it came."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from bangvang.appraisal.models import AgencyReply, AgencyRequest, AskedRow, RowReply
from bangvang.appraisal.permissions.agency_opinions import (
    Said,
    objection_to_open,
    objection_to_reply,
)
from bangvang.appraisal.states import REQUEST_LIFE, ReplyWay, RequestMove, RequestState, Stance
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@dataclass(frozen=True)
class ReplySent:
    """What an agency says of each row, by its place, and who signs it."""

    rows: Mapping[int, Said]
    signer_name: str
    signer_position: str


@dataclass(frozen=True)
class ReplyCame:
    """How and when an answer came; a paper has its number, day, scan and who recorded it."""

    way: ReplyWay
    on: date
    paper_no: str = ""
    paper_on: date | None = None
    scan: StoredFile | None = None
    recorder: Actor | None = None


def cleaned(sent: ReplySent) -> ReplySent:
    """Return the answer without what stands around its words."""
    rows = {
        order: Said(said.stance, said.words.strip(), tidy(said.source_no), said.source_on)
        for order, said in sent.rows.items()
    }
    return ReplySent(rows, tidy(sent.signer_name), tidy(sent.signer_position))


def refuse_reply(request: AgencyRequest, sent: ReplySent, *, at: datetime) -> list[AskedRow]:
    """Return the rows of a locked question if it may be answered so.

    Raises:
        Refused: answered or withdrawn, not signed, or a row without a whole answer.
    """
    rows = list(AskedRow.objects.filter(request=request).order_by("order"))
    refuse_if(
        objection_to_open(request)
        or objection_to_reply(
            (sent.signer_name, sent.signer_position),
            [row.order for row in rows],
            sent.rows,
            localtime(at).date(),
        )
    )
    return rows


def keep_reply(
    request: AgencyRequest, rows: list[AskedRow], sent: ReplySent, came: ReplyCame, *,
    actor: Actor, at: datetime,
) -> AgencyReply:  # fmt: skip
    """Keep an answer under the lock of its question; what is refused never comes here."""
    reply = AgencyReply.objects.create(
        request=request,
        way=came.way,
        signer_name=sent.signer_name,
        signer_position=sent.signer_position,
        came_on=came.on,
        received_at=at,
        paper_no=came.paper_no,
        paper_on=came.paper_on,
        scan=came.scan,
        recorded_by_ref=came.recorder.account_ref if came.recorder else "",
        recorded_by_name=came.recorder.name if came.recorder else "",
        fingerprint=_fingerprint(request, sent),
    )
    RowReply.objects.bulk_create(
        RowReply(reply=reply, row=row, **asdict(sent.rows[row.order])) for row in rows
    )
    request.state = REQUEST_LIFE.target(RequestMove.ANSWER, RequestState(request.state))
    request.save(update_fields=["state"])
    paper = f" số {came.paper_no}" if came.paper_no else ""
    record(
        actor=actor,
        at=at,
        verb="answer_agency_request",
        subject=("agency_request", request.ref),
        said=f"{request.agency} trả lời yêu cầu số {request.number} "
        f"{ReplyWay(came.way).label}{paper}: {_counted(sent)}.",
        details={"fingerprint": reply.fingerprint},
    )
    return reply


def _counted(sent: ReplySent) -> str:
    counts = [
        (sum(said.stance == stance for said in sent.rows.values()), stance) for stance in Stance
    ]
    return ", ".join(f"{count} {stance.label.lower()}" for count, stance in counts if count)


def _fingerprint(request: AgencyRequest, sent: ReplySent) -> str:
    said = json.dumps(
        {"request": request.ref, "sent": asdict(sent)},
        ensure_ascii=False,
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(said.encode()).hexdigest()
