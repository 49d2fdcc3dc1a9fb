"""Reading requests to erase: the office and the inspector all of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.privacy.models import ErasureRequest
from bangvang.privacy.permissions.requests import (
    objection_to_answering,
    objection_to_sending_back,
)
from bangvang.privacy.selectors.held import Line, Subject, held_of, subject_of
from bangvang.privacy.states import REQUEST_STATE_NAMES, About, Part, RequestState

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class RequestSeen:
    """One request as its list and its page show it."""

    ref: str
    said: str
    about: About
    subject: Subject
    came_on: date
    paper: str
    words: str
    parts: tuple[Part, ...]
    ground: str
    state: RequestState
    state_name: str
    recorded_by: str
    recorded_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str
    answer: tuple[tuple[str, bool], ...]
    """Sentences of the answer, and whether each says that something was erased."""
    version: int
    may_answer: bool
    may_send_back: bool


def requests_for(actor: Actor) -> list[RequestSeen]:
    """Return every request, newest first; none to whoever may not read them."""
    return [_seen(actor, one) for one in _read(actor).order_by("-year", "-number")]


def request_seen(actor: Actor, ref: str) -> RequestSeen:
    """Return one request.

    Raises:
        Unseen: there is none for this actor.
    """
    return _seen(actor, request_for(actor, ref))


def request_for(actor: Actor, ref: str, *, lock: bool = False) -> ErasureRequest:
    """Return the record.

    Raises:
        Unseen: there is none for this actor.
    """
    found = _read(actor).filter(ref=ref)
    request = (found.select_for_update(of=("self",)) if lock else found).first()
    if request is None:
        raise Unseen
    return request


def lines_of(actor: Actor, subject: Subject) -> list[Line]:
    """Return what is held of whoever asks, for whoever may read requests.

    Raises:
        Unseen: this actor may not.
    """
    if not actor.has(*READERS):
        raise Unseen
    return held_of(subject)


def next_number(year: int) -> int:
    """Return the number of the next request of a year; under the turn of recording."""
    newest: int | None = ErasureRequest.objects.filter(year=year).aggregate(n=Max("number"))["n"]
    return (newest or 0) + 1


def is_waiting_about(subject: Subject) -> bool:
    """Tell whether a request about just this subject waits."""
    waiting = ErasureRequest.objects.filter(about=subject.about, state=RequestState.RECEIVED)
    if subject.about is About.PERSON:
        return waiting.filter(person=subject.pk).exists()
    return waiting.filter(subject_ref=subject.ref).exists()


def _read(actor: Actor) -> QuerySet[ErasureRequest]:
    found = ErasureRequest.objects.select_related("person")
    return found if actor.has(*READERS) else found.none()


def _seen(actor: Actor, one: ErasureRequest) -> RequestSeen:
    state = RequestState(one.state)
    return RequestSeen(
        ref=one.ref,
        said=one.said,
        about=About(one.about),
        subject=subject_of(one),
        came_on=one.came_on,
        paper=one.paper,
        words=one.words,
        parts=tuple(Part(part) for part in one.parts),
        ground=one.ground,
        state=state,
        state_name=REQUEST_STATE_NAMES[state],
        recorded_by=one.recorded_by_name,
        recorded_at=one.recorded_at,
        decided_by=one.decided_by_name,
        decided_at=one.decided_at,
        reason=one.reason,
        answer=tuple((line["said"], line["is_erased"]) for line in one.answer),
        version=one.version,
        may_answer=objection_to_answering(actor, one) is None,
        may_send_back=objection_to_sending_back(actor, one, "-") is None,
    )
