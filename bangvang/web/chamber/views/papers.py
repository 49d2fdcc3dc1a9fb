"""Printed papers and scans of sessions."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.council.selectors.papers import paper_file_for
from bangvang.foundation.files.selectors import read
from bangvang.web.door import actor_of
from bangvang.web.respond import download


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out a file of a session."""
    kept = paper_file_for(actor_of(request), ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)
