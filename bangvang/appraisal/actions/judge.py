"""Keep one person's conclusion about a row; called by the actions beside it."""

from datetime import datetime

from bangvang.appraisal.models import Judgement, StoredFinding, Verdict
from bangvang.foundation.actor import Actor
from bangvang.nominations.models import Nomination


def judge(
    nomination: Nomination,
    finding: StoredFinding,
    verdict: Verdict,
    *,
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    """Add the conclusion in the caller's transaction; the caller moves the row and audits it."""
    Judgement.objects.create(
        nomination=nomination,
        finding=finding,
        verdict=verdict,
        reason=reason,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
