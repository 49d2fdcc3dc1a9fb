"""Every address × every role, against one table that people can read (`access.txt`)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.registry.tests.factories import organisation

TABLE = Path(__file__).with_name("access.txt")
SIGN_IN = "/dang-nhap/"


def addresses(
    patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "/"
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield route, pattern


def table() -> dict[str, frozenset[str]]:
    rows = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            route, who = line.split(None, 1)
            rows[route] = frozenset(who.split())
    return rows


def declared(pattern: URLPattern) -> frozenset[str]:
    may: frozenset[Role] = pattern.callback.may  # type: ignore[attr-defined]  # set by `entry`
    if not may:
        return frozenset({"everyone"})
    return frozenset({"signed-in"}) if may == frozenset(Role) else frozenset(r.value for r in may)


def test_every_address_says_who_may_enter() -> None:
    silent = [route for route, pattern in addresses() if not hasattr(pattern.callback, "may")]

    assert silent == []


def test_the_table_and_the_addresses_say_the_same() -> None:
    assert {route: declared(pattern) for route, pattern in addresses()} == table()


def concrete(route: str) -> str:
    for before, after in {
        "<ref>": "khongcothat",
        "<paper_ref>": "khongcothat",
        "<secret>": "khong-that",
        "<slug>": "khong-co-that",
        "<slug:slug>": "khong-co-that",
    }.items():
        route = route.replace(before, after)
    while "<" in route:
        start, end = route.index("<"), route.index(">")
        word = "1" if route[start:].startswith("<int:") else "khongcothat"
        route = route[:start] + word + route[end + 1 :]
    return route


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role])
def test_the_doors_keep_to_the_table(role: Role | None, client: Client) -> None:
    if role is not None:
        client.force_login(
            account("ai-do", role, unit=organisation()),
            backend="bangvang.accounts.backend.AccountBackend",
        )
    client.raise_request_exception = False
    wrong = []
    for route, who in table().items():
        answer = client.get(concrete(route))
        let_in = bool(who & {"everyone"}) or (
            role is not None and (role.value in who or "signed-in" in who)
        )
        kept_out = answer.status_code == 403 or (
            answer.status_code == 302 and answer["Location"].startswith(SIGN_IN)
        )
        if answer.status_code >= 500 or let_in is kept_out:
            wrong.append((route, answer.status_code))

    assert wrong == []
