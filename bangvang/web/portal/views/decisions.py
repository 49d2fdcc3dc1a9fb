"""A decision with its annex, to be read without opening a file."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.decisions.selectors.public import decision_public
from bangvang.foundation import clock
from bangvang.web.components.pieces import Column, Fact, Link
from bangvang.web.portal.shown import portal_page, way
from bangvang.web.portal.views.register import REGISTER

COLUMNS = (
    Column("Số thứ tự", "num", is_number=True),
    Column("Họ và tên", "name"),
    Column("Đơn vị"),
    Column("Danh hiệu, hình thức"),
    Column("Năm thành tích", "num"),
)


@require_safe
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one decision and everybody it commends."""
    at = clock.now()
    shown = decision_public(ref, at.date())
    context = {
        "crumbs": way(
            Link(REGISTER, reverse("portal:register")), Link(f"Quyết định {shown.number}")
        ),
        "decision": shown,
        "facts": (
            Fact("Ngày ký", f"{shown.signed_on:%d/%m/%Y}"),
            Fact("Cơ quan ban hành", shown.issuer),
            Fact("Danh hiệu, hình thức", shown.award_name),
            Fact("Năm thành tích", str(shown.achievement_year)),
            Fact("Số người được khen", str(len(shown.lines))),
        ),
        "columns": COLUMNS,
    }
    return portal_page(request, "portal/register/decision.html", context, at=at)
