"""Make a draft of a ballot's passed rows: a decision, or a submission to a higher authority."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_deciding_on
from bangvang.council.models import Ballot
from bangvang.decisions.actions.print_paper import print_paper
from bangvang.decisions.documents.wording import first_title
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.models.issuers import ISSUERS
from bangvang.decisions.permissions import objection_to_authority, objection_to_proposing
from bangvang.decisions.selectors.lists import (
    PassedList,
    objection_to_unasked,
    passed_list,
    stopped_names,
)
from bangvang.decisions.selectors.proposals import kind_under
from bangvang.decisions.states import KIND_NAMES, Kind, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.law import Authority, Seen, authority_for
from bangvang.registry.models import Organisation

DECISIONS_TURN = 4_170_004


@transaction.atomic
def propose(ballot_ref: str, *, authority_confirmed: bool, actor: Actor, at: datetime) -> str:
    """Make the draft with its lines and its first print, and return its reference.

    The lines are the passed rows of the ballot and nothing else. Who decides comes from the law of
    this day; where the text was not at hand, the head says expressly that it is so.

    Raises:
        Unseen: there is no such closed ballot for this actor.
        Refused: not the head, minutes not signed, nobody passed, proposed before, the authority
            neither certain nor confirmed, not the province's to propose, an open bar that
            nobody answered for, or somebody about whom the people are still asked.
        NotInForce: the law of this day does not say who decides.
    """
    wait_for_turn(DECISIONS_TURN)
    passed = passed_list(actor, ballot_ref)
    authority = authority_for(passed.result.award_code, on=at.date())
    is_certain = authority.seen is Seen.SOURCE
    refuse_if(
        objection_to_proposing(
            actor,
            passed.result,
            already=Decision.objects.filter(ballot__ref=ballot_ref).exists(),
            authority_is_certain=is_certain,
            authority_confirmed=authority_confirmed,
        )
        or objection_to_authority(authority)
        or objection_to_deciding_on(_stopped(passed, on=localtime(at).date()))
        or objection_to_unasked(
            [row.nomination.ref for row in passed.rows], on=localtime(at).date()
        )
    )
    note = "" if is_certain else f"{actor.name} xác nhận thẩm quyền: {authority.cite.text}."
    decision = _draft(passed, authority, note, actor, at)
    _add_lines(decision, passed)
    print_paper(decision, actor=actor, at=at)
    decision.save(update_fields=["document"])
    record(
        actor=actor,
        at=at,
        verb="propose",
        subject=("decision", decision.ref),
        said=f"Lập dự thảo {KIND_NAMES[Kind(decision.kind)].lower()} cho "
        f"{len(passed.rows)} trường hợp, từ kết quả bỏ phiếu {passed.result.session_title}."
        + (f" {note}" if note else ""),
        details={
            "ballot": ballot_ref,
            "list_digest": decision.list_digest,
            "authority": authority.key,
            "authority_seen": authority.seen.value,
            "authority_confirmed": bool(note),
        },
    )
    return decision.ref


def _stopped(passed: PassedList, *, on: date) -> tuple[str, ...]:
    return stopped_names(((row.nomination.ref, row.nomination.name) for row in passed.rows), on=on)


def _draft(
    passed: PassedList, authority: Authority, note: str, actor: Actor, at: datetime
) -> Decision:
    kind = kind_under(authority)
    issuer = ISSUERS[kind]
    result = passed.result
    return Decision.objects.create(
        kind=kind,
        ballot=Ballot.objects.get(ref=result.ballot_ref),
        award_code=result.award_code,
        achievement_year=result.achievement_year,
        title=first_title(kind, result.award_code, result.achievement_year, on=at.date()),
        authority_key=authority.key,
        authority_name=authority.name_vi,
        authority_note=note,
        issuer=issuer.name,
        symbol=issuer.symbol,
        state=State.DRAFT,
        list_digest=passed.digest,
        proposed_by_name=actor.name,
        proposed_at=at,
    )


def _add_lines(decision: Decision, passed: PassedList) -> None:
    refs = {row.nomination.unit_ref for row in passed.rows}
    units = dict(Organisation.objects.filter(ref__in=refs).values_list("ref", "pk"))
    Line.objects.bulk_create(
        Line(
            decision=decision,
            order=row.order,
            nomination_id=row.nomination_id,
            subject=row.nomination.subject,
            name=row.nomination.name,
            position=row.nomination.position,
            unit_name=row.nomination.unit_name,
            unit_id=units[row.nomination.unit_ref],
            kind=row.nomination.kind,
            achievement=row.nomination.achievement,
            yes=row.yes,
            total=row.total,
        )
        for row in passed.rows
    )
