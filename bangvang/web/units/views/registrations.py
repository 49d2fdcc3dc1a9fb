"""A unit registers the titles it strives for in a year; its head hands in, and answers below."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Subject
from bangvang.nominations.actions.drop_registered_title import drop_registered_title
from bangvang.nominations.actions.register_titles import register_titles
from bangvang.nominations.actions.submit_registration import submit_registration
from bangvang.nominations.selectors.registrations import (
    RegistrationSeen,
    own_registration,
    registration_seen,
    registration_years,
    registrations_below,
    titles_on,
    year_seen,
)
from bangvang.nominations.states import RegistrationState
from bangvang.registry.selectors.own_bodies import own_bodies
from bangvang.registry.selectors.own_people import A_PAGE, own_people
from bangvang.web.components.pieces import Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.people import born_said
from bangvang.web.registrations import (
    ONLY_SHOWN,
    TITLE_COLUMNS,
    answer_form,
    answered,
    state_chip,
)
from bangvang.web.respond import done, page

TITLE = "Đăng ký thi đua"
LONGEST_QUERY = 100
YEAR_COLUMNS = (
    Column("Năm", "name"),
    Column("Hạn nộp", "date"),
    Column("Đơn vị đã đăng ký"),
    Column("Trạng thái"),
)
BELOW_COLUMNS = (Column("Đơn vị trực thuộc", "name"), Column("Danh hiệu"), Column("Trạng thái"))
PICK_COLUMNS = (
    Column("Chọn", "index", is_unseen=True),
    Column("Tên", "name"),
    Column("Ngày sinh hoặc loại"),
    Column("Thuộc"),
)


@dataclass(frozen=True)
class Candidate:
    """Somebody, or a collective, that may be ticked."""

    ref: str
    name: str
    what: str
    where: str


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Show the years and where the unit is in each."""
    actor = actor_of(request)
    rows = []
    for year in registration_years(actor):
        own_ = own_registration(actor, year.ref)
        state = own_.state if own_ else RegistrationState.DRAFT
        said = own_.state_name if own_ else "Chưa đăng ký"
        rows.append((year, own_, state_chip(state, said)))
    context = {
        "title": TITLE, "crumbs": [Link(TITLE)], "rows": rows, "columns": YEAR_COLUMNS,
    }  # fmt: skip
    return page(request, "units/registration/years.html", context)


@require_safe
def own(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the unit registers for one year, and what the units below it do."""
    return _own(request, ref)


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, ref: str) -> HttpResponse:
    """Tick people of the unit for a title."""
    actor, words, number = actor_of(request), _words(request), page_number(request)
    found = own_people(actor, words, page=number)
    rows = [
        Candidate(p.ref, p.full_name, born_said(p.birth_on, p.birth_year), p.organisation_name)
        for p in found.people
    ]
    return _pick(request, ref, Subject.PERSON, rows, found.count)


@require_http_methods(["GET", "HEAD", "POST"])
def bodies(request: HttpRequest, ref: str) -> HttpResponse:
    """Tick collectives of the unit, itself among them, for a title."""
    actor, words, number = actor_of(request), _words(request), page_number(request)
    found = own_bodies(actor, words, on=clock.today(), page=number)
    rows = [Candidate(b.ref, b.name, b.kind_name, b.parent_name) for b in found.bodies]
    if number == 1 and not words:
        itself = Candidate(actor.organisation_ref, actor.organisation_name, "chính đơn vị", "")
        rows.insert(0, itself)
    return _pick(request, ref, Subject.COLLECTIVE, rows, found.count)


@require_POST
def drop(request: HttpRequest, ref: str, row_ref: str) -> HttpResponse:
    """Take one title out."""
    actor = actor_of(request)
    seen = own_registration(actor, ref)
    if seen is None:
        raise Unseen
    drop_registered_title(seen.ref, row_ref, actor=actor, at=clock.now())
    return done(request, to=_href(ref), say="Đã bỏ khỏi bản đăng ký.")


@require_POST
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand in."""
    actor = actor_of(request)
    seen = own_registration(actor, ref)
    if seen is None:
        raise Unseen
    version = request.POST.get("version", "")
    try:
        number = int(version) if version.isdecimal() else 0
        submit_registration(seen.ref, version=number, actor=actor, at=clock.now())
    except Refused as refusal:
        return _own(request, ref, trouble=refusal.objection.sentence)
    return done(request, to=_href(ref), say="Đã nộp bản đăng ký.")


@require_safe
def below(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what a unit right below registers."""
    return _below(request, ref)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve it, or return it with a reason."""
    return _below(request, ref, is_answer=True)


def _own(request: HttpRequest, ref: str, trouble: str = "") -> HttpResponse:
    actor = actor_of(request)
    year = year_seen(actor, ref)
    seen = own_registration(actor, ref)
    state = seen.state if seen else RegistrationState.DRAFT
    is_open = state in (RegistrationState.DRAFT, RegistrationState.RETURNED)
    context = {
        "title": f"{TITLE} năm {year.year}",
        "crumbs": [Link(TITLE, reverse("units:registrations")), Link(f"Năm {year.year}")],
        "year": year,
        "seen": seen,
        "chip": state_chip(state, seen.state_name if seen else "Chưa đăng ký"),
        "is_open": is_open,
        "is_late": clock.today() > year.submit_by,
        "may_submit": is_open and seen is not None and actor.has(Role.UNIT_HEAD),
        "trouble": trouble,
        "columns": TITLE_COLUMNS,
        "below": [
            (one, state_chip(one.state, one.state_name)) for one in registrations_below(actor, ref)
        ],
        "below_columns": BELOW_COLUMNS,
        "only_shown": ONLY_SHOWN,
        "events": events_shown(entries_about(("registration", seen.ref))) if seen else [],
    }
    return page(
        request, "units/registration/own.html", context, status=422 if trouble else 200
    )  # fmt: skip


def _pick(
    request: HttpRequest, ref: str, subject: Subject, rows: Sequence[Candidate], count: int
) -> HttpResponse:
    actor = actor_of(request)
    year = year_seen(actor, ref)
    words, number, trouble = _words(request), page_number(request), ""
    if request.method == "POST":
        try:
            made = register_titles(
                ref,
                request.POST.get("danh-hieu", ""),
                request.POST.getlist("chon"),
                subject=subject,
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            trouble = refusal.objection.sentence
        else:
            return done(request, to=_href(ref), say=f"Đã đăng ký thêm {made} danh hiệu.")
    is_person = subject is Subject.PERSON
    title = "Chọn người đăng ký" if is_person else "Chọn tập thể đăng ký"
    context = {
        "title": title,
        "crumbs": [
            Link(TITLE, reverse("units:registrations")),
            Link(f"Năm {year.year}", _href(ref)),
            Link(title),
        ],
        "year": year,
        "trouble": trouble,
        "awards": [(c, name) for c, name, for_ in titles_on(year.year) if subject in for_],
        "chosen": request.POST.get("danh-hieu", ""),
        "ticked": request.POST.getlist("chon"),
        "filters": [Filter("q", "Tên người hoặc tên đơn vị" if is_person else "Tên", words)],
        "rows": rows,
        "columns": PICK_COLUMNS,
        "pager": pager_of(
            number,
            count,
            A_PAGE,
            query={"q": words} if words else {},
            what="Người" if is_person else "Tập thể",
        ),
        "back_href": _href(ref),
    }
    return page(
        request, "units/registration/pick.html", context, status=422 if trouble else 200
    )  # fmt: skip


def _below(request: HttpRequest, ref: str, *, is_answer: bool = False) -> HttpResponse:
    actor = actor_of(request)
    seen = _seen_below(actor, ref)
    form = answer_form(request.POST if is_answer else None, seen)
    back = _href(seen.year.ref)
    if is_answer and form is not None and form.is_valid() and (say := answered(form, ref, actor)):
        return done(request, to=back, say=say)
    context = {
        "title": f"{TITLE} năm {seen.year.year}: {seen.unit_name}",
        "crumbs": [
            Link(TITLE, reverse("units:registrations")),
            Link(f"Năm {seen.year.year}", back),
            Link(seen.unit_name),
        ],
        "seen": seen,
        "chip": state_chip(seen.state, seen.state_name),
        "columns": TITLE_COLUMNS[:2],
        "form": form,
        "action": reverse("units:answer_registration", args=[ref]),
        "events": events_shown(entries_about(("registration", ref))),
    }
    return page(
        request, "registration/answer.html", context, status=422 if form and form.errors else 200
    )  # fmt: skip


def _seen_below(actor: Actor, ref: str) -> RegistrationSeen:
    seen = registration_seen(actor, ref)
    if seen.unit_ref == actor.organisation_ref:
        raise Unseen
    return seen


def _words(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:LONGEST_QUERY]


def _href(ref: str) -> str:
    return reverse("units:registration", args=[ref])
