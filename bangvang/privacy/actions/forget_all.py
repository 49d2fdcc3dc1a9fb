"""Forget every matter portion by portion, then take the contents of its files off the disk."""

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.remove import take_away_removed
from bangvang.privacy.actions.forget_portion import PORTION, forget_portion
from bangvang.privacy.selectors.dry_run import dry_run
from bangvang.privacy.states import Matter

Report = Callable[[int, int], None]


def forget_all(*, actor: Actor, at: datetime, report: Report, most: int = PORTION) -> int:
    """Return how many rows went; each portion stands by itself, so it may be stopped anywhere.

    Begun again it does what is left, contents on the disk among it.

    Raises:
        Refused: neither the head of the office nor whoever runs the server.
    """
    gone, of = 0, dry_run(localtime(at).date()).count
    for matter in Matter:
        while count := forget_portion(matter, actor=actor, at=at, most=most):
            gone += count
            report(min(gone, of), of)
    while take_away_removed(most):
        report(min(gone, of), of)
    return gone
