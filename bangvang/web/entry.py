"""Each address says who may enter; what says nothing is closed."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from bangvang.foundation.actor import Role
from bangvang.web.door import actor_or_none
from bangvang.web.refusals import not_allowed

View = Callable[..., HttpResponseBase]

EVERYONE: frozenset[Role] = frozenset()
"""The word for an address that is open to people who have not signed in."""

SIGNED_IN: frozenset[Role] = frozenset(Role)
"""Whoever holds any role today."""


def entry(route: str, view: View, *, may: Collection[Role], name: str) -> URLPattern:
    """Return the address of a view, closed to everybody who holds none of the roles in `may`."""
    allowed = frozenset(may)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if allowed and (refusal := _refusal(request, allowed)):
            return refusal
        return view(request, *args, **kwargs)

    guarded.may = allowed  # type: ignore[attr-defined]  # read by the middleware and the access test
    return path(route, guarded, name=name)


def _refusal(request: HttpRequest, allowed: frozenset[Role]) -> HttpResponse | None:
    if not request.user.is_authenticated:
        if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
            answer = HttpResponse(status=204)
            target = urlencode({"next": request.headers.get("HX-Current-URL", "/")})
            answer["HX-Redirect"] = f"{reverse('gate:sign_in')}?{target}"
            return answer
        if request.method == "GET":
            return redirect_to_login(request.get_full_path(), reverse("gate:sign_in"))
        return redirect("gate:sign_in")
    actor = actor_or_none(request)
    if actor is None or not actor.has(*allowed):
        return not_allowed(request)
    return None


class ClosedUnlessDeclared:
    """Middleware: a view that was not declared through `entry` is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the check is in `process_view`."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what has no `may`."""
        return None if hasattr(view, "may") else not_allowed(request)
