"""Rows that leave an agenda."""

from collections.abc import Iterable
from datetime import datetime

from bangvang.council.models import AgendaItem, AgendaRow, Ballot
from bangvang.foundation.actor import Actor
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import Move

SECRETARY = "Thư ký Hội đồng"


def has_ballot(item: AgendaItem) -> bool:
    """Tell whether the list of the point is frozen."""
    return Ballot.objects.filter(item=item).exists()


def let_go(rows: Iterable[AgendaRow], *, reason: str, actor: Actor, at: datetime) -> None:
    """Let rows of an agenda be ready for another session."""
    wanted = [row.nomination_id for row in rows]
    nominations = Nomination.objects.select_for_update(of=("self",)).filter(pk__in=wanted)
    for nomination in nominations.order_by("pk"):
        move(nomination, Move.TAKE_OFF_AGENDA, holder=SECRETARY, actor=actor, at=at, reason=reason)
    AgendaRow.objects.filter(pk__in=[row.pk for row in rows]).delete()
