"""What waits for the members, the secretary and the counting board."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.selectors.today import Errand, Waiting, waiting_for
from bangvang.foundation import clock
from bangvang.web.components.pieces import Act, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.workplan.selectors.tasks import open_tasks

SAID = {
    Errand.PREPARE: (
        "Chuẩn bị {session}",
        "Chương trình chưa chốt.",
        "Lập chương trình",
        "session",
    ),
    Errand.OPEN: (
        "Điểm danh và khai mạc {session}",
        "Các thành viên đã được triệu tập.",
        "Điểm danh",
        "roll",
    ),
    Errand.RUN: ("Điều hành {session}", "Phiên họp đang diễn ra.", "Mở phiên họp", "session"),
    Errand.WRITE_MINUTES: (
        "Lập biên bản {session}",
        "Phiên họp đã bế mạc.",
        "Lập biên bản",
        "session_minutes",
    ),
    Errand.KEEP_SCAN: (
        "Lưu bản đã ký: {about}",
        "Biên bản đã in, chờ chữ ký và bản quét.",
        "Lưu bản quét",
        "minutes",
    ),
    Errand.HAND_OUT: (
        "Phát phiếu bầu: {about}",
        "Danh sách bầu đã chốt.",
        "In và phát phiếu",
        "ballot",
    ),
    Errand.OPEN_BOX: ("Mở hòm phiếu: {about}", "Đang bỏ phiếu.", "Mở hòm phiếu", "ballot"),
    Errand.COUNT: (
        "Kiểm phiếu: {about}",
        "Hòm phiếu đã mở; hai người đếm độc lập, không thấy số của nhau.",
        "Nhập số đếm",
        "count",
    ),
    Errand.COUNT_AGAIN: (
        "Đếm lại: {about}",
        "Hai lần đếm lệch nhau ở một số dòng.",
        "Đếm lại các dòng lệch",
        "count",
    ),
    Errand.ANNOUNCE: (
        "Công bố kết quả: {about}",
        "Hai lần đếm đã khớp.",
        "Xem và công bố",
        "ballot",
    ),
    Errand.PRINT_COUNTING: (
        "In biên bản kiểm phiếu: {about}",
        "Cuộc bỏ phiếu đã có kết quả.",
        "In biên bản",
        "ballot",
    ),
    Errand.ATTEND: (
        "Xem tài liệu {session}",
        "Chương trình và danh sách đã gửi các thành viên.",
        "Xem tài liệu",
        "session",
    ),
}


@require_http_methods(["GET"])
def today(request: HttpRequest) -> HttpResponse:
    """Show what waits, nearest session first, and the open conclusions."""
    actor, day = actor_of(request), clock.today()
    return page(
        request,
        "chamber/today.html",
        {
            "tasks": [_task(waiting, day) for waiting in waiting_for(actor)],
            "conclusions": [
                (task, deadline_shown(task.due_on, today=day)) for task in open_tasks(actor)
            ],
        },
    )


def _task(waiting: Waiting, day: date) -> Task:
    title, why, act, name = SAID[waiting.errand]
    href = reverse(f"council:{name}", args=[waiting.ref])
    said = title.format(session=waiting.session_title, about=waiting.about)
    if waiting.about:
        why = f"{why} {waiting.session_title[:1].upper()}{waiting.session_title[1:]}."
    return Task(
        said,
        href,
        why,
        Act(act, href),
        deadline_shown(waiting.session_on, today=day, note="ngày họp"),
    )
