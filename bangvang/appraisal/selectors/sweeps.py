"""Reading kept results of a change of law, and whether they still are the newest."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from bangvang.appraisal.models import Sweep, SweptRow
from bangvang.appraisal.states import Side
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.jobs.selectors import JobSeen, newest_job
from bangvang.foundation.objection import Unseen
from bangvang.law import Answer, Change, rulebook_version
from bangvang.nominations.selectors import newest as dossiers
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors import newest as register

SWEEP = "appraisal.sweep"
"""The name of the job."""

TURNS_NOTHING = ("account", "article", "job", "sweep")
"""Subjects whose acts leave register and dossiers as they are; all others count."""

Turn = tuple[Answer, Answer]


@dataclass(frozen=True)
class Counted:
    """How many were asked, and how many changed from what to what."""

    asked: int
    turns: Counter[Turn]

    @property
    def moved(self) -> int:
        """How many changed."""
        return self.turns.total()


@dataclass(frozen=True)
class KeptSweep:
    """A result that was kept; `is_current`: nothing it was computed from has changed since."""

    number: int
    made_at: datetime
    is_current: bool
    counted: dict[Side, Counted]


@dataclass(frozen=True)
class KeptRow:
    """Somebody whose answer differed, by reference: a person, an organisation or a dossier."""

    ref: str
    before: Answer
    after: Answer


def stamp_now() -> str:
    """Return what names the law, the register and the dossiers of this moment; few small queries.

    A new record moves the newest numbers, a change moves the audit record. An act that is not
    known to leave both alone counts as a change: a result may be called old without need, never
    new without right.
    """
    said = (
        rulebook_version(),
        newest_number(leaving_out=TURNS_NOTHING),
        register.newest_numbers(),
        dossiers.newest_numbers(),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def sweep_code(change: Change) -> str:
    """Return what names a change of law in keys: award, kind, subject, day."""
    return f"{change.code}.{change.kind}.{change.subject}.{change.on.isoformat()}"


def kept_sweep(actor: Actor, change: Change) -> KeptSweep | None:
    """Return the kept result of a change, if there is one.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    sweep = _of(change).first()
    if sweep is None:
        return None
    turns: dict[str, Counter[Turn]] = {side.value: Counter() for side in Side}
    counts = sweep.rows.values_list("side", "before", "after").annotate(count=Count("pk"))
    for side, before, after, count in counts.order_by():
        turns[side][Answer(before), Answer(after)] = count
    return KeptSweep(
        sweep.pk,
        sweep.made_at,
        sweep.stamp == stamp_now(),
        {
            Side.REGISTER: Counted(sweep.asked_register, turns[Side.REGISTER]),
            Side.DOSSIERS: Counted(sweep.asked_dossiers, turns[Side.DOSSIERS]),
        },
    )


def is_kept(change: Change, stamp: str) -> bool:
    """Tell whether the kept result of a change was computed from just this."""
    return _of(change).filter(stamp=stamp).exists()


def kept_rows(
    sweep: KeptSweep, side: Side, turn: Turn | None, *, first: int = 0, count: int | None = None
) -> list[KeptRow]:
    """Return some rows of one side, in the order of names or of lists; all kinds without a turn."""
    found = SweptRow.objects.filter(sweep=sweep.number, side=side)
    if turn is not None:
        found = found.filter(before=turn[0], after=turn[1])
    rows = found.order_by("pk").values_list("about_ref", "before", "after")
    part = rows[first:] if count is None else rows[first : first + count]
    return [KeptRow(ref, Answer(before), Answer(after)) for ref, before, after in part]


def sweep_under_way(change: Change) -> JobSeen | None:
    """Return the newest job about this change, however it stands."""
    return newest_job(SWEEP, key_begins=f"{sweep_code(change)}@")


def _of(change: Change) -> QuerySet[Sweep]:
    return Sweep.objects.filter(
        award_code=change.code, kind=change.kind, subject=change.subject, on_day=change.on
    )
