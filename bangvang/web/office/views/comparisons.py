"""Rows of one award side by side."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.nominations import award_called
from bangvang.web.office.comparing import (
    MOST,
    columns_of,
    comparison_of,
    objection_to_comparing,
)
from bangvang.web.respond import page


@require_http_methods(["GET"])
def compare(request: HttpRequest) -> HttpResponse:
    """Show the rows that the address names, in its order."""
    refs = list(dict.fromkeys(request.GET.getlist("chon")))
    found = {row.ref: row for row in nominations_for(actor_of(request), refs=refs[: MOST + 1])}
    if set(found) != set(refs[: MOST + 1]):
        raise Unseen
    rows = [found[ref] for ref in refs[: MOST + 1]]
    refuse_if(objection_to_comparing(rows))
    context = {
        "rows": rows,
        "award": award_called(rows[0], clock.today()),
        "columns": columns_of(rows),
        "comparison": comparison_of(rows),
        "crumbs": [Link("Hồ sơ", reverse("office:nominations")), Link("So sánh")],
    }
    return page(request, "office/nomination/compare.html", context)
