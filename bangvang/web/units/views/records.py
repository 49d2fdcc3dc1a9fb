"""The record of one of the unit's people, of the unit and its sub-units; without bars."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Subject
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.selectors.award_source import award_source
from bangvang.registry.selectors.own_people import own_collective, own_person
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.people import born_said
from bangvang.web.record_parts import (
    KINDS_OF_RECORDS,
    completeness_shown,
    grades_shown,
    initiatives_shown,
)
from bangvang.web.records import Pages, Spoken, record_shown, source_facts, spoken_person
from bangvang.web.respond import page

PERSON = Pages("units:person_award", ladder="units:ladder", dossier="units:nomination")
COLLECTIVE = Pages("units:collective_award")


@require_http_methods(["GET"])
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the register knows of one of the unit's people."""
    actor, at, today = actor_of(request), clock.now(), clock.today()
    found = own_person(actor, ref)
    who, history = found.person, found.history
    ladder = ladder_of(history, Subject.PERSON, on=today)
    dossiers = open_nominations_of(actor, ref)
    spoken = spoken_person(who)
    born = f"Sinh {born_said(who.birth_on, who.birth_year)}"
    context = {
        "crumbs": [_way(), Link(who.full_name)],
        "title": who.full_name,
        "lede": ", ".join(part for part in (born, who.position, who.organisation_name) if part),
        "record": record_shown(
            ref, spoken, history, ladder, dossiers, PERSON, actor=actor, at=at, now=found.now
        ),
        "facts": completeness_shown(history, KINDS_OF_RECORDS),
        **grades_shown(history),
        **initiatives_shown(history),
    }
    return page(request, "units/record/show.html", context)


@require_http_methods(["GET"])
def collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the register knows of the unit itself or of one of its sub-units."""
    actor, at, today = actor_of(request), clock.now(), clock.today()
    found = own_collective(actor, ref)
    ladder = ladder_of(found.history, Subject.COLLECTIVE, on=today)
    spoken = Spoken(found.name, (), is_person=False)
    existed = f"hoạt động từ {say_date(found.since)}"
    ended = f"đến trước {say_date(found.until)}" if found.until else ""
    about = (found.kind_name, found.parent_name, existed, ended)
    context = {
        "crumbs": [_way(), Link(found.name)],
        "title": found.name,
        "lede": ", ".join(part for part in about if part),
        "record": record_shown(
            ref,
            spoken,
            found.history,
            ladder,
            (),
            COLLECTIVE,
            actor=actor,
            at=at,
            now=found.now,
        ),
        "facts": completeness_shown(found.history, ("AWARD", "GRADE")),
        **grades_shown(found.history),
    }
    return page(request, "units/record/show.html", context)


@require_http_methods(["GET"])
def person_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of a person comes from."""
    return _source(request, HolderKind.PERSON, ref, award_ref, "units:person")


@require_http_methods(["GET"])
def collective_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of the unit or of a sub-unit comes from."""
    return _source(request, HolderKind.ORGANISATION, ref, award_ref, "units:collective")


def _source(
    request: HttpRequest, of: HolderKind, ref: str, award_ref: str, holder: str
) -> HttpResponse:
    source = award_source(actor_of(request), of, ref, award_ref)
    context = {
        "crumbs": [_way(), Link(source.holder_name, reverse(holder, args=[ref]))],
        "source": source,
        "facts": source_facts(source),
    }
    return page(request, "units/record/source.html", context)


def _way() -> Link:
    return Link("Tìm trong đơn vị", reverse("units:search"))
