"""The record of one of the unit's people, of the unit and its sub-units; without bars."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Subject
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.selectors.amendments import amendments_of
from bangvang.registry.selectors.award_source import (
    award_source,
    changes_of_row,
    grade_source,
    initiative_source,
)
from bangvang.registry.selectors.initiative_corrections import changes_of_initiative
from bangvang.registry.selectors.own_decisions import own_decisions_for, sources_of
from bangvang.registry.selectors.own_people import own_collective, own_person
from bangvang.registry.states import HolderKind
from bangvang.web.amending.shown import amendments_shown
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.ladders import ended_said
from bangvang.web.people import born_said
from bangvang.web.record_parts import (
    KINDS_OF_RECORDS,
    completeness_shown,
    grades_shown,
    initiatives_shown,
)
from bangvang.web.records import Pages, Spoken, record_shown, source_facts, spoken_person
from bangvang.web.respond import page
from bangvang.web.sources import (
    GONE,
    changes_shown,
    gone_said,
    grade_facts,
    initiative_changes,
    initiative_facts,
)

PERSON = Pages("units:person_award", ladder="units:ladder", dossier="units:nomination")
COLLECTIVE = Pages("units:collective_award")
HOLDER = {HolderKind.PERSON: "units:person", HolderKind.ORGANISATION: "units:collective"}
AWARD = {HolderKind.PERSON: PERSON.source, HolderKind.ORGANISATION: COLLECTIVE.source}
GRADE = {
    HolderKind.PERSON: "units:person_grade",
    HolderKind.ORGANISATION: "units:collective_grade",
}


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
        **amendments_shown(amendments_of(actor, HolderKind.PERSON, ref), "units:amendment"),
        **grades_shown(history, ref, "units:person_grade"),
        **initiatives_shown(history, ref, "units:person_initiative"),
    }
    return page(request, "units/record/show.html", context)


@require_http_methods(["GET"])
def collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the register knows of the unit, of a sub-unit or of a household of its commune."""
    actor, at, today = actor_of(request), clock.now(), clock.today()
    found = own_collective(actor, ref)
    subject = Subject.HOUSEHOLD if found.is_household else Subject.COLLECTIVE
    ladder = ladder_of(found.history, subject, on=today)
    above = (found.parent_name,) if found.is_household else ()
    spoken = Spoken(found.name, above, is_person=False)
    existed = "" if found.is_household else f"hoạt động từ {say_date(found.since)}"
    ended = f"đến trước {say_date(found.until)}" if found.until else ""
    about = (found.kind_name, found.parent_name, existed, ended)
    context = {
        "crumbs": [_households() if found.is_household else _way(), Link(found.name)],
        "title": found.name,
        "lede": ", ".join(part for part in about if part),
        "record": record_shown(
            ref,
            spoken,
            found.history,
            ladder,
            open_nominations_of(actor, ref, HolderKind.ORGANISATION),
            COLLECTIVE,
            actor=actor,
            at=at,
            now=found.now,
            ended=ended_said(found.until, on=today),
        ),
        "facts": completeness_shown(found.history, ("AWARD", "GRADE")),
        **amendments_shown(amendments_of(actor, HolderKind.ORGANISATION, ref), "units:amendment"),
        **grades_shown(found.history, ref, "units:collective_grade"),
    }
    return page(request, "units/record/show.html", context)


def person_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of a person comes from."""
    return _award(request, HolderKind.PERSON, ref, award_ref)


def collective_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of the unit or of a sub-unit comes from."""
    return _award(request, HolderKind.ORGANISATION, ref, award_ref)


def person_grade(request: HttpRequest, ref: str, grade_ref: str) -> HttpResponse:
    """Show where one grade of a person comes from."""
    return _grade(request, HolderKind.PERSON, ref, grade_ref)


def collective_grade(request: HttpRequest, ref: str, grade_ref: str) -> HttpResponse:
    """Show where one grade of the unit or of a sub-unit comes from."""
    return _grade(request, HolderKind.ORGANISATION, ref, grade_ref)


@require_http_methods(["GET"])
def person_initiative(request: HttpRequest, ref: str, initiative_ref: str) -> HttpResponse:
    """Show where one initiative of a person comes from; fellow authors may be of other units."""
    source = initiative_source(actor_of(request), ref, initiative_ref)
    context = {
        "title": "Nguồn của sáng kiến, đề tài",
        "crumbs": _crumbs(HolderKind.PERSON, ref, source.holder_name),
        "facts": initiative_facts(source, ()),
        "gone": GONE if source.is_gone else "",
        "changes": initiative_changes(
            changes_of_initiative(initiative_ref),
            lambda other: reverse("units:person_initiative", args=[ref, other]),
        ),
    }
    return page(request, "records/source.html", context)


@require_http_methods(["GET"])
def _award(request: HttpRequest, of: HolderKind, ref: str, award_ref: str) -> HttpResponse:
    source = award_source(actor_of(request), of, ref, award_ref)
    context = {
        "title": "Nguồn của lượt khen thưởng",
        "crumbs": _crumbs(of, ref, source.holder_name),
        "facts": source_facts(source),
        **_amended(request, AWARD[of], ref, award_ref, is_gone=source.is_gone),
    }
    return page(request, "records/source.html", context)


@require_http_methods(["GET"])
def _grade(request: HttpRequest, of: HolderKind, ref: str, grade_ref: str) -> HttpResponse:
    source = grade_source(actor_of(request), of, ref, grade_ref)
    context = {
        "title": "Nguồn của kết quả xếp loại",
        "crumbs": _crumbs(of, ref, source.holder_name),
        "facts": grade_facts(source),
        **_amended(request, GRADE[of], ref, grade_ref, is_gone=source.is_gone),
    }
    return page(request, "records/source.html", context)


def _amended(
    request: HttpRequest, row_page: str, ref: str, row_ref: str, *, is_gone: bool
) -> dict[str, object]:
    """Return what was recorded of a row, and the unit's own decision if it came from one."""
    changes = changes_of_row(row_ref)
    own_ref = sources_of([row_ref]).get(row_ref, "")
    mine = {line.ref for line in own_decisions_for(actor_of(request))} if own_ref else set()
    return {
        "gone": gone_said(changes) if is_gone else "",
        "own_href": reverse("units:own_decision", args=[own_ref]) if own_ref in mine else "",
        "changes": changes_shown(changes, lambda other: reverse(row_page, args=[ref, other])),
    }


def _crumbs(of: HolderKind, ref: str, name: str) -> list[Link]:
    return [_way(), Link(name, reverse(HOLDER[of], args=[ref]))]


def _households() -> Link:
    return Link("Hộ gia đình", reverse("units:households"))


def _way() -> Link:
    return Link("Tìm trong đơn vị", reverse("units:search"))
