"""Look through the register for records that may be one, and keep the likeliest pairs."""

from collections.abc import Mapping
from datetime import datetime
from math import log

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.linking import Crowd, likely_doubles
from bangvang.registry.models import LikelyDouble
from bangvang.registry.permissions.merges import objection_to_looking_for_doubles
from bangvang.registry.selectors.apart_alike import apart_alike
from bangvang.registry.selectors.doubles import bodies_alike, everybody_described, said_different
from bangvang.registry.states import HolderKind

LEAST = log(1 / 10)
"""The odds from which two people are worth a look."""

MOST = 5_000
"""How many pairs of people are kept; who has worked through them looks again."""

ALIKE = 10.0
"""Stands as the odds of two bodies, or two households, with one name under one parent."""

Scores = Mapping[tuple[str, str], float]


def look_for_doubles(*, actor: Actor, at: datetime) -> int:
    """Replace the pairs that wait by those found now, and return how many there are.

    Reading and scoring hold no lock; only the replacing does, all or nothing. Pairs that were said
    to be different do not come back, also under the record that one of them was merged into.

    Raises:
        Refused: neither the standing office nor the system itself.
    """
    refuse_if(objection_to_looking_for_doubles(actor))
    found = {HolderKind.PERSON: _people(), HolderKind.ORGANISATION: _bodies()}
    with transaction.atomic():
        wait_for_turn(MERGING_TURN)
        count = sum(_replace(of, scores, at) for of, scores in found.items())
        record(
            actor=actor,
            at=at,
            verb="look_for_doubles",
            subject=("register", "doubles"),
            said=f"Rà soát sổ: {count} cặp bản ghi có thể là một.",
            details={"count": count},
        )
    return count


def _people() -> Scores:
    refs, people, above = everybody_described()
    if not people:
        return {}
    pairs, odds = likely_doubles(Crowd(people, above), least=LEAST, most=MOST)
    ordered = (
        sorted((refs[one], refs[other]))
        for one, other in zip(pairs.asked, pairs.known, strict=True)
    )
    return {(first, second): float(s) for (first, second), s in zip(ordered, odds, strict=True)}


def _bodies() -> Scores:
    return dict.fromkeys([*bodies_alike(), *apart_alike()], ALIKE)


def _replace(of: HolderKind, scores: Scores, at: datetime) -> int:
    different = said_different(of)
    LikelyDouble.objects.filter(of=of, different_at__isnull=True).delete()
    fresh = [
        LikelyDouble(of=of, first_ref=first, second_ref=second, score=score, found_at=at)
        for (first, second), score in scores.items()
        if (first, second) not in different
    ]
    LikelyDouble.objects.bulk_create(fresh, batch_size=500)
    return len(fresh)
