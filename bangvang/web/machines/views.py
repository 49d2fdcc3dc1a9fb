"""Answers for machines."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bangvang.foundation.audit.selectors import head


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers; the audit record is what nothing works without."""
    head()
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
