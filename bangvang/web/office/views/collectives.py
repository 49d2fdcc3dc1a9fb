"""Organisations as holders of awards: finding one, its record, and its members' roll."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.registry.selectors.collectives import roll_of
from bangvang.registry.selectors.records import A_PAGE, collective_record, collectives_found
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Choice, Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.office.records_shown import (
    bars_shown,
    collective_head,
    completeness_shown,
    history_shown,
    record_tabs,
    roll_figures,
    tabs_of,
    way,
)
from bangvang.web.respond import page

LONGEST_QUERY = 100
YEARS_OF_ROLLS = 10
COLUMNS = (
    Column("Tập thể", "name"),
    Column("Loại", "mid"),
    Column("Lượt khen thưởng", "num", is_number=True),
)


@require_http_methods(["GET"])
def collectives(request: HttpRequest) -> HttpResponse:
    """Show the organisations whose name holds the words; the words stay in the address."""
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    number = page_number(request)
    found = collectives_found(actor_of(request), words, page=number)
    context = {
        "tabs": tabs_of("collectives"),
        "filters": [Filter("q", "Tên tập thể, gõ không dấu cũng được", words)],
        "words": words,
        "count": found.count,
        "collectives": found.collectives,
        "columns": COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Tập thể"
        ),
    }
    return page(request, "office/collective/list.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.ORGANISATION)
def collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Show all that the register knows of an organisation, and its roll of one year."""
    actor, today = actor_of(request), clock.today()
    record = collective_record(actor, ref)
    years = [str(year) for year in range(today.year, today.year - YEARS_OF_ROLLS, -1)]
    asked = request.GET.get("nam", "")
    year = asked if asked in years else str(today.year - 1)
    roll = roll_of(ref, int(year))
    context = {
        "collective": record,
        "crumbs": way(record.parent_ref, record.parent_name),
        "case": collective_head(record, actor, on=today),
        "tabs": record_tabs("collective", ref, "record"),
        "bars": bars_shown(record.bars, HolderKind.ORGANISATION, ref, actor, on=today),
        "facts": completeness_shown(record.history.complete_from, ("AWARD", "GRADE")),
        "roll": roll,
        "figures": roll_figures(roll),
        "filters": [Filter("nam", "Năm", year, tuple(Choice(y, y) for y in years))],
        **history_shown(record.history),
    }
    return page(request, "office/collective/show.html", context)
