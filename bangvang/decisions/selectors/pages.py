"""The page of one decision: its lines, papers and files, and what may be done with it now."""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.council.selectors.results import BallotResult, ballot_result
from bangvang.decisions.models import Answer, AnswerLine, Decision, Line
from bangvang.decisions.permissions import (
    objection_to_answering,
    objection_to_confirming,
    objection_to_confirming_answer,
    objection_to_list,
    objection_to_revising,
    objection_to_sending_back,
    objection_to_sending_back_answer,
)
from bangvang.decisions.selectors.decisions import (
    DecisionRow,
    answer_of,
    decision_row,
    visible_to,
    with_counts,
)
from bangvang.decisions.selectors.lists import list_still_stands
from bangvang.decisions.states import OUTCOME_NAMES, SIGNER_POST_NAMES, Outcome, SignerPost
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import Line as HistoryLine
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.selectors import KeptPaper, documents_about
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Objection, Unseen


@dataclass(frozen=True)
class LineSeen:
    """One line of the annex; `said` is what a recorded answer says before it is confirmed."""

    order: int
    nomination_ref: str
    person_ref: str
    body_ref: str
    name: str
    position: str
    unit_name: str
    yes: int
    total: int
    outcome: str
    outcome_name: str
    said: str
    said_name: str
    reason: str


@dataclass(frozen=True)
class AnswerSeen:
    """The higher authority's paper."""

    number: str
    decided_on: date
    issuer: str
    title: str
    scan: KeptFile
    recorded_by: str
    recorded_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    sent_back_reason: str


@dataclass(frozen=True)
class Objections:
    """Why each act may not be done now, None where it may."""

    revising: Objection | None
    confirming: Objection | None
    sending_back: Objection | None
    answering: Objection | None
    confirming_answer: Objection | None
    sending_back_answer: Objection | None


@dataclass(frozen=True)
class DecisionPage:
    """Everything the page of a decision shows."""

    row: DecisionRow
    session_ref: str
    session_title: str
    session_on: date
    pass_text: str
    pass_cite: str
    authority: str
    authority_note: str
    issuer: str
    symbol: str
    extra_grounds: str
    list_digest: str
    list_objection: Objection | None
    current_paper: str
    number: int | None
    signer_name: str
    signer_post: str
    signer_post_name: str
    scan: KeptFile | None
    recorded_at: datetime | None
    signing_recorded_by: str
    confirmed_by: str
    confirmed_at: datetime | None
    sent_back_reason: str
    version: int
    answer: AnswerSeen | None
    lines: tuple[LineSeen, ...]
    papers: tuple[KeptPaper, ...]
    history: tuple[HistoryLine, ...]
    not_now: Objections


def decision_page(actor: Actor, ref: str) -> DecisionPage:
    """Return the page of one decision.

    Raises:
        Unseen: this actor has no such paper.
    """
    found = visible_to(actor).filter(ref=ref).select_related("ballot", "scan", "document")
    decision = with_counts(found).first()
    if decision is None:
        raise Unseen
    stands = list_still_stands(actor, decision)
    return _page(actor, decision, ballot_result(decision.ballot.ref), stands=stands)


def file_of(actor: Actor, ref: str, file_ref: str) -> KeptFile:
    """Return one of the files of a decision: a print, the scan, or the scan of its answer.

    Raises:
        Unseen: this actor has no such paper, or it has no such file.
    """
    page = decision_page(actor, ref)
    kept = [file for paper in page.papers for file in (paper.docx, paper.pdf)]
    kept += [page.scan, page.answer.scan if page.answer else None]
    for file in kept:
        if file is not None and file.ref == file_ref:
            return file
    raise Unseen


def _page(actor: Actor, decision: Decision, result: BallotResult, *, stands: bool) -> DecisionPage:
    answer = answer_of(decision)
    post = decision.signer_post
    return DecisionPage(
        row=decision_row(decision),
        session_ref=result.session_ref,
        session_title=result.session_title,
        session_on=result.session_on,
        pass_text=result.pass_text,
        pass_cite=result.pass_cite,
        authority=decision.authority_name,
        authority_note=decision.authority_note,
        issuer=decision.issuer,
        symbol=decision.symbol,
        extra_grounds=decision.extra_grounds,
        list_digest=decision.list_digest,
        list_objection=objection_to_list(stands=stands),
        current_paper=decision.document.ref if decision.document else "",
        number=decision.number,
        signer_name=decision.signer_name,
        signer_post=post,
        signer_post_name=SIGNER_POST_NAMES[SignerPost(post)] if post else "",
        scan=file_card(decision.scan) if decision.scan else None,
        recorded_at=decision.recorded_at,
        signing_recorded_by=decision.recorded_by_name,
        confirmed_by=decision.confirmed_by_name,
        confirmed_at=decision.confirmed_at,
        sent_back_reason=decision.sent_back_reason,
        version=decision.version,
        answer=_answer(answer) if answer else None,
        lines=_lines(decision),
        papers=tuple(reversed(documents_about("decision", decision.ref))),
        history=_history(decision.ref),
        not_now=_objections(actor, decision, answer),
    )


def _objections(actor: Actor, decision: Decision, answer: Answer | None) -> Objections:
    return Objections(
        revising=objection_to_revising(actor, decision),
        confirming=objection_to_confirming(actor, decision),
        sending_back=objection_to_sending_back(actor, decision),
        answering=objection_to_answering(actor, decision),
        confirming_answer=objection_to_confirming_answer(actor, decision, answer),
        sending_back_answer=objection_to_sending_back_answer(actor, decision),
    )


def _answer(answer: Answer) -> AnswerSeen:
    return AnswerSeen(
        number=answer.number,
        decided_on=answer.decided_on,
        issuer=answer.issuer,
        title=answer.title,
        scan=file_card(answer.scan),
        recorded_by=answer.recorded_by_name,
        recorded_at=answer.recorded_at,
        confirmed_by=answer.confirmed_by_name,
        confirmed_at=answer.confirmed_at,
        sent_back_reason=answer.sent_back_reason,
    )


def _lines(decision: Decision) -> tuple[LineSeen, ...]:
    said = {row.line_id: row for row in AnswerLine.objects.filter(line__decision=decision)}
    lines = Line.objects.filter(decision=decision).select_related("nomination", "person", "body")
    return tuple(_line(line, said.get(line.pk)) for line in lines.order_by("order"))


def _line(line: Line, answered: AnswerLine | None) -> LineSeen:
    said = Outcome.PENDING
    if answered is not None:
        said = Outcome.GRANTED if answered.is_granted else Outcome.REFUSED
    return LineSeen(
        order=line.order,
        nomination_ref=line.nomination.ref,
        person_ref=line.person.ref if line.person else "",
        body_ref=line.body.ref if line.body else "",
        name=line.name,
        position=line.position,
        unit_name=line.unit_name,
        yes=line.yes,
        total=line.total,
        outcome=line.outcome,
        outcome_name=OUTCOME_NAMES[Outcome(line.outcome)],
        said=said,
        said_name=OUTCOME_NAMES[said],
        reason=line.reason or (answered.reason if answered else ""),
    )


def _history(ref: str) -> tuple[HistoryLine, ...]:
    return tuple(entries_about(("decision", ref)))
