"""Leading from one row to the next that is open, and telling what others concluded on the way."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.web.door import actor_of
from bangvang.web.office.queues import OWN, by_others, in_queue, queue_of
from bangvang.web.respond import done

NAMED_AT_MOST = 5


@require_http_methods(["GET"])
def go_on(request: HttpRequest, scope: str) -> HttpResponse:
    """Go to the next open row; at the end, back to where the rows came from."""
    actor = actor_of(request)
    queue = queue_of(actor, scope)
    step = queue.step_from(request.GET.get("sau", ""))
    others = by_others(actor, step.on_the_way)
    if others:
        named = [
            f"{name} ({one.by_name}: {one.verdict_name[:1].lower()}{one.verdict_name[1:]})"
            for name, one in others[:NAMED_AT_MOST]
        ]
        more = len(others) - len(named)
        also = f" và {more} dòng khác" if more else ""
        messages.info(request, f"Người khác đã kết luận: {'; '.join(named)}{also}.")
    if step.ref:
        return redirect(in_queue(reverse("office:nomination", args=[step.ref]), scope))
    home = reverse("office:today") if scope == OWN else reverse("office:batch", args=[scope])
    left = len(queue.open_refs)
    still = f"Còn {left} dòng chưa kết luận đã bỏ qua." if left else "Không còn dòng nào chờ."
    return done(request, to=home, say=f"Đã đi hết lượt. {still}")
