"""Reading bars: the standing office and the inspector see all, nobody else any."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import Bar, Organisation, Person
from bangvang.registry.permissions import ALREADY_RECORDED, BarSaid, may_read_bars
from bangvang.registry.states import BAR_NAMES, LEVEL_NAMES, BarKind, DisciplineLevel, HolderKind


@dataclass(frozen=True)
class BarSeen:
    """A bar as the office's pages show it; days of the end are first days without it."""

    ref: str
    kind: str
    kind_name: str
    level: str
    level_name: str
    since: date
    until: date | None
    ended_on: date | None
    paper_no: str
    paper_on: date
    paper_by: str
    note: str
    recorded_by: str
    recorded_at: datetime
    lifted_on: date | None
    result_no: str
    result_on: date | None
    result_by: str
    result_note: str
    lifted_by: str
    lifted_at: datetime | None
    withdrawn_reason: str
    withdrawn_by: str
    withdrawn_at: datetime | None
    version: int

    @property
    def title(self) -> str:
        """What it is, with the form of a discipline."""
        return f"{self.kind_name}: {self.level_name}" if self.level_name else self.kind_name

    @property
    def can_be_lifted(self) -> bool:
        """Whether no paper has ended it yet and nobody took it back."""
        return self.lifted_at is None and self.withdrawn_at is None

    def bars_on(self, on: date) -> bool:
        """Tell whether it stands in the way on a day."""
        if self.withdrawn_at is not None:
            return False
        return self.since <= on and (self.ended_on is None or on < self.ended_on)


def visible_to(actor: Actor) -> QuerySet[Bar]:
    """Return the bars an actor may see."""
    return Bar.objects.all() if may_read_bars(actor) else Bar.objects.none()


def bar_for(actor: Actor, ref: str, *, lock: bool = False) -> Bar:
    """Return a bar to act on.

    Raises:
        Unseen: this actor has no such bar.
    """
    found = visible_to(actor).filter(ref=ref)
    if lock:
        found = found.select_for_update(of=("self",))
    bar = found.first()
    if bar is None:
        raise Unseen
    return bar


def bar_of(actor: Actor, of: HolderKind, holder_ref: str, ref: str) -> BarSeen:
    """Return one bar of just this holder.

    Raises:
        Unseen: this actor has no such bar, or it is somebody else's.
    """
    bar = visible_to(actor).filter(**{f"{of}__ref": holder_ref}, ref=ref).first()
    if bar is None:
        raise Unseen
    return _seen(bar)


def bars_of(actor: Actor, of: HolderKind, holder_ref: str) -> tuple[BarSeen, ...]:
    """Return every bar of a person or an organisation, newest first, withdrawn ones last.

    Raises:
        Unseen: nobody but the standing office and the inspector reads bars.
    """
    if not may_read_bars(actor):
        raise Unseen
    found = visible_to(actor).filter(**{f"{of}__ref": holder_ref})
    order = (F("withdrawn_at").asc(nulls_first=True), "-since", "-pk")
    return tuple(_seen(bar) for bar in found.order_by(*order))


def open_bars_of(of: HolderKind, ids: Collection[int], *, on: date) -> dict[int, tuple[Bar, ...]]:
    """Return the bars that stand in the way of each of these on a day; one query, none for nobody.

    For the checks of the standing office; nobody else may be told what it says.
    """
    found: dict[int, tuple[Bar, ...]] = {}
    if not ids:
        return found
    bars = Bar.objects.filter(
        **{f"{of}__in": list(ids)}, withdrawn_at__isnull=True, since__lte=on
    ).order_by("since", "pk")
    for bar in bars:
        if bar.ended_on is None or on < bar.ended_on:
            holder = bar.person_id if of is HolderKind.PERSON else bar.organisation_id
            assert holder is not None  # noqa: S101  the query asked for it
            found[holder] = (*found.get(holder, ()), bar)
    return found


def objection_to_second_bar(
    holder: Person | Organisation, of: HolderKind, said: BarSaid
) -> Objection | None:
    """The same matter from the same day by the same paper is one bar."""
    is_there = Bar.objects.filter(
        **{of.value: holder},
        kind=said.kind.value,
        since=said.since,
        paper_no=said.paper_no,
        withdrawn_at__isnull=True,
    ).exists()
    return ALREADY_RECORDED if is_there else None


def _seen(bar: Bar) -> BarSeen:
    return BarSeen(
        ref=bar.ref,
        kind=bar.kind,
        level=bar.level,
        kind_name=BAR_NAMES[BarKind(bar.kind)],
        level_name=LEVEL_NAMES[DisciplineLevel(bar.level)] if bar.level else "",
        since=bar.since,
        until=bar.until,
        ended_on=bar.ended_on,
        paper_no=bar.paper_no,
        paper_on=bar.paper_on,
        paper_by=bar.paper_by,
        note=bar.note,
        recorded_by=bar.recorded_by_name,
        recorded_at=bar.recorded_at,
        lifted_on=bar.lifted_on,
        result_no=bar.result_no,
        result_on=bar.result_on,
        result_by=bar.result_by,
        result_note=bar.result_note,
        lifted_by=bar.lifted_by_name,
        lifted_at=bar.lifted_at,
        withdrawn_reason=bar.withdrawn_reason,
        withdrawn_by=bar.withdrawn_by_name,
        withdrawn_at=bar.withdrawn_at,
        version=bar.version,
    )
