"""Opening a year: a checklist of what is in order, and the rounds of last year a year later."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.open_year import open_year
from bangvang.nominations.receiving import received_words
from bangvang.nominations.selectors.copies import round_copies
from bangvang.web.components.pieces import Column, Kind, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.year_opening import checklist
from bangvang.web.respond import done, page

YEARS = range(2000, 2100)
POINTS = (Column("Việc", "name"), Column("Tình trạng", "mid"), Column("Cụ thể"))
COPIES = (
    Column("Đợt sẽ mở", "name"),
    Column("Nhận danh sách"),
    Column("Hạn bỏ phiếu"),
    Column("Mở"),
)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, year: int) -> HttpResponse:
    """Show what is in order for the year, and what opening it would do; open what was chosen."""
    if year not in YEARS:
        raise Unseen
    actor, today = actor_of(request), clock.today()
    trouble = ""
    if request.method == "POST":
        try:
            opened = open_year(year, request.POST.getlist("dot"), actor=actor, at=clock.now())
        except Refused as refusal:
            trouble = refusal.objection.sentence
        else:
            to = reverse("office:open_year", args=[year])
            return done(request, to=to, say=f"Đã mở {len(opened)} đợt xét của năm {year}.")
    points = checklist(actor, year, on=today)
    copies = round_copies(year)
    context = {
        "year": year,
        "points": points,
        "waiting": sum(point.chip.kind != Kind.MET for point in points),
        "point_columns": POINTS,
        "copies": [
            (
                copy,
                received_words(
                    families=copy.families,
                    levels=copy.levels,
                    award_codes=copy.award_codes,
                    on=today,
                ),
                [(one.said(today), one.submit_by) for one in copy.intakes],
            )
            for copy in copies
        ],
        "copy_columns": COPIES,
        "is_open_to": any(not copy.is_taken for copy in copies),
        "trouble": trouble,
        "events": events_shown(entries_about(("year", str(year)))),
        "crumbs": [Link("Đợt xét", reverse("office:rounds")), Link(f"Mở năm {year}")],
    }
    return page(request, "office/round/year.html", context, status=422 if trouble else 200)
