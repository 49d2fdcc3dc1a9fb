"""Reading the council's resolutions on pass marks: which one holds, and all with their papers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef

from bangvang.council.models import Ballot, Council, Regulation, Resolution, ResolutionKind
from bangvang.council.selectors.councils import READERS
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Share, award_name


class ResolutionState(StrEnum):
    """What a resolution is on a day; it is never stored."""

    TO_COME = "chưa đến ngày áp dụng"
    IN_FORCE = "đang áp dụng"
    ENDED = "hết áp dụng"
    WITHDRAWN = "đã rút"


@dataclass(frozen=True)
class ResolutionRow:
    """A resolution with its paper, in force on `[since, until)` if it was not withdrawn.

    `has_ballot`: a ballot was opened under it.
    """

    ref: str
    kind_name: str
    number: str
    issued_on: date
    award_code: str
    award_name: str
    share: Share
    clause: str
    since: date
    until: date | None
    state: ResolutionState
    scan: KeptFile
    entered_by: str
    entered_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str
    has_ballot: bool

    @property
    def title(self) -> str:
        """The paper as people name it."""
        return f"{self.kind_name} số {self.number}"

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether nothing but the secretary's word is needed to take it back."""
        return self.withdrawn_at is None and not self.has_ballot


def resolution_kinds() -> list[tuple[str, str]]:
    """Return what such a paper may call itself, with the words."""
    return [(kind.value, str(kind.label)) for kind in ResolutionKind]


def cite_of(resolution: Resolution) -> str:
    """Return the resolution as papers cite it, its clause first."""
    kind = ResolutionKind(resolution.kind).label
    return (
        f"{resolution.clause} {kind} số {resolution.number} ngày "
        f"{say_date(resolution.issued_on)} của {resolution.council.name}"
    )


def resolutions_on(
    regulation: Regulation, on: date, *, award_code: str = "", lock: bool = False
) -> dict[str, Resolution]:
    """Return the resolution that holds on a day of the regulation, by award.

    Args:
        regulation: the one in force on that day.
        on: the day.
        award_code: only of this award, if given.
        lock: let nobody withdraw them before the transaction ends.
    """
    found = Resolution.objects.filter(
        regulation=regulation, since__lte=on, withdrawn_at__isnull=True
    ).select_related("council")
    if award_code:
        found = found.filter(award_code=award_code)
    if lock:
        found = found.select_for_update(of=("self",))
    return {one.award_code: one for one in found.order_by("since", "pk")}


def newest_of(council_id: int, award_code: str) -> Resolution | None:
    """Return the resolution of an award that begins last; withdrawn ones do not count."""
    found = Resolution.objects.filter(
        council=council_id, award_code=award_code, withdrawn_at__isnull=True
    )
    return found.order_by("-since", "-pk").first()


def resolution_rows(council: Council, on: date) -> tuple[ResolutionRow, ...]:
    """Return every resolution, withdrawn ones too, the one that begins last first.

    The caller may see the council.
    """
    opened = Ballot.objects.filter(pass_resolution=OuterRef("pk"))
    found = (
        Resolution.objects.filter(council=council)
        .select_related("regulation", "scan")
        .annotate(has_ballot=Exists(opened))
        .order_by("-since", "-pk")
    )
    nexts: dict[tuple[int, str], date] = {}
    rows = []
    for one in found:
        place = (one.regulation_id, one.award_code)
        rows.append(_row(one, _until(one, nexts.get(place)), on))
        if one.withdrawn_at is None:
            nexts[place] = one.since
    return tuple(rows)


def resolution_for(actor: Actor, ref: str, *, lock: bool = False) -> Resolution:
    """Return a resolution to act on.

    Raises:
        Unseen: no such resolution for this actor, or withdrawn already.
    """
    found = Resolution.objects.filter(ref=ref, withdrawn_at__isnull=True)
    found = found.select_related("council")
    if lock:
        found = found.select_for_update(of=("self",))
    resolution = found.first() if actor.has(*READERS) else None
    if resolution is None:
        raise Unseen
    return resolution


def is_resolution_scan(actor: Actor, file_ref: str) -> bool:
    """Tell whether the file is a resolution's scan that this actor may open."""
    return actor.has(*READERS) and Resolution.objects.filter(scan__ref=file_ref).exists()


def has_ballot(resolution: Resolution) -> bool:
    """Tell whether a ballot was opened under the resolution."""
    return Ballot.objects.filter(pass_resolution=resolution).exists()


def _until(one: Resolution, next_since: date | None) -> date | None:
    ends = [day for day in (next_since, one.regulation.until) if day is not None]
    return max(one.since, min(ends)) if ends else None


def _row(one: Resolution, until: date | None, on: date) -> ResolutionRow:
    return ResolutionRow(
        ref=one.ref,
        kind_name=str(ResolutionKind(one.kind).label),
        number=one.number,
        issued_on=one.issued_on,
        award_code=one.award_code,
        award_name=award_name(one.award_code, one.since),
        share=one.share,
        clause=one.clause,
        since=one.since,
        until=until,
        state=_state(one, until, on),
        scan=file_card(one.scan),
        entered_by=one.entered_by_name,
        entered_at=one.entered_at,
        withdrawn_at=one.withdrawn_at,
        withdrawn_by=one.withdrawn_by_name,
        withdrawn_reason=one.withdrawn_reason,
        has_ballot=one.has_ballot,  # type: ignore[attr-defined]  # annotated above
    )


def _state(one: Resolution, until: date | None, on: date) -> ResolutionState:
    if one.withdrawn_at is not None:
        return ResolutionState.WITHDRAWN
    if until is not None and until <= on:
        return ResolutionState.ENDED
    return ResolutionState.IN_FORCE if one.since <= on else ResolutionState.TO_COME
