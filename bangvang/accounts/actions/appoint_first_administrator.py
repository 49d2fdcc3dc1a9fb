"""Open the very first account of an empty system."""

from datetime import date, datetime

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction

from bangvang.accounts.models import Account, RoleHeld
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.organisations import organisation_named

OFFICE = "Cơ quan thường trực Hội đồng Thi đua - Khen thưởng tỉnh"
NOT_EMPTY = Objection("NOT_EMPTY", "Hệ thống đã có tài khoản; quản trị hệ thống mở tài khoản mới.")


@transaction.atomic
def appoint_first_administrator(*, since: date, at: datetime) -> tuple[str, str]:
    """Open `quantri` for the standing office; return its reference and a one-time secret.

    Raises:
        Refused: there is an account already.
    """
    refuse_if(NOT_EMPTY if Account.objects.exists() else None)
    installer = Actor("", "Người cài đặt", "", "", "")
    account = Account(username="quantri", full_name="Quản trị hệ thống", title="Quản trị hệ thống")
    account.set_unusable_password()
    account.save()
    office = register_organisation(
        OFFICE, kind=OrganisationKind.DEPARTMENT, since=since, actor=installer, at=at
    )
    RoleHeld.objects.create(
        account=account,
        role=Role.ADMINISTRATOR,
        organisation=organisation_named(office),
        since=since,
    )
    record(
        actor=installer,
        at=at,
        verb="appoint_first_administrator",
        subject=("account", account.ref),
        said="Mở tài khoản quản trị đầu tiên của hệ thống trống.",
    )
    return account.ref, default_token_generator.make_token(account)
