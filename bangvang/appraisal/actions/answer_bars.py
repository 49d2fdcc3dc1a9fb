"""Record who answers for deciding, or submitting, a row that an open bar stops."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import BarAnswer
from bangvang.appraisal.permissions import objection_to_answering_bars
from bangvang.appraisal.selectors.barred import unanswered_bars
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for


@dataclass(frozen=True)
class AnswerSaid:
    """Who decided that the row goes on, by which paper if any, and why."""

    authority: str
    paper: str
    reason: str


@transaction.atomic
def answer_bars(ref: str, said: AnswerSaid, *, version: int, actor: Actor, at: datetime) -> None:
    """Keep the answer to all bars that stop the row now; a later bar asks for another one.

    The audit entry names neither the holder nor the matter: administrators read it too.

    Raises:
        Unseen: this actor has no such row.
        Refused: not the head of the office, not between ballot and decision, no bar that waits for
            an answer, nobody named, no reason, or changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    bars = unanswered_bars([ref], on=localtime(at).date()).get(ref, frozenset())
    authority, reason = tidy(said.authority), said.reason.strip()
    refuse_if(
        objection_to_answering_bars(
            actor, nomination, waits=bool(bars), authority=authority, reason=reason
        )
        or objection_to_version(nomination.version, version)
    )
    answer = BarAnswer.objects.create(
        nomination=nomination,
        bars=sorted(bars),
        authority=authority,
        paper=tidy(said.paper),
        reason=reason,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="answer_bars",
        subject=("bar_answer", answer.ref),
        said="Ghi ý kiến của người có thẩm quyền về một dòng, trước khi lập hoặc trình ký văn bản.",
    )
