"""Where one award, grade or initiative comes from, and what the office may record of it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import entries_about
from bangvang.registry.selectors.award_source import (
    InitiativeSource,
    award_source,
    changes_of_row,
    grade_source,
    initiative_source,
)
from bangvang.registry.selectors.initiative_corrections import (
    changes_of_initiative,
    waiting_correction,
)
from bangvang.registry.selectors.initiatives import authors_of
from bangvang.registry.selectors.own_decisions import sources_of as own_sources_of
from bangvang.registry.selectors.sources import sources_of
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind, HolderKind
from bangvang.web.amending.shown import WORD_OF
from bangvang.web.components.pieces import Act, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.office.records_shown import way
from bangvang.web.office.views import people
from bangvang.web.record_parts import author_said
from bangvang.web.records import decision_link, source_facts
from bangvang.web.respond import page
from bangvang.web.sources import (
    GONE,
    changes_shown,
    gone_said,
    grade_facts,
    initiative_changes,
    initiative_facts,
)

HOLDER = {HolderKind.PERSON: "office:person", HolderKind.ORGANISATION: "office:collective"}
AWARD = {
    HolderKind.PERSON: "office:person_award",
    HolderKind.ORGANISATION: "office:collective_award",
}
GRADE = {
    HolderKind.PERSON: "office:person_grade",
    HolderKind.ORGANISATION: "office:collective_grade",
}


def person_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of a person comes from."""
    return _award(request, HolderKind.PERSON, ref, award_ref)


def collective_award(request: HttpRequest, ref: str, award_ref: str) -> HttpResponse:
    """Show where one award of an organisation comes from."""
    return _award(request, HolderKind.ORGANISATION, ref, award_ref)


def person_grade(request: HttpRequest, ref: str, grade_ref: str) -> HttpResponse:
    """Show where one grade of a person comes from."""
    return _grade(request, HolderKind.PERSON, ref, grade_ref)


def collective_grade(request: HttpRequest, ref: str, grade_ref: str) -> HttpResponse:
    """Show where one grade of an organisation comes from."""
    return _grade(request, HolderKind.ORGANISATION, ref, grade_ref)


@require_http_methods(["GET"])
def person_initiative(request: HttpRequest, ref: str, initiative_ref: str) -> HttpResponse:
    """Show where one initiative of a person comes from, with its authors and who recorded it."""
    actor = actor_of(request)
    source = initiative_source(actor, ref, initiative_ref)
    authors = authors_of(actor, [source.together]).get(source.together, ())
    subjects = [("person", author.ref) for author in authors] or [("person", ref)]
    number = f"số {source.decision_no} "
    recorded = [
        line
        for line in entries_about(*subjects)
        if line.verb == "recognise_initiative" and number in line.said
    ]
    context = {
        "title": "Nguồn của sáng kiến, đề tài",
        "crumbs": _crumbs(HolderKind.PERSON, ref, source.holder_name),
        "facts": initiative_facts(source, [author_said(author) for author in authors]),
        "came": sources_of([initiative_ref]).get(initiative_ref),
        "events": events_shown(recorded),
        "gone": GONE if source.is_gone else "",
        "changes": initiative_changes(
            changes_of_initiative(initiative_ref),
            lambda other: reverse("office:person_initiative", args=[ref, other]),
            lambda one: reverse("office:initiative_correction", args=[one]),
        ),
        "acts": _initiative_acts(actor, ref, source),
    }
    return page(request, "records/source.html", context)


def _initiative_acts(actor: Actor, person_ref: str, source: InitiativeSource) -> list[Act]:
    """Return what may be proposed for an initiative as it is, or where a proposal waits."""
    if source.is_gone or not actor.has(*OFFICE):
        return []
    if waiting := waiting_correction(source.ref):
        there = reverse("office:initiative_correction", args=[waiting])
        return [Act("Xem đính chính đang chờ", there)]
    return [Act("Đính chính", reverse("office:propose_correction", args=[person_ref, source.ref]))]


@require_http_methods(["GET"])
def _award(request: HttpRequest, of: HolderKind, ref: str, award_ref: str) -> HttpResponse:
    actor = actor_of(request)
    source = award_source(actor, of, ref, award_ref)
    context = _amended(AWARD[of], ref, award_ref, is_gone=source.is_gone)
    context |= {
        "title": "Nguồn của lượt khen thưởng",
        "crumbs": _crumbs(of, ref, source.holder_name),
        "facts": source_facts(source),
        "decision": decision_link(source, people.PAGES.decision),
        "acts": acts_of(
            actor, award_ref, is_gone=source.is_gone, is_revoked=source.revoked_on is not None,
            may_revoke=True, was_struck=_was_struck(award_ref),
        ),
    }  # fmt: skip
    return page(request, "records/source.html", context)


@require_http_methods(["GET"])
def _grade(request: HttpRequest, of: HolderKind, ref: str, grade_ref: str) -> HttpResponse:
    actor = actor_of(request)
    source = grade_source(actor, of, ref, grade_ref)
    context = _amended(GRADE[of], ref, grade_ref, is_gone=source.is_gone)
    context |= {
        "title": "Nguồn của kết quả xếp loại",
        "crumbs": _crumbs(of, ref, source.holder_name),
        "facts": grade_facts(source),
        "acts": acts_of(
            actor, grade_ref, is_gone=source.is_gone, is_revoked=False, may_revoke=False,
            was_struck=_was_struck(grade_ref),
        ),
    }  # fmt: skip
    return page(request, "records/source.html", context)


def _amended(row_page: str, ref: str, row_ref: str, *, is_gone: bool) -> dict[str, object]:
    """Return what both awards and grades show: the import, the unit's decision, the changes."""
    changes = changes_of_row(row_ref)
    own_ref = own_sources_of([row_ref]).get(row_ref, "")
    return {
        "gone": gone_said(changes) if is_gone else "",
        "came": sources_of([row_ref]).get(row_ref),
        "own_href": reverse("office:own_decision", args=[own_ref]) if own_ref else "",
        "changes": changes_shown(
            changes,
            lambda other: reverse(row_page, args=[ref, other]),
            lambda amendment: reverse("office:amendment", args=[amendment]),
        ),
    }


def _was_struck(row_ref: str) -> bool:
    """Tell whether the last thing recorded of a row is that it was entered wrongly."""
    of_row = [one for one in changes_of_row(row_ref) if not one.old_ref]
    return bool(of_row) and of_row[-1].kind is AmendmentKind.STRUCK


def acts_of(
    actor: Actor,
    row_ref: str,
    *,
    is_gone: bool,
    is_revoked: bool,
    may_revoke: bool,
    was_struck: bool,
) -> list[Act]:
    """Return what may be proposed for a row as it is."""
    if not actor.has(*OFFICE):
        return []
    kinds = []
    if is_revoked or was_struck:
        kinds.append(AmendmentKind.RESTORED)
    elif not is_gone:
        kinds += [AmendmentKind.CORRECTED, AmendmentKind.STRUCK]
        if may_revoke:
            kinds.insert(0, AmendmentKind.REVOKED)
    if is_gone and not was_struck:
        kinds = []
    return [
        Act(AMENDMENT_NAMES[kind], reverse("office:amend", args=[row_ref, WORD_OF[kind]]))
        for kind in kinds
    ]


def _crumbs(of: HolderKind, ref: str, name: str) -> list[Link]:
    return [*way("", ""), Link(name, reverse(HOLDER[of], args=[ref]))]
