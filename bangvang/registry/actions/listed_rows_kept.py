"""Read an agency's file into rows, match them, keep them; shared by several actions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.sheets import Workbook
from bangvang.registry.actions.staged_rows import (
    Pace,
    Report,
    file_read,
    keep_as_read,
    tell_nobody,
)
from bangvang.registry.intake.agency_settling import (
    TWICE,
    hold_what_is_elsewhere,
    listed_row_of,
    settle_listed,
)
from bangvang.registry.intake.award_lists import Written
from bangvang.registry.intake.readers import AGENCY_LISTS
from bangvang.registry.models import AgencyList, ListedRow, ListedState
from bangvang.registry.models.agency_lists import WAITING


@dataclass(frozen=True)
class ListRead:
    """The rows of a file, not kept yet, and how its sheets were read.

    `entry` is the newest of the audit record before the register was asked.
    """

    rows: list[ListedRow]
    sheets: list[dict[str, Any]]
    proposed_encoding: str
    samples: list[tuple[str, str]]
    pace: Pace
    entry: int


def list_read(
    agency_list: AgencyList, workbook: Workbook, *, on: date, report: Report = tell_nobody
) -> ListRead:
    """Return the rows of the file as its plans read them; nothing is matched, nothing kept."""
    file = file_read(agency_list, workbook, of=AGENCY_LISTS, on=on, report=report)
    more = file.open_problems
    rows = [
        listed_row_of(written, agency_list, more(written) if more else ())
        for written in file.lists.rows()
    ]
    sheets = file.sheets(workbook, AGENCY_LISTS.fields)
    return ListRead(rows, sheets, file.proposed_encoding, file.samples, file.pace, newest_number())


def list_settled(found: ListRead) -> ListRead:
    """Match the rows against the register, and return them."""
    settle_listed(found.rows, tick=found.pace.tick)
    return found


def put_list(agency_list: AgencyList, found: ListRead, actor: Actor, at: datetime) -> None:
    """Put the rows in the place of those read before, and record it.

    The caller has the turn of lists. Where something was recorded since the rows were matched,
    another list may have come in: rows that stand there are held.
    """
    if newest_number() != found.entry:
        hold_what_is_elsewhere(found.rows)
    ListedRow.objects.filter(agency_list=agency_list).delete()
    keep_as_read(agency_list, found)
    insert_all(found.rows)
    record(
        actor=actor,
        at=at,
        verb="read_agency_list",
        subject=("agency_list", agency_list.ref),
        said=f"Đọc một danh sách do cơ quan khác gửi: {len(found.rows)} dòng.",
        details={"digest": agency_list.digest, "rows": len(found.rows)},
    )


def put_mended_row(
    agency_list: AgencyList, old: ListedRow, written: Written, _identity_number: str
) -> None:
    """Keep what a mended row says and match it; rows that were its doubles are matched too.

    Whom somebody said it does not mean stays so.
    """
    new = listed_row_of(written, agency_list)
    before = old.same
    for name in ("said", "cells", "raw", "problems", "same", "near"):
        setattr(old, name, getattr(new, name))
    _settle_mended(old)
    doubles = _alike(agency_list, before).filter(state=ListedState.HELD).exclude(pk=old.pk)
    first = doubles.order_by("sheet_no", "row").first()
    if first is not None and old.same != before:
        _settle_mended(first)


def _settle_mended(row: ListedRow) -> None:
    settle_listed([row])
    if row.state in WAITING:
        twin = _alike(row.agency_list, row.same).exclude(pk=row.pk)
        stands = twin.exclude(state__in=(ListedState.HELD, ListedState.PROBLEM)).first()
        if stands is not None:
            row.person = row.organisation = None
            row.state, row.candidates = ListedState.HELD, []
            row.why = TWICE.format(row=stands.row, sheet=stands.sheet)
    row.version += 1
    row.save()


def _alike(agency_list: AgencyList, same: str) -> Any:
    return ListedRow.objects.filter(agency_list=agency_list, same=same)


def waiting_of(agency_list: AgencyList) -> list[ListedRow]:
    """Return the rows that nobody decided of, in the order of the file."""
    rows = ListedRow.objects.filter(agency_list=agency_list, state__in=WAITING)
    return list(rows.select_related("agency_list").order_by("sheet_no", "row"))


def settled_otherwise(rows: Sequence[ListedRow], pace: Pace) -> list[ListedRow]:
    """Match these rows anew; return those that stand otherwise than before. Keeps nothing."""
    before = [_standing(row) for row in rows]
    settle_listed(rows, tick=pace.tick)
    return [row for row, stood in zip(rows, before, strict=True) if _standing(row) != stood]


def keep_settled(rows: Iterable[ListedRow]) -> int:
    """Keep how these rows stand, but for those that somebody touched since; return how many."""
    count = 0
    for row in rows:
        still = ListedRow.objects.filter(pk=row.pk, version=row.version, state__in=WAITING)
        count += still.update(
            state=row.state,
            person=row.person,
            organisation=row.organisation,
            candidates=row.candidates,
            why=row.why,
            version=row.version + 1,
        )
    return count


def _standing(row: ListedRow) -> tuple[object, ...]:
    return row.state, row.person_id, row.organisation_id, row.candidates, row.why
