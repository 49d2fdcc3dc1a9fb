"""One page to print before a list is made: which papers, which data, until when."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.law import NotInForce
from bangvang.nominations.intake.template import columns_told
from bangvang.nominations.selectors.earlier import awards_proposed_last
from bangvang.nominations.selectors.rounds import RoundRow, rounds_for_unit
from bangvang.nominations.states import ASKED_WITH_EVERY_LIST
from bangvang.web.door import actor_of
from bangvang.web.lawpages.said import LINE_COLUMNS
from bangvang.web.respond import page
from bangvang.web.units.needed_shown import awards_received, needed_for

MOST_AWARDS = 12


@require_http_methods(["GET"])
def needed(request: HttpRequest) -> HttpResponse:
    """Show what the awards of a round need; those of the unit's last list if none is chosen."""
    actor, today = actor_of(request), clock.today()
    rounds = rounds_for_unit(actor, on=today)
    chosen = next((row for row in rounds if row.ref == request.GET.get("dot")), None)
    row = chosen or (rounds[0] if rounds else None)
    context: dict[str, object] = {
        "rounds": rounds,
        "row": row,
        "today": today,
        "papers": [kind.label for kind in ASKED_WITH_EVERY_LIST],
        "data": columns_told(),
        "columns": LINE_COLUMNS,
    }
    if row is not None:
        context |= _of_round(request, actor, row)
    return page(request, "units/needed.html", context)


def _of_round(request: HttpRequest, actor: Actor, row: RoundRow) -> dict[str, object]:
    today = clock.today()
    try:
        awards = awards_received(row, today)
        known = [code for code, _ in awards]
        asked = request.GET.getlist("danh-hieu") or awards_proposed_last(actor)
        codes = [code for code in known if code in asked][:MOST_AWARDS]
        found = needed_for(actor, row, codes, today)
    except NotInForce as trouble:
        return {"trouble": trouble.sentence}
    return {"awards": [(code, name, code in codes) for code, name in awards], "needed": found}
