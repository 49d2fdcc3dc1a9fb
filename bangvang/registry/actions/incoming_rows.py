"""What differs between the kinds of files when their rows are kept; shared by several actions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection
from bangvang.foundation.sheets import Workbook
from bangvang.registry.actions.agency_list_rows import LISTS_TURN
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.actions.listed_rows_kept import (
    ListRead,
    list_read,
    list_settled,
    put_list,
    put_mended_row,
)
from bangvang.registry.actions.posting_rows_kept import (
    POSTINGS_TURN,
    PostingsRead,
    postings_read,
    postings_settled,
    put_mended_posting,
    put_postings,
)
from bangvang.registry.actions.settle_again import settle_again
from bangvang.registry.actions.staged_rows import (
    Report,
    RowsRead,
    put_import,
    rows_read,
    rows_settled,
)
from bangvang.registry.intake.asked_rows import UNSETTLED
from bangvang.registry.intake.award_lists import Written
from bangvang.registry.intake.readers import AGENCY_LISTS, AWARDS, POSTING_LISTS, Reader
from bangvang.registry.intake.staging import put_staged, row_staged
from bangvang.registry.models import (
    AgencyList,
    AwardImport,
    ImportRow,
    ListedState,
    PostingList,
    PostingRow,
)
from bangvang.registry.models.agency_lists import WAITING
from bangvang.registry.permissions.agency_lists import ROW_DECIDED
from bangvang.registry.states import RowState

Put = Callable[[Any, Actor, datetime], None]
"""Keeps what was read, in the transaction that ends the reading."""
IN_THE_REGISTER = Objection("IN_THE_REGISTER", "Dòng này đã ghi vào sổ nên không sửa ở đây nữa.")


@dataclass(frozen=True)
class Rows:
    """How the rows of one kind of file are kept.

    Attributes:
        wait: takes the turn in which such rows are kept, before anything is locked.
        read: reads the rows; what it returns does not hold the workbook.
        settle: holds what was read against the register; returns what keeps it.
        objection: why a row is not mended any more.
        replace: puts a row that was read anew, with its identity number, in the place of the old.
    """

    wait: Callable[[], None]
    read: Callable[[Any, Workbook, datetime, Report], Any]
    settle: Callable[[Any, Any], Put]
    objection: Callable[[Any], Objection | None]
    replace: Callable[[Any, Any, Written, str], None]


def rows_of(reader: Reader) -> Rows:
    """Return how the rows of this kind of file are kept."""
    return _KINDS[reader.subject]


def _no_turn() -> None:
    """Imports take their turn when they come into the register."""


def _lists_turn() -> None:
    wait_for_turn(LISTS_TURN)


def _awards_read(
    award_import: AwardImport, workbook: Workbook, at: datetime, report: Report
) -> RowsRead:
    return rows_read(award_import, workbook, on=at.date(), report=report)


def _awards_settled(award_import: AwardImport, read: RowsRead) -> Put:
    rows = rows_settled(award_import, read)

    def put(locked: AwardImport, actor: Actor, at: datetime) -> None:
        put_import(locked, rows, actor, at)

    return put


def _is_in(row: ImportRow | PostingRow) -> Objection | None:
    return IN_THE_REGISTER if row.state == RowState.ACCEPTED else None


def _replace(award_import: AwardImport, old: ImportRow, written: Written, number: str) -> None:
    new, _ = row_staged(written)
    keep_identity_numbers([number])
    ImportRow.objects.filter(pk=old.pk).delete()
    put_staged(award_import, [(new, UNSETTLED)])
    settle_again(award_import, [old.near, new.near])


def _list_read(
    agency_list: AgencyList, workbook: Workbook, at: datetime, report: Report
) -> ListRead:
    return list_read(agency_list, workbook, on=at.date(), report=report)


def _list_settled(_agency_list: AgencyList, read: ListRead) -> Put:
    found = list_settled(read)

    def put(locked: AgencyList, actor: Actor, at: datetime) -> None:
        put_list(locked, found, actor, at)

    return put


def _is_decided(row: Any) -> Objection | None:
    is_open = row.state in (*WAITING, ListedState.PROBLEM, ListedState.HELD)
    return None if is_open else ROW_DECIDED


def _postings_turn() -> None:
    wait_for_turn(POSTINGS_TURN)


def _postings_read(
    posting_list: PostingList, workbook: Workbook, at: datetime, report: Report
) -> PostingsRead:
    return postings_read(posting_list, workbook, on=at.date(), report=report)


def _postings_settled(_posting_list: PostingList, read: PostingsRead) -> Put:
    found = postings_settled(read)

    def put(locked: PostingList, actor: Actor, at: datetime) -> None:
        put_postings(locked, found, actor, at)

    return put


_KINDS = {
    AWARDS.subject: Rows(_no_turn, _awards_read, _awards_settled, _is_in, _replace),
    AGENCY_LISTS.subject: Rows(_lists_turn, _list_read, _list_settled, _is_decided, put_mended_row),
    POSTING_LISTS.subject: Rows(
        _postings_turn, _postings_read, _postings_settled, _is_in, put_mended_posting
    ),
}
