"""Reading opinions, for the standing office: their words, what became of them, never the sender.

No function here returns a sender; only `actions/reveal_sender.py` opens one. An inspector reads
what became of an opinion, not its words.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bangvang.appraisal.models import (
    Consultation,
    Opinion,
    OpinionResolution,
    OpinionWay,
    ResolutionKind,
)
from bangvang.appraisal.permissions.consultations import READERS
from bangvang.appraisal.states import OPINION_STATE_NAMES, OpinionState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen

RESOLUTION_CHOICES = [(kind.value, str(kind.label)) for kind in ResolutionKind]
READ_WORDS = (Role.SPECIALIST, Role.OFFICE_HEAD)


@dataclass(frozen=True)
class ResolutionSeen:
    """What an officer made of an opinion, and what the head said to it."""

    kind: ResolutionKind
    kind_name: str
    why: str
    to_whom: str
    paper_no: str
    paper_on: date | None
    by_name: str
    given_at: datetime
    is_confirmed: bool | None
    answered_by: str
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True)
class OpinionSeen:
    """One opinion; `order` None speaks of the list as a whole, `words` are empty for inspectors."""

    ref: str
    receipt_no: str
    consultation_ref: str
    consultation_number: str
    order: int | None
    about: str
    about_ref: str
    way_name: str
    words: str
    has_attachment: bool
    came_on: date
    received_at: datetime
    recorded_by: str
    state: OpinionState
    state_name: str
    resolutions: tuple[ResolutionSeen, ...]
    version: int

    @property
    def newest(self) -> ResolutionSeen | None:
        """What was made of it last, if anything."""
        return self.resolutions[-1] if self.resolutions else None


def opinion_for(actor: Actor, ref: str, *, lock: bool = False) -> Opinion:
    """Return an opinion to act on.

    Raises:
        Unseen: not of the standing office, nor an inspector, or no such opinion.
    """
    found = Opinion.objects.filter(ref=ref).select_related("consultation", "attachment")
    if lock:
        found = found.select_for_update(of=("self",))
    opinion = found.first() if actor.has(*READERS) else None
    if opinion is None:
        raise Unseen
    return opinion


def opinions_of(actor: Actor, consultation_ref: str) -> list[OpinionSeen]:
    """Return the opinions of a list in the order of their numbers; others see none."""
    return _seen(actor, _read(actor).filter(consultation__ref=consultation_ref))


def opinion_seen(actor: Actor, ref: str) -> OpinionSeen:
    """Return one opinion as its page shows it.

    Raises:
        Unseen: no such opinion for this actor.
    """
    found = _seen(actor, _read(actor).filter(ref=ref))
    if not found:
        raise Unseen
    return found[0]


def opinions_waiting(actor: Actor, *states: OpinionState) -> list[OpinionSeen]:
    """Return the opinions in these states, of all lists, the oldest first."""
    found = _read(actor).filter(state__in=[state.value for state in states])
    return _seen(actor, found)


def newest_resolution(opinion: Opinion) -> OpinionResolution | None:
    """Return what was made of an opinion last, to be answered."""
    return OpinionResolution.objects.filter(opinion=opinion).order_by("-pk").first()


def opinion_by_form(form_digest: str) -> Opinion | None:
    """Return what came by a form before, if it did."""
    found = Opinion.objects.filter(form_digest=form_digest).select_related("consultation")
    return found.first()


def next_opinion_number(consultation: Consultation) -> int:
    """Return the number of the next opinion; under the lock of the list."""
    found = Opinion.objects.filter(consultation=consultation).order_by("-number")
    return (found.values_list("number", flat=True).first() or 0) + 1


def senders_sealed_otherwise(key_id: str) -> int:
    """Return how many senders are not sealed with this key; erased ones do not count."""
    return Opinion.objects.exclude(key_id__in=[key_id, ""]).count()


def _read(actor: Actor) -> QuerySet[Opinion]:
    found = Opinion.objects.select_related("consultation", "row__nomination")
    found = found.prefetch_related("resolutions").order_by("consultation", "number")
    return found if actor.has(*READERS) else found.none()


def _seen(actor: Actor, found: QuerySet[Opinion]) -> list[OpinionSeen]:
    reads = actor.has(*READ_WORDS)
    return [_opinion(one, with_words=reads) for one in found]


def _opinion(one: Opinion, *, with_words: bool) -> OpinionSeen:
    state = OpinionState(one.state)
    return OpinionSeen(
        ref=one.ref,
        receipt_no=one.receipt_no,
        consultation_ref=one.consultation.ref,
        consultation_number=one.consultation.number,
        order=one.row.order if one.row else None,
        about=one.row.name if one.row else "cả danh sách",
        about_ref=one.row.nomination.ref if one.row else "",
        way_name=str(OpinionWay(one.way).label),
        words=one.words if with_words else "",
        has_attachment=one.attachment_id is not None,
        came_on=one.came_on,
        received_at=one.received_at,
        recorded_by=one.recorded_by_name,
        state=state,
        state_name=OPINION_STATE_NAMES[state],
        resolutions=tuple(
            _resolution(answer, with_words=with_words)
            for answer in sorted(one.resolutions.all(), key=lambda answer: answer.pk)
        ),
        version=one.version,
    )


def _resolution(one: OpinionResolution, *, with_words: bool) -> ResolutionSeen:
    kind = ResolutionKind(one.kind)
    return ResolutionSeen(
        kind=kind,
        kind_name=str(kind.label),
        why=one.why if with_words else "",
        to_whom=one.to_whom,
        paper_no=one.paper_no,
        paper_on=one.paper_on,
        by_name=one.by_name,
        given_at=one.given_at,
        is_confirmed=one.is_confirmed,
        answered_by=one.answered_by_name,
        answered_at=one.answered_at,
        answer=one.answer if with_words else "",
    )
