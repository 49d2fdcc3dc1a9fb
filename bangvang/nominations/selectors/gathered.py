"""Rows of a lower list that a superior took into its own, and the locks for moving them."""

from collections.abc import Collection, Iterable

from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import OVER, State

COUNTED_AS = {
    State.SUBMITTED: ("open_rows", "submitted_rows"),
    State.CHECKED: ("open_rows",),
    State.OVERRULING: ("open_rows",),
    State.RETURNED: ("returned_rows",),
    State.APPRAISED: ("appraised_rows",),
}
SUBJECT_COUNTS = {"collective": "collective_rows", "household": "household_rows"}


def gathered_counts(batch_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """Return what a list counts of its rows that are in a list of its superior now."""
    counts: dict[int, dict[str, int]] = {}
    if not batch_ids:
        return counts
    found = Nomination.objects.filter(origin__in=batch_ids).exclude(state=State.WITHDRAWN)
    for origin, state, subject in found.values_list("origin", "state", "subject"):
        names = ["rows", *COUNTED_AS.get(State(state), ())]
        names += ["live_rows"] if State(state) not in OVER else []
        names += [SUBJECT_COUNTS[subject]] if subject in SUBJECT_COUNTS else []
        of = counts.setdefault(origin, {})
        for name in names:
            of[name] = of.get(name, 0) + 1
    return counts


def lists_locked(ids: Iterable[int]) -> dict[int, Batch]:
    """Return lists by id, locked in one order whoever asks, so that nobody waits in a ring."""
    found = Batch.objects.filter(pk__in=set(ids)).select_related("unit", "round", "superior")
    return {batch.pk: batch for batch in found.select_for_update(of=("self",)).order_by("pk")}


def rows_locked(refs: Collection[str]) -> list[Nomination]:
    """Return rows by their place, locked after their lists."""
    found = Nomination.objects.filter(ref__in=refs).select_for_update(of=("self",))
    return list(
        found.select_related("batch__unit", "batch__superior", "origin__unit").order_by("pk")
    )
