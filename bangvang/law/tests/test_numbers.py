"""Every number of the law but prizes, entered a second time from the clauses, law by law.

What a rule answers does not come in: a rule whose clause was read second-hand leaves its answer
to a person, so that no case could tell a wrong number.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from bangvang.law import shipped

BEFORE, LAW_2003 = date(2017, 7, 1), date(2017, 10, 1)
CIRCULAR_08, CIRCULAR_12 = date(2017, 12, 15), date(2020, 1, 1)
LAW_2022, DECREE_152, AMENDED = date(2024, 1, 1), date(2025, 7, 1), date(2026, 10, 1)
PROCEDURE = date(2025, 1, 1)

NUMBERS: Mapping[str, Mapping[date, int]] = {
    # Titles of persons: Điều 8, 9 Nghị định 91; Điều 21 đến 23 Luật 2022.
    "advanced_worker.months_in_service": {LAW_2003: 10},
    "grassroots_fighter.initiatives": {LAW_2003: 1, LAW_2022: 1},
    "provincial_fighter.titles_in_a_row": {LAW_2003: 3, LAW_2022: 3},
    "provincial_fighter.initiatives": {LAW_2003: 1, LAW_2022: 1},
    "national_fighter.titles": {LAW_2003: 2, LAW_2022: 2},
    "national_fighter.initiatives": {LAW_2003: 1, LAW_2022: 1},
    # Collectives and flags: Điều 27, 28 Luật 2003; Điều 11 Nghị định 91; Điều 25 đến 28 Luật 2022.
    "advanced_collective.advanced_members": {LAW_2003: 50, LAW_2022: 70},
    "excellent_collective.completed": {LAW_2003: 100, LAW_2022: 100},
    "excellent_collective.advanced_members": {LAW_2003: 70, LAW_2022: 70},
    "excellent_collective.fighters": {LAW_2003: 1, LAW_2022: 1},
    "provincial_flag.theme.years": {LAW_2022: 3},
    "government_flag.theme.years": {LAW_2003: 5, LAW_2022: 5},
    # Shares of a list: Điều 3, 9, 11 Nghị định 91; Điều 4 khoản 6 Nghị định 152.
    "group.CSTDCS.percent": {LAW_2003: 15},
    "group.CO_CP.percent": {LAW_2003: 20},
    "group.women_first.percent": {LAW_2003: 70, LAW_2022: 70, DECREE_152: 70, AMENDED: 70},
    # Certificates: Điều 38, 39 Nghị định 91; Điều 73, 74 Luật 2022.
    "prime_minister_certificate.merit.unbroken_years": {LAW_2003: 5, LAW_2022: 5},
    "prime_minister_certificate.merit.initiatives": {LAW_2003: 5},
    "prime_minister_certificate.merit.combat_giay_khen": {LAW_2003: 5},
    "prime_minister_certificate.merit.titles": {LAW_2022: 3},
    "prime_minister_certificate.movement.years": {LAW_2003: 3},
    "prime_minister_certificate.farmer.years": {LAW_2022: 2},
    "prime_minister_certificate.collective.unbroken_years": {LAW_2022: 5},
    "prime_minister_certificate.collective.flags": {LAW_2022: 1},
    "provincial_certificate.merit.unbroken_years": {LAW_2003: 2, LAW_2022: 2},
    "provincial_certificate.merit.initiatives": {LAW_2003: 2, LAW_2022: 2},
    "provincial_certificate.titles.in_a_row": {LAW_2022: 2},
    "provincial_certificate.collective.unbroken_years": {LAW_2022: 2},
    # Huân chương Lao động: Điều 22, 24 Nghị định 91; Điều 42 đến 44 Luật 2022.
    "labour_order_3.years": {LAW_2003: 5, LAW_2022: 5},
    "labour_order_3.initiatives": {LAW_2003: 2},
    "labour_order_3.excellent_years": {LAW_2022: 1},
    "labour_order_3.titles": {LAW_2022: 3},
    "labour_order_2.years": {LAW_2022: 5},
    "labour_order_2.excellent_years": {LAW_2022: 2},
    "labour_order_2.titles": {LAW_2022: 1},
    "labour_order_1.years": {LAW_2003: 5},
    "labour_order_1.initiatives": {LAW_2003: 4},
    "labour_order_1.collective.years": {LAW_2003: 5, LAW_2022: 5},
    "labour_order_1.collective.government_flags": {LAW_2022: 1},
    "labour_order_1.collective.flags_beside": {LAW_2022: 2},
    "labour_order_1.collective.flags_alone": {LAW_2022: 4},
    "labour_order_2.collective.years": {LAW_2022: 5},
    "labour_order_2.collective.government_flags": {LAW_2022: 1},
    "labour_order_2.collective.flags_beside": {LAW_2022: 1},
    "labour_order_2.collective.flags_alone": {LAW_2022: 3},
    "labour_order_3.collective.years": {LAW_2022: 5},
    "labour_order_3.collective.government_flags": {LAW_2022: 1},
    "labour_order_3.collective.flags_alone": {LAW_2022: 2},
    "labour_order_3.collective.flags_beside": {LAW_2022: 1},
    "labour_order_3.collective.certificates_few": {LAW_2022: 1},
    "labour_order_3.collective.certificates_many": {LAW_2022: 2},
    "labour_order_1.workers.initiatives": {LAW_2003: 4},
    "labour_order_1.farmers.inventions": {LAW_2003: 1},
    "labour_order_1.farmers.model_years": {LAW_2003: 5},
    "labour_order_3.workers.movement_years": {LAW_2022: 5},
    # Heroes: Điều 61 Luật 2003; Điều 63 Luật 2022.
    "labour_hero.contribution_years": {LAW_2003: 10, LAW_2022: 10},
    "labour_hero.leading_years": {LAW_2022: 10},
    # Long service: Điều 3, 23 Nghị định 91; Điều 4, 21 Nghị định 152.
    "long_service.women_part": {LAW_2003: 3, LAW_2022: 3, DECREE_152: 3},
    "long_service.labour_2.wars.head.from": {LAW_2003: 6},
    "long_service.labour_2.wars.head.below": {LAW_2003: 10},
    "long_service.labour_2.wars.deputy.from": {LAW_2003: 10},
    "long_service.labour_2.one_war.head.from": {LAW_2003: 10},
    "long_service.labour_2.one_war.head.below": {LAW_2003: 15},
    "long_service.labour_3.director.from": {DECREE_152: 3},
    "long_service.labour_3.director.below": {DECREE_152: 5},
    "long_service.labour_3.deputy_director.from": {DECREE_152: 5},
    "long_service.labour_3.deputy_director.below": {DECREE_152: 8},
    "long_service.labour_3.head.from": {DECREE_152: 6},
    "long_service.labour_3.head.below": {DECREE_152: 10},
    "long_service.labour_3.deputy_head.from": {DECREE_152: 10},
    "long_service.labour_3.deputy_head.below": {DECREE_152: 15},
    # Once: Thông tư 08/2017, believed to be kept by Thông tư 12/2019.
    "once.state_award_a_year": {CIRCULAR_08: 1, CIRCULAR_12: 1},
    # Ballots: Điều 45 khoản 8 Nghị định 91; Điều 30 khoản 7 Nghị định 98.
    "voting.higher.agreement": {LAW_2003: 90, LAW_2022: 90},
    "voting.lower.agreement": {LAW_2022: 80},
    # Sets of a file: Điều 49 đến 55 Nghị định 91; Điều 33, 40, 41 Nghị định 98; Quyết định 311.
    "papers.sets.CSTDTQ": {LAW_2003: 2, LAW_2022: 1, DECREE_152: 1},
    "papers.sets.CO_CP": {LAW_2003: 2, LAW_2022: 1, PROCEDURE: 1, DECREE_152: 1},
    "papers.sets.BK_TTG": {LAW_2003: 2, LAW_2022: 1, PROCEDURE: 1, DECREE_152: 1},
    "papers.sets.orders": {LAW_2003: 3, LAW_2022: 1, DECREE_152: 1},
    "papers.sets.heroes": {LAW_2003: 3, LAW_2022: 1, DECREE_152: 1},
    "papers.sets.simple": {LAW_2003: 3, LAW_2022: 1, DECREE_152: 1},
    "papers.sets.BK_TINH": {LAW_2003: 1},
    "papers.sets.own": {LAW_2003: 1},
    # Times: Điều 47, 48 Nghị định 91; Điều 32 Nghị định 98; Quyết định 311, Quyết định 638.
    "deadline.SUBMIT.CSTDTQ.years_after": {LAW_2003: 1, LAW_2022: 1},
    "deadline.SUBMIT.AHLD.every_years": {LAW_2003: 5},
    "deadline.APPRAISE.own": {LAW_2003: 25},
    "deadline.APPRAISE.state": {LAW_2003: 30, LAW_2022: 20, DECREE_152: 20},
    "deadline.NOTIFY_RESULT.own": {LAW_2003: 10},
    "deadline.NOTIFY_RESULT.state": {LAW_2003: 10},
    "deadline.CONSULTATION_REPLY.state": {LAW_2003: 10},
    "deadline.AFTER_CONSULTATION.state": {LAW_2022: 10, PROCEDURE: 10, DECREE_152: 10},
    "deadline.RETURN_UNQUALIFIED.state": {LAW_2022: 5, PROCEDURE: 5, DECREE_152: 5},
    "deadline.NOTIFY_REFUSAL.state": {LAW_2022: 10, PROCEDURE: 10, DECREE_152: 10},
    "deadline.COPY_TO_PROVINCE.state": {LAW_2022: 10, PROCEDURE: 10, DECREE_152: 10},
    "deadline.COPY_TO_RECIPIENT.state": {LAW_2022: 10, PROCEDURE: 10, DECREE_152: 10},
    "deadline.DELIVER_ITEMS.state": {LAW_2022: 10, PROCEDURE: 10, DECREE_152: 10},
    "deadline.PUBLIC_COMMENT.heroes": {LAW_2022: 10, DECREE_152: 10},
    "deadline.DECIDE.CSTDCS": {DECREE_152: 20, AMENDED: 20},
    # Mức lương cơ sở.
    "base_salary": {
        BEFORE: 1_300_000,
        date(2018, 7, 1): 1_390_000,
        date(2019, 7, 1): 1_490_000,
        date(2023, 7, 1): 1_800_000,
        date(2024, 7, 1): 2_340_000,
        date(2026, 7, 1): 2_530_000,
    },
}


def numbers_of(id_: str) -> dict[date, int]:
    """Return the whole numbers of an entry by the first day of each version."""
    return {
        entry.since: entry.value
        for entry in shipped().row(id_).items
        if isinstance(entry.value, int) and not isinstance(entry.value, bool)
    }


@pytest.mark.parametrize("id_", NUMBERS)
def test_a_number_is_what_its_clause_says(id_: str) -> None:
    assert numbers_of(id_) == NUMBERS[id_]


def test_no_number_was_entered_once_only() -> None:
    numbered = {
        id_
        for id_, row in shipped().rows.items()
        if numbers_of(id_) or any(isinstance(entry.value, Decimal) for entry in row.items)
    }

    assert {id_ for id_ in numbered if not id_.startswith("reward.")} == set(NUMBERS)


def test_the_report_on_long_service_has_the_third_form_of_the_decree_of_2017() -> None:
    assert shipped().on("form.report.long_service", LAW_2003).word() == "Mẫu số 03"
