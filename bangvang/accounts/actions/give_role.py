"""Give a role for an organisation from a day."""

from datetime import date, datetime

from django.db import transaction

from bangvang.accounts.models import RoleHeld
from bangvang.accounts.permissions import objection_to_body, objection_to_giving_role
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import ROLE_NAMES, Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.organisations import organisation_named


@transaction.atomic
def give_role(
    ref: str, role: Role, organisation_ref: str, *, since: date, actor: Actor, at: datetime
) -> None:
    """Let an account hold a role for an organisation on `[since, …)`.

    Raises:
        Unseen: no such account or organisation for this actor.
        Refused: suspended, the same role is still held on that day, or the organisation is no more.
    """
    account = account_to_change(actor, ref)
    organisation = organisation_named(organisation_ref)
    held = list(RoleHeld.objects.filter(account=account, role=role, organisation=organisation))
    refuse_if(objection_to_giving_role(account, held, since=since))
    refuse_if(objection_to_body(organisation, since=since))
    RoleHeld.objects.create(account=account, role=role, organisation=organisation, since=since)
    record(
        actor=actor,
        at=at,
        verb="give_role",
        subject=("account", ref),
        said=f"Giao vai trò {ROLE_NAMES[role]} ({organisation.name}) cho {account.full_name} "
        f"từ ngày {say_date(since)}.",
        details={"role": role.value, "organisation": organisation.ref, "since": since.isoformat()},
    )
