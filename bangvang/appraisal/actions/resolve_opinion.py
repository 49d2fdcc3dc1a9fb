"""Say what the office makes of an opinion; it then waits for the head."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import Opinion, OpinionResolution, ResolutionKind
from bangvang.appraisal.permissions.opinions import objection_to_resolving
from bangvang.appraisal.selectors.opinions import opinion_for
from bangvang.appraisal.states import OPINION_LIFE, OpinionMove, OpinionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.nominations.permissions import objection_to_version


@dataclass(frozen=True)
class Resolved:
    """What becomes of an opinion; whom it was passed on to, by which paper, if it was."""

    kind: str
    why: str
    to_whom: str = ""
    paper_no: str = ""
    paper_on: date | None = None


@transaction.atomic
def resolve_opinion(ref: str, said: Resolved, *, version: int, actor: Actor, at: datetime) -> None:
    """Keep what the officer makes of it; it waits for the head.

    Raises:
        Unseen: no such opinion for this actor.
        Refused: not of the standing office, resolved already, no reason, passed on without the
            paper, or changed since it was seen.
    """
    opinion = opinion_for(actor, ref, lock=True)
    kind = ResolutionKind(said.kind)
    why, whom, number = said.why.strip(), tidy(said.to_whom), tidy(said.paper_no)
    refuse_if(
        objection_to_resolving(
            actor,
            opinion,
            kind=kind,
            why=why,
            passed_on=(whom, number, said.paper_on),
            on=localtime(at).date(),
        )
        or objection_to_version(opinion.version, version)
    )
    is_passed_on = kind is ResolutionKind.FORWARDED
    OpinionResolution.objects.create(
        opinion=opinion,
        kind=kind,
        why=why,
        to_whom=whom if is_passed_on else "",
        paper_no=number if is_passed_on else "",
        paper_on=said.paper_on if is_passed_on else None,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
    paper = (
        f", {whom}, số {number} ngày {say_date(said.paper_on)}"
        if is_passed_on and said.paper_on
        else ""
    )
    move_opinion(opinion, OpinionMove.RESOLVE, f"{kind.label.lower()}{paper}", actor, at)


def move_opinion(
    opinion: Opinion, what: OpinionMove, said: str, actor: Actor, at: datetime
) -> None:
    """Move a locked opinion on, and leave one audit entry."""
    opinion.state = OPINION_LIFE.target(what, OpinionState(opinion.state))
    opinion.version += 1
    opinion.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb=f"{what.value.lower()}_opinion",
        subject=("consultation", opinion.consultation.ref),
        said=f"Ý kiến số {opinion.receipt_no}: {said}.",
        details={"opinion": opinion.ref},
    )
