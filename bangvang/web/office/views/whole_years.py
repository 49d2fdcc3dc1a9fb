"""Which units have recorded which year, asking them, and one decision that a unit recorded."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.files.selectors import kept_file, read
from bangvang.registry.actions.ask_for_year import ask_for_year
from bangvang.registry.selectors.amendments import amendments_of_own
from bangvang.registry.selectors.own_decisions import (
    entered_rows,
    own_decision_line,
    own_decisions_for,
    own_file_for,
)
from bangvang.registry.states import YEARLY_KINDS
from bangvang.web.amending.shown import amendments_shown
from bangvang.web.components.pieces import CaseHead, Choice, Column, Filter, Kind, Link, Standing
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.records_shown import tabs_of
from bangvang.web.office.years_shown import needed_first
from bangvang.web.records import called
from bangvang.web.respond import done, download, page

YEARS_BACK = 12
A_PAGE = 50
COLUMNS = (
    Column("Đơn vị", "name"),
    Column("Danh hiệu, hình thức khen thưởng"),
    Column("Xếp loại hằng năm"),
    Column("Hồ sơ đang chờ", "num", is_number=True),
    Column("Người chưa rõ", "num", is_number=True),
)
OWN_COLUMNS = (
    Column("Quyết định", "name"),
    Column("Đơn vị"),
    Column("Số người", "num", is_number=True),
)
ROW_COLUMNS = (Column("Người được khen", "name"), Column("Đơn vị, bộ phận"), Column("Ghi sổ"))
STATES = (
    Choice("", "Tất cả"),
    Choice(Kind.NOT_MET.value, "Có loại chưa ghi"),
    Choice(Kind.PERSON.value, "Có loại mới một phần"),
    Choice(Kind.MET.value, "Có loại đã đủ"),
)


@require_http_methods(["GET"])
def whole_years(request: HttpRequest) -> HttpResponse:
    """Show the units of one year, those on which most rests first."""
    actor, today = actor_of(request), clock.today()
    years = range(today.year - 1, today.year - 1 - YEARS_BACK, -1)
    said = request.GET.get("nam", "")
    year = int(said) if said in {str(one) for one in years} else years[0]
    only = request.GET.get("trang-thai", "")
    lines = needed_first(actor, year, only=only, on=today)
    number = page_number(request)
    start = (number - 1) * A_PAGE
    context = {
        "tabs": tabs_of("years"),
        "year": year,
        "filters": [
            Filter("nam", "Năm", str(year), tuple(Choice(str(one), str(one)) for one in years)),
            Filter("trang-thai", "Tình trạng", only, STATES),
        ],
        "lines": lines[start : start + A_PAGE],
        "count": len(lines),
        "columns": COLUMNS,
        "pager": pager_of(
            number,
            len(lines),
            A_PAGE,
            query={"nam": str(year)} | ({"trang-thai": only} if only else {}),
            what="Đơn vị",
        ),
        "decisions": [
            (line, called(line.code, line.decided_on) if line.code else "Xếp loại hằng năm")
            for line in own_decisions_for(actor, year=year)
        ],
        "own_columns": OWN_COLUMNS,
    }
    return page(request, "office/years/list.html", context)


@require_POST
def ask(request: HttpRequest, unit_ref: str, word: str, year: int) -> HttpResponse:
    """Ask the unit; it stands on its first page until the year is whole."""
    kind = next((kind for kind in YEARLY_KINDS if kind.lower() == word), None)
    if kind is None:
        raise Http404
    ask_for_year(unit_ref, kind, year=year, actor=actor_of(request), at=clock.now())
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    to = back if is_ours else f"{reverse('office:whole_years')}?nam={year}"
    return done(request, to=to, say="Đã đề nghị; việc hiện ở trang đầu của đơn vị.")


@require_http_methods(["GET"])
def own_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one decision that a unit recorded, with its scan."""
    actor = actor_of(request)
    line = own_decision_line(actor, ref)
    rows = entered_rows(actor, ref)
    number = page_number(request)
    start = (number - 1) * A_PAGE
    name = called(line.code, line.decided_on) if line.code else "Xếp loại hằng năm"
    context = {
        "case": CaseHead(
            kind="Quyết định do đơn vị ghi",
            title=f"{name} năm {line.year}",
            unit=line.unit_name,
            standings=(
                Standing("Số", line.decision_no),
                Standing("Ngày", f"{line.decided_on:%d/%m/%Y}", line.issued_by),
                Standing("Người lập", line.prepared_by),
                Standing("Thủ trưởng xác nhận", line.confirmed_by),
            ),
        ),
        "rows": [(row, called(row.code, line.decided_on)) for row in rows[start : start + A_PAGE]],
        "columns": ROW_COLUMNS,
        "pager": pager_of(number, len(rows), A_PAGE, query={}, what="Người"),
        "files": [
            kept_card(kept_file(file_ref), reverse("office:own_file", args=[ref, which]), note)
            for which, file_ref, note in (
                ("quyet-dinh", line.scan_ref, "bản quét quyết định đã ký"),
                ("phu-luc", line.annex_ref, "phụ lục đơn vị tải lên"),
            )
            if file_ref
        ],
        "events": events_shown(entries_about(("own_decision", ref))),
        **amendments_shown(amendments_of_own(actor, ref), "office:amendment"),
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link("Năm nào đã đủ", f"{reverse('office:whole_years')}?nam={line.year}"),
        ],
    }
    return page(request, "office/years/decision.html", context)


@require_http_methods(["GET"])
def own_file(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """Hand out the scan or the annex."""
    stored = own_file_for(actor_of(request), ref, which)
    media_type = FileKind(stored.media_kind).media_type
    return download(read(stored.ref), name=stored.original_name, media_type=media_type)
