"""Reading lists of postings: all of them, one, its rows, and where a posting came from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.jobs.selectors import JobSeen, newest_job
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Posting, PostingList, PostingRow
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.mends import Mend, mends_of
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import ImportState, RowState

A_PAGE = 20
ROWS_A_PAGE = 30
AT_ONCE = 500
AS_PERSON = "p:"
READ_POSTINGS = "read_posting_list"
ENTER_POSTINGS = "enter_posting_list"
Same = tuple[int, int, str, str, date | None, date | None]
"""What tells one posting from another: person, unit, position, class, days."""


@dataclass(frozen=True)
class PostingListSeen:
    """One list as its pages show it; `counts` by state of its rows."""

    ref: str
    file: KeptFile
    state: ImportState
    trouble: str
    encoding: str
    proposed_encoding: str
    samples: tuple[tuple[str, str], ...]
    sheets: tuple[Mapping[str, Any], ...]
    staged_by: str
    staged_at: datetime
    undone_reason: str
    undone_by: str
    undone_at: datetime | None
    version: int
    counts: Mapping[str, int]

    @property
    def is_open(self) -> bool:
        """Whether something may still be done with it."""
        return self.state not in (ImportState.UNDONE, ImportState.REFUSED)

    @property
    def is_read(self) -> bool:
        """Whether its rows are staged."""
        return self.state in (ImportState.STAGED, ImportState.ACCEPTED)


@dataclass(frozen=True)
class PostingRowSeen:
    """One row as the page of its list shows it; `candidates` are keys with what speaks for each."""

    sheet: str
    sheet_no: int
    row: int
    state: RowState
    said: Mapping[str, Any]
    problems: tuple[Mapping[str, Any], ...]
    person_ref: str
    person_name: str
    unit_name: str
    candidates: tuple[Mapping[str, str], ...]
    why: str
    is_chosen: bool
    accepted_by: str
    accepted_at: datetime | None
    mends: tuple[Mend, ...]
    can_mend: bool


def posting_list_for(actor: Actor, ref: str, *, lock: bool = False) -> PostingList:
    """Return the list to be changed.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    _look(actor)
    found = PostingList.objects.select_related("file").filter(ref=ref)
    posting_list = (found.select_for_update(of=("self",)) if lock else found).first()
    if posting_list is None:
        raise Unseen
    return posting_list


def posting_list_of_file(digest: str) -> PostingList | None:
    """Return the list of just this file that was neither undone nor found unreadable."""
    standing = PostingList.objects.filter(digest=digest, undone_at__isnull=True)
    return standing.exclude(state=ImportState.REFUSED).first()


def posting_lists_found(actor: Actor, *, page: int = 1) -> tuple[tuple[PostingListSeen, ...], int]:
    """Return one page of the lists, newest first, and how many there are.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = PostingList.objects.select_related("file").order_by("-staged_at", "-pk")
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = list(found[start : start + A_PAGE])
    counts = _counts([row.pk for row in rows])
    return tuple(_seen(row, counts.get(row.pk, {})) for row in rows), count


def posting_list_seen(actor: Actor, ref: str) -> PostingListSeen:
    """Return one list.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    found = posting_list_for(actor, ref)
    return _seen(found, _counts([found.pk]).get(found.pk, {}))


def posting_rows_found(
    actor: Actor, ref: str, *, state: str = "", page: int = 1
) -> tuple[tuple[PostingRowSeen, ...], int]:
    """Return one page of the rows in the order of the file, and how many match.

    Raises:
        Unseen: not the standing office or the inspector, or no such list or page.
    """
    posting_list = posting_list_for(actor, ref)
    found = posting_rows(posting_list)
    if state:
        found = found.filter(state=state)
    count, start = found.count(), (page - 1) * ROWS_A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    mends = mends_of(posting_list)
    return tuple(
        _row_seen(row, mends.get((row.sheet_no, row.row), ()))
        for row in found[start : start + ROWS_A_PAGE]
    ), count


def posting_rows(posting_list: PostingList) -> QuerySet[PostingRow]:
    """Return the rows in the order of the file."""
    rows = PostingRow.objects.filter(posting_list=posting_list)
    return rows.select_related("person", "organisation").order_by("sheet_no", "row")


def postings_known(people: Collection[int]) -> set[Same]:
    """Return the postings of these people that count."""
    found: set[Same] = set()
    for some in portions(sorted(people), AT_ONCE):
        standing = Posting.objects.filter(person__in=some, withdrawn_at__isnull=True)
        found |= set(
            standing.values_list(
                "person_id", "unit_id", "position", "subject_class", "since", "until"
            )
        )
    return found


def reading_postings_job(ref: str) -> JobSeen | None:
    """Return the newest job that reads this list; the caller knows that it may be seen."""
    return newest_job(READ_POSTINGS, key_begins=f"{ref}@")


def entering_postings_job(ref: str) -> JobSeen | None:
    """Return the newest job that enters this list; the caller knows that it may be seen."""
    return newest_job(ENTER_POSTINGS, key_begins=f"{ref}@")


def is_entering_postings(ref: str, *, but: str = "") -> bool:
    """Tell whether a job waits or runs that enters this list; `but`: one that does not count."""
    job = entering_postings_job(ref)
    return job is not None and job.is_open and job.ref != but


def _counts(ids: Iterable[int]) -> dict[int, dict[str, int]]:
    rows = PostingRow.objects.filter(posting_list__in=list(ids)).values_list(
        "posting_list", "state"
    )
    found: dict[int, dict[str, int]] = {}
    for pk, state, count in rows.annotate(count=Count("pk")).order_by():
        found.setdefault(pk, {})[state] = count
    return found


def _seen(row: PostingList, counts: Mapping[str, int]) -> PostingListSeen:
    return PostingListSeen(
        ref=row.ref,
        file=file_card(row.file),
        state=ImportState(row.state),
        trouble=row.trouble,
        encoding=row.encoding,
        proposed_encoding=row.proposed_encoding,
        samples=tuple((before, after) for before, after in row.samples),
        sheets=tuple(row.sheets),
        staged_by=row.staged_by_name,
        staged_at=row.staged_at,
        undone_reason=row.undone_reason,
        undone_by=row.undone_by_name,
        undone_at=row.undone_at,
        version=row.version,
        counts=counts,
    )


def _row_seen(row: PostingRow, mends: tuple[Mend, ...]) -> PostingRowSeen:
    return PostingRowSeen(
        sheet=row.sheet,
        sheet_no=row.sheet_no,
        row=row.row,
        state=RowState(row.state),
        said=row.said,
        problems=tuple(row.problems),
        person_ref=row.person.ref if row.person else "",
        person_name=row.person.full_name if row.person else "",
        unit_name=row.organisation.name if row.organisation else "",
        candidates=tuple(row.candidates),
        why=row.why,
        is_chosen=bool(row.chosen),
        accepted_by=row.accepted_by_name,
        accepted_at=row.accepted_at,
        mends=mends,
        can_mend=row.state != RowState.ACCEPTED and bool(row.raw),
    )


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
