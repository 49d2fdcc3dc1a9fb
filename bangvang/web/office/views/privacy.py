"""What is held about people, what is past its period today, and having that forgotten."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import newest_about
from bangvang.privacy.actions.ask_forgetting import ask_forgetting
from bangvang.privacy.personal_data import ALWAYS, Entry, entries
from bangvang.privacy.selectors.dry_run import dry_run_for
from bangvang.privacy.selectors.runs import run_under_way
from bangvang.privacy.states import BECOMES, COUNTED_FROM, Matter
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.privacy_shown import TITLE, crumbs, tabs
from bangvang.web.progress import answer_to_poll, progress_of
from bangvang.web.respond import done, page

SHOWN = 20
HELD_COLUMNS = (
    Column("Dữ liệu", "name"),
    Column("Để làm gì", "mid"),
    Column("Ai xem", "mid"),
    Column("Lưu bao lâu"),
)
PAST_COLUMNS = (
    Column("Loại dữ liệu", "name"),
    Column("Thời hạn"),
    Column("Hết hạn", "num"),
    Column("Giữ lại, vì sao", "mid"),
)


@require_http_methods(["GET"])
def personal_data(request: HttpRequest) -> HttpResponse:
    """Show the list of what is held, each with the period that counts today."""
    actor, today = actor_of(request), clock.today()
    lengths = {line.matter: line.length for line in dry_run_for(actor, today).lines}
    context = {
        "title": TITLE,
        "crumbs": [Link(TITLE)],
        "tabs": tabs(actor, "personal_data"),
        "rows": [(entry, _long(entry, lengths)) for entry in entries()],
        "columns": HELD_COLUMNS,
    }
    return page(request, "office/privacy/held.html", context)


@require_http_methods(["GET"])
def past_periods(request: HttpRequest) -> HttpResponse:
    """Show what would be forgotten today and why the rest stays, before anything is."""
    actor, today = actor_of(request), clock.today()
    job = run_under_way()
    progress = progress_of(job, href=request.get_full_path()) if job else None
    if told := answer_to_poll(request, progress):
        return told
    found = dry_run_for(actor, today)
    is_open = progress is not None and progress.is_open
    context = {
        "title": "Xóa theo thời hạn",
        "crumbs": crumbs(Link("Xóa theo thời hạn")),
        "tabs": tabs(actor, "past_periods"),
        "found": found,
        "rows": [(line, COUNTED_FROM[line.matter], BECOMES[line.matter]) for line in found.lines],
        "columns": PAST_COLUMNS,
        "progress": progress,
        "may_forget": actor.has(Role.OFFICE_HEAD) and found.count > 0 and not is_open,
        "events": events_shown(newest_about("retention", count=SHOWN)),
    }
    return page(request, "office/privacy/past.html", context)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Have it forgotten, as it was shown."""
    ask_forgetting(request.POST.get("seen", ""), actor=actor_of(request), at=clock.now())
    say = "Đã yêu cầu xóa; hệ thống xóa dần từng phần và ghi nhật ký."
    return done(request, to=reverse("office:past_periods"), say=say)


def _long(entry: Entry, lengths: dict[Matter, str]) -> str:
    if entry.matter is not None:
        return lengths[entry.matter] or "chưa có thời hạn được xác nhận: không xóa"
    return "lâu dài" if entry.until == ALWAYS else "10 giờ"
