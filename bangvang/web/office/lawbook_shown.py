"""How readings of the law look at the office: masthead, old beside new, what waits for whom."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Reader, Seen, instrument_name, readers_on, shipped, stops_on, texts
from bangvang.lawbook.selectors.readings import ReadingPage, ReadingRow, readings_for
from bangvang.lawbook.states import State
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import State as RowState
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Deadline,
    FileCard,
    NotNow,
    Standing,
    Task,
)
from bangvang.web.components.pieces import Kind as Sign

STATE_SIGNS = {
    State.PROPOSED: Sign.PERSON,
    State.CONFIRMED: Sign.MET,
    State.REJECTED: Sign.NOT_MET,
    State.WITHDRAWN: Sign.NOTE,
}
SEEN_NAMES = {
    Seen.SOURCE: "đã đọc phần trích dẫn",
    Seen.SECONDARY: "theo bản tóm lược",
    Seen.INFERRED: "suy ra từ văn bản khác",
    Seen.MEMORY: "ghi theo trí nhớ, chưa đối chiếu",
    Seen.UNVERIFIED: "chưa đối chiếu",
}


@dataclass(frozen=True)
class Compared:
    """One line of old beside new."""

    label: str
    before: str
    after: str


def state_chip(row: ReadingRow) -> Answer:
    """Return the state in words, with its sign."""
    return Answer(STATE_SIGNS[State(row.state)], row.state_name)


def span_said(since: date, until: date | None) -> str:
    """Return days as an official writes them; the last day is the one before `until`."""
    begins = f"từ ngày {say_date(since)}"
    return begins if until is None else f"{begins} đến trước ngày {say_date(until)}"


def reading_head(shown: ReadingPage) -> CaseHead:
    """Return the masthead of one reading with the acts open now."""
    row = shown.row
    entered = localtime(row.proposed_at)
    standings = [
        Standing("Trạng thái", chip=state_chip(row)),
        Standing("Người nhập", row.proposed_by, f"ngày {entered:%d/%m/%Y}"),
    ]
    if row.decided_by:
        label = "Người không xác nhận" if row.state == State.REJECTED else "Người xác nhận"
        standings.append(Standing(label, row.decided_by))
    if shown.withdrawn_by:
        standings.append(Standing("Người rút", shown.withdrawn_by))
    acts, not_now = _acts(shown)
    return CaseHead(
        kind="Giá trị đọc trong văn bản",
        title=row.name,
        unit=_span_used(shown),
        standings=tuple(standings),
        acts=acts,
        not_now=not_now,
    )


def _acts(shown: ReadingPage) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    ref, why = shown.row.ref, shown.not_now
    acts = []
    if why.confirming is None:
        acts.append(Act("Đối chiếu và xác nhận", _href("confirm_reading", ref), is_main=True))
    if why.rejecting is None:
        acts.append(Act("Không xác nhận", _href("reject_reading", ref)))
    if why.withdrawing is None:
        acts.append(Act("Rút giá trị này", _href("withdraw_reading", ref)))
    if acts and shown.row.state == State.PROPOSED and why.confirming is not None:
        return tuple(acts), (NotNow("Bạn chưa xác nhận được", why.confirming.sentence),)
    return tuple(acts), ()


def _href(name: str, ref: str) -> str:
    return reverse(f"office:{name}", args=[ref])


def compared(shown: ReadingPage) -> tuple[Compared, ...]:
    """Return old beside new, line by line."""
    beneath, row = shown.beneath, shown.row
    known = "" if beneath.seen is None else SEEN_NAMES[beneath.seen]
    if beneath.is_past:
        known = "áp dụng đến trước khi sửa đổi; từ ngày này chưa có nguyên văn"
    return (
        Compared("Giá trị", beneath.value, row.value),
        Compared("Căn cứ", beneath.cite or "chưa có", row.cite),
        Compared(
            "Đối chiếu",
            say_date(beneath.compared_on) if beneath.compared_on else "chưa",
            say_date(shown.compared_on),
        ),
        Compared(
            "Độ tin cậy",
            known or "chưa ghi",
            "hai người đọc trong văn bản"
            if row.decided_by and row.state == State.CONFIRMED
            else "một người đọc, chờ người thứ hai"
            if row.state == State.PROPOSED
            else "không dùng",
        ),
    )


def document_card(shown: ReadingPage) -> FileCard:
    """Return the document as a card."""
    file = shown.document
    return FileCard(
        name=file.name,
        kind=file.kind.name_vi,
        size=file.size_bytes,
        fingerprint=file.digest,
        href=_href("reading_file", shown.row.ref),
        note=f"{file.uploaded_by} đính kèm",
    )


def readers_of(row: ReadingRow) -> tuple[Reader, ...]:
    """Return what is answered with a reading, on its first day."""
    return readers_on(row.since, texts()).get(row.entry_id, ())


def consequences(shown: ReadingPage, actor: Actor) -> list[str]:
    """Return what confirming changes, in sentences."""
    row, readers, end = shown.row, readers_of(shown.row), _stops(shown)
    named = "; ".join(reader.name for reader in readers)
    said = [f"{_span_used(shown)}, hệ thống tính theo: {row.value}{_what_then(shown)}."]
    if named:
        said.append(f"Nơi dùng: {named}.")
    waiting = _rows_waiting(actor, row.since, end, readers)
    if waiting:
        said.append(
            f"{waiting} hồ sơ nhận trong thời gian này đang chờ tiếp nhận; kết quả đối chiếu có "
            "thể khác."
        )
    said.append("Kết quả đối chiếu đã ghi trong hồ sơ vẫn giữ nguyên.")
    return said


def _span_used(shown: ReadingPage) -> str:
    """Say from when until when it counts; a last day nobody typed is said as that day."""
    row, end = shown.row, _stops(shown)
    if end is None or end == row.until:
        return span_said(row.since, row.until).capitalize()
    return f"Từ ngày {say_date(row.since)} đến hết ngày {say_date(end - timedelta(days=1))}"


def _what_then(shown: ReadingPage) -> str:
    """Say why it stops although nobody said so: its instrument ends, or a newer one is unread."""
    end = _stops(shown)
    if end is None or end == shown.row.until:
        return ""
    if end == shown.instrument.until:
        return f"; từ {say_date(end)} {shown.instrument.name} hết hiệu lực"
    newer = shipped().on("regime", end).cite.instrument
    return f"; từ {say_date(end)} {instrument_name(newer)} chưa đối chiếu"


def _stops(shown: ReadingPage) -> date | None:
    row = shown.row
    return stops_on(row.entry_id, row.since, row.until, shown.instrument)


def _rows_waiting(
    actor: Actor, since: date, until: date | None, readers: tuple[Reader, ...]
) -> int:
    """Count the rows that are yet to be compared, of these days and of an award concerned."""
    rows = [
        row
        for row in nominations_for(actor, states=[RowState.SUBMITTED])
        if row.received_on is not None
        and since <= row.received_on
        and (until is None or row.received_on < until)
    ]
    if any(not reader.code for reader in readers):
        return len(rows)
    codes = {reader.code for reader in readers}
    return sum(row.award_code in codes for row in rows)


def lawbook_tasks(actor: Actor, today: date) -> list[Task]:
    """Return the readings that wait for this person as the second."""
    if not actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return []
    rows = readings_for(actor, states=[State.PROPOSED])
    return [_task(row, today) for row in rows if _is_second(row, actor)]


def _is_second(row: ReadingRow, actor: Actor) -> bool:
    is_other = row.proposed_by_ref != actor.account_ref
    return is_other and (row.proposed_by_head or actor.has(Role.OFFICE_HEAD))


def _task(row: ReadingRow, today: date) -> Task:
    href = _href("reading", row.ref)
    entered = localtime(row.proposed_at).date()
    days = (today - entered).days
    return Task(
        f"Đối chiếu giá trị: {row.name}",
        href,
        f"{row.proposed_by} đã nhập “{row.value}” theo {row.cite}.",
        Act("Mở để đối chiếu", href),
        Deadline(f"Đã {days} ngày" if days > 0 else "Hôm nay", entered, note="ngày nhập"),
    )
