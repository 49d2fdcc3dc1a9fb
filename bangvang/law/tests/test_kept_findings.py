"""A finding that is kept for the next nominee is the one that a rule made anew would give."""

import random
from datetime import date

import pytest

from bangvang.law import (
    Bar,
    BarKind,
    Held,
    Kind,
    Record,
    RecordHand,
    RecordKind,
    Route,
    catalogue,
    questions,
    rulebook,
)
from bangvang.law.loading import TextsOn

YEAR = 2021
NOMINEES = 12


def nominees() -> list[Record]:
    """Make nominees whose files answer the same questions differently, or not at all."""
    dice = random.Random(20261127)  # noqa: S311  # no secret, only variety
    codes = tuple(catalogue())
    disciplined = Bar(BarKind.DISCIPLINED, date(2020, 12, 1), date(2021, 12, 1))
    return [
        Record(
            tuple(Held(dice.choice(codes), Kind.MERIT, YEAR - dice.randint(0, 8)) for _ in codes),
            {kind: YEAR - dice.randint(0, 60) for kind in RecordKind if dice.random() < 0.8},
            {name: dice.choice((True, False, None, 0, 7)) for name in questions()},
            (disciplined,) if dice.random() < 0.3 else (),
        )
        for _ in range(NOMINEES)
    ]


@pytest.mark.parametrize("route", rulebook().routes, ids=lambda route: route.id)
def test_one_rule_and_one_hand_say_what_new_ones_do(route: Route) -> None:
    texts, on = rulebook().texts, route.since
    shared = route.rule_on(on, texts)
    for record in nominees():
        hand = RecordHand(record, year=YEAR, on=on)
        shared.explain(hand)
        told = shared.explain(hand)
        anew = route.build(TextsOn(texts, on)).explain(RecordHand(record, year=YEAR, on=on))
        assert told == anew
