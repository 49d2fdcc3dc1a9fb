"""Open bars held against what the law said of a row; for the standing office only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Q
from django.utils.timezone import localtime

from bangvang.appraisal.models import BarAnswer, StoredFinding
from bangvang.appraisal.permissions import Barred
from bangvang.foundation.actor import Actor
from bangvang.law import Answer, Appraisal, bars_told
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.models import Bar
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.bars import open_bars_of
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class BarAnswerSeen:
    """Who decided that a row goes on although a bar is open, and who recorded it."""

    authority: str
    paper: str
    reason: str
    by_name: str
    given_at: datetime


def barred_among(refs: Iterable[str], *, on: date) -> Barred:
    """Return whom of these rows a bar is open on, by what their newest finding makes of it.

    A fixed number of queries for any number of rows. A row that was never asked about has no
    finding to be behind.
    """
    rows = _known(refs)
    open_ = _open(rows, on)
    newest = _newest([row.pk for row in rows], held_back=[pk for pk in open_ if open_[pk]])
    against = [(row.name, open_[row.pk], newest[row.pk]) for row in rows if row.pk in newest]
    return Barred(
        unseen=tuple(name for name, refs, found in against if refs - _looked_at(found)),
        resting=tuple(name for name, refs, found in against if refs & _rested_on(found)),
        refused=tuple(name for name, refs, found in against if refs & _refused_by(found)),
        ended=tuple(name for name, refs, found in against if _is_over(refs, found)),
    )


def unanswered_bars(refs: Iterable[str], *, on: date) -> dict[str, frozenset[str]]:
    """Return the open bars that stop each of these rows and that nobody answered for.

    By the row's reference; a row that nothing stops is left out. A bar that the newest finding
    knew of and did not refuse by stops nothing.
    """
    rows = _known(refs)
    open_ = _open(rows, on)
    held_back = [pk for pk in open_ if open_[pk]]
    newest, answered = _newest(held_back, held_back=held_back), _answered(held_back)
    found = {
        row.ref: frozenset(_stopping(open_[row.pk], newest.get(row.pk)) - answered[row.pk])
        for row in rows
        if row.pk in held_back
    }
    return {ref: left for ref, left in found.items() if left}


def bar_answers_of(actor: Actor, nomination_ref: str) -> list[BarAnswerSeen]:
    """Return who answered for a row that a bar stops, oldest first; for readers of bars only."""
    if not may_read_bars(actor):
        return []
    found = BarAnswer.objects.filter(nomination__ref=nomination_ref).order_by("pk")
    return [
        BarAnswerSeen(one.authority, one.paper, one.reason, one.by_name, one.given_at)
        for one in found
    ]


def _answered(ids: list[int]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for answer in BarAnswer.objects.filter(nomination__in=ids):
        found[answer.nomination_id] |= set(answer.bars)
    return found


def _stopping(open_: set[str], found: StoredFinding | None) -> set[str]:
    if found is None:
        return open_
    return (open_ - _looked_at(found)) | (open_ & _refused_by(found))


def _known(refs: Iterable[str]) -> list[Nomination]:
    """Return the rows whose person or body the register knows."""
    known = Q(person__isnull=False) | Q(body__isnull=False)
    return list(Nomination.objects.filter(known, ref__in=list(refs)).order_by("pk"))


def _open(rows: list[Nomination], on: date) -> dict[int, set[str]]:
    """Return the references of the open bars of each row, by its id."""
    people = {row.person_id for row in rows if row.person_id}
    bodies = {row.body_id for row in rows if row.body_id}
    of_people = open_bars_of(HolderKind.PERSON, people, on=on)
    of_bodies = open_bars_of(HolderKind.ORGANISATION, bodies, on=on)
    return {row.pk: _refs(of_people, row.person_id) | _refs(of_bodies, row.body_id) for row in rows}


def _refs(bars: Mapping[int, tuple[Bar, ...]], holder: int | None) -> set[str]:
    return {bar.ref for bar in bars.get(holder or 0, ())}


def _newest(ids: list[int], *, held_back: list[int]) -> dict[int, StoredFinding]:
    """Return the newest findings that matter: of rows held back, and those that knew of a bar."""
    last = StoredFinding.objects.filter(nomination__in=ids).values("nomination")
    found = StoredFinding.objects.filter(pk__in=last.annotate(last=Max("pk")).values("last"))
    mattering = found.filter(Q(nomination__in=held_back) | ~Q(facts__bars=[]))
    return {one.nomination_id: one for one in mattering}


def _is_over(open_: set[str], found: StoredFinding) -> bool:
    """Say whether the finding rests on bars of which none is open any more."""
    rested = _rested_on(found)
    return bool(rested) and not rested & open_


def barred_appraised(batch_ref: str, *, on: date) -> Barred:
    """Return the same of the appraised rows of a list."""
    appraised = Nomination.objects.filter(batch__ref=batch_ref, state=State.APPRAISED)
    return barred_among(appraised.values_list("ref", flat=True), on=on)


def _looked_at(found: StoredFinding) -> set[str]:
    """Return the bars that had begun when the law was asked."""
    day = max(found.on_day, localtime(found.asked_at).date())
    return {
        bar["record_id"]
        for bar in found.facts.get("bars", ())
        if date.fromisoformat(bar["since"]) <= day
    }


def _rested_on(found: StoredFinding) -> frozenset[str]:
    return bars_told(Appraisal.from_json(found.finding).finding)


def _refused_by(found: StoredFinding) -> frozenset[str]:
    if found.answer != Answer.NOT_MET:
        return frozenset()
    return bars_told(Appraisal.from_json(found.finding).finding, answer=Answer.NOT_MET)
