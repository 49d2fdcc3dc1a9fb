"""Record what a higher authority decided on a submission, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.decisions.models import Answer, AnswerLine, Decision, Line
from bangvang.decisions.permissions import (
    NO_NUMBER,
    LineAnswer,
    objection_to_answering,
    objection_to_day,
    objection_to_list,
    objection_to_outcomes,
    objection_to_version,
)
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.selectors.lists import list_still_stands
from bangvang.decisions.states import LIFE, Move, State
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@dataclass(frozen=True)
class AnswerGiven:
    """The higher authority's paper: `number` with its symbol (`551/QĐ-TTg`), scan as bytes."""

    number: str
    decided_on: date
    issuer: str
    title: str
    scan: bytes
    scan_name: str
    outcomes: Sequence[LineAnswer]


@transaction.atomic
def record_answer(
    ref: str, given: AnswerGiven, *, version: int, actor: Actor, at: datetime
) -> None:
    """Record the answer with the outcome of every line; another person confirms it.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, no submission that was sent, a day before the sending or in the
            future, a line without outcome, a refusal without a reason, a list that changed, a scan
            of another kind, or changed by somebody else meanwhile.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(
        objection_to_answering(actor, decision) or objection_to_version(decision.version, version)
    )
    lines = {line.order: line for line in Line.objects.filter(decision=decision)}
    refuse_if(
        _objection_to_day(decision, given, on=at.date())
        or objection_to_outcomes(given.outcomes, orders=frozenset(lines))
        or objection_to_list(stands=list_still_stands(actor, decision))
    )
    answer = _keep_answer(decision, given, actor, at)
    for outcome in given.outcomes:
        AnswerLine.objects.update_or_create(
            line=lines[outcome.order],
            defaults={
                "answer": answer,
                "is_granted": outcome.is_granted,
                "reason": "" if outcome.is_granted else outcome.reason.strip(),
            },
        )
    decision.state = LIFE.target(Move.RECORD_ANSWER, State(decision.state))
    decision.version += 1
    decision.save(update_fields=["state", "version"])
    granted = sum(outcome.is_granted for outcome in given.outcomes)
    record(
        actor=actor,
        at=at,
        verb="record_answer",
        subject=("decision", ref),
        said=f"Ghi văn bản số {answer.number} ngày {say_date(answer.decided_on)} của "
        f"{answer.issuer}: {granted}/{len(lines)} trường hợp được khen thưởng; "
        "chờ người thứ hai xác nhận.",
        details={"number": answer.number, "scan": answer.scan.digest},
    )


def _objection_to_day(decision: Decision, given: AnswerGiven, *, on: date) -> Objection | None:
    if not tidy(given.number) or not tidy(given.issuer):
        return NO_NUMBER
    assert decision.signed_on is not None  # noqa: S101  a submission that was sent has its day
    return objection_to_day(
        given.decided_on, not_before=decision.signed_on, what="ngày của tờ trình", on=on
    )


def _keep_answer(decision: Decision, given: AnswerGiven, actor: Actor, at: datetime) -> Answer:
    scan = keep(given.scan, original_name=given.scan_name, actor=actor, at=at, accept=SCANS)
    answer, _ = Answer.objects.update_or_create(
        decision=decision,
        defaults={
            "number": tidy(given.number),
            "decided_on": given.decided_on,
            "issuer": tidy(given.issuer),
            "title": tidy(given.title),
            "scan": scan,
            "recorded_by_ref": actor.account_ref,
            "recorded_by_name": actor.name,
            "recorded_by_head": actor.has(Role.OFFICE_HEAD),
            "recorded_at": at,
            "sent_back_reason": "",
        },
    )
    return answer
