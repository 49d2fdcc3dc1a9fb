"""A case on one page for whoever reads the agenda that it stands on, with its papers."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.selectors.sessions import SessionPage, session_page
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.nominations.selectors.nominations import NominationRow, row_paper_file
from bangvang.web.case_summaries import AWARD_COLUMNS, CONDITION_COLUMNS, summary_of
from bangvang.web.chamber.shown import session_crumbs
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.respond import download, page


@require_http_methods(["GET"])
def case(request: HttpRequest, ref: str, nomination: str) -> HttpResponse:
    """Show the page of a row of this agenda."""
    shown, item_ref, row = _on_agenda(request, ref, nomination)
    context = {
        "summary": summary_of(
            actor_of(request),
            row,
            lambda paper: reverse("council:case_paper", args=[ref, nomination, paper]),
        ),
        "condition_columns": CONDITION_COLUMNS,
        "award_columns": AWARD_COLUMNS,
        "lede": f"Tóm tắt hồ sơ. {shown.row.title}.",
        "back_href": reverse("council:item", args=[ref, item_ref]),
        "back_name": "Về nội dung họp",
        "crumbs": session_crumbs(shown.row.title, ref, Link("Tóm tắt hồ sơ")),
    }
    return page(request, "pages/case_summary.html", context)


@require_http_methods(["GET"])
def paper(request: HttpRequest, ref: str, nomination: str, paper_ref: str) -> HttpResponse:
    """Hand out a paper that is attached to a row of this agenda."""
    _on_agenda(request, ref, nomination)
    file_ref, name = row_paper_file(nomination, paper_ref)
    return download(read(file_ref), name=name, media_type="application/octet-stream")


def _on_agenda(
    request: HttpRequest, ref: str, nomination: str
) -> tuple[SessionPage, str, NominationRow]:
    shown = session_page(actor_of(request), ref)
    for point in shown.items:
        for row in point.rows:
            if row.ref == nomination:
                return shown, point.ref, row
    raise Unseen
