"""Who may sign in: no suspended account, and no demonstration account outside a demonstration."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from bangvang.accounts.models import Account


class AccountBackend(ModelBackend):
    """Django's own check of a password, with our rule of who may come in."""

    def user_can_authenticate(self, user: AbstractBaseUser | AnonymousUser | None) -> bool:
        """Refuse suspended accounts, and those whose password everybody knows."""
        if not isinstance(user, Account) or not user.is_active:
            return False
        return settings.BANGVANG_DEMO or not user.is_demonstration
