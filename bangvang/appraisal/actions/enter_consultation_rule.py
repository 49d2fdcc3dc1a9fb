"""Enter a paper that says whether the people are asked about an award."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import ConsultationRule, RulePaper
from bangvang.appraisal.permissions.consultation_rules import (
    objection_to_entering_rule,
    objection_to_what_rule_says,
)
from bangvang.appraisal.selectors.consultation_rules import cite_of, newest_rule
from bangvang.appraisal.states import GATE_NAMES, Gate
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import Asked, NotInForce, UnknownAward, award_name, public_comment_on


@dataclass(frozen=True)
class RuleEntered:
    """A paper on one award; `working_days` None and no `gate` where the people are not asked."""

    award_code: str
    is_asked: bool
    working_days: int | None
    gate: str
    paper: str
    number: str
    issued_on: date
    clause: str
    since: date
    scan: bytes
    scan_name: str


@transaction.atomic
def enter_consultation_rule(new: RuleEntered, *, actor: Actor, at: datetime) -> str:
    """Let the paper hold for files received from its first day on, and return its reference.

    Files received before stay as they were; a law whose text was read is never undone.

    Raises:
        Refused: not the head, no number or clause, issued after today, before its own day, no
            scan, no days or gate, an award unknown that day, or not after the last paper.
    """
    number, clause = tidy(new.number), tidy(new.clause)
    refuse_if(
        objection_to_entering_rule(
            actor,
            number=number,
            clause=clause,
            issued_on=new.issued_on,
            since=new.since,
            has_scan=bool(new.scan),
            on=localtime(at).date(),
        )
    )
    name, by_law = _known(new)
    refuse_if(
        objection_to_what_rule_says(
            is_asked=new.is_asked,
            days=new.working_days,
            gate=new.gate,
            by_law=by_law,
            newest=newest_rule(new.award_code),
            since=new.since,
        )
    )
    rule = ConsultationRule.objects.create(
        award_code=new.award_code,
        is_asked=new.is_asked,
        working_days=new.working_days if new.is_asked else None,
        gate=new.gate if new.is_asked else "",
        paper=RulePaper(new.paper),
        number=number,
        issued_on=new.issued_on,
        clause=clause,
        since=new.since,
        scan=keep(new.scan, original_name=new.scan_name, actor=actor, at=at, accept=SCANS),
        entered_by_ref=actor.account_ref,
        entered_by_name=actor.name,
        entered_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="enter_consultation_rule",
        subject=("consultation_rule", rule.ref),
        said=f"{cite_of(rule)}: {name} {_said(rule)}, hồ sơ nhận từ ngày {say_date(new.since)}.",
        details={"award": new.award_code, "since": new.since.isoformat()},
    )
    return rule.ref


def _known(new: RuleEntered) -> tuple[str, bool]:
    """Return what the award is called on the first day, and whether the law asks about it."""
    try:
        name = award_name(new.award_code, new.since)
        law = public_comment_on(new.award_code, new.since)
    except (UnknownAward, NotInForce) as error:
        raise Refused(Objection("UNKNOWN_AWARD", error.sentence)) from error
    return name, law.asked is Asked.ASKED


def _said(rule: ConsultationRule) -> str:
    if not rule.is_asked:
        return "không lấy ý kiến Nhân dân"
    return (
        f"lấy ý kiến Nhân dân ít nhất {rule.working_days} ngày làm việc, xong "
        f"{GATE_NAMES[Gate(rule.gate)]}"
    )
