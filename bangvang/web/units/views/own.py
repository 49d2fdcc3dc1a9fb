"""The unit's own decisions: the list, a new one, its people, handing it to the head."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.files.selectors import kept_file, read
from bangvang.foundation.objection import Refused
from bangvang.law import Kind, Subject, kind_name
from bangvang.registry.actions.begin_own_decision import begin_own_decision
from bangvang.registry.actions.discard_own_decision import discard_own_decision
from bangvang.registry.actions.hand_own_over import hand_own_over
from bangvang.registry.intake.granting import grantable, is_for
from bangvang.registry.intake.own_preview import own_preview
from bangvang.registry.selectors.amendments import amendments_of_own
from bangvang.registry.selectors.own_decisions import (
    GRADE,
    OwnLine,
    entered_rows,
    own_decision_for,
    own_decision_line,
    own_decisions_for,
    own_file_for,
    unit_of,
)
from bangvang.registry.states import OwnState
from bangvang.web.amending.shown import amendments_shown
from bangvang.web.components.pieces import Column, FileCard, Link
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.respond import done, download, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.units.forms.batches import VersionForm
from bangvang.web.units.forms.own import AnnexForm, BeginForm
from bangvang.web.units.own_shown import (
    authority_facts,
    counts_said,
    day_of,
    entered_shown,
    grade_choices,
    own_chip,
    own_head,
    own_name,
    own_shares,
    own_steps,
    rows_shown,
    settled,
)

A_PAGE = 50
KINDS = (Kind.MERIT, Kind.SUDDEN, Kind.THEME)
LIST_COLUMNS = (
    Column("Kết quả", "name"),
    Column("Trạng thái", "mid"),
    Column("Số lượt", "num", is_number=True),
    Column("Quyết định"),
)
ROW_COLUMNS = (
    Column("Người, tập thể được khen", "name"),
    Column("Khi ghi sổ"),
    Column("Bỏ", "act", is_unseen=True),
)


def way(*more: Link) -> list[Link]:
    """Return the breadcrumbs of a page about the unit's own decisions."""
    return [Link("Khen thưởng của đơn vị", reverse("units:own_decisions")), *more]


@require_http_methods(["GET"])
def decisions(request: HttpRequest) -> HttpResponse:
    """Show the unit's own decisions, newest year first."""
    today = clock.today()
    lines = own_decisions_for(actor_of(request))
    context = {
        "lines": [(line, own_name(line, today), own_chip(line)) for line in lines],
        "columns": LIST_COLUMNS,
    }
    return page(request, "units/own/list.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Ask what was granted and for which year, then go on to the people."""
    actor, today = actor_of(request), clock.today()
    unit = unit_of(actor)
    may = grantable(unit.kind, on=today)
    form = BeginForm(
        request.POST or None,
        codes=[*((found.code, found.name) for found in may), (GRADE, "Xếp loại hằng năm")],
        kinds=[(kind.value, kind_name(kind)) for kind in KINDS],
        initial={"year": today.year - 1, "kind": Kind.MERIT.value},
    )
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        kind = Kind(cleaned["kind"]) if cleaned["code"] == "GIAY_KHEN" else Kind.MERIT
        try:
            ref = begin_own_decision(
                cleaned["code"], year=cleaned["year"], kind=kind, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error("year", refusal.objection.sentence)
        else:
            say = "Tiếp theo: chọn người, tập thể của đơn vị hoặc tải phụ lục lên."
            return done(request, to=reverse("units:own_decision", args=[ref]), say=say)
    context = {"form": form, "may": may, "on": today, "crumbs": way()}
    return page(request, "units/own/begin.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one decision: its people, what the register would take from it, what the law says."""
    return decision_page(request, ref, {})


@require_POST
def hand_over(request: HttpRequest, ref: str) -> HttpResponse:
    """Give it to the head."""
    try:
        hand_own_over(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return decision_page(request, ref, {"trouble": refusal.objection.sentence}, status=422)
    return done(
        request,
        to=reverse("units:own_decision", args=[ref]),
        say="Đã chuyển thủ trưởng xác nhận.",
    )


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then throw the draft away."""
    actor = actor_of(request)
    line = own_decision_line(actor, ref)
    if request.method == "POST":
        discard_own_decision(ref, version=_version(request), actor=actor, at=clock.now())
        return done(request, to=reverse("units:own_decisions"), say="Đã bỏ bản ghi đang lập.")
    context = {
        "name": own_name(line, clock.today()),
        "line": line,
        "form": VersionForm(initial={"version": line.version}),
        "crumbs": way(),
    }
    return page(request, "units/own/discard.html", context)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """Hand out the scan or the annex."""
    stored = own_file_for(actor_of(request), ref, which)
    media_type = FileKind(stored.media_kind).media_type
    return download(read(stored.ref), name=stored.original_name, media_type=media_type)


def decision_page(
    request: HttpRequest, ref: str, more: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Render the page of one decision, with whatever a form wants to say."""
    actor, today = actor_of(request), clock.today()
    line, own = own_decision_line(actor, ref), own_decision_for(actor, ref)
    is_draft, is_confirmed = line.state == OwnState.DRAFT, line.state == OwnState.CONFIRMED
    rows = [] if is_confirmed else own_preview(own)
    entered = entered_rows(actor, ref)
    may_amend = is_confirmed and actor.has(Role.UNIT_OFFICER)
    shown = (
        entered_shown(entered, line, may_amend=may_amend, on=today)
        if is_confirmed
        else rows_shown(rows, on=today)
    )
    people = settled(rows) or [(row.ref, "") for row in entered if row.is_person]
    number = page_number(request)
    start = (number - 1) * A_PAGE
    context = {
        "line": line,
        "case": own_head(line, actor, on=today),
        "steps": own_steps(line, rows),
        "authority": authority_facts(line, own.unit.kind, on=today),
        "counts": counts_said(rows),
        "rows": shown[start : start + A_PAGE],
        "columns": ROW_COLUMNS if is_draft and actor.has(Role.UNIT_OFFICER) else ROW_COLUMNS[:2],
        "pager": pager_of(number, len(shown), A_PAGE, query={}, what="Dòng"),
        "shares": own_shares(line, people, on=today),
        "law_of": day_of(line, today),
        "share_columns": SHARE_COLUMNS,
        "is_draft": is_draft,
        "takes_people": is_for(Subject.PERSON, line.code),
        "may_change": is_draft and actor.has(Role.UNIT_OFFICER),
        "files": _files(line),
        "annex_form": AnnexForm(grades=grade_choices(line, today), auto_id="phu-luc_%s"),
        "version_form": VersionForm(initial={"version": line.version}),
        "events": events_shown(entries_about(("own_decision", ref))),
        "may_amend": may_amend,
        **amendments_shown(amendments_of_own(actor, ref), "units:amendment"),
        "crumbs": way(),
    }
    return page(request, "units/own/show.html", context | more, status=status)


def _files(line: OwnLine) -> list[FileCard]:
    """Return the scan and the annex, as far as they are there."""
    kept = (
        ("quyet-dinh", line.scan_ref, "bản quét quyết định đã ký"),
        ("phu-luc", line.annex_ref, "phụ lục tải lên khi lập"),
    )
    return [
        kept_card(kept_file(file_ref), reverse("units:own_file", args=[line.ref, which]), note)
        for which, file_ref, note in kept
        if file_ref
    ]


def _version(request: HttpRequest) -> int:
    form = VersionForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else 0
