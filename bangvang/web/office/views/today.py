"""What waits at the office, by role and deadline."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bangvang.appraisal.selectors.readings import rows_to_read
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import head
from bangvang.nominations.selectors.batches import BatchRow, batches_for
from bangvang.nominations.selectors.discoveries import discoveries_for
from bangvang.nominations.selectors.many import at_the_office
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import State
from bangvang.publishing.selectors.articles import ArticleRow, articles_for, sessions_to_tell_of
from bangvang.publishing.states import State as ArticleState
from bangvang.web.amending.shown import amendment_tasks
from bangvang.web.components.pieces import Act, Deadline, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.discoveries import office_tasks
from bangvang.web.door import actor_of
from bangvang.web.office.agency_opinions_shown import agency_tasks
from bangvang.web.office.bodies_shown import body_tasks
from bangvang.web.office.consultations_shown import consultation_tasks
from bangvang.web.office.correcting import correction_tasks
from bangvang.web.office.decisions_shown import decision_tasks
from bangvang.web.office.doubles_shown import merge_tasks
from bangvang.web.office.lawbook_shown import lawbook_tasks
from bangvang.web.office.limits import Limit, limits_of
from bangvang.web.office.officers import following_of, following_said
from bangvang.web.office.privacy_shown import privacy_tasks
from bangvang.web.office.queues import OWN, queue_address
from bangvang.web.office.rows_today import (
    appraisal_tasks,
    limit_said,
    returned_elsewhere,
    row_task,
)
from bangvang.web.office.views.discoveries import address_of
from bangvang.web.registrations import office_registration_tasks
from bangvang.web.respond import page


def today(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person."""
    actor, day = actor_of(request), clock.today()
    limits = limits_of(at_the_office(actor)) if actor.has(Role.SPECIALIST) else {}
    followed, nobodys, others = _to_take_up(actor, day, limits)
    mine = appraisal_tasks(actor, day, limits)
    tasks = [*followed, *mine, *_to_read(actor, day), *_head_of_office(actor, day)]
    tasks += [*decision_tasks(actor, day), *lawbook_tasks(actor, day), *_articles(actor, day)]
    tasks += [*merge_tasks(actor, day), *body_tasks(actor, day)]
    tasks += [*consultation_tasks(actor, day), *privacy_tasks(actor, day)]
    tasks += agency_tasks(actor, day)
    tasks += office_registration_tasks(actor, day)
    if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        tasks += office_tasks(discoveries_for(actor), address_of, today=day)
    tasks += [*amendment_tasks(actor, "office:amendment", day), *correction_tasks(actor, day)]
    tasks += [*_administrator(actor, day), *_inspector(actor, day)]
    context = {
        "tasks": _by_deadline(tasks, day),
        "nobodys": _by_deadline(nobodys, day),
        "count": len(tasks) + len(nobodys),
        "others": others,
        "in_turn_href": queue_address(OWN) if mine else "",
        "elsewhere": returned_elsewhere(actor),
    }
    return page(request, "office/today.html", context)


def _by_deadline(tasks: list[Task], day: date) -> list[Task]:
    return sorted(tasks, key=lambda task: (task.deadline.on or day, task.title))


def _to_read(actor: Actor, day: date) -> list[Task]:
    return [
        row_task(row, day, "Ghi ý kiến thẩm định độc lập", "Mở hồ sơ")
        for row in rows_to_read(actor)
        if row.holder != actor.name
    ]


def _to_take_up(
    actor: Actor, day: date, limits: Mapping[str, Limit]
) -> tuple[list[Task], list[Task], int]:
    """Return the lists this officer follows, those nobody follows, and how many others follow."""
    if not actor.has(Role.SPECIALIST):
        return [], [], 0
    waiting = [
        row for row in batches_for(actor) if row.submitted_rows and not row.waits_for_acceptance
    ]
    follows = following_of(waiting, day)
    mine, nobodys = [], []
    for row in waiting:
        by = follows.get(row.ref, ())
        said = f"{limit_said(limits.get(row.ref))} {following_said(by)}."
        if any(one.account_ref == actor.account_ref for one in by):
            mine.append(_waiting_task(row, day, said))
        elif not all(one.account_ref for one in by):
            nobodys.append(_waiting_task(row, day, said))
    return mine, nobodys, len(waiting) - len(mine) - len(nobodys)


def _waiting_task(row: BatchRow, day: date, said: str) -> Task:
    return _batch_task(
        row,
        day,
        f"Tiếp nhận danh sách {row.submitted_rows} dòng của {row.unit_name}",
        f"Đơn vị đã nộp, chưa ai tiếp nhận.{said}",
        "Tiếp nhận danh sách",
    )


def _head_of_office(actor: Actor, day: date) -> list[Task]:
    if not actor.has(Role.OFFICE_HEAD):
        return []
    batches = batches_for(actor)
    late = [
        _batch_task(
            row,
            day,
            f"Cho ý kiến danh sách nộp muộn của {row.unit_name}",
            "Nộp sau hạn nhận, chưa ai tiếp nhận được.",
            "Xem và cho ý kiến",
        )
        for row in batches
        if row.waits_for_acceptance
    ]
    proposals = nominations_for(actor, states=[State.OVERRULING])
    tasks = [
        row_task(row, day, "Cho ý kiến đề nghị khác kết quả đối chiếu", "Xem đề nghị")
        for row in proposals
    ]
    return [*late, *tasks] + [
        _batch_task(
            row,
            day,
            f"Đưa {row.appraised_rows} dòng của {row.unit_name} ra Hội đồng",
            "Đã thẩm định xong, chờ Trưởng phòng.",
            "Xem danh sách",
        )
        for row in batches
        if row.appraised_rows and not row.open_rows
    ]


def _articles(actor: Actor, day: date) -> list[Task]:
    """Articles to approve, to finish, and sessions nobody has written about."""
    due = deadline_shown(day, today=day, note="")
    tasks = []
    if actor.has(Role.OFFICE_HEAD):
        tasks += [
            _article_task(row, f"{row.written_by} trình duyệt.", "Xem và duyệt", due)
            for row in articles_for(actor, ArticleState.IN_REVIEW)
        ]
    if actor.has(Role.EDITOR):
        tasks += [
            _article_task(row, "Bản nháp chưa trình duyệt.", "Viết tiếp", due)
            for row in articles_for(actor, ArticleState.DRAFT)
        ]
        tasks += [
            Task(
                f"Viết tin về {session.title}",
                reverse("office:articles"),
                "Phiên họp đã kết thúc, chưa có tin.",
                Act(
                    "Soạn tin từ hồ sơ phiên họp",
                    reverse("office:draft_article", args=[session.ref]),
                    is_post=True,
                ),
                due,
            )
            for session in sessions_to_tell_of(actor)
        ]
    return tasks


def _article_task(row: ArticleRow, why: str, act: str, due: Deadline) -> Task:
    href = reverse("office:article", args=[row.ref])
    return Task(f"Tin bài: {row.title}", href, why, Act(act, href), due)


def _administrator(actor: Actor, day: date) -> list[Task]:
    if not actor.has(Role.ADMINISTRATOR):
        return []
    href = reverse("office:accounts")
    why = "Mở, khóa tài khoản; giao vai trò từ một ngày; cấp liên kết đặt mật khẩu; gỡ chặn."
    act = Act("Quản lý tài khoản", href)
    return [Task("Tài khoản và vai trò", href, why, act, deadline_shown(day, today=day, note=""))]


def _inspector(actor: Actor, day: date) -> list[Task]:
    if not actor.has(Role.INSPECTOR):
        return []
    href = reverse("office:audit")
    why = f"Nhật ký có {head().seq} mục, mỗi mục nối với mục trước bằng dấu vân tay."
    act = Act("Đọc nhật ký", href)
    return [Task("Nhật ký hệ thống", href, why, act, deadline_shown(day, today=day, note=""))]


def _batch_task(row: BatchRow, day: date, title: str, why: str, act: str) -> Task:
    href = reverse("office:batch", args=[row.ref])
    due = deadline_shown(row.ballot_by, today=day, note="hạn bỏ phiếu")
    return Task(title, href, f"{why} Số tiếp nhận {row.reference}.", Act(act, href), due)
