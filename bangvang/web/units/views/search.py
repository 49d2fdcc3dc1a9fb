"""Searching the unit's own branch of the register."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.web.searching import searched


@require_http_methods(["GET"])
def search(request: HttpRequest) -> HttpResponse:
    """Show who and what is meant; words and filters stay in the address."""
    shown = searched(request, actor_of(request), person="units:person", body="units:collective")
    return page(request, "units/search/show.html", {"searched": shown})
