"""People who sign in to the chamber, and a session that is held today."""

from datetime import date, datetime, time, timedelta

from django.test import Client

from bangvang.accounts.models import Account, RoleHeld
from bangvang.council.tests.factories import province
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.clock import HANOI

PDF = b"%PDF-1.4\nban quet\n%%EOF"
NAMES = {
    Role.SECRETARY: "Vàng Thị Thư Ký",
    Role.TELLER: "Bùi Văn Đèo Mây",
    Role.CHAIR: "Giàng A Chủ Tọa",
    Role.MEMBER: "Tẩn Mẩy Ủy Viên",
    Role.OFFICE_HEAD: "Phạm Thị Thông Xanh",
    Role.UNIT_OFFICER: "Lê Thị Chè Xanh",
}


def signed_in(role: Role, *, username: str = "") -> Client:
    """Return a browser in which somebody of this role has signed in."""
    name = username or role.value.lower()
    account = Account.objects.filter(username=name).first()
    if account is None:
        account = Account(username=name, full_name=NAMES[role], title="Cán bộ")
        account.set_unusable_password()
        account.save()
        RoleHeld.objects.create(
            account=account, role=role, organisation=province(), since=date(2019, 1, 1)
        )
    client = Client()
    client.force_login(account, backend="bangvang.accounts.backend.AccountBackend")
    return client


def actor_named(username: str, role: Role) -> Actor:
    """Return who acts when this account is signed in."""
    account = Account.objects.get(username=username)
    here = province()
    return Actor(
        account.ref, account.full_name, account.title, here.ref, here.name, frozenset({role})
    )


def this_afternoon(days: int = 0) -> datetime:
    """Return two o'clock today, or some days from now."""
    return datetime.combine(clock.today() + timedelta(days), time(14), tzinfo=HANOI)
