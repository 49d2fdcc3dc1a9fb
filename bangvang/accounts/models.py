"""Accounts, and the roles they hold for an organisation from one day to another."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from bangvang.foundation.actor import ROLE_NAMES, Role
from bangvang.foundation.ref import new_ref
from bangvang.registry.models import MOVES, Organisation


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their sign-in name."""


class Account(AbstractBaseUser):
    """Somebody who may sign in; what they may do stands in `RoleHeld`."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    username = models.CharField(max_length=40, unique=True)
    full_name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    mail_address = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name", "title"]

    roles_read: "list[RoleHeld] | None" = None
    """All roles, ended ones too, where they were read together with the account."""

    objects = AccountManager()

    def __str__(self) -> str:
        """Return the sign-in name."""
        return self.username


class RoleHeld(models.Model):
    """A role that an account holds for an organisation on `[since, until)`."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="roles_held")
    role = models.CharField(
        max_length=20, choices=[(role.value, name) for role, name in ROLE_NAMES.items()]
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    joining = {"organisation": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="role_ends_not_before_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="role_is_known"
            ),
        ]

    def __str__(self) -> str:
        """Return role and organisation."""
        return f"{self.role} {self.organisation_id}"
