"""Open bars held against what the law said of a row; for the standing office only."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Max, Q
from django.utils.timezone import localtime

from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.permissions import Barred
from bangvang.law import Answer, Appraisal, bars_told
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.models import Bar
from bangvang.registry.selectors.bars import open_bars_of_people


def barred_among(refs: Iterable[str], *, on: date) -> Barred:
    """Return whom of these rows a bar is open on, by what their newest finding makes of it.

    A fixed number of queries for any number of rows. A row that was never asked about has no
    finding to be behind.
    """
    rows = list(Nomination.objects.filter(ref__in=list(refs), person__isnull=False).order_by("pk"))
    bars = open_bars_of_people({row.person_id for row in rows if row.person_id}, on=on)
    open_ = {row.pk: _refs(bars, row) for row in rows}
    newest = _newest([row.pk for row in rows], held_back=[pk for pk in open_ if open_[pk]])
    against = [(row.name, open_[row.pk], newest[row.pk]) for row in rows if row.pk in newest]
    return Barred(
        unseen=tuple(name for name, refs, found in against if refs - _looked_at(found)),
        resting=tuple(name for name, refs, found in against if refs & _rested_on(found)),
        refused=tuple(name for name, refs, found in against if refs & _refused_by(found)),
        ended=tuple(name for name, refs, found in against if _is_over(refs, found)),
    )


def stopping_bars(nomination_refs: Iterable[str], *, on: date) -> dict[str, frozenset[str]]:
    """Return the open bars that stop each of these rows, by the row's reference.

    A bar that the newest finding knew of and did not refuse by stops nothing.
    """
    rows = list(Nomination.objects.filter(ref__in=list(nomination_refs), person__isnull=False))
    bars = open_bars_of_people({row.person_id for row in rows if row.person_id}, on=on)
    open_ = {row.pk: _refs(bars, row) for row in rows}
    newest = _newest([row.pk for row in rows], held_back=[pk for pk in open_ if open_[pk]])
    found = {
        row.ref: frozenset(
            (open_[row.pk] - _looked_at(newest[row.pk]))
            | (open_[row.pk] & _refused_by(newest[row.pk]))
        )
        for row in rows
        if row.pk in newest
    }
    return {ref: refs for ref, refs in found.items() if refs}


def _refs(bars: Mapping[int, tuple[Bar, ...]], row: Nomination) -> set[str]:
    return {bar.ref for bar in bars.get(row.person_id or 0, ())}


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
