"""What waits for the unit, by deadline."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.nominations.receiving import received_words
from bangvang.nominations.selectors.batches import BatchRow, batches_for, lower_batches_for
from bangvang.nominations.selectors.discoveries import discoveries_for
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for
from bangvang.nominations.selectors.rounds import RoundRow, rounds_for_unit
from bangvang.nominations.states import BatchState, DiscoveryState, State
from bangvang.web.amending.shown import amendment_tasks
from bangvang.web.components.pieces import Act, Deadline, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.discoveries import unit_tasks
from bangvang.web.door import actor_of
from bangvang.web.registrations import unit_registration_tasks
from bangvang.web.respond import page
from bangvang.web.units.own_years_shown import own_tasks
from bangvang.web.units.views.discoveries import address_of

ELSEWHERE = (BatchState.AT_SUPERIOR, BatchState.SUBMITTED)
IntakeShown = tuple[str, Deadline]
"""Which rows have a last day of their own, in words, and that day."""


def today(request: HttpRequest) -> HttpResponse:
    """Show drafts, lists that wait for the head, and rows that came back."""
    actor, day = actor_of(request), clock.today()
    batches = batches_for(actor)
    returned = [
        row
        for row in nominations_for(actor, states=[State.RETURNED, State.SENT_BACK])
        if actor.organisation_ref in (row.nominating_unit_ref, row.origin_unit_ref)
    ]
    tasks = [task for row in batches if (task := _batch_task(row, actor, day))]
    tasks += [_returned_task(row, actor, day) for row in returned]
    tasks += [
        _lower_task(row, day) for row in lower_batches_for(actor) if row.rows - row.gathered_rows
    ]
    tasks += own_tasks(actor, today=day)
    sent = discoveries_for(actor, state=DiscoveryState.SENT_TO_UNIT)
    tasks += unit_tasks(sent, address_of, today=day)
    tasks += unit_registration_tasks(actor, day)
    tasks += amendment_tasks(actor, "units:amendment", day)
    return page(
        request,
        "units/today.html",
        {
            "tasks": sorted(tasks, key=lambda task: (task.deadline.on or day, task.title)),
            "elsewhere": [row for row in batches if row.state in ELSEWHERE and row.live_rows],
            "rounds": [_round_shown(r, day) for r in rounds_for_unit(actor, on=day)],
        },
    )


def _round_shown(row: RoundRow, day: date) -> tuple[RoundRow, str, Deadline, list[IntakeShown]]:
    """Return a round with what it receives and every last day that can matter to the unit."""
    receives = received_words(
        families=row.families, levels=row.levels, award_codes=row.award_codes, on=day
    )
    own = [(one.said(day), deadline_shown(one.submit_by, today=day)) for one in row.intakes]
    return row, receives, deadline_shown(row.submit_by, today=day), own


def _batch_task(row: BatchRow, actor: Actor, day: date) -> Task | None:
    href = reverse("units:batch", args=[row.ref])
    due = deadline_shown(row.submit_by, today=day, note="hạn nộp")
    title = f"Danh sách {row.counted}, {row.round_title}"
    if row.state == BatchState.DRAFT and actor.has(Role.UNIT_OFFICER):
        why = "Bản nháp: đính kèm tờ trình, biên bản bình xét rồi chuyển thủ trưởng."
        return Task(title, href, why, Act("Hoàn thiện danh sách", href), due)
    if row.state == BatchState.WITH_HEAD and actor.has(Role.UNIT_HEAD):
        why = "Cán bộ đã chuẩn bị xong, chờ thủ trưởng xem và nộp."
        return Task(title, href, why, Act("Xem và nộp", href, is_main=True), due)
    return None


def _lower_task(row: BatchRow, day: date) -> Task:
    """Say that a lower list waits to be gathered."""
    href = reverse("units:lower_list", args=[row.ref])
    why = f"{row.rows - row.gathered_rows} dòng chờ xem, tổng hợp vào danh sách của đơn vị."
    due = deadline_shown(row.submit_by, today=day, note="hạn nộp")
    return Task(f"Danh sách {row.unit_name} gửi lên", href, why, Act("Xem từng dòng", href), due)


def _returned_task(row: NominationRow, actor: Actor, day: date) -> Task:
    href = reverse("units:nomination", args=[row.ref])
    speaks = row.nominating_unit_ref == actor.organisation_ref
    ready = speaks and bool(row.reply) and actor.has(Role.UNIT_HEAD)
    by = "Cơ quan thường trực" if row.state == State.RETURNED else "Cấp trên"
    return Task(
        f"Bổ sung hồ sơ của {row.name}",
        href,
        f"{by} trả lại: {row.reason}",
        Act("Nộp lại" if ready else "Bổ sung", href),
        deadline_shown(row.ballot_by, today=day, note="hạn bỏ phiếu của đợt"),
    )
