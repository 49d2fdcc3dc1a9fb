"""Where files with a State secret are: the head of the office records what happened on paper."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Unseen
from bangvang.nominations.actions.move_secret import move_secret
from bangvang.nominations.selectors.secret_files import secret_files_for
from bangvang.nominations.states import SecretMove
from bangvang.web.components.pieces import Column
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Số hồ sơ, đơn vị", "name"),
    Column("Tình trạng"),
    Column("Đang ở"),
    Column("Ghi việc giao nhận"),
)


@require_http_methods(["GET"])
def secret_files(request: HttpRequest) -> HttpResponse:
    """Show every file, those that moved last first."""
    actor = actor_of(request)
    context = {
        "rows": secret_files_for(actor),
        "columns": COLUMNS,
        "may_move": actor.has(Role.OFFICE_HEAD),
    }
    return page(request, "office/secret_files.html", context)


@require_POST
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Record one step."""
    step = SecretMove.__members__.get(request.POST.get("viec", ""))
    if step is None:
        raise Unseen
    written = request.POST.get("version", "")
    version = int(written) if written.isascii() and written.isdigit() else 0
    move_secret(ref, step, version=version, actor=actor_of(request), at=clock.now())
    return done(request, to=reverse("office:secret_files"), say=f"{step.label}: xong.")
