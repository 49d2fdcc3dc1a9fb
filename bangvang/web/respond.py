"""The few shapes of an answer: a page, going on after an act, a file to keep."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a page; working pages are never kept by a browser or a proxy."""
    answer = render(request, template, dict(context or {}), status=status)
    if request.user.is_authenticated:
        answer["Cache-Control"] = "no-store"
    return answer


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Send the whole page elsewhere, also when only a part of it was asked for."""
    if request.headers.get("HX-Request"):
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = address
        return answer
    return redirect(address)


def done(request: HttpRequest, *, to: str, say: str) -> HttpResponse:
    """Go on to `to` after an act and say there what was done."""
    messages.success(request, say)
    return redirect(to)


def download_pieces(
    pieces: Iterable[bytes], *, name: str, media_type: str
) -> StreamingHttpResponse:
    """Hand out a file as `download` does, while it is being written."""
    answer = StreamingHttpResponse(pieces, content_type=media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def download(data: bytes, *, name: str, media_type: str, inline: bool = False) -> HttpResponse:
    """Hand out a file under a Vietnamese name (RFC 6266), never to be kept by a proxy."""
    answer = HttpResponse(data, content_type=media_type)
    how = "inline" if inline else "attachment"
    answer["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
