"""A case on one page at the office, as the council will read it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.case_summaries import AWARD_COLUMNS, CONDITION_COLUMNS, summary_of
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.respond import page


@require_http_methods(["GET"])
def summary(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the page before the row is on an agenda, and after."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    back = reverse("office:nomination", args=[ref])
    context = {
        "summary": summary_of(actor, row, lambda paper: reverse("office:paper", args=[paper])),
        "condition_columns": CONDITION_COLUMNS,
        "award_columns": AWARD_COLUMNS,
        "lede": "Tóm tắt hồ sơ trình Hội đồng: đúng những gì thành viên Hội đồng đọc.",
        "back_href": back,
        "back_name": "Về trang hồ sơ",
        "crumbs": [
            Link("Hồ sơ", reverse("office:nominations")),
            Link(row.name, back),
            Link("Tóm tắt"),
        ],
    }
    return page(request, "pages/case_summary.html", context)
