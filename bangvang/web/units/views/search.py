"""Searching the unit's own branch of the register."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.web.saved_searches import forget, save, saved_shown
from bangvang.web.searching import said_in, searched


@require_http_methods(["GET"])
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what is meant; words and filters stay in the address."""
    actor = actor_of(request)
    context = {
        "searched": searched(request, actor, person="units:person", body="units:collective"),
        "kept": saved_shown(actor, said_in(request, actor), door="units"),
    }
    return page(request, "units/search/show.html", context)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Keep this search under a name."""
    return save(request, door="units")


@require_POST
def let_go(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one of one's own searches off the list."""
    return forget(request, ref, door="units")
