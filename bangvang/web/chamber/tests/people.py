"""People who sign in to the chamber."""

from django.contrib.auth import get_user_model
from django.test import Client

from bangvang.accounts.tests.factories import account
from bangvang.council.tests.factories import province
from bangvang.foundation.actor import Actor, Role

PDF = b"%PDF-1.4\nban quet\n%%EOF"
BACKEND = "bangvang.accounts.backend.AccountBackend"


def signed_in(role: Role, *, username: str = "") -> Client:
    """Return a browser in which somebody of this role has signed in; twice is the same person."""
    name = username or role.value.lower()
    known = get_user_model().objects.filter(username=name).first()
    client = Client()
    client.force_login(known or account(name, role, unit=province()), backend=BACKEND)
    return client


def actor_named(username: str, role: Role) -> Actor:
    """Return who acts when this account is signed in."""
    found = get_user_model().objects.get(username=username)
    here = province()
    return Actor(found.ref, found.full_name, found.title, here.ref, here.name, frozenset({role}))
