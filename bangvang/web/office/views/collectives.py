"""Organisations as holders of awards: finding one, its record, and its members' roll."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.collectives import titles_by_roll
from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.selectors.amendments import amendments_of
from bangvang.registry.selectors.collectives import roll_of
from bangvang.registry.selectors.notices import notices_of
from bangvang.registry.selectors.records import A_PAGE, collective_record, collectives_found
from bangvang.registry.selectors.sources import sources_held_by
from bangvang.registry.states import HolderKind
from bangvang.web.amending.shown import amendments_shown
from bangvang.web.components.pieces import Choice, Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.findings import finding_shown
from bangvang.web.ladders import ended_said
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.office.agency_lists_shown import notices_shown
from bangvang.web.office.recipients_shown import nothing_ahead, subject_of
from bangvang.web.office.records_shown import (
    BAR_COLUMNS,
    bars_shown,
    collective_head,
    record_tabs,
    roll_figures,
    tabs_of,
    way,
)
from bangvang.web.office.views import search
from bangvang.web.record_parts import completeness_shown, grades_shown
from bangvang.web.records import Pages, Spoken, record_shown
from bangvang.web.respond import page

YEARS_OF_ROLLS = 10
PAGES = Pages(
    source="office:collective_award",
    ladder="office:collective_ladder",
    decision="office:decision",
)
COLUMNS = (
    Column("Tập thể", "name"),
    Column("Loại", "mid"),
    Column("Lượt khen thưởng", "num", is_number=True),
)


@require_http_methods(["GET"])
def collectives(request: HttpRequest) -> HttpResponse:
    """Show all organisations, or which the words mean; the words stay in the address."""
    if request.GET.get("q", "").strip():
        return search.found(request, kind="tap-the", tabs=tabs_of("collectives"))
    number = page_number(request)
    found = collectives_found(actor_of(request), page=number)
    context = {
        "tabs": tabs_of("collectives"),
        "filters": [Filter("q", "Tên, tên viết tắt, số quyết định, danh hiệu, năm", is_wide=True)],
        "count": found.count,
        "collectives": found.collectives,
        "columns": COLUMNS,
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Tập thể"),
    }
    return page(request, "office/collective/list.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.ORGANISATION)
def collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Show all that the register knows of an organisation, and its roll of a year if asked."""
    actor, today = actor_of(request), clock.today()
    found = collective_record(actor, ref)
    came = sources_held_by(HolderKind.ORGANISATION, ref)
    record = record_shown(
        ref,
        Spoken(found.name, (found.parent_name,) if found.is_apart else (), is_person=False),
        found.history,
        ladder_of(found.history, subject_of(found), on=today),
        open_nominations_of(actor, ref, HolderKind.ORGANISATION),
        PAGES,
        actor=actor,
        at=clock.now(),
        now=found.now,
        came=came,
        ended=nothing_ahead(found) or ended_said(found.until, on=today),
    )
    years = [str(year) for year in range(today.year, today.year - YEARS_OF_ROLLS, -1)]
    year = None if found.is_apart else _year_asked(request, years)
    roll = roll_of(ref, int(year)) if year else None
    titles = titles_by_roll(ref, found.history, int(year), on=today) if year else ()
    context = {
        "collective": found,
        "crumbs": way(found.parent_ref, found.parent_name),
        "case": collective_head(found, actor, on=today),
        "tabs": record_tabs("collective", ref, "record", is_apart=found.is_apart),
        "record": record,
        "bars": bars_shown(found.bars, HolderKind.ORGANISATION, ref, actor, on=today),
        "bar_columns": BAR_COLUMNS,
        **notices_shown(
            notices_of(actor, HolderKind.ORGANISATION, ref) if found.has_notices else (), actor
        ),
        **amendments_shown(
            amendments_of(actor, HolderKind.ORGANISATION, ref) if found.is_amended else (),
            "office:amendment",
        ),
        "facts": completeness_shown(found.history, ("AWARD", "GRADE")),
        "roll": roll,
        "figures": roll_figures(roll) if roll else [],
        "titles": [finding_shown(one, on=today, link_to=lambda _: "") for one in titles],
        "filters": [Filter("nam", "Năm", year or years[1], tuple(Choice(y, y) for y in years))],
        **grades_shown(found.history, ref, "office:collective_grade", came),
    }
    return page(request, "office/collective/show.html", context)


def _year_asked(request: HttpRequest, years: list[str]) -> str | None:
    """Return the year whose roll is asked, None if none is; what is no year asks for the last."""
    asked = request.GET.get("nam")
    return asked if asked is None or asked in years else years[1]
