"""How a reported good deed looks at the office's door and at the unit's."""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.timezone import localtime

from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.selectors.discoveries import DiscoveryPage, DiscoveryRow
from bangvang.nominations.states import DiscoveryState
from bangvang.web.components.pieces import Act, Column, Deadline, Fact, FileCard, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.files import kept_card

LIST_COLUMNS = (
    Column("Người làm việc tốt", "name"),
    Column("Số tin", "mid"),
    Column("Đang ở"),
    Column("Hạn trả lời"),
)
RowShown = tuple[DiscoveryRow, str, Deadline | None]
"""A row, the address of its page, and its clock while it runs."""


def rows_shown(
    rows: Sequence[DiscoveryRow], href_of: Callable[[str], str], *, today: date
) -> list[RowShown]:
    """Return rows with their addresses and clocks."""
    return [(row, href_of(row.ref), _clock(row, today)) for row in rows]


def discovery_facts(seen: DiscoveryPage) -> list[Fact]:
    """Return what was reported and what became of it; nothing of who reported it."""
    row = seen.row
    facts = [
        Fact("Người làm việc tốt", row.name),
        Fact("Nơi", row.where),
        Fact("Ngày xảy ra", say_date(seen.happened_on) if seen.happened_on else "không ghi"),
        Fact("Ngày nhận tin", say_date(localtime(row.received_at).date())),
        Fact("Đang ở", row.state_name),
    ]
    if row.unit_name:
        facts.append(Fact("Đơn vị trả lời", row.unit_name))
    if row.due_on:
        facts.append(Fact("Hạn trả lời", say_date(row.due_on)))
    if seen.ending:
        facts.append(Fact("Kết quả", seen.ending, source=f"{seen.ended_by}: {seen.words}"))
    return facts


def discovery_card(seen: DiscoveryPage, href: str) -> FileCard | None:
    """Return what was attached as a card."""
    return kept_card(seen.file, href, "gửi kèm tin báo") if seen.file else None


def unit_tasks(
    rows: Sequence[DiscoveryRow], href_of: Callable[[str], str], *, today: date
) -> list[Task]:
    """Return what waits for the head of a unit."""
    return [
        Task(
            f"Trả lời tin báo việc tốt số {row.said}: {row.name}",
            href_of(row.ref),
            f"Có người báo việc tốt ở {row.where}; cơ quan thường trực chuyển đơn vị xem xét.",
            Act("Xem và trả lời", href_of(row.ref), is_main=True),
            deadline_shown(row.due_on or today, today=today, note="hạn trả lời"),
        )
        for row in rows
    ]


def office_tasks(
    rows: Sequence[DiscoveryRow], href_of: Callable[[str], str], *, today: date
) -> list[Task]:
    """Return what waits for the office: what is new, and what a unit has left past its day."""
    tasks = []
    for row in rows:
        href = href_of(row.ref)
        if row.state is DiscoveryState.NEW:
            why, act = "Tin mới nhận, chưa ai xem.", "Xem và chuyển"
            due = Deadline("Chờ xem", localtime(row.received_at).date(), note="ngày nhận")
        elif row.due_on is not None and row.due_on < today:
            why, act = f"{row.unit_name} chưa trả lời.", "Xem tin báo"
            due = deadline_shown(row.due_on, today=today, note="hạn trả lời")
        else:
            continue
        tasks.append(
            Task(f"Tin báo việc tốt số {row.said}: {row.name}", href, why, Act(act, href), due)
        )
    return tasks


def _clock(row: DiscoveryRow, today: date) -> Deadline | None:
    if row.state is not DiscoveryState.SENT_TO_UNIT or row.due_on is None:
        return None
    return deadline_shown(row.due_on, today=today, note="hạn trả lời")
