"""Bars that came into the register after the law was asked; for the standing office only."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localtime

from bangvang.appraisal.models import StoredFinding
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.selectors.bars import open_bars_of_people


def newly_barred(refs: Iterable[str], *, on: date) -> tuple[str, ...]:
    """Return whom of these rows a bar is open on that their newest finding did not look at.

    A fixed number of queries for any number of rows. A row that was never asked about has no
    finding to be behind.
    """
    rows = list(Nomination.objects.filter(ref__in=list(refs), person__isnull=False).order_by("pk"))
    barred = open_bars_of_people({row.person_id for row in rows if row.person_id}, on=on)
    held_back = [row for row in rows if row.person_id in barred]
    newest = {
        found.nomination_id: found
        for found in StoredFinding.objects.filter(nomination__in=held_back).order_by("pk")
    }
    return tuple(
        row.name
        for row in held_back
        if row.person_id is not None
        and row.pk in newest
        and {bar.ref for bar in barred[row.person_id]} - _looked_at(newest[row.pk])
    )


def newly_barred_in(batch_ref: str, *, on: date) -> tuple[str, ...]:
    """Return whom of the appraised rows of a list such a bar is open on."""
    appraised = Nomination.objects.filter(batch__ref=batch_ref, state=State.APPRAISED)
    return newly_barred(appraised.values_list("ref", flat=True), on=on)


def _looked_at(found: StoredFinding) -> set[str]:
    """Return the bars that had begun when the law was asked."""
    day = max(found.on_day, localtime(found.asked_at).date())
    return {
        bar["record_id"]
        for bar in found.facts.get("bars", ())
        if date.fromisoformat(bar["since"]) <= day
    }
