"""People of the register: finding somebody, and all that is known of one person."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.law import Subject
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.selectors.amendments import amendments_of
from bangvang.registry.selectors.notices import notices_of
from bangvang.registry.selectors.postings import postings_and_units_left
from bangvang.registry.selectors.records import A_PAGE, people_found, person_record
from bangvang.registry.selectors.sources import sources_and_authors
from bangvang.registry.states import HolderKind
from bangvang.web.amending.shown import amendments_shown
from bangvang.web.components.pieces import Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.office.agency_lists_shown import notices_shown
from bangvang.web.office.postings_shown import postings_shown
from bangvang.web.office.recipients_shown import nothing_ahead_of
from bangvang.web.office.records_shown import (
    BAR_COLUMNS,
    bars_shown,
    person_head,
    record_tabs,
    tabs_of,
    way,
)
from bangvang.web.office.views import search
from bangvang.web.people import born_said
from bangvang.web.record_parts import (
    KINDS_OF_RECORDS,
    completeness_shown,
    grades_shown,
    initiatives_shown,
)
from bangvang.web.records import Pages, record_shown, spoken_person
from bangvang.web.respond import page

COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
    Column("Lượt khen thưởng", "num", is_number=True),
)
PAGES = Pages(
    source="office:person_award",
    ladder="office:person_ladder",
    dossier="office:nomination",
    decision="office:decision",
)


@require_http_methods(["GET"])
def people(request: HttpRequest) -> HttpResponse:
    """Show everybody by name, or whom the words mean; the words stay in the address."""
    if request.GET.get("q", "").strip():
        return search.found(request, kind="nguoi", tabs=tabs_of("people"))
    number = page_number(request)
    found = people_found(actor_of(request), page=number)
    context = {
        "tabs": tabs_of("people"),
        "filters": [Filter("q", "Tên, đơn vị, số quyết định, danh hiệu, năm", is_wide=True)],
        "count": found.count,
        "people": [(p, born_said(p.birth_on, p.birth_year)) for p in found.people],
        "columns": COLUMNS,
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Người"),
    }
    return page(request, "office/person/list.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.PERSON)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show all that the register knows of one person."""
    actor, at = actor_of(request), clock.now()
    today = clock.today()
    found = person_record(actor, ref)
    history = found.history
    came, authors = sources_and_authors(actor, ref)
    posted, left = (
        postings_and_units_left(actor, ref) if found.has_postings or found.was_moved else ((), ())
    )
    record = record_shown(
        ref,
        spoken_person(found.person),
        history,
        ladder_of(history, Subject.PERSON, on=today),
        open_nominations_of(actor, ref),
        PAGES,
        actor=actor,
        at=at,
        now=found.now,
        came=came,
        ended=nothing_ahead_of(found.person),
    )
    context = {
        "crumbs": way(found.person.organisation_ref, found.person.organisation_name),
        "person": found.person,
        "case": person_head(found, actor, on=today),
        "tabs": record_tabs("person", ref, "record"),
        "record": record,
        "heads": found.heads,
        "bars": bars_shown(found.bars, HolderKind.PERSON, ref, actor, on=today),
        "bar_columns": BAR_COLUMNS,
        **notices_shown(
            notices_of(actor, HolderKind.PERSON, ref) if found.has_notices else (), actor
        ),
        **postings_shown(posted, left, ref, actor, on=today),
        **amendments_shown(
            amendments_of(actor, HolderKind.PERSON, ref) if found.is_amended else (),
            "office:amendment",
        ),
        "facts": completeness_shown(history, KINDS_OF_RECORDS),
        **grades_shown(history, ref, "office:person_grade", came),
        **initiatives_shown(history, ref, "office:person_initiative", came, authors),
    }
    return page(request, "office/person/show.html", context)
