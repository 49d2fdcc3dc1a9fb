"""Reading the rows of an import: a page of them, all of them, and what waits for a choice."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Min, Q, QuerySet, When, prefetch_related_objects

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import AwardImport, ImportRow, RecordSource
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.selectors.mends import Mend, mends_of
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import NEW_BODY, RowState

ROWS_A_PAGE = 30
AT_ONCE = 500
_RECORDS = ("award", "grade", "initiative")


class Accepted(NamedTuple):
    """Who accepted a row and when; the reference of the person who holds it.

    It is "" for a unit, and for somebody who was withdrawn when the import was undone.
    """

    by: str
    at: datetime
    person_ref: str


@dataclass(frozen=True)
class RowSeen:
    """One staged row; `candidates` are the keys of whom it may mean, with what speaks for each.

    `linked_name` and `unit_name` are those of the register.
    """

    sheet: str
    sheet_no: int
    row: int
    state: RowState
    said: Mapping[str, Any]
    cells: Mapping[str, str]
    problems: tuple[Mapping[str, Any], ...]
    who: str
    identity: str
    linked_ref: str
    linked_name: str
    unit_ref: str
    unit_key: str
    unit_name: str
    candidates: tuple[Mapping[str, str], ...]
    why: str
    alike: int
    is_chosen: bool
    accepted: Accepted | None
    mends: tuple[Mend, ...] = ()
    can_mend: bool = False

    @property
    def is_new_body(self) -> bool:
        """Whether a household or collective comes in with it."""
        return self.identity == NEW_BODY

    @property
    def asks_unit(self) -> bool:
        """Whether the unit has to be chosen."""
        return self.state is RowState.CHOOSE and not self.unit_ref

    @property
    def asks_who(self) -> bool:
        """Whether it has to be said who is meant."""
        return self.state is RowState.CHOOSE and bool(self.unit_ref) and not self.identity

    @property
    def asks_double(self) -> bool:
        """Whether it has to be said if the register has it already."""
        is_settled = bool(self.identity) or self.said["subject"] == "COLLECTIVE"
        return self.state is RowState.CHOOSE and bool(self.unit_ref) and is_settled


@dataclass(frozen=True)
class RowsFound:
    """One page of the rows in the order of the file, and how many match."""

    rows: tuple[RowSeen, ...]
    count: int


@dataclass(frozen=True)
class UnitOpen:
    """A unit's name of the file that nobody has placed yet, and how many rows wait for it."""

    key: str
    name: str
    above: str
    rows: int
    apart: str = ""
    """A household or foreign, if that is what is asked for; `is_person`: where a foreigner is."""
    is_person: bool = True
    first_year: int | None = None
    """The achievement year of the first of its rows."""


def rows_found(actor: Actor, ref: str, *, state: str = "", page: int = 1) -> RowsFound:
    """Return one page of the rows, of one state if one is given.

    Raises:
        Unseen: not the standing office or the inspector, no such import, or no such page.
    """
    award_import = import_for(actor, ref)
    found = _rows(award_import)
    if state:
        found = found.filter(state=state)
    count, start = found.count(), (page - 1) * ROWS_A_PAGE
    _refuse_beyond(start, count)
    return RowsFound(_seen(award_import, found[start : start + ROWS_A_PAGE]), count)


def all_rows(actor: Actor, ref: str) -> tuple[RowSeen, ...]:
    """Return every row at once.

    Raises:
        Unseen: not the standing office or the inspector, or no such import.
    """
    return tuple(rows_in_order(actor, ref))


def rows_in_order(actor: Actor, ref: str) -> Iterator[RowSeen]:
    """Return every row in the order of the file, for the report; asked for portion by portion.

    Raises:
        Unseen: at once, if not the standing office or the inspector, or no such import.
    """
    award_import = import_for(actor, ref)
    return _in_portions(award_import, _rows(award_import))


def _in_portions(award_import: AwardImport, rows: QuerySet[ImportRow]) -> Iterator[RowSeen]:
    mends = mends_of(award_import)
    for sheet in sorted(set(rows.order_by().values_list("sheet_no", flat=True))):
        of_sheet, last = rows.filter(sheet_no=sheet), 0
        while portion := list(of_sheet.filter(row__gt=last)[:AT_ONCE]):
            last = portion[-1].row
            yield from _seen(award_import, portion, mends)


def row_seen(actor: Actor, ref: str, sheet_no: int, row: int) -> RowSeen:
    """Return one row.

    Raises:
        Unseen: not the standing office or the inspector, or no such import or row.
    """
    award_import = import_for(actor, ref)
    found = _seen(award_import, _rows(award_import).filter(sheet_no=sheet_no, row=row))
    if not found:
        raise Unseen
    return found[0]


def rows_before_staging(rows: Sequence[ImportRow]) -> tuple[RowSeen, ...]:
    """Return rows that were read and settled and are not kept anywhere."""
    prefetch_related_objects(rows, "person", "organisation", "unit")
    return tuple(_row_seen(row, None, 1, is_chosen=False) for row in rows)


def first_rows(actor: Actor, ref: str, keys: Collection[str]) -> dict[str, RowSeen]:
    """Return the first row of each of these ways of naming somebody, by its key.

    Raises:
        Unseen: not the standing office or the inspector, or no such import.
    """
    rows = _rows(import_for(actor, ref)).filter(who__in=list(keys))
    found: dict[str, RowSeen] = {}
    for row in rows:
        found.setdefault(row.who, _row_seen(row, None, 1, is_chosen=False))
    return found


def units_open(actor: Actor, ref: str) -> list[UnitOpen]:
    """Return the unit names that wait for somebody to place them, most rows first.

    Raises:
        Unseen: not the standing office or the inspector, or no such import.
    """
    of_import = ImportRow.objects.filter(award_import=import_for(actor, ref))
    return _units(of_import.filter(state=RowState.CHOOSE, unit__isnull=True))


def unit_asked(actor: Actor, ref: str, key: str) -> UnitOpen:
    """Return a name that may be placed: one that waits, or that of a new household or collective.

    Raises:
        Unseen: not the standing office or the inspector, no such import, or nothing to place.
    """
    of_import = ImportRow.objects.filter(award_import=import_for(actor, ref), unit_key=key)
    is_open = Q(state=RowState.CHOOSE, unit__isnull=True)
    is_new = Q(identity=NEW_BODY) & ~Q(state=RowState.ACCEPTED)
    found = _units(of_import.filter(is_open | is_new))
    if not found:
        raise Unseen
    return found[0]


def _units(waiting: QuerySet[ImportRow]) -> list[UnitOpen]:
    counted = waiting.values_list("unit_key").annotate(rows=Count("pk"), first=Min("pk")).order_by()
    found = {first: (key, rows) for key, rows, first in counted}
    units: list[UnitOpen] = []
    for some in portions(sorted(found), AT_ONCE):
        for row in ImportRow.objects.filter(pk__in=some).order_by("pk").only("said"):
            key, rows = found[row.pk]
            apart, is_person = row.said.get("apart", ""), row.said["subject"] == "PERSON"
            year = row.said["year"]
            units.append(UnitOpen(key, *_unit_of(row.said), rows, apart, is_person, year))
    return sorted(units, key=lambda unit: -unit.rows)


def _unit_of(said: Mapping[str, Any]) -> tuple[str, str]:
    if said["subject"] == "COLLECTIVE":
        return said["name"], ", ".join(part for part in (said["unit"], said["above"]) if part)
    return said["unit"], said["above"]


def _rows(award_import: AwardImport) -> QuerySet[ImportRow]:
    rows = ImportRow.objects.filter(award_import=award_import)
    return rows.select_related("person", "organisation", "unit").order_by("sheet_no", "row")


def _seen(
    award_import: AwardImport,
    rows: Iterable[ImportRow],
    mends: Mapping[tuple[int, int], tuple[Mend, ...]] | None = None,
) -> tuple[RowSeen, ...]:
    found = list(rows)
    accepted, alike = _accepted(found), _alike(award_import, found)
    chosen: Mapping[str, str] = award_import.holder_choices
    told = mends_of(award_import) if mends is None else mends
    return tuple(
        _row_seen(
            row,
            accepted.get(row.pk),
            alike.get(row.who, 1),
            is_chosen=row.who in chosen or f"row-{row.sheet_no}-{row.row}" in chosen,
            mends=told.get((row.sheet_no, row.row), ()),
        )
        for row in found
    )


def _accepted(rows: Collection[ImportRow]) -> dict[int, Accepted]:
    ids = [row.pk for row in rows if row.state == RowState.ACCEPTED]
    found: dict[int, Accepted] = {}
    for some in portions(ids, AT_ONCE):
        sources = RecordSource.objects.filter(row__in=some)
        for pk, name, at, *refs in sources.values_list(
            "row_id",
            "accepted_by_name",
            "accepted_at",
            *(_ref_unless_withdrawn(f"{record}__person") for record in _RECORDS),
        ):
            found[pk] = Accepted(name, at, next(filter(None, refs), ""))
    return found


def _ref_unless_withdrawn(person: str) -> Case:
    return Case(When(**{f"{person}__withdrawn_at": None}, then=F(f"{person}__ref")))


def _alike(award_import: AwardImport, rows: Collection[ImportRow]) -> dict[str, int]:
    """Return how many rows wait with each of the open questions of these rows."""
    asked = sorted({row.who for row in rows if row.state == RowState.CHOOSE})
    found: dict[str, int] = {}
    for some in portions(asked, AT_ONCE):
        waiting = ImportRow.objects.filter(
            award_import=award_import, who__in=some, state=RowState.CHOOSE
        )
        found |= dict(waiting.values_list("who").annotate(count=Count("pk")).order_by())
    return found


def _row_seen(
    row: ImportRow,
    accepted: Accepted | None,
    alike: int,
    *,
    is_chosen: bool,
    mends: tuple[Mend, ...] = (),
) -> RowSeen:
    meant = row.organisation or row.unit
    linked = row.person if row.person and row.person.withdrawn_at is None else None
    return RowSeen(
        sheet=row.sheet,
        sheet_no=row.sheet_no,
        row=row.row,
        state=RowState(row.state),
        said=row.said,
        cells=row.cells,
        problems=tuple(row.problems),
        who=row.who,
        identity=row.identity,
        linked_ref=linked.ref if linked else "",
        linked_name=linked.full_name if linked else "",
        unit_ref=row.unit.ref if row.unit else "",
        unit_key=row.unit_key,
        unit_name=meant.name if meant else "",
        candidates=tuple(row.candidates),
        why=row.why,
        alike=alike,
        is_chosen=is_chosen and accepted is None,
        accepted=accepted,
        mends=mends,
        can_mend=accepted is None and bool(row.raw),
    )


def _refuse_beyond(start: int, count: int) -> None:
    if start < 0 or start >= max(count, 1):
        raise Unseen
