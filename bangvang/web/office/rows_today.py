"""Rows on the first page of the office: one by one where they are few, else by list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_number
from bangvang.nominations.selectors.many import OfAList, by_list
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import State
from bangvang.web.components.pieces import Act, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.office.limits import Limit
from bangvang.web.office.queues import queue_address

MOST_LINES = 20


@dataclass(frozen=True)
class Elsewhere:
    """Rows that the office waits for: since when, of which unit, how many or who."""

    since: date
    unit_name: str
    said: str
    href: str


@dataclass(frozen=True)
class AllElsewhere:
    """The longest waiting of them, and how many rows there are in all."""

    lines: tuple[Elsewhere, ...]
    count: int
    is_cut: bool


def appraisal_tasks(actor: Actor, day: date, limits: Mapping[str, Limit]) -> list[Task]:
    """Return what a specialist holds under appraisal."""
    if not actor.has(Role.SPECIALIST):
        return []
    return [
        task
        for one in by_list(actor, states=[State.CHECKED], holder=actor.name)
        for task in _of_list(one, day, limit_said(limits.get(one.batch_ref)))
    ]


def returned_elsewhere(actor: Actor) -> AllElsewhere:
    """Return the rows that units are to complete, for those who wait for them."""
    if not actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return AllElsewhere((), 0, is_cut=False)
    found = by_list(actor, states=[State.RETURNED])
    lines = sorted((line for one in found for line in _returned(one)), key=lambda line: line.since)
    return AllElsewhere(
        tuple(lines[:MOST_LINES]),
        sum(one.count for one in found),
        is_cut=len(lines) > MOST_LINES,
    )


def row_task(row: NominationRow, day: date, title: str, act: str, more: str = "") -> Task:
    """Return what waits about one row."""
    href = reverse("office:nomination", args=[row.ref])
    why = f"{row.nominating_unit}, số tiếp nhận {row.batch_reference}.{more}"
    due = deadline_shown(row.ballot_by, today=day, note="hạn bỏ phiếu")
    return Task(f"{title}: {row.name}", href, why, Act(act, href), due)


def limit_said(limit: Limit | None) -> str:
    """Return the law's limit as a sentence that follows another, or nothing."""
    return f" {limit.sentence}" if limit else ""


def _of_list(one: OfAList, day: date, more: str) -> list[Task]:
    if one.few:
        return [row_task(row, day, "Thẩm định hồ sơ", "Đánh giá hồ sơ", more) for row in one.few]
    return [
        Task(
            f"Thẩm định {say_number(one.count)} hồ sơ của {one.unit_name}",
            reverse("office:batch", args=[one.batch_ref]),
            f"Đã tiếp nhận, chưa kết luận. Số tiếp nhận {one.reference}.{more}",
            Act("Thẩm định lần lượt", queue_address(one.batch_ref)),
            deadline_shown(one.ballot_by, today=day, note="hạn bỏ phiếu"),
        )
    ]


def _returned(one: OfAList) -> list[Elsewhere]:
    if one.few:
        return [
            Elsewhere(
                localtime(row.held_since).date(),
                one.unit_name,
                row.name,
                reverse("office:nomination", args=[row.ref]),
            )
            for row in one.few
        ]
    query = urlencode({"trang-thai": State.RETURNED.value})
    return [
        Elsewhere(
            localtime(one.since).date(),
            one.unit_name,
            f"{say_number(one.count)} dòng, số tiếp nhận {one.reference}",
            f"{reverse('office:batch', args=[one.batch_ref])}?{query}",
        )
    ]
