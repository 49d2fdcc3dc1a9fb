"""The achievement report of a row: begun, typed part by part, finished, printed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.documents.render import render
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.begin_report import begin_report
from bangvang.nominations.actions.finish_report import finish_report, reopen_report
from bangvang.nominations.actions.write_report import Typed, write_report
from bangvang.nominations.documents.report_paper import report_paper
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.selectors.reports import ReportSeen, may_write, report_seen
from bangvang.nominations.states import ReportPart
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.nominations import award_called
from bangvang.web.respond import MEDIA_TYPES, done, download, page
from bangvang.web.units.forms.batches import VersionForm
from bangvang.web.units.reports_shown import (
    MINE,
    STORED,
    TABLE_COLUMNS,
    form_of,
    parts_shown,
    typed_in,
)

TWO_VERSIONS = (
    "Người khác vừa lưu phần này trong lúc bạn viết. Hai bản để cạnh nhau: chọn một bản rồi lưu."
)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the report; save every part that was typed, and show both versions where two are."""
    if request.method == "GET":
        return _report_page(request, ref)
    typed = typed_in(request.POST)
    try:
        clashes = write_report(ref, typed, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return _report_page(request, ref, typed, trouble=refusal.objection.sentence, status=422)
    if clashes:
        return _report_page(request, ref, typed, clashes, trouble=TWO_VERSIONS, status=409)
    return _back(request, ref, "Đã lưu báo cáo.")


@require_POST
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin the report with what the register knows."""
    begin_report(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã lập báo cáo; phần sổ khen thưởng biết đã điền sẵn.")


@require_POST
def save_part(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Save one part as it is typed, for the page's own script; say how it went in JSON."""
    part = ReportPart.__members__.get(name.upper())
    if part is None:
        raise Unseen
    typed = typed_in(request.POST, [part])
    try:
        clashes = write_report(ref, typed, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return JsonResponse({"said": refusal.objection.sentence}, status=422)
    found = _found(ref)
    if clashes:
        return JsonResponse({"said": "Người khác vừa lưu phần này."}, status=409)
    kept = found.of(part)
    said = f"Đã lưu lúc {localtime(kept.saved_at):%H:%M}"
    return JsonResponse({"said": said, "version": kept.version, "whole": found.version})


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Finish the report."""
    try:
        finish_report(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return _report_page(request, ref, trouble=refusal.objection.sentence, status=422)
    return _back(request, ref, "Đã hoàn thành báo cáo; bản in nằm trong giấy tờ của hồ sơ.")


@require_POST
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Open a finished report for writing."""
    reopen_report(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã mở lại báo cáo để sửa.")


@require_http_methods(["GET"])
def printed(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the report as a Word file, as it stands."""
    row = nomination_row(actor_of(request), ref)
    paper = report_paper(row, _found(ref), on=clock.today())
    name = f"bao-cao-thanh-tich-{row.source_row}.docx"
    try:
        data = render(paper).docx
    except Refused as refusal:
        return _report_page(request, ref, trouble=refusal.objection.sentence, status=422)
    return download(data, name=name, media_type=MEDIA_TYPES["docx"])


def _found(ref: str) -> ReportSeen:
    found = report_seen(ref)
    if found is None:
        raise Unseen
    return found


def _report_page(
    request: HttpRequest,
    ref: str,
    typed: list[Typed] | None = None,
    clashes: frozenset[ReportPart] = frozenset(),
    *,
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    found = report_seen(ref)
    mine = {one.part: one for one in typed or ()}
    context = {
        "crumbs": [
            Link("Danh sách", reverse("units:batch", args=[row.batch_ref])),
            Link(row.name, reverse("units:nomination", args=[ref])),
            Link("Báo cáo thành tích"),
        ],
        "row": row,
        "award": award_called(row, clock.today()),
        "report": found,
        "parts": parts_shown(row, found, mine, clashes) if found else [],
        "columns": TABLE_COLUMNS,
        "form": form_of(row),
        "may_write": may_write(actor, ref),
        "trouble": trouble,
        "draft_key": f"{actor.account_ref}:{ref}",
        "stored_word": STORED,
        "mine_word": MINE,
    }
    return page(request, "units/report/show.html", context, status=status)


def _version(request: HttpRequest) -> int:
    form = VersionForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else 0


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("units:report", args=[ref]), say=say)
