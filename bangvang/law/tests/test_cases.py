"""The provisions, case by case, and what lies next to each case."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bangvang.law.appraise import appraise
from bangvang.law.catalogue import RecordKind
from bangvang.law.facts import RecordHand
from bangvang.law.finding import Answer, Finding, Missing
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.record import Days, Record
from bangvang.law.routes import Route
from bangvang.law.rule import Rule
from bangvang.law.rulebook import ROUTES
from bangvang.law.tables import BadText, Table
from bangvang.law.tests.cases import CASES, Case, read_case
from bangvang.law.tests.oracle import Oracle, expected
from bangvang.law.tests.second_opinions import ORACLES

ROUTE: dict[str, Route] = {route.id: route for route in ROUTES}
OFTEN_CONFUSED = {
    "CSTDCS", "HTTNV", "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC",
    "DE_TAI_CO_SO", "DE_TAI_TINH", "DE_TAI_TOAN_QUOC",
}  # fmt: skip
EACH_CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")


def told(missing: Missing) -> str:
    return f"{missing.code} {missing.year}{' or earlier' * missing.or_earlier}"


@cache
def rule_of(route_id: str, on: date) -> Rule:
    return ROUTE[route_id].rule_on(on, texts())


def asked_of_route(case: Case, record: Record) -> Finding:
    """Ask the case's own route, whatever else its file claims."""
    on = case.days.received_on
    hand = RecordHand(record, year=case.days.anchor_year, on=on)
    return rule_of(case.route, on).explain(hand)


@EACH_CASE
def test_a_case_gets_its_answer_for_its_reasons(case: Case) -> None:
    found = appraise(case.code, case.record, days=case.days, kind=case.kind, subject=case.subject)

    assert found.answer is case.answer
    assert found.reasons == case.reasons
    if case.answer is not Answer.MET:
        parts = found.finding.parts or (found.finding,)
        assert tuple(part.rule for part in parts if part.answer is case.answer) == case.because
    assert tuple(told(row) for row in found.finding.missing) == case.missing
    assert found.finding.asked == case.asked


@EACH_CASE
def test_a_case_stands_at_its_route(case: Case) -> None:
    route = ROUTE[case.route]

    assert (route.code, route.kind, route.subject) == (case.code, case.kind, case.subject)
    assert route.is_read_on(case.days.received_on, texts())
    assert not route.claim or case.record.facts.get(route.claim) is True


def test_every_route_has_a_case_for_each_answer_it_can_give() -> None:
    found = {(case.route, case.answer) for case in CASES}

    wanted = {
        (route.id, answer)
        for route in ROUTES
        for answer in Answer
        if answer not in ORACLES[route.id].never
    }
    assert wanted - found == set()
    assert found - wanted == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_every_boundary_day_of_a_route_has_a_case_on_it(route: Route) -> None:
    days = {case.days.received_on for case in CASES if case.route == route.id}

    assert route.since in days
    assert (route.until or date(2026, 10, 1)) - (date(2, 1, 2) - date(2, 1, 1)) in days


@EACH_CASE
def test_a_case_agrees_with_the_oracle(case: Case) -> None:
    found = expected(ORACLES[case.route], case.record, case.days.anchor_year)

    assert found is asked_of_route(case, case.record).answer


def neighbours(record: Record, year: int, oracle: Oracle) -> Iterator[Record]:
    """Yield the records one step away: rows moved, dropped, recoded, other kind; other edges."""
    codes = {code for code, _, _ in oracle.rows} | OFTEN_CONFUSED
    for number, row in enumerate(record.held):
        rest = (*record.held[:number], *record.held[number + 1 :])
        yield replace(record, held=rest)
        for other in (
            replace(row, year=row.year + 1),
            replace(row, year=row.year - 1),
            replace(row, kind=Kind.SUDDEN),
            replace(row, kind=Kind.THEME),
            replace(row, kind=Kind.LONG_SERVICE),
            replace(row, revoked_on=date(2022, 1, 1)),
            *(replace(row, code=code) for code in sorted(codes)),
        ):
            yield replace(record, held=(*rest, other))
        yield replace(record, held=(*record.held, row))
    for register in RecordKind:
        for edge in (
            year - 49,
            year - 48,
            year - 47,
            year - 5,
            year - 4,
            year - 2,
            year - 1,
            year,
            year + 1,
        ):
            yield replace(record, complete_from={**record.complete_from, register: edge})
        kept = {kind: edge for kind, edge in record.complete_from.items() if kind is not register}
        yield replace(record, complete_from=kept)
    for edge in (year - 48, year - 47, year - 5, year - 3, year - 1, year, year + 1):
        yield replace(record, born=edge)
        yield replace(record, born=edge, complete_from={})
    for name, values in oracle.facts.items():
        for value in (*values, None):
            yield replace(record, facts={**record.facts, name: value})


@EACH_CASE
def test_next_to_a_case_the_oracle_still_agrees(case: Case) -> None:
    oracle, year = ORACLES[case.route], case.days.anchor_year

    for record in neighbours(case.record, year, oracle):
        assert asked_of_route(case, record).answer is expected(oracle, record, year), record


HEAD = Table({"code": "CSTDT", "route": "provincial_fighter.2017"}, "here")

DAY = date(2020, 3, 1)
ODD: dict[str, object] = {"name": "it is odd: met", "answer": "MET", "held": {}, "received_on": DAY}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "it is odd: met", "answer": "NOT_MET", "held": {}},
        {"name": "it is odd: met", "answer": "MET", "held": {}, "helt": {}},
        ODD | {"held_as": {"CSTDCS": "THEME"}},
        ODD | {"used_for": {"SK_TINH": ["BK_TINH"]}},
        ODD | {"held": {"CSTDT": [2019, 2020]}, "held_decided_on": {"CSTDT": [DAY]}},
        ODD | {"held": {"CSTDT": [2019]}, "held_decided_on": {"CSTDT": ["2020"]}},
        ODD | {"bars": [{"kind": "DISCIPLINED", "since": DAY, "until": DAY}]},
        ODD | {"bars": [{"kind": "DISCIPLINED", "from": DAY}]},
    ],
)
def test_a_doubtful_case_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadText):
        read_case(Table(wrong, "here"), HEAD)


def test_a_case_reads_bars_days_of_decision_and_what_was_used() -> None:
    said = ODD | {
        "held": {"CSTDT": [2018, 2019], "SK_TINH": [2018]},
        "held_decided_on": {"CSTDT": [date(2019, 2, 1), DAY]},
        "used_for": {"SK_TINH": ["BK_TINH"]},
        "bars": [{"kind": "DISCIPLINED", "since": DAY, "level": "CANH_CAO"}],
        "decided_on": date(2020, 6, 1),
    }

    found = read_case(Table(said, "here"), HEAD)

    assert [row.decided_on for row in found.record.held] == [date(2019, 2, 1), DAY, None]
    assert [row.used_for for row in found.record.held] == [(), (), ("BK_TINH",)]
    assert [(bar.since, bar.until, bar.level) for bar in found.record.bars] == [
        (DAY, None, "CANH_CAO")
    ]
    assert found.days == Days(DAY, None, date(2020, 6, 1))


def test_days_take_the_year_before_receipt_unless_one_is_named() -> None:
    assert Days(date(2022, 4, 19)).anchor_year == 2021
    assert Days(date(2022, 4, 19), 2020).anchor_year == 2020
