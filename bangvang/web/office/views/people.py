"""People of the register: finding somebody, and all that is known of one person."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.registry.selectors.records import A_PAGE, people_found, person_record
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.office.records_shown import (
    KINDS_OF_RECORDS,
    bars_shown,
    completeness_shown,
    history_shown,
    initiatives_shown,
    person_head,
    record_tabs,
    tabs_of,
    way,
)
from bangvang.web.people import born_said
from bangvang.web.respond import page

LONGEST_QUERY = 100
COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
    Column("Lượt khen thưởng", "num", is_number=True),
)


@require_http_methods(["GET"])
def people(request: HttpRequest) -> HttpResponse:
    """Show whom the words may mean, by name; the words stay in the address."""
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    number = page_number(request)
    found = people_found(actor_of(request), words, page=number)
    context = {
        "tabs": tabs_of("people"),
        "filters": [Filter("q", "Tên người hoặc tên đơn vị, gõ không dấu cũng được", words)],
        "words": words,
        "count": found.count,
        "people": [(p, born_said(p.birth_on, p.birth_year)) for p in found.people],
        "columns": COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Người"
        ),
    }
    return page(request, "office/person/list.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.PERSON)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show all that the register knows of one person."""
    actor, today = actor_of(request), clock.today()
    record = person_record(actor, ref)
    history = record.history
    context = {
        "crumbs": way(record.person.organisation_ref, record.person.organisation_name),
        "person": record.person,
        "case": person_head(record, actor, on=today),
        "tabs": record_tabs("person", ref, "record"),
        "bars": bars_shown(record.bars, HolderKind.PERSON, ref, actor, on=today),
        "facts": completeness_shown(history.complete_from, KINDS_OF_RECORDS),
        **history_shown(history),
        **initiatives_shown(history),
    }
    return page(request, "office/person/show.html", context)
