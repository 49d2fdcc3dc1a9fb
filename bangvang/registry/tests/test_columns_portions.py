"""Asking a large batch portion by portion gives the answers of asking it at once, in its order."""

import numpy as np
import pytest

from bangvang.law import UNBOUNDED, AskedFor, RecordKind, questions, rulebook
from bangvang.registry.columns import CODES, Columns, Number, Resident, Rows, hand

YEAR = 2021
PEOPLE, ROWS = 500, 30_000
RULES = [route.rule_on(route.since, rulebook().texts) for route in rulebook().routes[::4]]
IN_PORTIONS = pytest.mark.parametrize("portion", [1 << 15, PEOPLE // 3, 7])


@pytest.fixture(scope="module")
def resident() -> Resident:
    """Make people with many rows of every code, numbered from 1."""
    dice = np.random.default_rng(20261122)
    made = Resident(YEAR)
    codes = dice.integers(0, len(CODES), ROWS).astype(np.int16)
    years = dice.integers(YEAR - 12, YEAR + 2, ROWS).astype(np.int16)
    made.add(Rows(dice.integers(1, PEOPLE + 1, ROWS), codes, years))
    people = np.arange(1, PEOPLE + 1)
    for kind in RecordKind:
        made.complete(kind, people, dice.integers(YEAR - 20, YEAR + 2, PEOPLE).astype(np.int16))
    return made


def batch_of(resident: Resident, known_through: int | None = None) -> Columns:
    """Pick people in no order, some of them twice and one who is not there, with their files."""
    dice = np.random.default_rng(20261123)
    people = np.append(dice.integers(1, PEOPLE + 1, PEOPLE), 0)
    facts, numbers = {}, {}
    for name, question in questions().items():
        if question.asked_for is AskedFor.COUNT:
            known, value = dice.random(people.size) < 0.8, dice.integers(0, 30, people.size)
            more = dice.integers(0, 3, people.size)
            numbers[name] = Number(
                np.where(known, value, 0), np.where(known, value + more, UNBOUNDED)
            )
        else:
            facts[name] = dice.integers(-1, 2, people.size).astype(np.int8)
    return resident.select(
        people, year=YEAR, known_through=known_through, facts=facts, numbers=numbers
    )


def at_once(batch: Columns) -> list[list[int]]:
    return [batch.ask(rule).tolist() for rule in RULES]


@IN_PORTIONS
@pytest.mark.parametrize("known_through", [None, YEAR - 2])
def test_nominees_in_no_order(
    portion: int, known_through: int | None, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "PORTION", portion)
    batch = batch_of(resident, known_through)

    answers = batch.ask_all(RULES)

    assert [column.tolist() for column in answers] == at_once(batch)
    assert {number for column in answers for number in column.tolist()} == {0, 1, 2}


@IN_PORTIONS
@pytest.mark.parametrize("known_through", [None, YEAR - 2])
def test_everybody(
    portion: int, known_through: int | None, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "PORTION", portion)
    everybody = resident.everybody(year=YEAR, known_through=known_through)

    answers = everybody.ask_all(RULES)

    assert [column.tolist() for column in answers] == at_once(everybody)


def test_nobody() -> None:
    answers = Resident(YEAR).select([], year=YEAR).ask_all(RULES)

    assert [column.size for column in answers] == [0] * len(RULES)
