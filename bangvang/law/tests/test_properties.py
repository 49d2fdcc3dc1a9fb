"""What must hold for any record: soundness, two arithmetics, order, growth, stable snapshots."""

import json
import operator
import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.catalogue import RecordKind
from bangvang.law.counts import LABELS, Number
from bangvang.law.facts import Certainty, Codes, Hand, RecordHand
from bangvang.law.finding import Answer
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.record import Between, Days, Held, Record
from bangvang.law.routes import Route
from bangvang.law.rule import Rule
from bangvang.law.rulebook import ROUTES
from bangvang.law.tests.oracle import expected
from bangvang.law.tests.second_opinions import ORACLES

YEAR = 2021
TIMES = settings().max_examples // 100
"""1 at the gate; `make search` looks at more."""
GRADED = ("HTXSNV", "HTTNV")
WIDEST = "prime_minister_certificate.merit.2017"
CODES = (
    "CSTDCS", "BK_TINH", "BK_BO", "GIAY_KHEN", "HTXSNV", "HTTNV",
    "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH",
)  # fmt: skip
ALL_ROUTES = pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)


def codes_of(route: Route) -> tuple[str, ...]:
    """Return the codes that matter to a route, and the grades."""
    return tuple(sorted({code for code, _, _ in ORACLES[route.id].rows} | set(GRADED)))


@cache
def records(route_id: str) -> st.SearchStrategy[Record]:
    """Make records near the edges of one route."""
    oracle = ORACLES[route_id]
    deepest = max((back for _, back, _ in oracle.rows if back < 40), default=3)
    rows = st.builds(
        Held,
        st.sampled_from(sorted({code for code, _, _ in oracle.rows} | set(GRADED))),
        st.sampled_from((Kind.MERIT, Kind.MERIT, Kind.LONG_SERVICE, Kind.SUDDEN)),
        st.integers(YEAR - deepest - 3, YEAR + 1),
        revoked_on=st.sampled_from((None, None, None, date(2022, 3, 1))),
    )
    facts = {name: st.sampled_from((*values, None)) for name, values in oracle.facts.items()}
    return st.builds(
        Record,
        st.lists(rows, max_size=18).map(tuple),
        st.dictionaries(st.sampled_from(RecordKind), st.integers(YEAR - 60, YEAR + 1)),
        st.fixed_dictionaries(facts),
        born=st.none() | st.integers(YEAR - 60, YEAR + 1),
    )


@cache
def rule_of(route: Route) -> Rule:
    return route.rule_on(route.since, texts())


def answer(route: Route, record: Record) -> Answer:
    return rule_of(route).explain(RecordHand(record, year=YEAR, on=route.since)).answer


@ALL_ROUTES
@settings(max_examples=90 * TIMES, deadline=None)
@given(data=st.data())
def test_the_answer_holds_in_every_world_and_is_as_sharp_as_that_allows(
    route: Route, data: st.DataObject
) -> None:
    """The oracle fills in the unknown in every way: one that differs, and it is for a person."""
    record = data.draw(records(route.id))
    assert answer(route, record) is expected(ORACLES[route.id], record, YEAR)


@ALL_ROUTES
@settings(max_examples=30 * TIMES, deadline=None)
@given(data=st.data(), seed=st.integers())
def test_the_order_of_rows_never_matters(route: Route, data: st.DataObject, seed: int) -> None:
    record = data.draw(records(route.id))
    shuffled = list(record.held)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # no secret, only an order
    mixed = replace(record, held=tuple(shuffled))

    first, second = (
        rule_of(route).explain(RecordHand(one, year=YEAR, on=route.since))
        for one in (record, mixed)
    )

    assert first == second


@ALL_ROUTES
@settings(max_examples=50 * TIMES, deadline=None)
@given(data=st.data(), year=st.integers(YEAR - 6, YEAR))
def test_more_years_never_turn_met_into_not_met(
    route: Route, data: st.DataObject, year: int
) -> None:
    record = data.draw(records(route.id))
    before = answer(route, record)
    if before is not Answer.MET:
        return

    for code in (code for code in codes_of(route) if code not in GRADED):
        more = replace(record, held=(*record.held, Held(code, Kind.MERIT, year)))
        assert answer(route, more) is not Answer.NOT_MET


@given(record=records(WIDEST), year=st.integers(YEAR - 6, YEAR), code=st.sampled_from(CODES))
def test_a_known_row_never_widens_what_is_open(record: Record, year: int, code: str) -> None:
    def open_years(one: Record, codes: Codes) -> int:
        hand = RecordHand(one, year=YEAR, on=date(2022, 1, 1))
        return hand.maybe(codes) & ~hand.held(codes)

    more = replace(record, held=(*record.held, Held(code, Kind.MERIT, year)))
    clash = open_years(more, ("HTXSNV",)) if code in ("HTXSNV", "HTTNV") else 0

    for other in CODES:
        assert not open_years(more, (other,)) & ~(open_years(record, (other,)) | clash)


@given(record=records(WIDEST), code=st.sampled_from(("CSTDT", "BK_TTG")))
def test_a_stored_snapshot_explains_itself_byte_for_byte(record: Record, code: str) -> None:
    days = Days(date(2022, 4, 19))

    stored = json.dumps(appraise(code, record, days=days).as_json(), ensure_ascii=False)
    again = json.dumps(appraise(code, record, days=days).as_json(), ensure_ascii=False)

    assert stored.encode() == again.encode()
    assert Appraisal.from_json(json.loads(stored)) == appraise(code, record, days=days)


class Column:
    """A column of unsigned 64-bit numbers or of truth values, as an array library has it."""

    def __init__(self, values: Iterable[int | bool]) -> None:
        self.values = [value if isinstance(value, bool) else value % 2**64 for value in values]

    def joined(self, other: object, how: Callable[[int, int], int | bool]) -> "Column":
        """Combine with another column or one number for all."""
        if isinstance(other, Column):
            return Column(map(how, self.values, other.values))
        return Column(how(value, cast("int", other)) for value in self.values)

    def __and__(self, other: object) -> "Column":
        return self.joined(other, operator.and_)

    def __or__(self, other: object) -> "Column":
        return self.joined(other, operator.or_)

    def __xor__(self, other: object) -> "Column":
        return self.joined(other, operator.xor)

    def __radd__(self, other: object) -> "Column":
        return self.joined(other, operator.add)

    def __add__(self, other: object) -> "Column":
        return self.joined(other, operator.add)

    def __sub__(self, other: object) -> "Column":
        return self.joined(other, operator.sub)

    def __rshift__(self, other: object) -> "Column":
        return self.joined(other, operator.rshift)

    def __mul__(self, other: object) -> "Column":
        return self.joined(other, operator.mul)

    def __ge__(self, other: object) -> "Column":
        return self.joined(other, operator.ge)

    def __eq__(self, other: object) -> "Column":  # type: ignore[override]  # as arrays do
        return self.joined(other, operator.eq)

    def __ne__(self, other: object) -> "Column":  # type: ignore[override]  # as arrays do
        return self.joined(other, operator.ne)

    __hash__ = None  # type: ignore[assignment]  # as arrays do

    def __bool__(self) -> bool:
        raise TypeError("a column has no single truth value")


class Columns:
    """The hands of many nominees side by side."""

    def __init__(self, hands: list[RecordHand]) -> None:
        self.hands = hands
        self.yes = Column(True for _ in hands)
        self.no = Column(False for _ in hands)

    def held(self, codes: Codes) -> Column:
        """As a single hand."""
        return Column(hand.held(codes) for hand in self.hands)

    def maybe(self, codes: Codes) -> Column:
        """As a single hand."""
        return Column(hand.maybe(codes) for hand in self.hands)

    def unknown(self, codes: Codes) -> Column:
        """As a single hand."""
        return Column(hand.unknown(codes) for hand in self.hands)

    def planes(self, codes: Codes) -> tuple[Column, ...]:
        """As a single hand, as deep as the deepest."""
        found = [hand.planes(codes) for hand in self.hands]
        deep = max(map(len, found), default=0)
        padded = [(*planes, *(0,) * (deep - len(planes))) for planes in found]
        return tuple(Column(plane) for plane in zip(*padded, strict=True))

    def count(self, years: Column) -> Column:
        """As a single hand."""
        return Column(value.bit_count() for value in years.values)

    def fact(self, name: str) -> Certainty:
        """As a single hand."""
        found = [hand.fact(name) for hand in self.hands]
        met, may = Column(one.met for one in found), Column(one.may for one in found)
        return Certainty(cast("bool", met), cast("bool", may))

    def number(self, name: str) -> Number:
        """As a single hand."""
        found = [hand.number(name) for hand in self.hands]
        least, most = Column(one.least for one in found), Column(one.most for one in found)
        return Number(cast("int", least), cast("int", most))


def hands_near(route: Route) -> list[RecordHand]:
    """Make 600 nominees, most of them near the edge between two answers of one route."""
    dice = random.Random(20261122)  # noqa: S311  # no secret, only variety
    oracle = ORACLES[route.id]
    wanted = [
        (Held(code, Kind.MERIT, YEAR - back), 0.1 if code == "HTTNV" else 0.75)
        for code in codes_of(route)
        for back in range(11)
    ]
    made = []
    for _ in range(600):
        thin = dice.choice((1, 1, 1, 0.05))
        held = tuple(row for row, often in wanted if dice.random() < often * thin)
        known = {kind: YEAR - dice.randint(0, 60) for kind in RecordKind}
        facts = {name: dice.choice((*values, None)) for name, values in oracle.facts.items()}
        roll = {name: bounds_by(dice) for name in LABELS if dice.random() < 0.4}
        born = dice.choice((None, YEAR - dice.randint(0, 60)))
        record = Record(held, known, facts, roll=roll, born=born)
        made.append(RecordHand(record, year=YEAR, on=route.since))
    return made


def bounds_by(dice: random.Random) -> Between:
    least = dice.choice((0, 1, 5, 7, 10))
    return Between(least, dice.choice((None, least, least, least + 1, least + 20)))


@ALL_ROUTES
def test_columns_and_single_numbers_agree(route: Route) -> None:
    rule, hands = rule_of(route), hands_near(route)

    single = [rule.ask(hand) for hand in hands]
    column = rule.ask(cast("Hand", Columns(hands)))

    assert len(set(single)) == len(Answer) - len(ORACLES[route.id].never)
    assert cast("Column", column.met).values == [one.met for one in single]
    assert cast("Column", column.may).values == [one.may for one in single]
