"""Confirm what another person recorded of a higher authority's answer."""

from datetime import datetime

from django.db import transaction

from bangvang.decisions.actions.grant import Ruling, grant, locked_nominations
from bangvang.decisions.models import Answer, AnswerLine, Decision, Line
from bangvang.decisions.permissions import (
    objection_to_confirming_answer,
    objection_to_list,
    objection_to_record_seen,
)
from bangvang.decisions.selectors.decisions import answer_of, decision_for
from bangvang.decisions.selectors.lists import list_still_stands
from bangvang.decisions.states import LIFE, Move, Outcome, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import Move as RowMove

ENDED = "Đã kết thúc"


@transaction.atomic
def confirm_answer(ref: str, *, actor: Actor, at: datetime, version: int | None = None) -> None:
    """Enter the granted lines in the register, and end the refused ones with their reasons.

    All lines or none, in one transaction.

    `version` is that of the record the second person compared; None only where a replay knows
    that nobody could have changed it.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, the recorder, a record changed since it was read,
            no answer that waits, or a list that changed.
    """
    decision = decision_for(actor, ref, lock=True)
    answer = answer_of(decision)
    refuse_if(objection_to_confirming_answer(actor, decision, answer))
    refuse_if(objection_to_record_seen(decision, version))
    assert answer is not None  # noqa: S101  objected to above
    said = list(AnswerLine.objects.filter(answer=answer).select_related("line"))
    lines = {row.line.order: (row, row.line) for row in said}
    nominations = locked_nominations(actor, [line for _, line in lines.values()])
    refuse_if(objection_to_list(stands=list_still_stands(actor, decision)))
    _close(decision, answer, actor, at)
    ruling = _ruling(decision, answer)
    for _, (row, line) in sorted(lines.items()):
        nomination = nominations[line.nomination_id]
        if row.is_granted:
            grant(line, nomination, ruling, actor=actor, at=at)
        else:
            _refuse(line, nomination, row.reason, actor, at)
    granted = sum(row.is_granted for row in said)
    record(
        actor=actor,
        at=at,
        verb="confirm_answer",
        subject=("decision", ref),
        said=f"Xác nhận văn bản số {answer.number}; ghi sổ khen thưởng {granted} trường hợp, "
        f"{len(said) - granted} trường hợp không được khen thưởng.",
        details={"list_digest": decision.list_digest, "granted": granted},
    )


def _close(decision: Decision, answer: Answer, actor: Actor, at: datetime) -> None:
    decision.state = LIFE.target(Move.CONFIRM_ANSWER, State(decision.state))
    decision.version += 1
    decision.save(update_fields=["state", "version"])
    answer.confirmed_by_ref, answer.confirmed_by_name = actor.account_ref, actor.name
    answer.confirmed_at = at
    answer.save(update_fields=["confirmed_by_ref", "confirmed_by_name", "confirmed_at"])


def _ruling(decision: Decision, answer: Answer) -> Ruling:
    return Ruling(
        decision_ref=decision.ref,
        code=decision.award_code,
        year=decision.achievement_year,
        number=answer.number,
        decided_on=answer.decided_on,
        issued_by=answer.issuer,
        is_own=False,
    )


def _refuse(line: Line, nomination: Nomination, reason: str, actor: Actor, at: datetime) -> None:
    line.outcome, line.reason = Outcome.REFUSED, reason
    line.save(update_fields=["outcome", "reason"])
    move(nomination, RowMove.REFUSE, holder=ENDED, actor=actor, at=at, reason=reason)
