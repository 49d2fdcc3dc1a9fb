"""The rows of all lists at the office, a page at a time."""

from itertools import starmap

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.selectors.findings import answers_kept
from bangvang.foundation import clock
from bangvang.law import catalogue_on
from bangvang.nominations.selectors.many import nominations_page
from bangvang.nominations.selectors.rounds import rounds
from bangvang.nominations.states import BEFORE_OFFICE, STATE_NAMES, State
from bangvang.web.components.pieces import Choice, Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.findings import answer_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.nominations import award_called, state_chip
from bangvang.web.respond import page

A_PAGE = 50
COLUMNS = (
    Column("Chọn", "index", is_unseen=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Kết quả đối chiếu"),
    Column("Trạng thái"),
)
STATES = {state.value: STATE_NAMES[state] for state in State if state not in BEFORE_OFFICE}


@require_http_methods(["GET"])
def nominations(request: HttpRequest) -> HttpResponse:
    """Show the rows by round, award and state; filters and page stay in the address."""
    actor, today = actor_of(request), clock.today()
    filters = [
        Filter(name, label, value, (Choice("", every), *starmap(Choice, known.items())))
        for name, label, every, known in (
            ("dot", "Đợt xét", "Mọi đợt xét", {row.ref: row.title for row in rounds()}),
            ("trang-thai", "Trạng thái", "Mọi trạng thái", STATES),
            (
                "danh-hieu",
                "Danh hiệu, hình thức",
                "Mọi danh hiệu, hình thức",
                {line.award.code: line.name for line in catalogue_on(today) if line.has_rule},
            ),
        )
        for value in [request.GET.get(name, "")]
        for value in [value if value in known else ""]
    ]
    asked = {one.name: one.value for one in filters if one.value}
    number = page_number(request)
    state = asked.get("trang-thai")
    found = nominations_page(
        actor,
        number=number,
        size=A_PAGE,
        states=[State(state)] if state else [],
        award_code=asked.get("danh-hieu"),
        round_ref=asked.get("dot"),
    )
    answers = answers_kept(refs=[row.ref for row in found.rows])
    shown = [
        (
            row,
            award_called(row, today),
            answer_shown(kept.answer, kept.reasons) if kept else None,
            state_chip(row),
        )
        for row in found.rows
        for kept in [answers.get(row.ref)]
    ]
    context = {
        "rows": shown,
        "count": found.count,
        "columns": COLUMNS,
        "filters": filters,
        "pager": pager_of(number, found.count, A_PAGE, query=asked, what="Dòng"),
    }
    return page(request, "office/nomination/list.html", context)
