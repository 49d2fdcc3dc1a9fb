"""One case at the office."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.selectors.agency_opinions import awaited_among, opinions_of_row
from bangvang.appraisal.selectors.barred import (
    bar_answers_of,
    barred_among,
    unanswered_bars,
)
from bangvang.appraisal.selectors.consulted import standing_of
from bangvang.appraisal.selectors.findings import findings_of, judgements_of
from bangvang.appraisal.selectors.noticed import noticed_among, told_of
from bangvang.appraisal.selectors.readings import readings_of
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.nominations.selectors.nominations import (
    beside,
    nomination_row,
    papers_of,
)
from bangvang.nominations.selectors.paper_files import papers_of_list
from bangvang.nominations.selectors.remarks import differences_of, returns_of
from bangvang.nominations.selectors.stated import stated_about
from bangvang.nominations.states import State
from bangvang.registry.selectors.told_of_bodies import told_of_bodies
from bangvang.web.case_summaries import AWARD_COLUMNS, past_awards_of
from bangvang.web.door import actor_of
from bangvang.web.files import paper_card
from bangvang.web.findings import finding_shown
from bangvang.web.histories import events_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.nominations import award_called, facts_of, nomination_head, state_chip
from bangvang.web.office.agency_opinions_shown import agencies_not_now, opinions_shown
from bangvang.web.office.consultations_shown import standing_facts
from bangvang.web.office.postings_shown import classes_beside
from bangvang.web.office.queue_shown import queue_form, queue_shown
from bangvang.web.office.queues import PARAMETER
from bangvang.web.office.readings_shown import without_conclusions
from bangvang.web.office.shown import acts_on, person_href
from bangvang.web.office.told_shown import noticed_not_now, told_shown
from bangvang.web.office.views.letters import office_letters
from bangvang.web.questions import stated_shown
from bangvang.web.respond import page


@require_http_methods(["GET"])
def nomination(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one case: the stored finding, what the list says, what people concluded."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    returns = returns_of(ref, for_office=True)
    found = findings_of([ref]).get(ref)
    today = clock.today()
    stated = stated_about(ref)
    register_says, contradictions = classes_beside(row, stated, today=today)
    told = told_of(actor, ref)
    consulted = standing_of(actor, ref)
    acts, not_now = acts_on(
        row,
        found,
        actor,
        barred=barred_among([ref], on=today),
        answered=not unanswered_bars([ref], on=today),
    )
    readings = readings_of(actor, ref)
    acts, waits = without_conclusions(acts, ref, actor, readings)
    queue, acts = queue_shown(actor, row, request.GET.get(PARAMETER, ""), acts)
    noticed = noticed_not_now(row.state, noticed_among(actor, [ref])) if told else ()
    waits = (*waits, *agencies_not_now(row.state, awaited_among([ref], on=today)))
    context = {
        "row": row,
        "case": nomination_head(
            row, today=clock.today(), acts=acts, not_now=(*not_now, *waits, *noticed)
        ),
        "readings": readings,
        "may_read_anew": row.state == State.CHECKED and actor.has(Role.OFFICE_HEAD),
        "queue": queue,
        "form": queue_form(row) if queue and queue.ways else None,
        "found": found,
        "finding": finding_shown(
            found.appraisal, on=found.on_day, link_to=lambda _: person_href(row)
        )
        if found
        else None,
        "facts": facts_of(
            row,
            batch_href=reverse("office:batch", args=[row.batch_ref]),
            person_href=person_href(row),
            inside=True,
        ),
        "papers": [paper_card(p, reverse("office:paper", args=[p.ref])) for p in papers_of(ref)],
        "origin_papers": [
            paper_card(p, reverse("office:paper", args=[p.ref]))
            for p in papers_of_list(row.origin_ref)
        ]
        if row.origin_ref
        else [],
        "stated": stated_shown(stated),
        "register_says": register_says,
        "contradictions": contradictions,
        "may_state": row.state == State.CHECKED and actor.has(*OFFICE),
        "judgements": judgements_of(ref),
        "returns": [one for one in returns if one.remarks],
        "differences": differences_of(ref) if returns and returns[0].handed_in_at else (),
        "told": [told_shown(ref, one, may_act=actor.has(*OFFICE)) for one in told],
        "agencies": opinions_shown(opinions_of_row(actor, ref), today),
        "told_of_unit": told_of_bodies(
            actor, (row.body_ref, row.unit_ref, row.nominating_unit_ref), on=today
        ),
        "bar_answers": bar_answers_of(actor, ref),
        "consulted": standing_facts(consulted),
        "may_waive": consulted.may_be_waived and actor.has(Role.OFFICE_HEAD),
        "letters": office_letters(actor, ref),
        "awards": past_awards_of([row])[ref],
        "award_columns": AWARD_COLUMNS,
        "beside": [
            (
                other,
                award_called(other, clock.today()),
                state_chip(other),
                other.award_code == row.award_code,
            )
            for other in beside(actor, row)
        ],
        "events": events_shown(entries_about(("nomination", ref))),
    }
    return page(request, "office/nomination/show.html", context)
