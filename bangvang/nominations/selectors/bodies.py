"""What a body that ends leaves on its way: lists not handed in, rows not concluded."""

from collections.abc import Collection
from dataclasses import dataclass

from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import OVER, BatchState


@dataclass(frozen=True)
class OnTheWay:
    """Counts only: what is in the lists that were not handed in is the unit's own."""

    drafts: int
    rows: int


def on_the_way(organisation_refs: Collection[str]) -> OnTheWay:
    """Return how many lists these bodies prepare, and how many handed-in rows are not over."""
    lists = Batch.objects.filter(unit__ref__in=organisation_refs)
    open_rows = Nomination.objects.filter(
        batch__unit__ref__in=organisation_refs, batch__state=BatchState.SUBMITTED
    ).exclude(state__in=[state.value for state in OVER])
    preparing = [BatchState.DRAFT, BatchState.WITH_HEAD, BatchState.AT_SUPERIOR]
    return OnTheWay(lists.filter(state__in=preparing).count(), open_rows.count())
