"""A report that was filled in in Word: handed in, looked at value by value, taken over, dropped."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.read_report_file import (
    drop_report_reading,
    read_report_file,
    take_report_reading,
)
from bangvang.nominations.intake.report_read import form_from
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.selectors.report_readings import reading_seen
from bangvang.nominations.selectors.reports import may_write, report_seen
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.nominations import award_called
from bangvang.web.respond import done, go_to, page
from bangvang.web.units.forms.readings import ReportFileForm
from bangvang.web.units.readings_shown import (
    FROM_FILE,
    beside_register,
    names_somebody_else,
    parts_read,
    reading_typed,
)
from bangvang.web.units.reports_shown import STORED

TWO_VERSIONS = (
    "Người khác vừa lưu báo cáo trong lúc bạn xem. Bản đang lưu bên dưới là bản mới: xem lại, chọn"
    " rồi lấy vào."
)


@require_http_methods(["GET", "POST"])
def reading(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the file, or show what was read; what is no report is refused in a sentence."""
    if request.method == "GET":
        return _page(request, ref, ReportFileForm())
    form = ReportFileForm(request.POST, request.FILES)
    if form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        try:
            read_report_file(ref, data, original_name=name, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            return go_to(request, reverse("units:report_reading", args=[ref]))
    return _page(request, ref, form, status=422)


@require_POST
def take(request: HttpRequest, ref: str, reading_ref: str) -> HttpResponse:
    """Take the chosen parts over; show both versions where somebody saved meanwhile."""
    actor = actor_of(request)
    found = reading_seen(actor, ref)
    if found is None or found.ref != reading_ref:
        return _gone(request, ref)
    typed, chosen = reading_typed(request.POST, form_from(found.kept))
    try:
        clashes = take_report_reading(
            ref,
            reading_ref,
            typed,
            chosen=chosen,
            is_same="dung-nguoi" in request.POST,
            actor=actor,
            at=clock.now(),
        )
    except Refused as refusal:
        return _page(request, ref, trouble=refusal.objection.sentence, status=422)
    if clashes:
        return _page(request, ref, trouble=TWO_VERSIONS, status=409)
    return done(
        request,
        to=reverse("units:report", args=[ref]),
        say="Đã lấy nội dung đọc từ tệp Word vào báo cáo; bản đọc đã bỏ.",
    )


@require_POST
def drop(request: HttpRequest, ref: str, reading_ref: str) -> HttpResponse:
    """Drop what was read."""
    drop_report_reading(ref, reading_ref, actor=actor_of(request), at=clock.now())
    return done(
        request,
        to=reverse("units:report", args=[ref]),
        say="Đã bỏ nội dung đọc từ tệp; báo cáo giữ nguyên.",
    )


def _gone(request: HttpRequest, ref: str) -> HttpResponse:
    return done(
        request,
        to=reverse("units:report_reading", args=[ref]),
        say="Nội dung đọc từ tệp này đã được lấy vào, đã bỏ, hoặc đã có tệp khác thay.",
    )


def _page(
    request: HttpRequest,
    ref: str,
    form: ReportFileForm | None = None,
    *,
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    row = nomination_row(actor, ref)
    waiting, report = reading_seen(actor, ref), report_seen(ref)
    context = {
        "crumbs": [
            Link("Danh sách", reverse("units:batch", args=[row.batch_ref])),
            Link(row.name, reverse("units:nomination", args=[ref])),
            Link("Báo cáo thành tích", reverse("units:report", args=[ref])),
            Link("Đọc từ tệp Word"),
        ],
        "row": row,
        "award": award_called(row, today),
        "report": report,
        "reading": waiting,
        "may_write": may_write(actor, ref) and not (report and report.finished_at),
        "form": form or ReportFileForm(),
        "trouble": trouble,
    }
    if waiting is not None and report is not None:
        found = form_from(waiting.kept)
        sent = request.POST if "lay" in request.POST else None
        context |= {
            "found": found,
            "parts": parts_read(row, report, found, sent),
            "beside": beside_register(actor, row, found, on=today),
            "other_name": names_somebody_else(row, found),
            "same_ticked": bool(sent and "dung-nguoi" in sent),
            "file_word": FROM_FILE,
            "stored_word": STORED,
        }
    return page(request, "units/report/reading.html", context, status=status)
