"""What it means that an agency does not answer: only what a confirmed paper of the day says."""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import SilenceRule
from bangvang.appraisal.permissions.agency_opinions import READERS
from bangvang.appraisal.states import Silence
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date

MEANING_CHOICES = [(one.value, str(one.label)) for one in Silence]


@dataclass(frozen=True)
class SilenceSeen:
    """One paper as the office's page shows it."""

    ref: str
    meaning_name: str
    paper_said: str
    since: date
    scan: KeptFile
    entered_by: str
    entered_by_ref: str
    entered_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str

    @property
    def waits(self) -> bool:
        """Whether a second person has to say something."""
        return self.confirmed_at is None and self.withdrawn_at is None


def silence_rule_on(on: date) -> SilenceRule | None:
    """Return the paper that holds for what is asked on a day; only a confirmed one holds."""
    found = SilenceRule.objects.filter(
        since__lte=on, confirmed_at__isnull=False, withdrawn_at__isnull=True
    )
    return found.order_by("-since", "-pk").first()


def silence_said(rule: SilenceRule | None) -> str:
    """Return in words what silence means by a paper; empty where it means nothing."""
    if rule is None or rule.withdrawn_at is not None:
        return ""
    return f"quá hạn không trả lời {Silence(rule.meaning).label} ({cite_of(rule)})"


def cite_of(rule: SilenceRule) -> str:
    """Return the paper as others cite it, its clause first."""
    return f"{rule.clause} Văn bản số {rule.number} ngày {say_date(rule.issued_on)}"


def silence_rules_seen(actor: Actor) -> list[SilenceSeen]:
    """Return every paper, withdrawn ones too, the one that begins last first.

    Raises:
        Unseen: not of the standing office, nor an inspector.
    """
    if not actor.has(*READERS):
        raise Unseen
    found = SilenceRule.objects.select_related("scan").order_by("-since", "-pk")
    return [_seen(rule) for rule in found]


def silence_rule_for(actor: Actor, ref: str, *, lock: bool = False) -> SilenceRule:
    """Return a paper to act on.

    Raises:
        Unseen: no such paper for this actor, or withdrawn already.
    """
    found = SilenceRule.objects.filter(ref=ref, withdrawn_at__isnull=True)
    rule = (found.select_for_update() if lock else found).first()
    if rule is None or not actor.has(*READERS):
        raise Unseen
    return rule


def _seen(rule: SilenceRule) -> SilenceSeen:
    return SilenceSeen(
        ref=rule.ref,
        meaning_name=str(Silence(rule.meaning).label),
        paper_said=cite_of(rule),
        since=rule.since,
        scan=file_card(rule.scan),
        entered_by=rule.entered_by_name,
        entered_by_ref=rule.entered_by_ref,
        entered_at=rule.entered_at,
        confirmed_by=rule.confirmed_by_name,
        confirmed_at=rule.confirmed_at,
        withdrawn_by=rule.withdrawn_by_name,
        withdrawn_at=rule.withdrawn_at,
        withdrawn_reason=rule.withdrawn_reason,
    )
