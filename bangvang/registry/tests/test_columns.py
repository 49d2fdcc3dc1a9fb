"""Columns answer as single hands do, whatever the rows, however they came in."""

import random
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.law import (
    SPAN,
    AskedFor,
    AwardClass,
    Between,
    Hand,
    Held,
    Kind,
    Record,
    RecordHand,
    RecordKind,
    Route,
    answer_of,
    catalogue,
    number_of,
    questions,
    rulebook,
)
from bangvang.registry.columns import (
    ANSWERS,
    CODES,
    ENDLESS,
    Columns,
    Resident,
    Row,
    Rows,
    column_of_bounds,
    column_of_facts,
    column_of_numbers,
    rows_of,
)

YEAR = 2021
NOMINEES, EXPLAINED = 1_000, 60
ON = date(2022, 4, 19)
OLDEST = YEAR - SPAN + 1
"""Titles of different years before the last bit are one year there if the columns go on later."""

ALL_ROUTES = pytest.mark.parametrize("route", rulebook().routes, ids=lambda route: route.id)
OFTEN = (
    "CSTDCS", "BK_TINH", "BK_BO", "GIAY_KHEN", "HTXSNV", "HTTNV", "KHTNV",
    "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH",
)  # fmt: skip

rows = st.builds(
    Held,
    st.sampled_from(OFTEN),
    st.sampled_from((Kind.MERIT, Kind.MERIT, Kind.MERIT, Kind.SUDDEN)),
    st.integers(YEAR - 7, YEAR + 3) | st.integers(YEAR - 80, YEAR),
    revoked_on=st.sampled_from((None, None, None, date(2022, 3, 1))),
).map(lambda row: row if row.code != "CSTDCS" else replace(row, year=max(row.year, OLDEST)))
records = st.builds(
    Record,
    st.lists(rows, max_size=24).map(tuple),
    st.dictionaries(st.sampled_from(RecordKind), st.integers(YEAR - 70, YEAR + 3)),
    st.dictionaries(st.just("CHIEN_DAU"), st.sampled_from((True, False, None))),
    complete_through=st.dictionaries(
        st.sampled_from(RecordKind), st.integers(YEAR - 70, YEAR + 3), max_size=2
    ),
    born=st.none() | st.integers(YEAR - 70, YEAR + 3),
)
years_known = st.none() | st.integers(YEAR - 60, YEAR + 2)


def plain(person: int, record: Record) -> Iterator[Row]:
    for row in record.held:
        yield Row(person, row.code, row.kind, row.year, row.revoked_on is not None)


def resident_of(found: list[Record], newest: int = YEAR) -> Resident:
    """Keep each record under ten times its place."""
    resident = Resident(newest)
    for some in rows_of(row for n, record in enumerate(found) for row in plain(10 * n, record)):
        resident.add(some)
    for kind in RecordKind:
        known = [(10 * n, one.complete_from[kind], one.complete_through.get(kind, ENDLESS))
                 for n, one in enumerate(found) if kind in one.complete_from]  # fmt: skip
        people, years, through = zip(*known, strict=True) if known else ((), (), ())
        resident.complete(
            kind, np.array(people, np.int64), np.array(years, np.int16), np.array(through, np.int16)
        )
    born = np.array([one.born or 0 for one in found], np.int16)
    resident.births(np.arange(len(found), dtype=np.int64) * 10, born)
    return resident


def columns_of(
    found: list[Record], newest: int = YEAR, known_through: int | None = None
) -> Columns:
    people = [10 * n for n in range(len(found))]
    facts, numbers = {}, {}
    for name, question in questions().items():
        answers = [answer_of(one, name, year=YEAR, on=ON) for one in found]
        if question.asked_for is AskedFor.COUNT:
            bounds = [number_of(one, name) for one in found]
            numbers[name] = column_of_bounds([(one.least, one.most) for one in bounds])
        else:
            facts[name] = column_of_facts([cast("bool | None", one) for one in answers])
    return resident_of(found, newest).select(
        people, year=YEAR, known_through=known_through, facts=facts, numbers=numbers
    )


def hands_of(found: list[Record]) -> list[RecordHand]:
    return [RecordHand(record, year=YEAR, on=ON) for record in found]


@pytest.fixture(scope="module")
def near_the_edge() -> list[Record]:
    """Make nominees with rows of all codes, most of them near the edge between answers."""
    dice = random.Random(20261122)  # noqa: S311  # no secret, only variety
    others = tuple(code for code in catalogue() if code not in OFTEN)
    wanted = [
        (Held(code, Kind.MERIT, YEAR - back), 0.08 if code in ("HTTNV", "KHTNV") else 0.75)
        for code in OFTEN
        for back in (*range(6), 49)
    ]
    made = []
    for _ in range(NOMINEES):
        held = [row for row, often in wanted if dice.random() < often]
        held += [
            Held(dice.choice(others), dice.choice(tuple(Kind)), YEAR - dice.randint(-1, 60))
            for _ in range(dice.randint(0, 8))
        ]
        known = {kind: YEAR - dice.randint(-2, 60) for kind in RecordKind if dice.random() < 0.9}
        facts = {name: said(dice, name) for name in questions()}
        born = dice.choice((None, YEAR - dice.randint(-2, 60)))
        made.append(Record(tuple(held), known, facts, roll=roll_by(dice), born=born))
    return made


def roll_by(dice: random.Random) -> dict[str, Between]:
    """Let the register bound the counts of a roll by chance, often those the file leaves out."""
    counts = ("SO_THANH_VIEN", "SO_HOAN_THANH", "SO_LDTT", "SO_CSTDCS")
    lows = {name: dice.choice((0, 1, 7, 10)) for name in counts if dice.random() < 0.3}
    return {
        name: Between(low, dice.choice((None, low, low, low + 3))) for name, low in lows.items()
    }


def said(dice: random.Random, name: str) -> bool | int | None:
    """Answer a question by chance, often with what the rules are near to."""
    if questions()[name].asked_for is AskedFor.COUNT:
        return dice.choice((None, 0, 1, 2, 5, 7, 10, 10, 14, 20, 60, 120, 200))
    return dice.choice((True, True, False, None))


@pytest.fixture(scope="module")
def side_by_side(near_the_edge: list[Record]) -> Columns:
    return columns_of(near_the_edge)


@ALL_ROUTES
def test_a_column_answers_as_single_hands_do(
    route: Route, near_the_edge: list[Record], side_by_side: Columns
) -> None:
    rule = route.rule_on(route.since, rulebook().texts)

    column = side_by_side.ask(rule)

    alone = [rule.ask(hand) for hand in hands_of(near_the_edge)]
    assert column.tolist() == [2 if one.met else int(one.may) for one in alone]


@ALL_ROUTES
def test_the_small_numbers_mean_the_three_answers(
    route: Route, near_the_edge: list[Record], side_by_side: Columns
) -> None:
    rule = route.rule_on(route.since, rulebook().texts)

    answers = [ANSWERS[number] for number in side_by_side.ask(rule)[:EXPLAINED]]

    assert answers == [rule.explain(hand).answer for hand in hands_of(near_the_edge[:EXPLAINED])]


def by_year(planes: Iterable[int]) -> list[int]:
    """Count the rows of each year: whichever mark is of which row, together they count them."""
    marks = [f"{plane:0{SPAN}b}" for plane in planes]
    return [sum(mark[place] == "1" for mark in marks) for place in range(SPAN)]


@given(st.lists(records, min_size=1, max_size=6), st.integers(0, Resident.OLDER - 1), years_known)
def test_every_bit_is_that_of_a_single_hand(
    found: list[Record], later: int, known: int | None
) -> None:
    columns = columns_of(found, newest=YEAR + later, known_through=known)
    hands = hands_of([replace(one, known_through=known) for one in found])

    for codes in (*((code,) for code in OFTEN), ("HTXSNV", "HTTNV"), ("BK_TINH", "BK_BO"),
                  ("SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC"), ("CSTDCS", "SK_TINH")):  # fmt: skip
        assert columns.held(codes).tolist() == [hand.held(codes) for hand in hands]
        assert columns.maybe(codes).tolist() == [hand.maybe(codes) for hand in hands]
        assert columns.unknown(codes).tolist() == [hand.unknown(codes) for hand in hands]
        planes = zip(*(plane.tolist() for plane in columns.planes(codes)), strict=True)
        assert [by_year(one) for one in planes] == [by_year(hand.planes(codes)) for hand in hands]
    facts = columns.fact("CHIEN_DAU")
    assert cast("Any", facts.met).tolist() == [hand.fact("CHIEN_DAU").met for hand in hands]
    assert cast("Any", facts.may).tolist() == [hand.fact("CHIEN_DAU").may for hand in hands]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_place(code: str) -> None:
    record = Record((Held(code, Kind.MERIT, YEAR - 3),) * 2, {})

    columns = columns_of([record, Record((), {})])

    assert columns.held((code,)).tolist() == [0b1000, 0]
    deep = 1 if catalogue()[code].award_class is AwardClass.TITLE else 2
    assert [plane.tolist() for plane in columns.planes((code,))] == [[0b1000, 0]] * deep


def test_the_columns_are_what_the_law_calls_a_hand() -> None:
    asked = {name for name in vars(Hand) if not name.startswith("_")}
    columns = columns_of([Record((), {})])

    assert {name for name in asked if not hasattr(columns, name)} == set()


def test_grades_of_one_year_that_differ_settle_nothing() -> None:
    both = Record(
        (Held("HTXSNV", Kind.MERIT, YEAR), Held("HTNV", Kind.MERIT, YEAR)),
        {RecordKind.GRADE: YEAR},
    )

    columns = columns_of([both])

    assert columns.held(("HTXSNV",)).tolist() == [0]
    assert columns.maybe(("HTXSNV",))[0] & 1
    assert columns.held(("HTXSNV", "HTTNV", "HTNV", "KHTNV")).tolist() == [1]


def test_of_somebody_who_is_not_here_nothing_is_known() -> None:
    nobody = RecordHand(Record((), {}), year=YEAR, on=ON)
    columns = columns_of([Record((Held("CSTDCS", Kind.MERIT, YEAR),), {RecordKind.AWARD: 2000})])

    stranger = columns._holdings.select([77, 0, 77], year=YEAR)  # type: ignore[attr-defined]  # a Resident
    first = Resident(YEAR).select([77], year=YEAR)

    assert stranger.held(("CSTDCS",)).tolist() == [0, 1, 0]
    assert stranger.maybe(("CSTDCS",)).tolist()[0] == nobody.maybe(("CSTDCS",))
    assert first.unknown(("CSTDCS",)).tolist() == [nobody.unknown(("CSTDCS",))]


@pytest.mark.parametrize("apart", [1, 2, 1000])
def test_people_are_found_however_far_apart_their_numbers_lie(apart: int) -> None:
    resident = Resident(YEAR)
    title = CODES.index("CSTDCS")
    numbers = np.array([7, 7 + apart, 7 + 5 * apart])
    for n, number in enumerate(numbers):
        resident.add(Rows(np.array([number]), np.array([title], "i2"), np.array([YEAR - n], "i2")))

    asked = [7 + 5 * apart, 0, 6, 7, 7 + 6 * apart, 7 + apart, 7 + 3 * apart]
    found = resident.select(asked, year=YEAR)

    assert found.held(("CSTDCS",)).tolist() == [0b100, 0, 0, 0b1, 0, 0b10, 0]


def test_numbers_of_the_files_stand_beside_the_rows() -> None:
    columns = Resident(YEAR).select(
        [1, 2, 3], year=YEAR, numbers={"MEMBERS": column_of_numbers([12, None, 0])}
    )

    given, not_given = columns.number("MEMBERS"), columns.number("WOMEN")

    assert (given.known.tolist(), given.value.tolist()) == ([True, False, True], [12, 0, 0])
    assert (not_given.known.tolist(), not_given.value.tolist()) == ([False] * 3, [0] * 3)


@pytest.mark.parametrize("year", [YEAR + 1, YEAR - Resident.OLDER])
def test_a_year_outside_the_columns_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        Resident(YEAR).everybody(year=year)


def test_rows_are_counted_beyond_two_hundred_and_fifty_five() -> None:
    many = Record(tuple(Held("GIAY_KHEN", Kind.MERIT, YEAR - n % SPAN) for n in range(300)), {})
    columns = columns_of([many])

    counted = sum(columns.count(plane) for plane in columns.planes(("GIAY_KHEN",)))

    assert np.asarray(counted).tolist() == [300]


@given(st.lists(records, min_size=2, max_size=8), st.randoms())
def test_rows_may_come_in_any_order_and_any_portions(
    found: list[Record], dice: random.Random
) -> None:
    mixed = [row for n, record in enumerate(found) for row in plain(10 * n, record)]
    dice.shuffle(mixed)
    piecemeal = Resident(YEAR)
    for some in rows_of(mixed, at_once=3):
        piecemeal.add(some)

    whole = resident_of(found)

    people = whole.people.tolist()
    for code in OFTEN:
        for left, right in zip(
            piecemeal.select(people, year=YEAR).planes((code,)),
            whole.select(people, year=YEAR).planes((code,)),
            strict=True,
        ):
            assert left.tolist() == right.tolist()


@given(records, st.lists(rows, max_size=12).map(tuple))
def test_what_is_cleared_and_added_anew_leaves_nothing_behind(
    record: Record, before: tuple[Held, ...]
) -> None:
    resident, nobody = resident_of([Record(before, {}), record]), 99

    for code in OFTEN:
        resident.clear(code, np.array([0, nobody], np.int64))
    for some in rows_of(plain(0, record)):
        resident.add(some)

    columns, hand = resident.select([0, 10], year=YEAR), RecordHand(record, year=YEAR, on=ON)
    for code in OFTEN:
        for person in (0, 1):
            planes = [plane.tolist()[person] for plane in columns.planes((code,))]
            assert tuple(filter(None, planes)) == hand.planes((code,))


def million() -> Iterator[Rows]:
    dice = np.random.default_rng(20261122)
    for _ in range(10):
        yield Rows(
            dice.integers(0, 100_000, 100_000),
            dice.integers(0, 8, 100_000).astype(np.int16),
            dice.integers(YEAR - 60, YEAR + 1, 100_000).astype(np.int16),
        )


def test_a_million_rows_take_little_more_room_than_what_stays() -> None:
    tracemalloc.start()
    resident = Resident(YEAR)
    resident.make_room(np.arange(100_000))
    for some in million():
        resident.add(some)
    del some
    stays, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    planes = sum(len(resident.planes_of(code)) for code in CODES[:8])
    assert resident.nbytes == 100_000 * (8 + 4) + 7 * 100_001 * 2 + planes * 100_001 * 8
    assert stays < resident.nbytes + 1_000_000
    assert most < stays + 200 * 100_000
    count = sum(
        int(np.bitwise_count(plane).sum()) for c in CODES[:8] for plane in resident.planes_of(c)
    )
    assert count == 1_000_000
