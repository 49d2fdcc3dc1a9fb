"""What stands around every page: navigation, who is signed in, notices, the demo's line."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.notifications.selectors.notifications import unread_count
from bangvang.web.door import actor_or_none, capacities_of
from bangvang.web.navigation import (
    DOORS,
    SEARCHES,
    SECTIONS,
    TITLES,
    Item,
    first_page,
    is_open,
)

LONGEST_QUERY = 200


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Return what the layouts expect; see `web/components/README.md`."""
    match = getattr(request, "resolver_match", None)
    namespace = match.namespace if match else "portal"
    actor = actor_or_none(request) if hasattr(request, "session") else None
    around: dict[str, Any] = {
        "demo_day": clock.standing_day(),
        "is_demonstration": settings.BANGVANG_DEMO,
        "sections": _items(SECTIONS, None, request),
        "register_href": reverse("portal:register") if is_open("portal:register") else "",
        "sign_in_href": _sign_in_href(actor),
        "signed_in": actor is not None,
    }
    if hasattr(request, "session"):
        around["notices"] = [
            {"kind": message.level_tag, "text": str(message)} for message in get_messages(request)
        ]
    if actor is not None:
        around["door"] = {
            "title": TITLES.get(namespace, ""),
            "home_href": reverse(first_page(actor)),
            "entries": _items(DOORS.get(namespace, ()), actor, request),
            "search_href": _search_href(namespace, actor),
            "search_words": _words_typed(request),
        }
        around["who"] = _who(request, actor)
    return around


def _search_href(namespace: str, actor: Actor) -> str:
    """Return where the box of a working door looks, empty where the actor may not look."""
    item = SEARCHES.get(namespace)
    if item is None or not actor.has(*item.may):
        return ""
    return reverse(item.url_name)


def _words_typed(request: HttpRequest) -> str:
    """Return what was typed into the box, so that it stands there still."""
    match = request.resolver_match
    is_search = match is not None and match.url_name == "search"
    return request.GET.get("q", "")[:LONGEST_QUERY] if is_search else ""


def _sign_in_href(actor: Actor | None) -> str:
    if not settings.BANGVANG_DOORS & {"units", "office", "council"}:
        return ""
    return reverse(first_page(actor)) if actor else reverse("gate:sign_in")


def _who(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "title": actor.title,
        "organisation": actor.organisation_name,
        "sign_out_href": reverse("gate:sign_out"),
        "other_capacities": [
            {"ref": other.organisation_ref, "label": other.organisation_name}
            for other in capacities_of(request)
            if other.organisation_ref != actor.organisation_ref
        ],
        "switch_href": reverse("gate:switch"),
    }


COUNTED_ON = frozenset({"today", "notifications"})
"""Pages that say how many notices are unread; elsewhere a page costs no query for it."""


def _unread(item: Item, actor: Actor | None, request: HttpRequest) -> int | None:
    """Return how many notices are unread, for their entry; nothing to say where all are read."""
    match = request.resolver_match
    if match is None or match.url_name not in COUNTED_ON:
        return None
    if actor is None or not item.url_name.endswith(":notifications"):
        return None
    return unread_count(actor) or None


def _items(
    items: tuple[Item, ...], actor: Actor | None, request: HttpRequest
) -> list[dict[str, Any]]:
    shown = []
    for item in items:
        if not is_open(item.url_name):
            continue
        if item.may and (actor is None or not actor.has(*item.may)):
            continue
        href = reverse(item.url_name)
        under = (href, *map(reverse, item.also))
        here = request.path == href if item.exactly else request.path.startswith(under)
        count = _unread(item, actor, request)
        shown.append({"label": item.label, "href": href, "current": here, "count": count})
    return shown
