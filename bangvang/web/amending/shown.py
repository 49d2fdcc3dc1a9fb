"""How amendments look: the masthead, what stood and what will stand, what rests on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import kind_name
from bangvang.registry.permissions.amendments import Amending
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.amendments import AmendmentSeen, amendments_awaiting
from bangvang.registry.selectors.own_people import readable_among
from bangvang.registry.states import (
    AMENDMENT_NAMES,
    AMENDMENT_STATE_NAMES,
    AmendmentKind,
    AmendmentState,
    HolderKind,
)
from bangvang.web.amending.forms import LABELS
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Column,
    Kind,
    NotNow,
    Standing,
    Task,
)
from bangvang.web.deadlines import deadline_shown
from bangvang.web.records import called

WORDS = {
    "huy-bo": AmendmentKind.REVOKED,
    "dinh-chinh": AmendmentKind.CORRECTED,
    "ghi-nham": AmendmentKind.STRUCK,
    "khoi-phuc": AmendmentKind.RESTORED,
}
PERSON = HolderKind.PERSON
WORD_OF = {kind: word for word, kind in WORDS.items()}
SIGNS = {
    AmendmentState.PROPOSED: Kind.PERSON,
    AmendmentState.DECLINED: Kind.NOTE,
    AmendmentState.DONE: Kind.MET,
}
ROW_COLUMNS = (
    Column("Dòng trong sổ", "name"),
    Column("Đang ghi"),
    Column("Sẽ ghi"),
)
LIST_COLUMNS = (
    Column("Thay đổi", "name"),
    Column("Căn cứ"),
    Column("Người ghi", "mid"),
    Column("Trạng thái", "mid"),
)
EFFECTS = {
    AmendmentKind.REVOKED: (
        "Lượt khen ở lại sổ với dấu đã hủy bỏ và ngày của quyết định; sổ công khai cũng ghi như "
        "vậy.",
        "Từ lúc ghi, lượt khen không được tính khi xét khen thưởng.",
    ),
    AmendmentKind.CORRECTED: (
        "Dòng mới thay dòng cũ ở mọi nơi: hồ sơ, tìm kiếm, đối chiếu, sổ công khai.",
        "Dòng cũ giữ nguyên chữ trong lịch sử và mở xem được.",
    ),
    AmendmentKind.STRUCK: (
        "Dòng này không còn ở hồ sơ, tìm kiếm, đối chiếu và sổ công khai.",
        "Dòng giữ nguyên chữ trong lịch sử và mở xem được.",
    ),
    AmendmentKind.RESTORED: (
        "Một dòng mới, như dòng cũ lúc còn giá trị, được ghi vào sổ và được tính lại.",
        "Lần hủy bỏ, lần gạch trước vẫn ở trong lịch sử.",
    ),
}
UNDO = "Ghi nhầm thì ghi thêm một lần khôi phục hoặc đính chính nữa; không có gì bị xóa."
INITIATIVES = "Sáng kiến đã dùng để xét lượt này vẫn ghi là đã dùng; cần thì đính chính riêng."


class Names(NamedTuple):
    """URL names of a door: one amendment, confirming, declining, the scan, and what it may open."""

    show: str
    confirm: str
    decline: str
    scan: str
    person: str
    collective: str
    nomination: str


@dataclass(frozen=True)
class RowShown:
    """One row of an amendment: what stands, and what changes, as label and text."""

    title: str
    holder: str
    href: str
    stands: tuple[str, ...]
    becomes: tuple[str, ...]


def amendment_title(kind: AmendmentKind, rows: Sequence[RowSeen]) -> str:
    """Return what an amendment is about: the award and the year, and how many more."""
    if not rows:
        return AMENDMENT_NAMES[kind]
    first = f"{called(rows[0].code, rows[0].decided_on)} năm {rows[0].year}"
    return first if len(rows) == 1 else f"{first}, {len(rows)} dòng"


def holders_said(rows: Sequence[RowSeen]) -> str:
    """Return whose rows these are."""
    names = list(dict.fromkeys(row.holder_name for row in rows))
    if len(names) <= 2:
        return ", ".join(names)
    return f"{names[0]} và {len(names) - 1} người, tập thể khác"


def amendment_chip(seen: AmendmentSeen) -> Answer:
    """Return the state, with its sign."""
    return Answer(SIGNS[seen.state], AMENDMENT_STATE_NAMES[seen.state])


def paper_said(seen: AmendmentSeen) -> str:
    """Return the paper in words, or that there is none."""
    paper = seen.paper
    if not paper.is_whole or paper.on is None:
        return "không có văn bản riêng: chỉ sổ ghi sai"
    return f"số {paper.no} ngày {say_date(paper.on)}, {paper.by}"


def amendment_head(seen: AmendmentSeen, names: Names) -> CaseHead:
    """Return the masthead of an amendment with the acts open now."""
    standings = [
        Standing("Trạng thái", chip=amendment_chip(seen)),
        Standing("Người đề nghị", seen.proposed_by, seen.unit_name),
    ]
    if seen.decided_by:
        label = "Người xác nhận" if seen.state is AmendmentState.DONE else "Người không ghi"
        standings.append(Standing(label, seen.decided_by))
    return CaseHead(
        kind=AMENDMENT_NAMES[seen.kind],
        title=amendment_title(seen.kind, seen.rows),
        unit=holders_said(seen.rows),
        standings=tuple(standings),
        acts=tuple(_acts(seen, names)),
        not_now=tuple(_not_now(seen)),
    )


def _acts(seen: AmendmentSeen, names: Names) -> Iterator[Act]:
    if seen.not_confirming is None:
        there = reverse(names.confirm, args=[seen.ref])
        yield Act("So với văn bản và xác nhận", there, is_main=True)
    if seen.not_declining is None:
        yield Act("Không ghi", reverse(names.decline, args=[seen.ref]))


def _not_now(seen: AmendmentSeen) -> Iterator[NotNow]:
    if seen.state is AmendmentState.PROPOSED and seen.not_confirming is not None:
        yield NotNow("So với văn bản và xác nhận", seen.not_confirming.sentence)


def rows_shown(
    actor: Actor, rows: Sequence[RowSeen], amending: Amending, names: Names
) -> list[RowShown]:
    """Return the rows with what stands and what would stand; a link where it may be followed."""
    readable = readable_among(actor, {row.holder_ref for row in rows if row.of is PERSON})
    return [
        RowShown(
            f"{called(row.code, row.decided_on)} năm {row.year}",
            row.holder_name,
            _holder_href(row, names) if row.of is not PERSON or row.holder_ref in readable else "",
            tuple(_stands(row)),
            tuple(_becomes(row, amending)),
        )
        for row in rows
    ]


def _holder_href(row: RowSeen, names: Names) -> str:
    name = names.person if row.of is HolderKind.PERSON else names.collective
    return reverse(name, args=[row.holder_ref])


def _stands(row: RowSeen) -> Iterator[str]:
    decided = f" ngày {say_date(row.decided_on)}" if row.decided_on else ""
    yield f"Quyết định số {row.decision_no}{decided}" if row.decision_no else "không ghi quyết định"
    yield from (text for text in (row.issued_by, row.name_as_written, row.unit_as_written) if text)
    if row.revoked_on:
        yield f"đã hủy bỏ từ ngày {say_date(row.revoked_on)}"


def _becomes(row: RowSeen, amending: Amending) -> Iterator[str]:
    if amending.kind is AmendmentKind.REVOKED and amending.paper.on:
        yield f"đã hủy bỏ từ ngày {say_date(amending.paper.on)}"
    elif amending.kind is AmendmentKind.STRUCK:
        yield "không còn trong sổ"
    elif amending.kind is AmendmentKind.RESTORED:
        yield "còn giá trị"
    for name, value in amending.said.items():
        if value != getattr(row, name):
            yield f"{LABELS[name]}: {value_said(name, value)}"


def value_said(name: str, value: object) -> str:
    """Return a corrected value as people read it."""
    if isinstance(value, date):
        return say_date(value)
    if name == "code":
        return called(str(value))
    if name == "kind" and value:
        return kind_name(AwardKind(str(value)))
    return str(value) or "để trống"


def amendments_shown(amendments: Iterable[AmendmentSeen], page: str) -> dict[str, object]:
    """Return the amendments of a holder or of a decision as a record shows them."""
    return {
        "amendments": [
            (
                one,
                AMENDMENT_NAMES[one.kind],
                amendment_title(one.kind, one.rows),
                paper_said(one),
                amendment_chip(one),
                reverse(page, args=[one.ref]),
            )
            for one in amendments
        ],
        "amendment_columns": LIST_COLUMNS,
    }


def amendment_tasks(actor: Actor, page: str, day: date) -> list[Task]:
    """Return the amendments that wait for this person's confirmation."""
    due = deadline_shown(day, today=day, note="")
    tasks = []
    for one in amendments_awaiting(actor):
        href = reverse(page, args=[one.ref])
        why = f"{one.proposed_by} đề nghị, của {holders_said(one.rows)}."
        title = f"{AMENDMENT_NAMES[one.kind]}: {amendment_title(one.kind, one.rows)}"
        tasks.append(Task(title, href, why, Act("So với văn bản", href), due))
    return tasks
