"""Read an agency's file into rows, match them, make what a row becomes; shared by its actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.sheets import Workbook
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.staged_rows import plans_of, sheet_kept, table_of
from bangvang.registry.intake.agency_list_words import day_of
from bangvang.registry.intake.agency_rows import FIELDS, LIMITS, list_plan_found, listed_by
from bangvang.registry.intake.agency_settling import (
    holder_of,
    listed_row_of,
    settle_listed,
)
from bangvang.registry.intake.award_lists import ListsRead, texts_of
from bangvang.registry.intake.old_letters import letters_of
from bangvang.registry.models import (
    AgencyList,
    Bar,
    BarSource,
    ListedRow,
    ListedState,
    Notice,
    Person,
)
from bangvang.registry.permissions import BarSaid
from bangvang.registry.permissions.agency_lists import (
    NOT_A_MATCH,
    NoticeSaid,
    objection_to_holder,
    objection_to_notice,
)
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.listed_rows import WAITING

LISTS_TURN = 4_170_031
"""Rows are held against those of other lists, so lists are taken in and decided one by one."""
LETTERS_OPEN = "Chữ trong tệp còn ở bảng mã cũ; chọn bảng mã ở “Chọn lại cột” trước."

Becomes = BarSaid | NoticeSaid
"""What a row becomes once somebody confirmed it."""


@dataclass(frozen=True)
class ListRead:
    """The rows of a file, matched and not kept yet, and how its sheets were read."""

    rows: list[ListedRow]
    sheets: list[dict[str, Any]]


def agency_workbook(data: bytes, filename: str) -> Workbook:
    """Return an agency's file, parsed.

    Raises:
        Unreadable: no table, too large, or letters of which nobody can say what they are.
    """
    return table_of(data, filename, LIMITS)


def workbook_of_list(agency_list: AgencyList) -> Workbook:
    """Return the file of a list, parsed."""
    file = agency_list.file
    return agency_workbook(read(file.ref), file.original_name)


def list_read(agency_list: AgencyList, workbook: Workbook, *, on: date) -> ListRead:
    """Return the rows of the file as its plans read them, matched; nothing is kept."""
    letters = letters_of(texts_of(workbook), agency_list.encoding)
    found = ListsRead(
        workbook,
        plans_of(agency_list.plans),
        letters,
        on=on,
        read_row=listed_by,
        find_plan=list_plan_found,
    )
    rows = [listed_row_of(written, agency_list) for written in found.rows()]
    if workbook.raw_letters and not agency_list.encoding:
        for row in rows:
            cell = row.cells.get("name", f"A{row.row}")
            open_ = {"cell": cell, "code": "LETTERS_NOT_AGREED", "text": LETTERS_OPEN}
            row.problems.append({**open_, "is_hint": False})
    settle_listed(rows)
    sheets = [sheet_kept(s, FIELDS) for s in found.sheets if workbook.grids[s.number].rows]
    return ListRead(rows, sheets)


def put_list(agency_list: AgencyList, found: ListRead) -> None:
    """Put the rows in the place of those read before, and keep the list."""
    ListedRow.objects.filter(agency_list=agency_list).delete()
    agency_list.sheets = found.sheets
    agency_list.save()
    insert_all(found.rows)


def match_again(rows: Sequence[ListedRow]) -> int:
    """Match undecided rows anew and keep them; return how many stand otherwise than before."""
    before = [_standing(row) for row in rows]
    settle_listed(rows)
    changed = [row for row, stood in zip(rows, before, strict=True) if _standing(row) != stood]
    for row in changed:
        row.version += 1
        row.save()
    return len(changed)


def waiting_of(agency_list: AgencyList) -> list[ListedRow]:
    """Return the rows that nobody decided of, locked, in the order of the file."""
    rows = ListedRow.objects.filter(agency_list=agency_list, state__in=WAITING)
    return list(rows.select_for_update(of=("self",)).order_by("sheet_no", "row"))


def let_row_wait(row: ListedRow, denied: dict[str, str] | None = None) -> None:
    """Open a decided row again; with `denied` it no longer means whom it meant."""
    row.decided_why = row.decided_by_ref = row.decided_by_name = ""
    row.decided_at = None
    row.denied = [*row.denied, denied] if denied else row.denied
    row.state = ListedState.UNKNOWN
    settle_listed([row])
    row.version += 1
    row.save()


def denial(key: str, reason: str, actor: Actor, at: datetime) -> dict[str, str]:
    """Return as it is kept that somebody said a row does not mean a holder."""
    return {"key": key, "reason": reason, "by": actor.name, "at": at.isoformat()}


def become(row: ListedRow, key: str, becomes: Becomes, *, actor: Actor, at: datetime) -> None:
    """Record what the row says of the holder: a bar as `record_bar` does it, or a notice.

    Raises:
        Unseen: there is no such person or organisation.
        Refused: somebody said that the row does not mean this holder, or see `record_bar`.
    """
    kind, ref = holder_of(key) or (None, "")
    refuse_if(NOT_A_MATCH if kind is None else objection_to_holder(row, key))
    if kind is None:  # pragma: no cover  # for the type checker
        raise Unseen
    if isinstance(becomes, BarSaid):
        bar_ref = record_bar(ref, becomes, of=kind, actor=actor, at=at)
        BarSource.objects.create(bar=Bar.objects.get(ref=bar_ref), row=row)
    holder = holder_named(kind, ref, lock=True)
    row.person = holder if isinstance(holder, Person) else None
    row.organisation = None if isinstance(holder, Person) else holder
    if isinstance(becomes, NoticeSaid):
        refuse_if(objection_to_notice(becomes, on=localtime(at).date()))
        agency_list, said = row.agency_list, row.said
        notice = Notice.objects.create(
            person=row.person,
            organisation=row.organisation,
            row=row,
            topic=agency_list.topic,
            matter=becomes.matter,
            about_on=becomes.about_on,
            paper_no=becomes.paper_no or said["paper_no"] or agency_list.paper_no,
            paper_on=becomes.paper_on or day_of(said["paper_on"]) or agency_list.paper_on,
            paper_by=becomes.paper_by or said["paper_by"] or agency_list.agency,
            recorded_by_ref=actor.account_ref,
            recorded_by_name=actor.name,
            recorded_at=at,
        )
        record(
            actor=actor,
            at=at,
            verb="record_notice",
            subject=("notice", notice.ref),
            said="Ghi một lưu ý khi xét theo danh sách do cơ quan khác gửi.",
        )
    row.state, row.candidates, row.why = ListedState.CONFIRMED, [], ""
    row.decided_by_ref, row.decided_by_name = actor.account_ref, actor.name
    row.decided_at = at
    row.version += 1
    row.save()


def _standing(row: ListedRow) -> tuple[object, ...]:
    return row.state, row.person_id, row.organisation_id, row.candidates, row.why
