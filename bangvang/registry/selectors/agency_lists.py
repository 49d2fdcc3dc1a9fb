"""Reading lists of other agencies: all of them, and one; for readers of bars only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import (
    AgencyList,
    ListedRow,
    ListedState,
    ListTopic,
    RowMeaning,
)
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.states import ImportState

__all__ = ["ListTopic", "ListedState", "RowMeaning"]

A_PAGE = 20


@dataclass(frozen=True)
class AgencyListSeen:
    """One list as its pages show it; `counts` by state of its rows."""

    ref: str
    file: KeptFile
    agency: str
    paper_no: str
    paper_on: date
    topic: str
    topic_name: str
    meaning: RowMeaning
    meaning_name: str
    plans: Mapping[str, Any]
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
        """Whether its rows were read."""
        return self.state is ImportState.STAGED

    @property
    def waiting(self) -> int:
        """How many rows wait for a decision, also those the register knows nobody for."""
        states = (ListedState.CERTAIN, ListedState.CHOOSE, ListedState.UNKNOWN)
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def are_decided(self) -> bool:
        """Whether some row was decided."""
        decided = (ListedState.CONFIRMED, ListedState.DISMISSED)
        return any(self.counts.get(state) for state in decided)


@dataclass(frozen=True)
class AgencyListsFound:
    """One page of the lists, newest first, and how many there are in all."""

    lists: tuple[AgencyListSeen, ...]
    count: int


def lists_found(actor: Actor, *, page: int = 1) -> AgencyListsFound:
    """Return one page of the lists, newest first.

    Raises:
        Unseen: nobody but readers of bars, or there is no such page.
    """
    _look(actor)
    found = AgencyList.objects.select_related("file").order_by("-staged_at", "-pk")
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = list(found[start : start + A_PAGE])
    counts = _counts([row.pk for row in rows])
    return AgencyListsFound(tuple(_seen(row, counts.get(row.pk, {})) for row in rows), count)


def list_seen(actor: Actor, ref: str) -> AgencyListSeen:
    """Return one list.

    Raises:
        Unseen: nobody but readers of bars, or there is none.
    """
    found = list_for(actor, ref)
    return _seen(found, _counts([found.pk]).get(found.pk, {}))


def list_for(actor: Actor, ref: str, *, lock: bool = False) -> AgencyList:
    """Return the list to be changed.

    Raises:
        Unseen: nobody but readers of bars, or there is none.
    """
    _look(actor)
    found = AgencyList.objects.select_related("file").filter(ref=ref)
    agency_list = (found.select_for_update(of=("self",)) if lock else found).first()
    if agency_list is None:
        raise Unseen
    return agency_list


def list_of_file(digest: str) -> AgencyList | None:
    """Return the list of just this file that was neither undone nor found unreadable."""
    standing = AgencyList.objects.filter(digest=digest, undone_at__isnull=True)
    return standing.exclude(state=ImportState.REFUSED).first()


def agencies_known(actor: Actor) -> list[str]:
    """Return the agencies that sent lists before, to be offered again.

    Raises:
        Unseen: nobody but readers of bars.
    """
    _look(actor)
    names = AgencyList.objects.order_by("agency").values_list("agency", flat=True)
    return list(names.distinct())


def _counts(ids: Iterable[int]) -> dict[int, dict[str, int]]:
    rows = ListedRow.objects.filter(agency_list__in=list(ids)).values_list("agency_list", "state")
    found: dict[int, dict[str, int]] = {}
    for pk, state, count in rows.annotate(count=Count("pk")).order_by():
        found.setdefault(pk, {})[state] = count
    return found


def _seen(row: AgencyList, counts: Mapping[str, int]) -> AgencyListSeen:
    return AgencyListSeen(
        ref=row.ref,
        file=file_card(row.file),
        agency=row.agency,
        paper_no=row.paper_no,
        paper_on=row.paper_on,
        topic=row.topic,
        topic_name=str(ListTopic(row.topic).label),
        meaning=RowMeaning(row.meaning),
        meaning_name=str(RowMeaning(row.meaning).label),
        plans=row.plans,
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


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
