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
    return [_row(one) for one in found]


def round_seen(ref: str) -> RoundRow:
    """Return one round as pages show it.

    Raises:
        Unseen: there is none.
    """
    return _row(round_named(ref))


def round_named(ref: str) -> Round:
    """Return the round with this reference.

    Raises:
        Unseen: there is none.
    """
    found = Round.objects.filter(ref=ref).first()
    if found is None:
        raise Unseen
    return found


def _row(one: Round) -> RoundRow:
    submitted = Batch.objects.filter(round=one, state=BatchState.SUBMITTED)
    proposed = Nomination.objects.filter(batch__in=submitted).exclude(state=State.WITHDRAWN)
    return RoundRow(
        one.ref,
        one.title,
        one.achievement_year,
        one.opens_on,
        one.submit_by,
        one.ballot_by,
        submitted.count(),
        proposed.count(),
    )
