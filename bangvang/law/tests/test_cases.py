"""The provisions, case by case, and what lies next to each case."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bangvang.law.appraise import appraise
from bangvang.law.catalogue import RecordKind
from bangvang.law.facts import Days, Record
from bangvang.law.finding import Answer, Missing
from bangvang.law.kinds import Kind
from bangvang.law.rulebook import ROUTES, routes_on
from bangvang.law.tables import BadText, Table
from bangvang.law.tests.cases import CASES, Case, read_case
from bangvang.law.tests.oracle import expected


def route_of(case: Case) -> str:
    return routes_on(case.code, case.days.received_on)[0].id


def told(missing: Missing) -> str:
    return f"{missing.code} {missing.year}{' or earlier' * missing.or_earlier}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_a_case_gets_its_answer_for_its_reasons(case: Case) -> None:
    found = appraise(case.code, case.record, days=case.days)

    assert found.answer is case.answer
    assert found.reasons == case.reasons
    if case.answer is not Answer.MET:
        decided = [part.rule for part in found.finding.parts if part.answer is case.answer]
        assert tuple(decided) == case.because
    assert tuple(told(row) for row in found.finding.missing) == case.missing


def test_every_route_has_a_case_for_each_answer_it_can_give() -> None:
    found = {(route_of(case), case.answer) for case in CASES}

    fighters = {route.id for route in ROUTES if route.code == "CSTDT"}
    wanted = {(route.id, answer) for route in ROUTES for answer in Answer}
    assert wanted - found == {(fighter, Answer.MET) for fighter in fighters}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_a_case_agrees_with_the_oracle(case: Case) -> None:
    assert expected(route_of(case), case.record, case.days.anchor_year) is case.answer


def neighbours(record: Record, year: int) -> Iterator[Record]:
    """Yield the records one step away: rows moved, dropped, recoded, other kind; other edges."""
    for number, row in enumerate(record.held):
        rest = (*record.held[:number], *record.held[number + 1 :])
        yield replace(record, held=rest)
        for other in (
            replace(row, year=row.year + 1),
            replace(row, year=row.year - 1),
            replace(row, kind=Kind.SUDDEN),
            replace(row, kind=Kind.THEME),
            replace(row, revoked_on=date(2022, 1, 1)),
            *(replace(row, code=code) for code in ("CSTDCS", "SK_CO_SO", "SK_TINH", "HTTNV")),
        ):
            yield replace(record, held=(*rest, other))
        yield replace(record, held=(*record.held, row))
    for register in RecordKind:
        for edge in (year - 49, year - 48, year - 5, year - 4, year - 2, year - 1, year, year + 1):
            yield replace(record, complete_from={**record.complete_from, register: edge})
        kept = {kind: edge for kind, edge in record.complete_from.items() if kind is not register}
        yield replace(record, complete_from=kept)
    for fought in (True, False, None):
        yield replace(record, facts={"CHIEN_DAU": fought})


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_next_to_a_case_the_oracle_still_agrees(case: Case) -> None:
    year = case.days.anchor_year

    for record in neighbours(case.record, year):
        found = appraise(case.code, record, days=case.days)
        assert found.answer is expected(route_of(case), record, year), record


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "it is odd: met", "answer": "NOT_MET", "held": {}},
        {"name": "it is odd: met", "answer": "MET", "held": {}, "helt": {}},
    ],
)
def test_a_doubtful_case_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadText):
        read_case(Table(wrong, "here"), "CSTDT")


def test_days_take_the_year_before_receipt_unless_one_is_named() -> None:
    assert Days(date(2022, 4, 19)).anchor_year == 2021
    assert Days(date(2022, 4, 19), 2020).anchor_year == 2020
