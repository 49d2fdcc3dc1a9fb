"""Whether what counts lies in time: no doubt where nothing is met, and what a doubt says."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Finding,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    appraise,
)
from bangvang.law.in_time import TO_THE_PROPOSAL

ALL = dict.fromkeys(RecordKind, 1950)
RECEIVED = date(2026, 3, 2)
LATE = date(2026, 3, 3)
CLAIM = "HC_NGUOI_LAO_DONG_DONG_GOP"
YEAR, DECISIONS, PROPOSAL = "in_time.year", "in_time.decisions", "in_time.proposal"


def record(*more: Held, **held: list[int]) -> Record:
    rows = tuple(
        Held(code, Kind.MERIT, year, record_id=f"{code}-{year}")
        for code, years in held.items()
        for year in years
    )
    return Record((*rows, *more), ALL)


def late(code: str, year: int, decided_on: date = LATE, kind: Kind = Kind.MERIT) -> Held:
    return Held(code, kind, year, decided_on, "1/QĐ", f"late-{code}-{year}")


def asked(one: Record, year: int, on: date = RECEIVED, code: str = "CSTDT") -> Appraisal:
    return appraise(code, one, days=Days(on, achievement_year=year))


def doubt(found: Appraisal, rule: str) -> Finding | None:
    """Return the one doubt of that name beside the answer; None if there is none."""
    named = [part for part in found.finding.parts if part.rule == rule]
    assert len(named) <= 1
    return named[0] if named else None


def order(years: range, excellent: list[int], *more: Held) -> Record:
    """Make a nominee for hạng Ba with all titles in these good years."""
    good = [year for year in years if year not in excellent]
    return record(*more, BK_TTG=[years[0] - 2], HTTNV=good, HTXSNV=excellent, CSTDCS=list(years))


def test_a_late_decision_is_told_where_a_person_judges_the_rest() -> None:
    one = record(late("CSTDCS", 2025), CSTDCS=[2023, 2024], SK_TINH=[2025])

    found = asked(one, 2025)

    assert found.reasons == (Reason.FACT_MISSING, Reason.JUDGEMENT)
    told = doubt(found, DECISIONS)
    assert told is not None
    assert [(row.record_id, row.year) for row in told.used] == [("late-CSTDCS-2025", 2025)]


@pytest.mark.parametrize(
    ("held", "registers", "answer"),
    [
        ({"CSTDCS": [2023]}, ALL, Answer.NOT_MET),
        ({"CSTDCS": [2023, 2024]}, {}, Answer.FOR_A_PERSON),
    ],
)
def test_a_late_decision_is_not_told_where_something_else_is_not_met(
    held: dict[str, list[int]], registers: dict[RecordKind, int], answer: Answer
) -> None:
    found = asked(replace(record(late("CSTDCS", 2025), **held), complete_from=registers), 2025)

    assert found.answer is answer
    assert doubt(found, DECISIONS) is None


def test_a_late_row_that_no_met_condition_rests_on_is_not_told() -> None:
    one = order(range(2021, 2026), [2025], late("SK_TINH", 2025))

    assert asked(one, 2025, code="HCLD3").answer is Answer.MET


def test_a_row_of_a_refused_way_is_not_told() -> None:
    years = list(range(2018, 2023))
    by_run = record(late("GIAY_KHEN", 2022, date(2023, 4, 2)), BK_TINH=[2010], HTXSNV=years)
    one = replace(by_run, held=(*by_run.held, *record(SK_CO_SO=years).held))

    found = asked(one, 2022, date(2023, 4, 1), "BK_TTG")

    assert found.answer is Answer.MET


def test_a_late_initiative_that_a_second_reading_would_count_is_not_told() -> None:
    years = list(range(2018, 2023))
    one = record(
        late("SK_TINH", 2022, date(2023, 4, 2)), BK_TINH=[2010], HTXSNV=years, SK_CO_SO=years
    )

    assert asked(one, 2022, date(2023, 4, 1), "BK_TTG").answer is Answer.MET


def test_a_late_decision_is_told_beside_another_doubt_above_the_routes() -> None:
    years = list(range(2013, 2018))
    good = record(late("BK_TINH", 2012, date(2018, 4, 20)), HTXSNV=years, SK_CO_SO=years)
    state = Held("CSTDTQ", Kind.MERIT, 2016, date(2018, 2, 1), "9/QĐ-TTg", "x")

    found = asked(replace(good, held=(*good.held, state)), 2017, date(2018, 4, 19), "BK_TTG")

    assert found.finding.parts[0].answer is Answer.MET
    assert doubt(found, "once.state_award_a_year") is not None
    assert doubt(found, DECISIONS) is not None


def test_of_a_year_yet_to_come_a_refusal_says_nothing_more() -> None:
    nothing = replace(record(), known_through=2030)

    found = asked(nothing, 2027)

    assert found.answer is Answer.NOT_MET
    assert doubt(found, YEAR) is None


def test_a_year_yet_to_come_is_told_where_a_person_judges_the_rest() -> None:
    rows = replace(record(CSTDCS=[2025, 2026, 2027], SK_TINH=[2027]), known_through=2030)

    told = doubt(asked(rows, 2027), YEAR)

    assert told is not None
    assert told.sentence == (
        "Năm xét 2027 chưa đến vào ngày nhận hồ sơ 02/03/2026; cần kiểm tra lại."
    )


@pytest.mark.parametrize(
    ("year", "on", "told"),
    [
        (2024, date(2024, 12, 30), None),
        (2024, date(2025, 1, 1), None),
        (2024, date(2026, 1, 1), "2025"),
        (2024, date(2026, 9, 30), "2025"),
        (2023, date(2026, 1, 1), "2024–2025"),
    ],
)
def test_the_years_between_the_run_and_the_proposal_are_named(
    year: int, on: date, told: str | None
) -> None:
    one = order(range(year - 4, year + 1), [year])

    found = asked(one, year, on, "HCLD3")

    beside = doubt(found, PROPOSAL)
    assert found.answer is (Answer.MET if told is None else Answer.FOR_A_PERSON)
    assert (beside.sentence if beside else None) == (
        told
        and "Điều khoản tính liên tục đến thời điểm đề nghị; các năm sau năm xét "
        f"({told}) chưa được tính là đạt, người thẩm định đối chiếu."
    )
    assert beside is None or beside.cite.text == (
        "điểm e khoản 1 Điều 44 Luật Thi đua, khen thưởng 2022"
    )


def test_beside_another_way_that_a_person_judges_a_run_is_held_to_the_proposal_as_well() -> None:
    run = order(range(2020, 2025), [2024])
    claimed = replace(run, facts={CLAIM: True})

    found = asked(claimed, 2024, code="HCLD3")

    assert found.finding.parts[0].rule == "HCLD3.ways"
    assert doubt(found, PROPOSAL) is not None


def test_what_counts_no_run_may_be_of_an_earlier_year() -> None:
    one = record(HTTNV=[2023], SK_CO_SO=[2023], LDTT=[2023])

    found = asked(one, 2023, code="CSTDCS")

    assert found.answer is Answer.MET
    assert doubt(found, PROPOSAL) is None


def test_where_the_clause_as_read_does_not_say_it_that_is_said() -> None:
    years = list(range(2020, 2025))
    one = record(HCLD3=[2018], HTTNV=years[:3], HTXSNV=years[3:], CSTDT=[2022])

    found = asked(one, 2024, date(2026, 3, 2), "HCLD2")

    assert found.reasons == (Reason.TWO_READINGS,)
    told = doubt(found, PROPOSAL)
    assert told is not None
    assert told.sentence.startswith(
        "Chưa rõ điều khoản có tính liên tục đến thời điểm đề nghị hay không; các năm"
    )


def test_which_clauses_as_read_count_up_to_the_proposal() -> None:
    """As the clauses stand: Điều 73 khoản 1 điểm b, Điều 44 khoản 1 điểm e, Điều 42 khoản 4."""
    said = {
        "prime_minister_certificate.merit",
        "labour_order_3.merit",
        "labour_order_1.collective",
    }
    silent = {
        "prime_minister_certificate.collective",
        "labour_order_2.merit",
        "labour_order_2.collective",
        "labour_order_3.collective",
    }

    assert {rule for rule, is_said in TO_THE_PROPOSAL.items() if is_said} == said
    assert set(TO_THE_PROPOSAL) - said == silent


def test_the_law_before_does_not_count_up_to_the_proposal() -> None:
    years = list(range(2013, 2018))
    one = record(BK_TTG=[2011], HTXSNV=years, SK_TINH=years)

    found = asked(one, 2017, date(2023, 3, 1), "HCLD3")

    assert doubt(found, PROPOSAL) is None
