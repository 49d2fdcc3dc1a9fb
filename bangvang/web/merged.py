"""Old addresses: the page of a record that was merged goes on to the one that stands."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from bangvang.foundation.objection import Unseen
from bangvang.registry.selectors.holders import kept_ref
from bangvang.registry.states import HolderKind

View = Callable[..., HttpResponse]


def answers_for_merged(of: HolderKind) -> Callable[[View], View]:
    """Let a view, whose address names the record as `ref`, answer for merged records too.

    Only reading is sent on; what was posted to an old address stays unseen.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        def answering(request: HttpRequest, ref: str, **named: str) -> HttpResponse:
            try:
                return view(request, ref, **named)
            except Unseen:
                into = kept_ref(of, ref) if request.method in {"GET", "HEAD"} else None
                if into is None or request.resolver_match is None:
                    raise
                name = request.resolver_match.view_name
                return redirect(reverse(name, kwargs={"ref": into, **named}))

        return answering

    return decorated
