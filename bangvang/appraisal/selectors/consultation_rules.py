"""Which awards are put to the people: by the law, by the province's papers, or by nobody yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import ConsultationRule, ConsultedRow, RulePaper
from bangvang.appraisal.permissions.consultations import READERS
from bangvang.appraisal.states import GATE_NAMES, Gate
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Asked, award_name, public_comment_on


@dataclass(frozen=True)
class AskedAbout:
    """Whether the people are asked of an award, before which step, and by what.

    `working_days` None: no paper says how many. `cite` is empty where nothing asks.
    """

    asked: Asked
    gate: Gate
    working_days: int | None
    cite: str


RULE_CHOICES = [(paper.value, str(paper.label)) for paper in RulePaper]
NOT_ASKED = AskedAbout(Asked.NOT_NAMED, Gate.BEFORE_SUBMISSION, None, "")


@dataclass(frozen=True)
class RuleSeen:
    """One paper as the office's page shows it."""

    ref: str
    award_name: str
    is_asked: bool
    working_days: int | None
    gate_name: str
    paper_said: str
    since: date
    scan: KeptFile
    entered_by: str
    entered_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str


def gate_choices() -> list[tuple[str, str]]:
    """Return the steps that may wait for a list, with the words."""
    return [(gate.value, name) for gate, name in GATE_NAMES.items()]


def asked_about(pairs: Iterable[tuple[str, date]]) -> dict[tuple[str, date], AskedAbout]:
    """Return for each award and day of receipt whether the people are asked; one query."""
    wanted = set(pairs)
    found = ConsultationRule.objects.filter(
        award_code__in={code for code, _ in wanted}, withdrawn_at__isnull=True
    )
    rules = list(found.order_by("since", "pk"))
    return {(code, on): _asked(code, on, rules) for code, on in wanted}


def newest_rule(award_code: str) -> ConsultationRule | None:
    """Return the paper on an award that begins last; withdrawn ones do not count."""
    found = ConsultationRule.objects.filter(award_code=award_code, withdrawn_at__isnull=True)
    return found.order_by("-since", "-pk").first()


def rules_seen(actor: Actor) -> list[RuleSeen]:
    """Return every paper, withdrawn ones too, the one that begins last first.

    Raises:
        Unseen: not of the standing office, nor an inspector.
    """
    if not actor.has(*READERS):
        raise Unseen
    found = ConsultationRule.objects.select_related("scan").order_by("-since", "-pk")
    return [_seen(rule) for rule in found]


def rule_for(actor: Actor, ref: str, *, lock: bool = False) -> ConsultationRule:
    """Return a paper to act on.

    Raises:
        Unseen: no such paper for this actor, or withdrawn already.
    """
    found = ConsultationRule.objects.filter(ref=ref, withdrawn_at__isnull=True)
    rule = (found.select_for_update() if lock else found).first()
    if rule is None or not actor.has(*READERS):
        raise Unseen
    return rule


def is_used(rule: ConsultationRule) -> bool:
    """Tell whether a list with this award was opened since the paper was entered."""
    found = ConsultedRow.objects.filter(award_code=rule.award_code)
    return found.filter(consultation__opened_at__gte=rule.entered_at).exists()


def cite_of(rule: ConsultationRule) -> str:
    """Return the paper as others cite it, its clause first."""
    return f"{rule.clause} Văn bản số {rule.number} ngày {say_date(rule.issued_on)}"


def _asked(code: str, on: date, rules: list[ConsultationRule]) -> AskedAbout:
    law = public_comment_on(code, on)
    holding = [rule for rule in rules if rule.award_code == code and rule.since <= on]
    rule = holding[-1] if holding else None
    by_law = law.asked is Asked.ASKED
    if rule is not None and rule.is_asked:
        cites = [law.cite.text] if by_law and law.cite else []
        return AskedAbout(
            Asked.ASKED, Gate(rule.gate), rule.working_days, "; ".join([*cites, cite_of(rule)])
        )
    if rule is not None and not by_law:
        return NOT_ASKED
    if law.asked is Asked.NOT_NAMED or law.cite is None:
        return NOT_ASKED
    return AskedAbout(law.asked, Gate.BEFORE_SUBMISSION, None, law.cite.text)


def _seen(rule: ConsultationRule) -> RuleSeen:
    return RuleSeen(
        ref=rule.ref,
        award_name=award_name(rule.award_code, rule.since),
        is_asked=rule.is_asked,
        working_days=rule.working_days,
        gate_name=GATE_NAMES[Gate(rule.gate)] if rule.gate else "",
        paper_said=f"{RulePaper(rule.paper).label}: {cite_of(rule)}",
        since=rule.since,
        scan=file_card(rule.scan),
        entered_by=rule.entered_by_name,
        entered_at=rule.entered_at,
        withdrawn_at=rule.withdrawn_at,
        withdrawn_by=rule.withdrawn_by_name,
        withdrawn_reason=rule.withdrawn_reason,
    )
