"""How bodies look at the office: masthead, names and parents through time, events, consequences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.accounts.selectors import accounts_acting_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date, say_number
from bangvang.nominations.selectors.bodies import on_the_way
from bangvang.registry.selectors.body_history import listed
from bangvang.registry.selectors.body_pages import (
    BodyLink,
    BodyPage,
    EventSeen,
    Touched,
    events_waiting,
)
from bangvang.registry.selectors.body_people import Left
from bangvang.registry.states import ENDINGS, BodyEventKind
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Column,
    Fact,
    Kind,
    Link,
    Standing,
    Task,
)
from bangvang.web.deadlines import deadline_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.people import born_said

NAME_COLUMNS = (
    Column("Tên gọi", "name"),
    Column("Viết tắt", "mid"),
    Column("Từ ngày", "date"),
    Column("Đến trước ngày", "date"),
)
PARENT_COLUMNS = (
    Column("Thuộc", "name"),
    Column("Từ ngày", "date"),
    Column("Đến trước ngày", "date"),
)
EVENT_COLUMNS = (
    Column("Sự kiện", "name"),
    Column("Có hiệu lực", "date"),
    Column("Quyết định"),
    Column("Tình trạng", "mid"),
)
ALONE = "không thuộc đơn vị nào"


@dataclass(frozen=True)
class EventLine:
    """One event in a table: in a sentence, with its chip."""

    event: EventSeen
    said: str
    chip: Answer


def body_head(body: BodyPage, actor: Actor) -> CaseHead:
    """Return the masthead of a body, with the acts that its state allows."""
    existed = f"từ {say_date(body.since)}"
    if body.until is not None:
        existed += f", đến trước {say_date(body.until)}"
    standings = [Standing("Hoạt động", existed)]
    if body.now:
        standings.append(Standing("Hiện nay", body.now))
    if body.abbreviation:
        standings.append(Standing("Viết tắt", body.abbreviation))
    return CaseHead(
        kind=f"Cơ quan, đơn vị: {body.kind_name}",
        title=body.name,
        unit=body.parent.name if body.parent else "",
        standings=tuple(standings),
        acts=_acts(body, actor),
    )


def _acts(body: BodyPage, actor: Actor) -> tuple[Act, ...]:
    if not actor.has(*OFFICE):
        return ()
    if any(event.done_at is None and event.withdrawn_at is None for event in body.events):
        return ()
    explained = any(
        event.kind in ENDINGS and event.done_at and not event.withdrawn_at and _ends(event, body)
        for event in body.events
    )
    endings = (
        Act("Sáp nhập, hợp nhất", reverse("office:merge_body", args=[body.ref])),
        Act("Chia, tách", reverse("office:split_body", args=[body.ref])),
        Act("Giải thể", reverse("office:abolish_body", args=[body.ref])),
    )
    if body.until is not None:
        return _after_the_end(body) if explained else endings
    return (
        Act("Đổi tên", reverse("office:rename_body", args=[body.ref])),
        Act("Chuyển cấp trên", reverse("office:move_body", args=[body.ref])),
        *endings,
    )


def _after_the_end(body: BodyPage) -> tuple[Act, ...]:
    if len(body.successors) < 2:
        return ()
    return (Act("Chuyển người sang đơn vị kế tục", reverse("office:move_people", args=[body.ref])),)


def _ends(event: EventSeen, body: BodyPage) -> bool:
    return any(link.ref == body.ref for link in event.ended)


def event_lines(events: Iterable[EventSeen]) -> list[EventLine]:
    """Return events with a sentence and a chip each."""
    return [EventLine(event, event_said(event), event_chip(event)) for event in events]


def event_said(event: EventSeen) -> str:
    """Return what the event is, in a phrase that names the bodies."""
    waiting = event.done_at is None
    ended = _named(event.ended)
    heirs = _named(event.heirs, event.new_names if waiting else ())
    match event.kind:
        case BodyEventKind.MERGED:
            return f"{ended} sáp nhập thành {heirs}"
        case BodyEventKind.SPLIT:
            return f"{ended} chia thành {heirs}"
        case BodyEventKind.ABOLISHED:
            return f"{ended} kết thúc hoạt động"
        case _:
            return event.title


def _named(links: Iterable[BodyLink], new: Iterable[str] = ()) -> str:
    return listed([*(link.name for link in links), *new])


def event_chip(event: EventSeen) -> Answer:
    """Return where the event stands."""
    if event.withdrawn_at is not None:
        return Answer(Kind.NOTE, "Đã rút")
    if event.done_at is None:
        return Answer(Kind.PERSON, "Chờ xác nhận")
    return Answer(Kind.MET, "Đã ghi")


def event_facts(event: EventSeen) -> list[Fact]:
    """Return what the decision says and who wrote it down."""
    facts = [
        Fact("Có hiệu lực từ", say_date(event.on)),
        Fact(
            "Quyết định",
            f"số {event.decision_no} ngày {say_date(event.decided_on)}",
            source=event.issued_by,
        ),
    ]
    if event.note:
        facts.append(Fact("Ghi chú", event.note))
    facts.append(Fact("Người ghi", event.recorded_by, source=_moment(event.recorded_at.date())))
    if event.done_by and event.done_at:
        facts.append(Fact("Người xác nhận", event.done_by, source=_moment(event.done_at.date())))
    if event.withdrawn_at:
        facts.append(
            Fact(
                "Đã rút",
                event.withdrawn_reason,
                source=f"{event.withdrawn_by}, {_moment(event.withdrawn_at.date())}",
            )
        )
    return facts


def _moment(day: date) -> str:
    return f"ngày {say_date(day)}"


def consequences_of(
    bodies: Iterable[BodyLink], touched: Touched, *, heirs: Sequence[str], on: date
) -> list[str]:
    """Return what happens to people, sub-units, awards, accounts and lists when bodies end."""
    refs = [body.ref for body in bodies]
    heir = heirs[0] if len(heirs) == 1 else ""
    accounts, lists = accounts_acting_for(refs, on=on), on_the_way(refs)
    told = [_people(touched.people, heir)]
    if touched.children:
        names = ", ".join(child.name for child in touched.children)
        where = f"chuyển sang {heir}" if heir else "phải chuyển hoặc kết thúc trước"
        told.append(f"{say_number(len(touched.children))} đơn vị trực thuộc {where}: {names}.")
    told.append(
        f"{say_number(touched.awards)} lượt khen thưởng giữ nguyên tên đơn vị ghi trên quyết định"
        f"{', kèm dòng “nay là …”' if heirs else ''}."
    )
    told.append(_accounts(accounts))
    told += _lists(lists.drafts, lists.rows)
    return told


def _people(count: int, heir: str) -> str:
    if not count:
        return "Sổ không có người nào của đơn vị này."
    if heir:
        return f"{say_number(count)} người chuyển sang {heir}."
    return f"{say_number(count)} người vẫn ghi ở đơn vị cũ cho đến khi được ghi ở đơn vị khác."


def _accounts(count: int) -> str:
    if not count:
        return "Không có tài khoản nào giữ vai trò của đơn vị này."
    return (
        f"{say_number(count)} tài khoản thôi vai trò của đơn vị này; quản trị hệ thống giao "
        "vai trò ở đơn vị kế tục."
    )


def _lists(drafts: int, rows: int) -> list[str]:
    told = []
    if drafts:
        told.append(
            f"{say_number(drafts)} danh sách đang soạn không nộp được nữa; nộp trước khi xác nhận, "
            "hoặc soạn lại ở đơn vị kế tục."
        )
    if rows:
        told.append(
            f"{say_number(rows)} hồ sơ đã nộp tiếp tục được xét dưới tên đơn vị ghi trên tờ trình."
        )
    return told


def person_said(left: Left) -> str:
    """Return somebody of a split body in a line: who it is, and where entered by now."""
    born = born_said(left.birth_on, left.birth_year)
    place = f"đã ghi ở {left.place}" if left.place else ""
    return ", ".join(part for part in (left.full_name, born, left.position, place) if part)


def body_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the ends of bodies that wait for this person's word."""
    if not actor.has(*OFFICE):
        return []
    waiting = events_waiting(actor)
    return [_task(event, day) for event in waiting if event.recorded_by_ref != actor.account_ref]


def _task(event: EventSeen, day: date) -> Task:
    href = reverse("office:body_event", args=[event.ref])
    return Task(
        f"Xác nhận: {event_said(event)}",
        href,
        f"{event.recorded_by} ghi, cần người thứ hai xem và xác nhận.",
        Act("Xem và xác nhận", href),
        deadline_shown(day, today=day, note=""),
    )


def way_to(body: BodyLink | None = None) -> list[Link]:
    """Return the breadcrumbs: the list, and the body that something is about."""
    links = [Link("Cơ quan, đơn vị", reverse("office:bodies"))]
    if body is not None:
        links.append(Link(body.name, reverse("office:body", args=[body.ref])))
    return links
