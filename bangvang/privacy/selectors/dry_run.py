"""What would be forgotten today: how much of each matter, since when, and what is held back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.privacy.models import Period
from bangvang.privacy.permissions import READERS
from bangvang.privacy.selectors.past import past
from bangvang.privacy.selectors.periods import kept_since, length_said, paper_said, period_on
from bangvang.privacy.states import Matter


@dataclass(frozen=True)
class Held:
    """How many are past their period and stay for now, and why."""

    count: int
    why: str


@dataclass(frozen=True)
class Line:
    """One matter: its period, how many go, the oldest, what is held back.

    Without a `length` no period was confirmed; `before` None: nothing is forgotten.
    """

    matter: Matter
    length: str
    paper: str
    before: datetime | None
    count: int
    oldest: datetime | None
    held: tuple[Held, ...]


@dataclass(frozen=True)
class DryRun:
    """Every matter; `seen` stands for the periods by which this was counted."""

    lines: tuple[Line, ...]
    seen: str

    @property
    def count(self) -> int:
        """How many rows go altogether."""
        return sum(line.count for line in self.lines)


def dry_run_for(actor: Actor, on: date) -> DryRun:
    """Return what would be forgotten on a day.

    Raises:
        Unseen: this actor may not read it.
    """
    if not actor.has(*READERS):
        raise Unseen
    return dry_run(on)


def dry_run(on: date) -> DryRun:
    """Return what would be forgotten on a day, for whoever runs the server."""
    periods = [(matter, period_on(matter, on)) for matter in Matter]
    return DryRun(
        tuple(_line(matter, period, on) for matter, period in periods),
        _seen(period for _, period in periods),
    )


def periods_seen(on: date) -> str:
    """Return what stands for the periods that count on a day."""
    return _seen(period_on(matter, on) for matter in Matter)


def _line(matter: Matter, period: Period | None, on: date) -> Line:
    before = kept_since(period, on) if period else None
    if period is None or before is None:
        length = length_said(period) if period else ""
        return Line(matter, length, paper_said(period) if period else "", None, 0, None, ())
    found = past(matter, before)
    oldest = [rows.aggregate(oldest=Min(found.moment))["oldest"] for rows in found.goes]
    held = (Held(rows.count(), why) for rows, why in found.held)
    return Line(
        matter=matter,
        length=length_said(period),
        paper=paper_said(period),
        before=before,
        count=sum(rows.count() for rows in found.goes),
        oldest=min((one for one in oldest if one is not None), default=None),
        held=tuple(one for one in held if one.count),
    )


def _seen(periods: Iterable[Period | None]) -> str:
    said = "/".join(f"{one.ref}@{one.version}" if one else "-" for one in periods)
    return hashlib.sha256(said.encode()).hexdigest()[:20]
