"""Reading questions to agencies and their answers, for the standing office and inspectors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet

from bangvang.appraisal.models import AgencyReply, AgencyRequest, AskedRow, RowReply
from bangvang.appraisal.permissions.agency_opinions import (
    MAY_BE_ASKED_ABOUT,
    MOST_WRONG_CODES,
    READERS,
    Awaited,
)
from bangvang.appraisal.selectors.silence_rules import silence_said
from bangvang.appraisal.states import ReplyWay, RequestState, Stance
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for

STANCE_CHOICES = [(one.value, str(one.label)) for one in Stance]


@dataclass(frozen=True)
class RowSaid:
    """One row that was asked about, and what the agency said of it; no stance: nothing yet."""

    order: int
    nomination_ref: str
    name: str
    position: str
    unit_name: str
    award_name: str
    stance: str = ""
    stance_name: str = ""
    words: str = ""
    source_no: str = ""
    source_on: date | None = None


@dataclass(frozen=True)
class RequestRow:
    """One question to one agency, as tables show it.

    `silence` is empty where no paper says what silence means. `is_awaited`: its rows wait.
    """

    ref: str
    number: str
    batch_ref: str
    batch_reference: str
    agency: str
    about: str
    state: RequestState
    asked_on: date
    due_on: date
    is_awaited: bool
    silence: str
    rows: int
    came_on: date | None
    asked_by: str

    def is_over(self, on: date) -> bool:
        """Whether the time is over without an answer."""
        return self.state == RequestState.ASKED and on > self.due_on

    def is_settled(self, on: date) -> bool:
        """Whether a paper says what the silence means, now that the time is over."""
        return self.is_over(on) and bool(self.silence)

    def waits(self, on: date) -> bool:
        """Whether its rows wait for it on a day."""
        return self.state == RequestState.ASKED and self.is_awaited and not self.is_settled(on)


@dataclass(frozen=True)
class ReplySeen:
    """The answer of an agency: who signed, how and when it came."""

    way_name: str
    signer_name: str
    signer_position: str
    came_on: date
    received_at: datetime
    is_late: bool
    paper_no: str
    paper_on: date | None
    scan: KeptFile | None
    recorded_by: str
    fingerprint: str


@dataclass(frozen=True)
class ReminderSeen:
    """How and when an agency was reminded."""

    how: str
    by_name: str
    given_at: datetime


@dataclass(frozen=True)
class RequestPage:
    """One question with everything that the office reads of it."""

    row: RequestRow
    rows: tuple[RowSaid, ...]
    reply: ReplySeen | None
    reminders: tuple[ReminderSeen, ...]
    expires_on: date
    is_locked: bool
    asked_at: datetime
    stopped_by: str
    stopped_at: datetime | None
    stopped_reason: str
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str


@dataclass(frozen=True)
class OpinionOfRow:
    """What one agency was asked about one row, and said of it."""

    request: RequestRow
    said: RowSaid
    signed: str
    paper: str


def request_for(actor: Actor, ref: str, *, lock: bool = False) -> AgencyRequest:
    """Return a question to act on.

    Raises:
        Unseen: not of the standing office, nor an inspector, or no such question.
    """
    found = AgencyRequest.objects.filter(ref=ref)
    found = found.select_for_update(of=("self",)) if lock else found
    request = found.first() if actor.has(*READERS) else None
    if request is None:
        raise Unseen
    return request


def requests_for(
    actor: Actor, *, batch_ref: str | None = None, states: Sequence[RequestState] = ()
) -> list[RequestRow]:
    """Return the questions, what is due first before what came in; others than the office: none."""
    if not actor.has(*READERS):
        return []
    found = _counted()
    if batch_ref is not None:
        found = found.filter(batch__ref=batch_ref)
    if states:
        found = found.filter(state__in=[state.value for state in states])
    rows = [_row(one) for one in found.order_by("due_on", "year", "number_in_year")]
    return sorted(rows, key=lambda row: row.state != RequestState.ASKED)


def request_page(actor: Actor, ref: str) -> RequestPage:
    """Return one question as its page shows it.

    Raises:
        Unseen: no such question for this actor.
    """
    one = _counted().filter(ref=ref).first() if actor.has(*READERS) else None
    if one is None:
        raise Unseen
    asked = AskedRow.objects.filter(request=one).select_related("nomination", "reply")
    reply = getattr(one, "reply", None)
    return RequestPage(
        row=_row(one),
        rows=tuple(_said(row) for row in asked.order_by("order")),
        reply=_reply(reply, one) if reply else None,
        reminders=tuple(
            ReminderSeen(said.how, said.by_name, said.given_at)
            for said in one.reminders.order_by("pk")
        ),
        expires_on=one.expires_on,
        is_locked=one.wrong_codes >= MOST_WRONG_CODES,
        asked_at=one.asked_at,
        stopped_by=one.stopped_by_name,
        stopped_at=one.stopped_at,
        stopped_reason=one.stopped_reason,
        withdrawn_by=one.withdrawn_by_name,
        withdrawn_at=one.withdrawn_at,
        withdrawn_reason=one.withdrawn_reason,
    )


def opinions_of_row(actor: Actor, nomination_ref: str) -> list[OpinionOfRow]:
    """Return what agencies were asked about a row and said; nothing for others than the office."""
    return opinions_told(nomination_ref) if actor.has(*READERS) else []


def opinions_told(nomination_ref: str) -> list[OpinionOfRow]:
    """Return what agencies said of a row, for whoever was let in; withdrawn questions left out."""
    found = AskedRow.objects.filter(nomination__ref=nomination_ref)
    found = found.exclude(request__state=RequestState.WITHDRAWN)
    of = {row.request_id: row for row in found.select_related("nomination", "reply")}
    requests = _counted().filter(pk__in=of).order_by("year", "number_in_year")
    return [_opinion(one, of[one.pk]) for one in requests]


def awaited_among(refs: Iterable[str], *, on: date) -> tuple[Awaited, ...]:
    """Return which of these rows wait for an agency; one query for any number of rows."""
    found = AskedRow.objects.filter(
        nomination__ref__in=list(refs),
        request__state=RequestState.ASKED,
        request__is_awaited=True,
    )
    found = found.select_related("nomination", "request__silence")
    return tuple(
        Awaited(
            row.nomination.ref,
            row.nomination.name,
            row.request.agency,
            row.request.due_on,
            is_over=on > row.request.due_on,
        )
        for row in found.order_by("nomination__pk", "request__pk")
        if on <= row.request.due_on or not silence_said(row.request.silence)
    )


def askable_in(actor: Actor, batch_ref: str) -> list[NominationRow]:
    """Return the rows of a list that agencies may be asked about now."""
    return nominations_for(actor, batch_ref=batch_ref, states=MAY_BE_ASKED_ABOUT)


def agencies_known(actor: Actor) -> list[str]:
    """Return how agencies were called in earlier questions, by name."""
    if not actor.has(*READERS):
        return []
    return sorted(set(AgencyRequest.objects.values_list("agency", flat=True)))


def next_request_number(year: int) -> int:
    """Return the number of the next question of a year; under the caller's turn."""
    found = AgencyRequest.objects.filter(year=year).order_by("-number_in_year")
    return (found.values_list("number_in_year", flat=True).first() or 0) + 1


def was_asked_by(form_digest: str) -> bool:
    """Tell whether a form was pressed before."""
    return AgencyRequest.objects.filter(form_digest=form_digest).exists()


def scan_of_reply(actor: Actor, ref: str) -> KeptFile:
    """Return the scan of the paper by which an agency answered.

    Raises:
        Unseen: no such question for this actor, or no scan.
    """
    page = request_page(actor, ref)
    if page.reply is None or page.reply.scan is None:
        raise Unseen
    return page.reply.scan


def _counted() -> QuerySet[AgencyRequest]:
    found = AgencyRequest.objects.select_related("batch", "silence", "reply__scan")
    return found.annotate(count=Count("rows"))


def _row(one: AgencyRequest) -> RequestRow:
    reply = getattr(one, "reply", None)
    return RequestRow(
        ref=one.ref,
        number=one.number,
        batch_ref=one.batch.ref,
        batch_reference=one.batch.reference,
        agency=one.agency,
        about=one.about,
        state=RequestState(one.state),
        asked_on=one.asked_on,
        due_on=one.due_on,
        is_awaited=one.is_awaited,
        silence=silence_said(one.silence),
        rows=vars(one)["count"],
        came_on=reply.came_on if reply else None,
        asked_by=one.asked_by_name,
    )


def _said(row: AskedRow) -> RowSaid:
    said: RowReply | None = getattr(row, "reply", None)
    return RowSaid(
        order=row.order,
        nomination_ref=row.nomination.ref,
        name=row.name,
        position=row.position,
        unit_name=row.unit_name,
        award_name=row.award_name,
        stance=said.stance if said else "",
        stance_name=str(Stance(said.stance).label) if said else "",
        words=said.words if said else "",
        source_no=said.source_no if said else "",
        source_on=said.source_on if said else None,
    )


def _reply(reply: AgencyReply, request: AgencyRequest) -> ReplySeen:
    return ReplySeen(
        way_name=str(ReplyWay(reply.way).label),
        signer_name=reply.signer_name,
        signer_position=reply.signer_position,
        came_on=reply.came_on,
        received_at=reply.received_at,
        is_late=reply.came_on > request.due_on,
        paper_no=reply.paper_no,
        paper_on=reply.paper_on,
        scan=file_card(reply.scan) if reply.scan else None,
        recorded_by=reply.recorded_by_name,
        fingerprint=reply.fingerprint,
    )


def _opinion(one: AgencyRequest, row: AskedRow) -> OpinionOfRow:
    reply = getattr(one, "reply", None)
    signed = f"{reply.signer_name}, {reply.signer_position}" if reply else ""
    paper = (
        f"công văn số {reply.paper_no} ngày {reply.paper_on:%d/%m/%Y}"
        if reply and reply.paper_on
        else ""
    )
    return OpinionOfRow(_row(one), _said(row), signed, paper)
