"""Every component in every state, for whoever keeps the look."""

from django.http import HttpRequest, HttpResponse

from bangvang.web.components.gallery import gallery


def show(request: HttpRequest) -> HttpResponse:
    """Show the gallery."""
    return gallery(request)
