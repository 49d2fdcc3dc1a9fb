"""Record the answer of an agency that came by a paper, with its scan."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.kept_reply import (
    ReplyCame,
    ReplySent,
    cleaned,
    keep_reply,
    refuse_reply,
)
from bangvang.appraisal.permissions import objection_to_taking_up
from bangvang.appraisal.permissions.agency_opinions import objection_to_paper
from bangvang.appraisal.selectors.agency_opinions import request_for
from bangvang.appraisal.states import ReplyWay
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@dataclass(frozen=True)
class PaperCame:
    """The paper: its number, its day, the day it came, its scan."""

    number: str
    issued_on: date | None
    came_on: date
    scan: bytes
    scan_name: str


@transaction.atomic
def record_agency_paper(
    ref: str, sent: ReplySent, paper: PaperCame, *, actor: Actor, at: datetime
) -> None:
    """Keep the answer as the paper gives it; the question is locked first.

    Raises:
        Unseen: no such question for this actor.
        Refused: not of the standing office, answered or withdrawn, not signed, a row without a
            whole answer, or a paper without number, day or scan, or of an impossible day.
    """
    request = request_for(actor, ref, lock=True)
    sent, number = cleaned(sent), tidy(paper.number)
    refuse_if(objection_to_taking_up(actor))
    rows = refuse_reply(request, sent, at=at)
    refuse_if(
        objection_to_paper(
            request,
            paper=(number, paper.issued_on, bool(paper.scan)),
            came_on=paper.came_on,
            on=localtime(at).date(),
        )
    )
    kept = keep(paper.scan, original_name=paper.scan_name, actor=actor, at=at, accept=SCANS)
    came = ReplyCame(ReplyWay.PAPER, paper.came_on, number, paper.issued_on, kept, actor)
    keep_reply(request, rows, sent, came, actor=actor, at=at)
