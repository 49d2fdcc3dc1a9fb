"""Searching the whole register."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.web.components.pieces import Tab
from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.web.searching import searched


@require_http_methods(["GET"])
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what is meant; words and filters stay in the address."""
    return found(request)


def found(request: HttpRequest, kind: str = "", tabs: tuple[Tab, ...] = ()) -> HttpResponse:
    """Return the page of results, also for the lists of people and of collectives."""
    shown = searched(
        request, actor_of(request), person="office:person", body="office:collective", kind=kind
    )
    return page(request, "office/search/show.html", {"searched": shown, "tabs": tabs})
