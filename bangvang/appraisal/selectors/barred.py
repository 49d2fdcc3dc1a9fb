"""Open bars held against what the law said of a row; for the standing office only."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localtime

from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.permissions import Barred
from bangvang.law import Answer, Appraisal, bars_told
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.selectors.bars import open_bars_of_people


def barred_among(refs: Iterable[str], *, on: date) -> Barred:
    """Return whom of these rows a bar is open on, by what their newest finding makes of it.

    A fixed number of queries for any number of rows. A row that was never asked about has no
    finding to be behind.
    """
    rows = list(Nomination.objects.filter(ref__in=list(refs), person__isnull=False).order_by("pk"))
    bars = open_bars_of_people({row.person_id for row in rows if row.person_id}, on=on)
    held_back = [row for row in rows if row.person_id in bars]
    newest = {
        found.nomination_id: found
        for found in StoredFinding.objects.filter(nomination__in=held_back).order_by("pk")
    }
    against = [
        (row.name, {bar.ref for bar in bars[row.person_id]}, newest[row.pk])
        for row in held_back
        if row.person_id is not None and row.pk in newest
    ]
    return Barred(
        unseen=tuple(name for name, refs, found in against if refs - _looked_at(found)),
        resting=tuple(name for name, refs, found in against if refs & _rested_on(found)),
        refused=tuple(name for name, refs, found in against if refs & _refused_by(found)),
    )


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
