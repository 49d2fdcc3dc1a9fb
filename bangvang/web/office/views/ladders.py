"""The ladder of a person and of a collective: what may come in the next years."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.law import Subject
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.states import HolderKind
from bangvang.web.door import actor_of
from bangvang.web.ladders import ended_said, ladder_shown
from bangvang.web.merged import answers_for_merged
from bangvang.web.office.ladders_shown import barred_shown
from bangvang.web.office.recipients_shown import nothing_ahead, nothing_ahead_of, subject_of
from bangvang.web.office.records_shown import (
    collective_head,
    person_head,
    record_tabs,
    way,
)
from bangvang.web.respond import page


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.PERSON)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the ladder of a person."""
    actor, today = actor_of(request), clock.today()
    record = person_record(actor, ref)
    context = {
        "crumbs": way(record.person.organisation_ref, record.person.organisation_name),
        "title": record.person.full_name,
        "case": person_head(record, actor, on=today),
        "tabs": record_tabs("person", ref, "ladder"),
        "ended": nothing_ahead_of(record.person),
    }
    if not context["ended"]:
        ladder = ladder_of(record.history, Subject.PERSON, on=today)
        address = reverse("office:person", args=[ref])
        context["ladder"] = ladder_shown(ladder, request.GET.get("mo", ""), lambda _: address)
        context["barred"] = barred_shown(ladder.barred, record.bars, on=today)
    return page(request, "office/registry/ladder.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.ORGANISATION)
def collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the ladder of a collective; one that has ended has none."""
    actor, today = actor_of(request), clock.today()
    record = collective_record(actor, ref)
    context = {
        "crumbs": way(record.parent_ref, record.parent_name),
        "title": record.name,
        "case": collective_head(record, actor, on=today),
        "tabs": record_tabs("collective", ref, "ladder", is_apart=record.is_apart),
        "ended": nothing_ahead(record) or ended_said(record.until, on=today),
    }
    if not context["ended"]:
        ladder = ladder_of(record.history, subject_of(record), on=today)
        address = reverse("office:collective", args=[ref])
        context["ladder"] = ladder_shown(ladder, request.GET.get("mo", ""), lambda _: address)
        context["barred"] = barred_shown(ladder.barred, record.bars, on=today)
    return page(request, "office/registry/ladder.html", context)
