"""Foreseen trouble, turned into the right answer once: refused, unseen, not let in, broken."""

import logging
import secrets
from collections.abc import Callable

from django.contrib import messages
from django.db import DatabaseError, IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from bangvang.foundation.files.selectors import Removed
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.transitions import MoveNotAllowed
from bangvang.foundation.vietnamese import say_date
from bangvang.law import NotInForce, NotThen
from bangvang.web.respond import page

logger = logging.getLogger(__name__)

WRONG_METHOD = "Địa chỉ này chỉ dùng khi bấm nút trên trang. Hãy quay lại trang trước và bấm nút."
UNREADABLE = "Yêu cầu gửi đến không đọc được. Hãy quay lại trang trước và làm lại."
MOVED_ON = "Hồ sơ đã chuyển sang trạng thái khác trong lúc bạn xem. Hãy tải lại trang."
SAME_MOMENT = (
    "Người khác vừa lưu cùng lúc với bạn nên việc này chưa được ghi. "
    "Hãy tải lại trang để xem bản mới nhất rồi làm lại nếu còn cần."
)
BUSY = (
    "Đang có quá nhiều người cùng ghi nên việc này chưa được ghi. "
    "Chờ một lát, quay lại trang trước rồi bấm lại."
)
BUSY_S = 10


class RefusalsMiddleware:
    """Answers the exceptions that stages raise on purpose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, and give a wrong method the words that Django leaves out."""
        answer = self.get_response(request)
        if answer.status_code == 405 and not answer.content:
            told = refused(request, WRONG_METHOD, status=405)
            told["Allow"] = answer["Allow"]
            return told
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for foreseen trouble, None for a bug."""
        match error:
            case Refused():
                return refused(request, error.objection.sentence)
            case NotThen() if request.method in {"GET", "HEAD"}:
                told = {"sentence": error.sentence, "today_href": request.path}
                return page(request, "pages/not_then.html", told, status=404)
            case NotInForce():
                return refused(request, error.sentence)
            case MoveNotAllowed():
                return refused(request, MOVED_ON, status=409)
            case Removed():
                gone = (
                    f"Tệp «{error.name}» đã được xóa ngày {say_date(error.on)} vì hết thời hạn lưu."
                )
                return refused(request, gone, status=410)
            case Unseen():
                return not_found(request)
            case DatabaseError():
                return _of_the_database(request, error)
        return None


def _of_the_database(request: HttpRequest, error: DatabaseError) -> HttpResponse | None:
    """Return the page for two people at the same moment, and for too many; None for a bug."""
    if isinstance(error, IntegrityError) and _is_taken(error):
        logger.warning("same moment: %s %s", request.method, request.path)
        return refused(request, SAME_MOMENT, status=409)
    if isinstance(error, OperationalError) and _is_busy(error):
        logger.warning("busy: %s %s", request.method, request.path)
        answer = refused(request, BUSY, status=503)
        answer["Retry-After"] = str(BUSY_S)
        return answer
    return None


def _is_busy(error: OperationalError) -> bool:
    """Say whether others held what was needed for too long, or two waited for each other.

    PostgreSQL: SQLSTATE 55P03 lock_not_available, 40P01 deadlock_detected. SQLite: SQLITE_BUSY.
    """
    cause = error.__cause__
    return (
        getattr(cause, "sqlstate", "") in {"55P03", "40P01"}
        or getattr(cause, "sqlite_errorname", "") == "SQLITE_BUSY"
    )


def _is_taken(error: IntegrityError) -> bool:
    """Say whether what should be there once is there already: two people pressed together.

    PostgreSQL: SQLSTATE 23505, unique_violation. SQLite: extended code 2067.
    """
    cause = error.__cause__
    return (
        getattr(cause, "sqlstate", "") == "23505"
        or getattr(cause, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_UNIQUE"
    )


def refused(request: HttpRequest, sentence: str, *, status: int = 422) -> HttpResponse:
    """Say why the act may not be done now.

    Where only a part of a page was asked for, the page is loaded again and says it: a part of it
    has no place for the sentence, and what it shows is out of date.
    """
    if request.headers.get("HX-Request"):
        messages.warning(request, sentence)
        answer = HttpResponse(status=status)
        answer["HX-Refresh"] = "true"
        return answer
    return page(request, "pages/refused.html", {"sentence": sentence}, status=status)


def not_allowed(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  Django calls handlers by this name
) -> HttpResponse:
    """Say that this door is closed to whoever asks."""
    return page(request, "pages/not_allowed.html", status=403)


def not_found(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  Django calls handlers by this name
) -> HttpResponse:
    """Say that there is no such page, or none for whoever asks."""
    return page(request, "pages/not_found.html", status=404)


def unreadable(
    request: HttpRequest,  # noqa: ARG001  nothing of it can be trusted
    exception: Exception | None = None,  # noqa: ARG001  Django calls handlers by this name
) -> HttpResponse:
    """Say that a request is not one this system can answer; reads nothing of it."""
    return HttpResponse(
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bảng Vàng</title>'
        f"<p>{UNREADABLE}</p></html>",
        status=400,
    )


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was sent without, or with an old, token of this session."""
    logger.warning("csrf: %s", reason)
    return refused(
        request, "Biểu mẫu đã cũ hoặc không gửi từ trang này. Hãy tải lại trang.", status=403
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the system failed, with a number under which the log keeps why."""
    reference = secrets.token_hex(4).upper()
    logger.error("broken page %s: %s %s", reference, request.method, request.path)
    return HttpResponse(render_to_string("pages/broken.html", {"reference": reference}), status=500)
