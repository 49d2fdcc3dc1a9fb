"""Searching the whole register."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.web.components.pieces import Tab
from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.web.saved_searches import forget, save, saved_shown
from bangvang.web.searching import said_in, searched


@require_http_methods(["GET"])
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what is meant; words and filters stay in the address."""
    return found(request)


def found(request: HttpRequest, kind: str = "", tabs: tuple[Tab, ...] = ()) -> HttpResponse:
    """Return the page of results, also for the lists of people and of collectives."""
    actor = actor_of(request)
    context = {
        "searched": searched(
            request, actor, person="office:person", body="office:collective", kind=kind
        ),
        "kept": saved_shown(actor, said_in(request, actor, kind), door="office"),
        "tabs": tabs,
    }
    return page(request, "office/search/show.html", context)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Keep this search under a name."""
    return save(request, door="office")


@require_POST
def let_go(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one of one's own searches off the list."""
    return forget(request, ref, door="office")
