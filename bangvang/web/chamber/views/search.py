"""Searching what is public of the register: the council reads no more of it than anybody."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.selectors.operators import LONGEST_TEXT
from bangvang.registry.selectors.public import AWARDS_A_PAGE, AwardPublic, awards_public
from bangvang.web.components.pieces import Column, Filter
from bangvang.web.lists import page_number, pager_of
from bangvang.web.navigation import is_open
from bangvang.web.respond import page
from bangvang.web.search_said import HELP, said_back, sign_chips, unread_said

COLUMNS = (
    Column("Người, tập thể được khen", "name"),
    Column("Danh hiệu, hình thức"),
    Column("Năm thành tích", "num"),
    Column("Quyết định"),
    Column("Tình trạng", "mid"),
)


@require_http_methods(["GET"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the awards that match, newest decision first; the words stay in the address."""
    words = tidy(request.GET.get("q", "")[: 4 * LONGEST_TEXT])[:LONGEST_TEXT]
    number = page_number(request)
    found = awards_public(words, on=clock.today(), page=number)
    context = {
        "filters": [Filter("q", "Tên, đơn vị, số quyết định, danh hiệu, năm", words, is_wide=True)],
        "chosen": sign_chips(words, lambda text: f"?{urlencode({'q': text})}"),
        "back": said_back(found.sought, "lượt khen thưởng") if words else "",
        "unread": unread_said(found.sought),
        "help": HELP,
        "count": found.count,
        "columns": COLUMNS,
        "rows": [(award, _href(award)) for award in found.awards],
        "pager": pager_of(
            number, found.count, AWARDS_A_PAGE, query={"q": words} if words else {}, what="Lượt"
        ),
    }
    return page(request, "chamber/search/show.html", context)


def _href(award: AwardPublic) -> str:
    """Return the public page of a person, where this process shows the portal."""
    if not award.person_ref or not is_open("portal:person"):
        return ""
    return reverse("portal:person", args=[award.person_ref])
