"""Whom a unit's own decision names: picked from the register, from the annex, or written anew."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.intake.annex import read_annex
from bangvang.nominations.intake.listed import Row
from bangvang.registry.actions.choose_own_person import choose_own_person
from bangvang.registry.actions.name_own_person import name_own_person
from bangvang.registry.actions.pick_own_people import pick_own_people
from bangvang.registry.actions.remove_own_row import remove_own_row
from bangvang.registry.actions.take_own_annex import AnnexRow, take_own_annex
from bangvang.registry.selectors.own_decisions import (
    OwnLine,
    named_in,
    own_decision_line,
)
from bangvang.registry.selectors.own_people import A_PAGE, all_own_people, own_people, own_units
from bangvang.web.components.pieces import Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.lists import page_number, pager_of
from bangvang.web.people import born_said
from bangvang.web.respond import done, page
from bangvang.web.units.forms.own import NEW_FIELD_OF, AnnexForm, GradeForm, NewPersonForm
from bangvang.web.units.forms.uploads import ChoiceForm
from bangvang.web.units.own_shown import grade_choices, own_name
from bangvang.web.units.views.own import decision_page, way

LONGEST_QUERY = 100
COLUMNS = (
    Column("Chọn", "index", is_unseen=True),
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
)


@require_http_methods(["GET", "POST"])
def pick(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the unit's people whom the words find, and take those who are ticked, or all."""
    actor, today = actor_of(request), clock.today()
    line = own_decision_line(actor, ref)
    grades = grade_choices(line, today)
    form = GradeForm(request.POST or None, grades=grades)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    trouble = ""
    if request.method == "POST" and form.is_valid():
        ticked = request.POST.getlist("nguoi")
        people = all_own_people(actor, words) if "tat-ca" in request.POST else ticked
        try:
            added = pick_own_people(ref, people, grade=form.said, actor=actor, at=clock.now())
        except Refused as refusal:
            trouble = refusal.objection.sentence
        else:
            say = f"Đã chọn {len(set(people))} người, {added} người ghi thêm."
            return done(request, to=_own(ref), say=say)
    number = page_number(request)
    found = own_people(actor, words, page=number)
    there = named_in(actor, ref)
    context = {
        "name": own_name(line, today),
        "line": line,
        "form": form,
        "trouble": trouble,
        "filters": [Filter("q", "Tên người hoặc tên đơn vị trực thuộc", words)],
        "words": words,
        "count": found.count,
        "people": [(p, born_said(p.birth_on, p.birth_year), p.ref in there) for p in found.people],
        "columns": COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Người"
        ),
        "crumbs": _way(line),
    }
    return page(request, "units/own/pick.html", context, status=422 if trouble else 200)


@require_POST
def annex(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the people of the annex."""
    actor, today = actor_of(request), clock.today()
    line = own_decision_line(actor, ref)
    grades = grade_choices(line, today)
    form = AnnexForm(request.POST, request.FILES, grades=grades, auto_id="phu-luc_%s")
    if form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        try:
            found = read_annex(data, name, with_grades=bool(grades))
            count = take_own_annex(
                ref,
                [_annexed(row, code) for row, code in found.rows],
                data,
                original_name=name,
                grade=form.said,
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            say = " ".join([f"Đã đọc {count} người từ phụ lục.", *found.hints])
            return done(request, to=_own(ref), say=say)
    return decision_page(request, ref, {"annex_form": form}, status=422)


@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest, ref: str) -> HttpResponse:
    """Write somebody whom the register does not know."""
    actor, today = actor_of(request), clock.today()
    line = own_decision_line(actor, ref)
    form = NewPersonForm(
        request.POST or None, grades=grade_choices(line, today), units=own_units(actor)
    )
    if request.method == "POST" and form.is_valid():
        try:
            name_own_person(ref, form.person(), grade=form.said, actor=actor, at=clock.now())
        except Refused as refusal:
            field = NEW_FIELD_OF.get(refusal.objection.code)
            form.add_error(field, refusal.objection.sentence)
        else:
            return done(request, to=_own(ref), say="Đã ghi thêm vào quyết định.")
    context = {"name": own_name(line, today), "line": line, "form": form, "crumbs": _way(line)}
    return page(request, "units/own/new_person.html", context, status=422 if form.errors else 200)


@require_POST
def choose(request: HttpRequest, ref: str, row_ref: str) -> HttpResponse:
    """Say which of several namesakes a row means."""
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return decision_page(
            request, ref, {"trouble": "Hãy chọn một người rồi bấm nút."}, status=422
        )
    who = form.cleaned_data["nguoi"]
    choose_own_person(ref, row_ref, who, actor=actor_of(request), at=clock.now())
    return done(request, to=_own(ref), say="Đã chọn đúng người cho dòng này.")


@require_POST
def remove(request: HttpRequest, ref: str, row_ref: str) -> HttpResponse:
    """Take a row out of the draft."""
    remove_own_row(ref, row_ref, actor=actor_of(request), at=clock.now())
    return done(request, to=_own(ref), say="Đã bỏ dòng này.")


def _annexed(row: Row, code: str) -> AnnexRow:
    return AnnexRow(
        row=row.row,
        name=row.name,
        birth=row.birth,
        sex=row.sex,
        identity_number=row.identity_number or "",
        position=row.position,
        unit=row.subunit or row.unit,
        code=code,
    )


def _own(ref: str) -> str:
    return reverse("units:own_decision", args=[ref])


def _way(line: OwnLine) -> list[Link]:
    return way(Link(own_name(line, clock.today()), _own(line.ref)))
