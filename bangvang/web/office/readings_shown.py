"""What two independent readings leave open of a row's acts."""

from collections.abc import Sequence

from django.urls import reverse

from bangvang.appraisal.permissions.readings import READINGS_DIFFER, READINGS_WAIT
from bangvang.appraisal.selectors.readings import ReadingsSeen
from bangvang.foundation.actor import Actor, Role
from bangvang.web.components.pieces import Act, NotNow


def without_conclusions(
    acts: Sequence[Act], ref: str, actor: Actor, readings: ReadingsSeen | None
) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    """Return the acts without those that wait for two readings, and why they wait."""
    accept, overrule = (reverse(f"office:{name}", args=[ref]) for name in ("accept", "overrule"))
    if readings is None:
        return tuple(acts), ()
    if not readings.both:
        closed, objection = {accept, overrule}, READINGS_WAIT
    elif readings.differ and not actor.has(Role.OFFICE_HEAD):
        closed, objection = {accept}, READINGS_DIFFER
    else:
        return tuple(acts), ()
    left = tuple(act for act in acts if act.href not in closed)
    if len(left) == len(acts):
        return left, ()
    return left, (NotNow("Chưa kết luận được", objection.sentence),)
