"""Put what the office released for one award on the agenda of a session."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_voting
from bangvang.appraisal.permissions.consultations import objection_to_gate
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.consulted import held_at
from bangvang.appraisal.states import Gate
from bangvang.council.actions.agenda_order import next_order, touch
from bangvang.council.models import AgendaItem, AgendaKind, AgendaRow, Ballot, Session
from bangvang.council.permissions.sessions import (
    LIST_FROZEN,
    NOTHING_READY,
    objection_to_agenda,
)
from bangvang.council.selectors.sessions import day_of, session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.law import award_name
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import visible_to
from bangvang.nominations.states import Move, State


@transaction.atomic
def put_on_agenda(
    session_ref: str, award_code: str, achievement_year: int, *, actor: Actor, at: datetime
) -> str:
    """Put every ready row of an award and year under its ballot item; return the item's reference.

    The item is made at the end of the agenda unless the session already has it.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, called already, list frozen, nothing is ready, the office must
            look at a row again, or the people are still asked about one.
    """
    session = session_for(actor, session_ref, lock=True)
    refuse_if(objection_to_agenda(actor, session))
    ready = list(
        visible_to(actor)
        .filter(state=State.READY, award_code=award_code, achievement_year=achievement_year)
        .order_by("batch__reference_year", "batch__reference_no", "source_row", "pk")
        .select_for_update(of=("self",))
    )
    refuse_if(None if ready else NOTHING_READY)
    on, refs = localtime(at).date(), [row.ref for row in ready]
    refuse_if(
        objection_to_voting(barred_among(refs, on=on))
        or objection_to_gate(held_at(Gate.BEFORE_BALLOT, refs, on=on), Gate.BEFORE_BALLOT)
    )
    item = _item(session, award_code, achievement_year)
    refuse_if(LIST_FROZEN if Ballot.objects.filter(item=item).exists() else None)
    _add(item, ready)
    for nomination in ready:
        move(
            nomination,
            Move.PUT_ON_AGENDA,
            holder=f"Hội đồng, {session.title}",
            actor=actor,
            at=at,
        )
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="put_on_agenda",
        subject=("session", session_ref),
        said=f"Đưa {len(ready)} hồ sơ vào chương trình: {item.title}",
        details={"item": item.ref, "rows": len(ready)},
    )
    return item.ref


def _item(session: Session, award_code: str, achievement_year: int) -> AgendaItem:
    found = AgendaItem.objects.filter(
        session=session,
        kind=AgendaKind.BALLOT,
        award_code=award_code,
        achievement_year=achievement_year,
    ).first()
    if found is not None:
        return found
    name = award_name(award_code, day_of(session))
    return AgendaItem.objects.create(
        session=session,
        order=next_order(session),
        kind=AgendaKind.BALLOT,
        title=f"Xét, bỏ phiếu đề nghị tặng {name} năm {achievement_year}",
        award_code=award_code,
        achievement_year=achievement_year,
    )


def _add(item: AgendaItem, ready: list[Nomination]) -> None:
    begun = AgendaRow.objects.filter(item=item).count()
    AgendaRow.objects.bulk_create(
        AgendaRow(item=item, nomination=nomination, order=order)
        for order, nomination in enumerate(ready, start=begun + 1)
    )
