"""Reading the rows of agencies' lists: pages of them, one, and those still waiting by name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import (
    AgencyList,
    BarSource,
    ListedRow,
    ListedState,
    Notice,
    Person,
)
from bangvang.registry.models.agency_lists import WAITING
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.mends import Mend, mends_of
from bangvang.registry.selectors.units_named import portions

__all__ = ["WAITING"]

ROWS_A_PAGE = 30
DECIDED = (ListedState.CONFIRMED, ListedState.DISMISSED)
AT_ONCE = 500


@dataclass(frozen=True)
class Became:
    """A record that a confirmed row became; `is_bar` tells a bar from a notice."""

    is_bar: bool
    title: str
    is_withdrawn: bool


@dataclass(frozen=True)
class ListedRowSeen:
    """One row as its pages show it; `holder_*` is whom it means, or meant when it was confirmed."""

    list_ref: str
    sheet: str
    sheet_no: int
    row: int
    state: ListedState
    said: Mapping[str, Any]
    cells: Mapping[str, str]
    problems: tuple[Mapping[str, Any], ...]
    holder_key: str
    holder_name: str
    candidates: tuple[Mapping[str, str], ...]
    why: str
    denied: tuple[Mapping[str, str], ...]
    decided_why: str
    decided_by: str
    decided_at: datetime | None
    version: int
    became: tuple[Became, ...]
    mends: tuple[Mend, ...] = ()
    has_cells: bool = False

    @property
    def is_waiting(self) -> bool:
        """Whether nobody decided of it yet."""
        return self.state in WAITING

    @property
    def can_mend(self) -> bool:
        """Whether its cells may be mended."""
        return self.has_cells and self.state not in DECIDED


@dataclass(frozen=True)
class ListedRowsFound:
    """One page of the rows in the order of the file, and how many match."""

    rows: tuple[ListedRowSeen, ...]
    count: int


@dataclass(frozen=True)
class RowWaiting:
    """A row of a person that waits, with what is needed to hold somebody against it."""

    pk: int
    list_ref: str
    sheet_no: int
    row: int
    near: str
    said: Mapping[str, Any]
    agency: str
    topic: str
    paper_no: str
    paper_on: date
    person_ref: str
    denied: frozenset[str]


def listed_rows_found(actor: Actor, ref: str, *, state: str = "", page: int = 1) -> ListedRowsFound:
    """Return one page of the rows, of one state if one is given.

    Raises:
        Unseen: nobody but readers of bars, or no such list or page.
    """
    agency_list = list_for(actor, ref)
    found = _rows(agency_list)
    if state:
        found = found.filter(state=state)
    count, start = found.count(), (page - 1) * ROWS_A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    return ListedRowsFound(_seen(agency_list, found[start : start + ROWS_A_PAGE]), count)


def listed_row_seen(actor: Actor, ref: str, sheet_no: int, row: int) -> ListedRowSeen:
    """Return one row.

    Raises:
        Unseen: nobody but readers of bars, or no such list or row.
    """
    agency_list = list_for(actor, ref)
    found = _seen(agency_list, _rows(agency_list).filter(sheet_no=sheet_no, row=row))
    if not found:
        raise Unseen
    return found[0]


def listed_row_for(agency_list: AgencyList, sheet_no: int, row: int) -> ListedRow:
    """Return a row of a list to be changed; the caller holds the list.

    Raises:
        Unseen: no such row.
    """
    rows = ListedRow.objects.filter(agency_list=agency_list, sheet_no=sheet_no, row=row)
    found = rows.select_for_update(of=("self",)).first()
    if found is None:
        raise Unseen
    return found


def held_elsewhere(rows: Iterable[ListedRow]) -> dict[str, int]:
    """Return which of these rows stand in another list that was not undone; with the row there."""
    mine = list(rows)
    lists = {row.agency_list_id for row in mine}
    held: dict[str, int] = {}
    apart = (ListedState.PROBLEM, ListedState.HELD)
    for some in portions(sorted({row.same for row in mine}), AT_ONCE):
        others = ListedRow.objects.filter(same__in=some, agency_list__undone_at__isnull=True)
        standing = others.exclude(agency_list__in=lists).exclude(state__in=apart)
        held |= dict(standing.values_list("same", "row"))
    return held


def are_decided(agency_list: AgencyList) -> bool:
    """Tell whether somebody decided of a row of the list, or denied a match."""
    rows = ListedRow.objects.filter(agency_list=agency_list)
    return rows.exclude(decided_at=None, denied=[]).exists()


def stands_on(row: ListedRow) -> bool:
    """Tell whether a notice or a bar that was not withdrawn came of the row."""
    notices = Notice.objects.filter(row=row, withdrawn_at__isnull=True)
    bars = BarSource.objects.filter(row=row, bar__withdrawn_at__isnull=True)
    return notices.exists() or bars.exists()


def newly_known(actor: Actor, ref: str) -> int:
    """Return how many rows of nobody known have a namesake in the register by now.

    Raises:
        Unseen: nobody but readers of bars, or no such list.
    """
    rows = ListedRow.objects.filter(
        agency_list=list_for(actor, ref), state=ListedState.UNKNOWN, denied=[]
    )
    return rows.filter(Exists(Person.objects.filter(name_fold=OuterRef("near")))).count()


def rows_waiting_near(actor: Actor, near: Collection[str]) -> tuple[RowWaiting, ...]:
    """Return the rows of people with one of these folded names that nobody decided of yet.

    Whoever reads no bars gets none. One query for five hundred names.
    """
    if not may_read_bars(actor):
        return ()
    found: list[RowWaiting] = []
    for some in portions(sorted(near), AT_ONCE):
        rows = ListedRow.objects.filter(
            near__in=some,
            state__in=WAITING,
            said__subject="PERSON",
            agency_list__undone_at__isnull=True,
        )
        found += [
            _waiting(row) for row in rows.select_related("agency_list", "person").order_by("pk")
        ]
    return tuple(found)


def _waiting(row: ListedRow) -> RowWaiting:
    return RowWaiting(
        row.pk,
        row.agency_list.ref,
        row.sheet_no,
        row.row,
        row.near,
        row.said,
        row.agency_list.agency,
        row.agency_list.topic,
        row.agency_list.paper_no,
        row.agency_list.paper_on,
        row.person.ref if row.person else "",
        frozenset(one["key"] for one in row.denied),
    )


def _rows(agency_list: AgencyList) -> QuerySet[ListedRow]:
    rows = ListedRow.objects.filter(agency_list=agency_list)
    return rows.select_related("person", "organisation").order_by("sheet_no", "row")


def _seen(agency_list: AgencyList, rows: QuerySet[ListedRow]) -> tuple[ListedRowSeen, ...]:
    found = list(rows)
    mends = mends_of(agency_list)
    became = _became(found)
    return tuple(
        ListedRowSeen(
            list_ref=agency_list.ref,
            sheet=row.sheet,
            sheet_no=row.sheet_no,
            row=row.row,
            state=ListedState(row.state),
            said=row.said,
            cells=row.cells,
            problems=tuple(row.problems),
            holder_key=_holder_key(row),
            holder_name=_holder_name(row),
            candidates=tuple(row.candidates),
            why=row.why,
            denied=tuple(row.denied),
            decided_why=row.decided_why,
            decided_by=row.decided_by_name,
            decided_at=row.decided_at,
            version=row.version,
            became=tuple(became.get(row.pk, ())),
            mends=mends.get((row.sheet_no, row.row), ()),
            has_cells=bool(row.raw),
        )
        for row in found
    )


def _holder_key(row: ListedRow) -> str:
    if row.person is not None:
        return f"p:{row.person.ref}"
    return f"o:{row.organisation.ref}" if row.organisation is not None else ""


def _holder_name(row: ListedRow) -> str:
    if row.person is not None:
        return row.person.full_name
    return row.organisation.name if row.organisation is not None else ""


def _became(rows: Collection[ListedRow]) -> dict[int, list[Became]]:
    ids = [row.pk for row in rows]
    found: dict[int, list[Became]] = {}
    for notice in Notice.objects.filter(row__in=ids).order_by("pk"):
        became = Became(
            is_bar=False, title="Lưu ý khi xét", is_withdrawn=notice.withdrawn_at is not None
        )
        found.setdefault(notice.row_id, []).append(became)
    sources = BarSource.objects.filter(row__in=ids).select_related("bar").order_by("pk")
    for source in sources:
        became = Became(
            is_bar=True,
            title=source.bar.get_kind_display(),
            is_withdrawn=source.bar.withdrawn_at is not None,
        )
        found.setdefault(source.row_id, []).append(became)
    return found
