"""Who may sign in: no suspended account, and no demonstration account outside a demonstration."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from bangvang.accounts.models import Account, RoleHeld


class AccountBackend(ModelBackend):
    """Django's own check of a password, with our rule of who may come in."""

    def user_can_authenticate(self, user: AbstractBaseUser | AnonymousUser | None) -> bool:
        """Refuse suspended accounts, and those whose password everybody knows."""
        if not isinstance(user, Account) or not user.is_active:
            return False
        return settings.BANGVANG_DEMO or not user.is_demonstration

    def get_user(self, user_id: int) -> Account | None:
        """Return the account of a session with the roles it holds, in one query.

        None for an account that is not there or may not come in. Whoever holds no role is read
        as Django does.
        """
        held = list(
            RoleHeld.objects.filter(account=user_id)
            .select_related("account", "organisation")
            .order_by("since", "pk")
        )
        if not held:
            return super().get_user(user_id)
        account = held[0].account
        account.roles_read = held
        return account if self.user_can_authenticate(account) else None
