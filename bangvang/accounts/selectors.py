"""Reading accounts: the actors of an account on a day, and the administrator's lists."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q

from bangvang.accounts.lockout import failures_of
from bangvang.accounts.models import Account, RoleHeld
from bangvang.foundation.actor import ROLE_NAMES, Actor, Role
from bangvang.foundation.objection import Unseen


@dataclass(frozen=True)
class HeldRow:
    """One role held, as the administrator sees it."""

    id: int
    role: str
    role_name: str
    organisation_name: str
    since: date
    until: date | None
    in_force: bool


@dataclass(frozen=True)
class Holder:
    """Somebody who acts for an organisation, as whoever writes to them sees it."""

    account_id: int
    account_ref: str
    name: str
    has_mail: bool
    organisation_id: int
    organisation_name: str


@dataclass(frozen=True)
class AccountRow:
    """One account, as the administrator sees it."""

    ref: str
    username: str
    full_name: str
    title: str
    mail_address: str
    is_active: bool
    has_password: bool
    failures: int
    roles: tuple[HeldRow, ...]


def actors_of(account: AbstractBaseUser | AnonymousUser, *, on: date) -> list[Actor]:
    """Return one actor for each organisation the account acts for that day, first role first.

    Nobody signed in, or a suspended account, acts for none. A role ends with the organisation it
    is held for, save that of the administrator, who must be able to give the others anew.
    """
    if not isinstance(account, Account) or not account.is_active:
        return []
    held: Iterable[RoleHeld] | None = account.roles_read
    if held is None:
        roles = RoleHeld.objects.filter(account=account).select_related("organisation")
        held = roles.order_by("since", "pk")
    found: dict[str, tuple[str, set[Role]]] = {}
    for row in (one for one in held if _holds(one, on)):
        found.setdefault(row.organisation.ref, (row.organisation.name, set()))[1].add(
            Role(row.role)
        )
    return [
        Actor(account.ref, account.full_name, account.title, ref, name, frozenset(roles))
        for ref, (name, roles) in found.items()
    ]


def name_holding(role: Role, *, organisation_ref: str, on: date) -> str:
    """Return who holds a role for an organisation that day; "" unless it is one person."""
    names = (
        RoleHeld.objects.filter(
            _in_force(on), role=role, organisation__ref=organisation_ref, account__is_active=True
        )
        .values_list("account__full_name", flat=True)
        .distinct()
    )
    found = list(names[:2])
    return found[0] if len(found) == 1 else ""


def holders_of(
    roles: Collection[Role], *, on: date, organisation_ids: Collection[int] | None = None
) -> list[Holder]:
    """Return who holds one of the roles that day, once for each organisation, by its name.

    `organisation_ids` None: for any organisation.
    """
    held = RoleHeld.objects.filter(
        _in_force(on) & _organisation_exists(on), role__in=roles, account__is_active=True
    )
    if organisation_ids is not None:
        held = held.filter(organisation__in=organisation_ids)
    found = held.select_related("account", "organisation").order_by(
        "organisation__sort_key", "organisation", "account__full_name", "account", "pk"
    )
    once = {(row.account_id, row.organisation_id): row for row in found}
    return [
        Holder(
            row.account_id,
            row.account.ref,
            row.account.full_name,
            bool(row.account.mail_address),
            row.organisation_id,
            row.organisation.name,
        )
        for row in once.values()
    ]


def specialists_on(on: date) -> list[tuple[Actor, frozenset[str]]]:
    """Return whoever appraises that day, by name, and for which bodies each acts as a unit too."""
    held = RoleHeld.objects.filter(_in_force(on), role=Role.SPECIALIST, account__is_active=True)
    accounts = Account.objects.filter(pk__in=held.values("account")).order_by("full_name", "pk")
    found = []
    for account in accounts:
        actors = actors_of(account, on=on)
        appraises = next((one for one in actors if one.has(Role.SPECIALIST)), None)
        units = (one for one in actors if one.has(Role.UNIT_OFFICER, Role.UNIT_HEAD))
        if appraises:
            found.append((appraises, frozenset(one.organisation_ref for one in units)))
    return found


def accounts_for(actor: Actor, *, on: date) -> list[AccountRow]:
    """Return every account by name; only an administrator sees any."""
    if not actor.has(Role.ADMINISTRATOR):
        return []
    accounts = Account.objects.prefetch_related("roles_held__organisation").order_by("username")
    return [_row(account, on) for account in accounts]


def account_for(actor: Actor, ref: str, *, on: date) -> AccountRow:
    """Return one account as the administrator sees it.

    Raises:
        Unseen: no such account, or the actor is no administrator.
    """
    account = Account.objects.prefetch_related("roles_held__organisation").filter(ref=ref).first()
    if account is None or not actor.has(Role.ADMINISTRATOR):
        raise Unseen
    return _row(account, on)


def account_to_change(actor: Actor, ref: str) -> Account:
    """Return the locked account for an administrator's action.

    Raises:
        Unseen: no such account, or the actor is no administrator.
    """
    account = Account.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    if account is None or not actor.has(Role.ADMINISTRATOR):
        raise Unseen
    return account


def has_accounts() -> bool:
    """Tell whether anybody has an account at all."""
    return Account.objects.exists()


def has_demonstration_accounts() -> bool:
    """Tell whether the database holds demonstration accounts, whose passwords everybody knows."""
    return Account.objects.filter(is_demonstration=True).exists()


def accounts_acting_for(organisation_refs: Collection[str], *, on: date) -> int:
    """Return how many accounts hold a role for these organisations that day and would lose it."""
    held = RoleHeld.objects.filter(
        _in_force(on) & _organisation_exists(on),
        organisation__ref__in=organisation_refs,
        account__is_active=True,
    )
    return held.exclude(role=Role.ADMINISTRATOR).values("account").distinct().count()


def units_without(roles: Collection[Role], refs: Collection[str], *, on: date) -> set[str]:
    """Return which of the organisations lack somebody in one of the roles that day."""
    held = RoleHeld.objects.filter(
        _in_force(on), role__in=roles, organisation__ref__in=refs, account__is_active=True
    )
    has = set(held.values_list("organisation__ref", "role"))
    return {ref for ref in refs if any((ref, role.value) not in has for role in roles)}


def _organisation_exists(on: date) -> Q:
    goes_on = Q(organisation__until__isnull=True) | Q(organisation__until__gt=on)
    return goes_on | Q(role=Role.ADMINISTRATOR)


def _in_force(on: date) -> Q:
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def _holds(held: RoleHeld, on: date) -> bool:
    ended = held.organisation.until
    if ended is not None and ended <= on and held.role != Role.ADMINISTRATOR:
        return False
    return held.since <= on and (held.until is None or held.until > on)


def _row(account: Account, on: date) -> AccountRow:
    held = sorted(account.roles_held.all(), key=lambda h: (h.since, h.pk), reverse=True)
    return AccountRow(
        ref=account.ref,
        username=account.username,
        full_name=account.full_name,
        title=account.title,
        mail_address=account.mail_address,
        is_active=account.is_active,
        has_password=account.has_usable_password(),
        failures=failures_of(account.username),
        roles=tuple(
            HeldRow(
                h.pk,
                h.role,
                ROLE_NAMES[Role(h.role)],
                h.organisation.name,
                h.since,
                h.until,
                _holds(h, on),
            )
            for h in held
        ),
    )
