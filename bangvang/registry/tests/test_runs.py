"""Runs of years, and the last award of each kind."""

from datetime import date

from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.selectors.runs import GOOD_OR_BETTER, Run, last_of_each, runs_of


def held(code: str, year: int, *, kind: str = "AWARD", revoked: bool = False) -> Holding:
    on = date(year + 1, 1, 20)
    return Holding(
        kind, f"{code}{year}", code, "MERIT", year, "1/QĐ", on, on if revoked else None, "", ""
    )


def history(*holdings: Holding) -> PersonHistory:
    return PersonHistory(tuple(sorted(holdings, key=lambda h: -h.year)))


def test_consecutive_years_are_one_run_and_a_gap_ends_it() -> None:
    years = (2014, 2015, 2017, 2019, 2020, 2021)

    found = runs_of(history(*(held("LDTT", year) for year in years)))

    assert found == (Run("LDTT", 2019, 2021), Run("LDTT", 2014, 2015))
    assert found[0].years == 3


def test_two_awards_of_one_year_are_one_year_and_a_revoked_one_is_none() -> None:
    found = runs_of(
        history(
            held("LDTT", 2019),
            held("LDTT", 2019),
            held("LDTT", 2020, revoked=True),
            held("LDTT", 2021),
        )
    )

    assert found == ()


def test_grades_run_by_themselves_and_good_ones_together() -> None:
    found = runs_of(
        history(
            held("HTXSNV", 2019, kind="GRADE"),
            held("HTTNV", 2020, kind="GRADE"),
            held("HTTNV", 2021, kind="GRADE"),
            held("SK_CO_SO", 2019, kind="INITIATIVE"),
            held("SK_CO_SO", 2020, kind="INITIATIVE"),
        )
    )

    assert found == (Run(GOOD_OR_BETTER, 2019, 2021), Run("HTTNV", 2020, 2021))


def test_the_last_of_each_kind_leaves_revoked_ones_out() -> None:
    found = last_of_each(
        history(held("LDTT", 2019), held("LDTT", 2021, revoked=True), held("CSTDCS", 2020))
    )

    assert [(one.code, one.year) for one in found] == [("CSTDCS", 2020), ("LDTT", 2019)]
