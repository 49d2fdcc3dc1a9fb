"""Reading rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Batch, Nomination, Round
from bangvang.nominations.states import BatchState, State


@dataclass(frozen=True)
class RoundRow:
    """One round, as lists of rounds show it."""

    ref: str
    title: str
    achievement_year: int
    opens_on: date
    submit_by: date
    ballot_by: date
    submitted_batches: int
    nominations: int


def rounds(*, open_on: date | None = None) -> Sequence[RoundRow]:
    """Return the rounds, newest first; only those that have begun by `open_on` if it is given."""
    found = Round.objects.order_by("-opens_on", "-pk")
    if open_on is not None:
        found = found.filter(opens_on__lte=open_on)
    return [
        RoundRow(
            r.ref,
            r.title,
            r.achievement_year,
            r.opens_on,
            r.submit_by,
            r.ballot_by,
            Batch.objects.filter(round=r, state=BatchState.SUBMITTED).count(),
            Nomination.objects.filter(batch__round=r, batch__state=BatchState.SUBMITTED)
            .exclude(state=State.WITHDRAWN)
            .count(),
        )
        for r in found
    ]


def round_named(ref: str) -> Round:
    """Return the round with this reference.

    Raises:
        Unseen: there is none.
    """
    found = Round.objects.filter(ref=ref).first()
    if found is None:
        raise Unseen
    return found
