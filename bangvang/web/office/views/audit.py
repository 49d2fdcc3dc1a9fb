"""Reading the record of every act."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.foundation.actor import Origin
from bangvang.foundation.audit.selectors import head, newest_entries
from bangvang.web.components.pieces import Column
from bangvang.web.door import actor_of
from bangvang.web.office.audit_shown import line_shown
from bangvang.web.respond import page

PAGE = 50
COLUMNS = (
    Column("Số", "index", is_number=True),
    Column("Việc", "name"),
    Column("Ai làm", "name"),
    Column("Xảy ra lúc"),
    Column("Ghi lúc"),
)
ORIGINS = {Origin.REPLAY.value: "diễn lại", Origin.BACK_ENTRY.value: "nhập bổ sung"}


@require_http_methods(["GET"])
def audit(request: HttpRequest) -> HttpResponse:
    """Show the entries, newest first, a page at a time."""
    actor = actor_of(request)
    before = request.GET.get("truoc", "")
    lines = newest_entries(before_seq=int(before) if before.isdecimal() else None, count=PAGE)
    context = {
        "lines": [(line_shown(line, actor), ORIGINS.get(line.origin, "")) for line in lines],
        "columns": COLUMNS,
        "head": head(),
        "older": lines[-1].seq if lines and lines[-1].seq > 1 else None,
        "is_first_page": not before,
    }
    return page(request, "office/audit.html", context)
