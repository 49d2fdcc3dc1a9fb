"""End a role on a day and, if somebody takes it over, let them hold it from that day."""

from datetime import date, datetime

from django.db import transaction

from bangvang.accounts.models import RoleHeld
from bangvang.accounts.permissions import (
    OWN_ACCOUNT,
    ROLE_ENDED,
    SAME_ACCOUNT,
    objection_to_body,
    objection_to_giving_role,
)
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import ROLE_NAMES, Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import say_date


@transaction.atomic
def hand_over_role(
    ref: str, held_id: int, *, to_ref: str | None, on: date, actor: Actor, at: datetime
) -> None:
    """Let the role end on `on` (that day no longer held) and begin for `to_ref` the same day.

    Args:
        ref: whose role it is.
        held_id: which of that account's tenures ends.
        to_ref: the account that takes over; None if the role is only laid down.
        on: the first day on which the old holder has it no more.
        actor: an administrator.
        at: the moment of the act.

    Raises:
        Unseen: no such account or tenure for this actor.
        Refused: the own account, the same account, or the tenure does not run on that day.
    """
    for locked in sorted({ref, to_ref or ref}):
        account_to_change(actor, locked)
    account = account_to_change(actor, ref)
    refuse_if(OWN_ACCOUNT if account.ref == actor.account_ref else None)
    held = (
        RoleHeld.objects.select_related("organisation").filter(account=account, pk=held_id).first()
    )
    if held is None:
        raise Unseen
    running = held.since <= on and (held.until is None or held.until > on)
    refuse_if(None if running else ROLE_ENDED)
    held.until = on
    held.save(update_fields=["until"])
    said = f"{account.full_name} thôi vai trò {ROLE_NAMES[Role(held.role)]} từ ngày {say_date(on)}"
    if to_ref is not None:
        said += f", {_take_over(held, to_ref, on, actor)} nhận thay"
    record(
        actor=actor,
        at=at,
        verb="hand_over_role",
        subject=("account", ref),
        said=f"{said}.",
        details={"role": held.role, "to": to_ref, "on": on.isoformat()},
    )


def _take_over(held: RoleHeld, to_ref: str, on: date, actor: Actor) -> str:
    successor = account_to_change(actor, to_ref)
    refuse_if(SAME_ACCOUNT if successor.pk == held.account_id else None)
    theirs = RoleHeld.objects.filter(
        account=successor, role=held.role, organisation=held.organisation
    )
    refuse_if(objection_to_giving_role(successor, list(theirs), since=on))
    refuse_if(objection_to_body(held.organisation, since=on))
    RoleHeld.objects.create(
        account=successor, role=held.role, organisation=held.organisation, since=on
    )
    return successor.full_name
