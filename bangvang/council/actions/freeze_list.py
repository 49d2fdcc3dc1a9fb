"""Freeze the list of a ballot item: from here on it has a code, and papers can be printed."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_voting
from bangvang.appraisal.permissions.consultations import objection_to_gate
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.consulted import held_at
from bangvang.appraisal.states import Gate
from bangvang.council.models import AgendaItem, AgendaKind, AgendaRow, Ballot, BallotRow, Session
from bangvang.council.permissions.ballots import objection_to_freezing
from bangvang.council.selectors.agenda import item_of
from bangvang.council.selectors.marks import pass_mark_of
from bangvang.council.selectors.sessions import day_of, session_for
from bangvang.council.states import BallotState
from bangvang.council.tally import code_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import Nomination


@transaction.atomic
def freeze_list(session_ref: str, item_ref: str, *, actor: Actor, at: datetime) -> str:
    """Copy the rows of a ballot item into a ballot and return its reference.

    Raises:
        Unseen: no such session or point.
        UnknownAward, NotInForce: the law does not know the award, or nothing of that day.
        Refused: not the secretary, not called, frozen already, empty, no pass mark is known,
            the office must look at a row again, or the people are still asked about one.
    """
    session = session_for(actor, session_ref, lock=True)
    item = item_of(session, item_ref)
    is_ballot_item = item.kind == AgendaKind.BALLOT
    nominations = [
        row.nomination
        for row in AgendaRow.objects.filter(item=item)
        .select_related("nomination__unit")
        .order_by("order", "pk")
    ]
    refuse_if(
        objection_to_freezing(
            actor,
            session,
            is_ballot_item=is_ballot_item,
            has_ballot=Ballot.objects.filter(item=item).exists(),
            rows=len(nominations),
            has_mark=is_ballot_item and _has_mark(session, item),
        )
    )
    on, refs = localtime(at).date(), [one.ref for one in nominations]
    refuse_if(
        objection_to_voting(barred_among(refs, on=on))
        or objection_to_gate(held_at(Gate.BEFORE_BALLOT, refs, on=on), Gate.BEFORE_BALLOT)
    )
    ballot = Ballot.objects.create(
        session=session,
        item=item,
        state=BallotState.PREPARED,
        manifest_code=code_of(_manifest(session, item, nominations)),
    )
    BallotRow.objects.bulk_create(
        _row(ballot, order, nomination) for order, nomination in enumerate(nominations, start=1)
    )
    record(
        actor=actor,
        at=at,
        verb="freeze_list",
        subject=("ballot", ballot.ref),
        said=f"Chốt danh sách bầu {len(nominations)} dòng, mã danh sách {ballot.manifest_said}.",
        details={"session": session_ref, "item": item_ref, "manifest": ballot.manifest_code},
    )
    return ballot.ref


def _has_mark(session: Session, item: AgendaItem) -> bool:
    return pass_mark_of(session.council_id, item.award_code, on=day_of(session)) is not None


def _manifest(session: Session, item: AgendaItem, nominations: list[Nomination]) -> object:
    return {
        "session": session.ref,
        "item": item.ref,
        "award": item.award_code,
        "year": item.achievement_year,
        "rows": [[n.ref, n.name, n.position, n.unit_name] for n in nominations],
    }


def _row(ballot: Ballot, order: int, nomination: Nomination) -> BallotRow:
    birth_on = nomination.birth_on
    return BallotRow(
        ballot=ballot,
        order=order,
        nomination=nomination,
        name=nomination.name,
        birth_year=birth_on.year if birth_on else nomination.birth_year,
        sex=nomination.sex,
        position=nomination.position,
        unit_name=nomination.unit_name,
        award_code=nomination.award_code,
    )
