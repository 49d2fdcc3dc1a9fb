"""Record that somebody asked for data to be erased, and what is to become of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.privacy.models import ErasureRequest
from bangvang.privacy.permissions.requests import (
    ALREADY_ASKED,
    objection_to_parts,
    objection_to_recording,
)
from bangvang.privacy.selectors.held import held_of, subject_named
from bangvang.privacy.selectors.requests import is_waiting_about, next_number
from bangvang.privacy.states import About, RequestState

REQUESTS_TURN = 4_170_073


@dataclass(frozen=True)
class Asked:
    """Who asked, by which paper, in which words; which parts are to go; why the rest stays."""

    about: str
    subject_ref: str
    came_on: date
    paper: str
    words: str
    parts: Sequence[str]
    ground: str


@transaction.atomic
def record_request(asked: Asked, *, actor: Actor, at: datetime) -> str:
    """Keep the request, waiting for the second person, and return its reference.

    Raises:
        Unseen: there is no such person, opinion or discovery.
        Refused: not of the office, no paper or words, a day to come, a part that is not there or
            may not go yet, no ground for what stays, or a request about the same one waits.
    """
    wait_for_turn(REQUESTS_TURN)
    today = localtime(at).date()
    paper, words, ground = tidy(asked.paper), tidy(asked.words), tidy(asked.ground)
    refuse_if(
        objection_to_recording(actor, paper=paper, words=words, came_on=asked.came_on, on=today)
    )
    subject = subject_named(About(asked.about), asked.subject_ref)
    lines = held_of(subject)
    possible = {line.part.value for line in lines if line.part is not None and line.can_go}
    stays = len(lines) > len(set(asked.parts) & possible)
    refuse_if(objection_to_parts(asked.parts, possible, something_stays=stays, ground=ground))
    refuse_if(ALREADY_ASKED if is_waiting_about(subject) else None)
    is_person = subject.about is About.PERSON
    request = ErasureRequest.objects.create(
        year=today.year,
        number=next_number(today.year),
        about=subject.about,
        person_id=subject.pk if is_person else None,
        subject_ref="" if is_person else subject.ref,
        subject_said="" if is_person else subject.said,
        came_on=asked.came_on,
        paper=paper,
        words=words,
        parts=sorted(set(asked.parts)),
        ground=ground,
        state=RequestState.RECEIVED,
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_by_head=actor.has(Role.OFFICE_HEAD),
        recorded_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="record_request",
        subject=("erasure_request", request.ref),
        said=f"Ghi yêu cầu xóa dữ liệu số {request.said} của {subject.about.label.lower()}.",
        details={"parts": list(request.parts)},
    )
    return request.ref
