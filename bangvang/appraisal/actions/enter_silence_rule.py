"""Enter a paper that says what it means that an agency does not answer in time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import SilenceRule
from bangvang.appraisal.permissions.silence_rules import objection_to_entering
from bangvang.appraisal.selectors.silence_rules import cite_of
from bangvang.appraisal.states import Silence
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@dataclass(frozen=True)
class SilenceEntered:
    """What a paper says of silence, and from which day on."""

    meaning: str
    number: str
    issued_on: date
    clause: str
    since: date
    scan: bytes
    scan_name: str


@transaction.atomic
def enter_silence_rule(new: SilenceEntered, *, actor: Actor, at: datetime) -> str:
    """Keep the paper and return its reference; it holds when a second person has confirmed it.

    Raises:
        Refused: not of the standing office, no number or clause, issued after today, before its
            own day, another paper from that day, or no scan.
    """
    number, clause = tidy(new.number), tidy(new.clause)
    taken = SilenceRule.objects.filter(since=new.since, withdrawn_at__isnull=True).exists()
    refuse_if(
        objection_to_entering(
            actor,
            number=number,
            clause=clause,
            issued_on=new.issued_on,
            since=new.since,
            has_scan=bool(new.scan),
            is_taken=taken,
            on=localtime(at).date(),
        )
    )
    rule = SilenceRule.objects.create(
        meaning=Silence(new.meaning),
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
        verb="enter_silence_rule",
        subject=("silence_rule", rule.ref),
        said=f"Ghi {cite_of(rule)}: cơ quan quá hạn không trả lời {Silence(rule.meaning).label}, "
        f"yêu cầu hỏi từ ngày {say_date(rule.since)}; chờ xác nhận.",
    )
    return rule.ref
