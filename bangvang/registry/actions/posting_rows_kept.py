"""Read a list of postings into rows, settle them, keep them; shared by several actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.sheets import Workbook
from bangvang.registry.actions.staged_rows import (
    Pace,
    Report,
    file_read,
    keep_as_read,
    tell_nobody,
)
from bangvang.registry.intake.award_lists import Written
from bangvang.registry.intake.posting_settling import posting_row_of, settle_postings
from bangvang.registry.intake.readers import POSTING_LISTS
from bangvang.registry.models import PostingList, PostingRow
from bangvang.registry.selectors.posting_lists import posting_rows
from bangvang.registry.states import RowState

POSTINGS_TURN = 4_170_044
"""Lists of postings come in one after the other: two may bring the same posting."""


@dataclass(frozen=True)
class PostingsRead:
    """The rows of a file, not kept yet, and how its sheets were read."""

    rows: list[PostingRow]
    sheets: list[dict[str, Any]]
    proposed_encoding: str
    samples: list[tuple[str, str]]
    pace: Pace
    on: date


def postings_read(
    posting_list: PostingList, workbook: Workbook, *, on: date, report: Report = tell_nobody
) -> PostingsRead:
    """Return the rows of the file as its plans read them; nothing is settled, nothing kept."""
    file = file_read(posting_list, workbook, of=POSTING_LISTS, on=on, report=report)
    more = file.open_problems
    rows = [
        posting_row_of(written, posting_list, more(written) if more else ())
        for written in file.lists.rows()
    ]
    sheets = file.sheets(workbook, POSTING_LISTS.fields)
    return PostingsRead(rows, sheets, file.proposed_encoding, file.samples, file.pace, on)


def postings_settled(found: PostingsRead) -> PostingsRead:
    """Hold the rows against the register, and return them."""
    settle_postings(found.rows, on=found.on, tick=found.pace.tick)
    return found


def put_postings(
    posting_list: PostingList, found: PostingsRead, actor: Actor, at: datetime
) -> None:
    """Put the rows in the place of those read before, and record it."""
    PostingRow.objects.filter(posting_list=posting_list).delete()
    keep_as_read(posting_list, found)
    insert_all(found.rows)
    record(
        actor=actor,
        at=at,
        verb="read_posting_list",
        subject=("posting_list", posting_list.ref),
        said=f"Đọc {POSTING_LISTS.called(posting_list)}: {len(found.rows)} dòng chờ ghi.",
        details={"digest": posting_list.digest, "rows": len(found.rows)},
    )


def put_mended_posting(
    posting_list: PostingList, old: PostingRow, written: Written, _identity_number: str
) -> None:
    """Keep what a mended row says, and hold every row that waits against the register."""
    new = posting_row_of(written, posting_list)
    for name in ("said", "cells", "raw", "problems", "near"):
        setattr(old, name, getattr(new, name))
    old.chosen = ""
    old.save()
    settle_open(posting_list, on=posting_list.staged_at.date())


def open_rows(posting_list: PostingList) -> list[PostingRow]:
    """Return the rows that are not in the register, in the order of the file."""
    return list(posting_rows(posting_list).exclude(state=RowState.ACCEPTED))


def settle_open(posting_list: PostingList, *, on: date) -> int:
    """Settle the rows that wait, keep them, and return how many stand otherwise."""
    return keep_settled(*settled_anew(open_rows(posting_list), on=on))


def settled_anew(
    rows: Sequence[PostingRow], *, on: date
) -> tuple[Sequence[PostingRow], list[tuple[object, ...]]]:
    """Settle rows without keeping them; return them with how they stood before."""
    before = [_standing(row) for row in rows]
    settle_postings(rows, on=on)
    return rows, before


def keep_settled(rows: Sequence[PostingRow], before: Sequence[tuple[object, ...]]) -> int:
    """Keep the rows that stand otherwise than before; return how many."""
    changed = [row for row, stood in zip(rows, before, strict=True) if _standing(row) != stood]
    for row in changed:
        row.save()
    return len(changed)


def _standing(row: PostingRow) -> tuple[object, ...]:
    return row.state, row.person_id, row.organisation_id, row.candidates, row.why
