"""What the standing office makes of a list: taking up, accepting, returning, overruling."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.foundation.actor import Actor
from bangvang.law import Reason
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import State
from demo.lists import rows_by_name

A_ROW = timedelta(minutes=12)

JUDGED = (
    (
        Reason.TEXT_UNSEEN,
        "Đã đối chiếu trực tiếp với văn bản: đủ năm năm liên tục và số sáng kiến theo quy định.",
    ),
    (
        Reason.FACT_MISSING,
        "Đã xem bản sao quyết định còn thiếu trong sổ do đơn vị xuất trình; đủ các năm liên tục.",
    ),
    (
        Reason.TWO_READINGS,
        "Chấp nhận cách đọc có lợi cho người được đề nghị, đã trao đổi với đơn vị.",
    ),
    (
        Reason.JUDGEMENT,
        "Thành tích tiêu biểu xuất sắc trong số những người cùng đủ điều kiện của ngành.",
    ),
)
"""What the specialist writes, by the first reason that applies."""


def take(batch: str, *, actor: Actor, at: datetime) -> None:
    """Take a list up and let the law answer."""
    take_up(batch, actor=actor, at=at)


def accept_rest(batch: str, *, but: Collection[str] = (), actor: Actor, at: datetime) -> None:
    """Accept every row under appraisal but the named ones, saying what was judged."""
    rows = nominations_for(actor, batch_ref=batch, states=(State.CHECKED,))
    findings = findings_of(row.ref for row in rows)
    moment = at
    for row in rows:
        if row.name in but:
            continue
        reasons = findings[row.ref].reasons
        said = next((text for reason, text in JUDGED if reason in reasons), "")
        accept(row.ref, said, version=row.version, actor=actor, at=moment)
        moment += A_ROW


def send_back(batch: str, name: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Return one row to its unit."""
    row = rows_by_name(actor, batch)[name]
    return_row(row.ref, reason, version=row.version, actor=actor, at=at)


def ask_to_overrule(batch: str, name: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Lay a row that the law refuses before the head of the office."""
    row = rows_by_name(actor, batch)[name]
    propose_overrule(row.ref, reason, version=row.version, actor=actor, at=at)


def agree_to_overrule(batch: str, name: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Let the head agree with the proposal."""
    row = rows_by_name(actor, batch)[name]
    decide_overrule(row.ref, agree=True, reason=reason, version=row.version, actor=actor, at=at)


def turn_down(batch: str, name: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Let the head end a row that will not go to the council."""
    row = rows_by_name(actor, batch)[name]
    decline(row.ref, reason, version=row.version, actor=actor, at=at)
