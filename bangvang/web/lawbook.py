"""Every request is answered under the law as two people have confirmed it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from bangvang.law import using_when_asked
from bangvang.lawbook.selectors.texts import texts_in_use


class LawInUse:
    """Middleware: lays the confirmed readings over the shipped law while a request is answered.

    One small query in a request that asks the law, none in others. All questions of one request
    have the same law, even if somebody confirms a reading meanwhile.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer under the entries in use."""
        with using_when_asked(texts_in_use):
            return self.get_response(request)
