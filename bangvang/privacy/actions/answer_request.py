"""Confirm a request: what was chosen is erased, and what stays is answered with its reason."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.privacy.actions.erasing import ERASE
from bangvang.privacy.actions.forget_portion import FORGET_TURN
from bangvang.privacy.permissions import objection_to_version
from bangvang.privacy.permissions.requests import objection_to_answering, objection_to_parts
from bangvang.privacy.selectors.held import Line, held_of, subject_of
from bangvang.privacy.selectors.requests import request_for
from bangvang.privacy.states import REQUEST_LIFE, Part, RequestMove, RequestState


@transaction.atomic
def answer_request(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Erase the chosen parts and keep the answer, all in one transaction.

    Neither the answer nor the audit entry holds anything of what was erased.

    Raises:
        Unseen: no such request for this actor.
        Refused: not the second person, decided before, changed meanwhile, or a part that may not
            go any more.
    """
    wait_for_turn(FORGET_TURN)
    request = request_for(actor, ref, lock=True)
    refuse_if(
        objection_to_answering(actor, request) or objection_to_version(request.version, version)
    )
    subject = subject_of(request, lock=True)
    lines = held_of(subject)
    parts = [Part(part) for part in request.parts]
    possible = {str(line.part) for line in lines if line.part is not None and line.can_go}
    refuse_if(objection_to_parts(parts, possible, something_stays=True, ground=request.ground))
    for part in parts:
        ERASE[part](subject.pk)
    request.answer = _answer(lines, parts)
    request.state = REQUEST_LIFE.target(RequestMove.ANSWER, RequestState(request.state))
    request.decided_by_ref, request.decided_by_name = actor.account_ref, actor.name
    request.decided_at = at
    request.version += 1
    request.save()
    what = ", ".join(str(part.label).lower() for part in parts) or "không có phần nào xóa được"
    record(
        actor=actor,
        at=at,
        verb="answer_request",
        subject=("erasure_request", ref),
        said=f"Giải quyết yêu cầu xóa dữ liệu số {request.said}: {what}.",
        details={"parts": list(request.parts)},
    )


def _answer(lines: Sequence[Line], parts: Sequence[Part]) -> list[dict[str, object]]:
    """Return a sentence for each thing that was held."""
    found: list[dict[str, object]] = []
    for line in lines:
        erased = line.part in parts
        if erased:
            said = f"Đã xóa: {line.said}."
        elif line.can_go:
            said = f"Giữ lại: {line.said}. Người yêu cầu không yêu cầu xóa phần này."
        else:
            said = f"Không xóa được: {line.said}. {line.why}"
        found.append({"said": said, "is_erased": erased})
    return found
