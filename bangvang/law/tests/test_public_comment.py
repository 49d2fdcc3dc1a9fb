"""Whether the people are asked about an award: read, unread, or named nowhere."""

from datetime import date

import pytest

from bangvang.law import Asked, Citation, UnknownAward, public_comment_on

SESSION = date(2022, 4, 19)
UNDER_2022 = date(2024, 1, 1)
AMENDED = date(2026, 10, 1)


@pytest.mark.parametrize("code", ["HCLD3", "AHLD", "NGND", "CSTDTQ", "GTNN"])
def test_the_decree_of_2017_names_orders_honours_prizes_and_one_title(code: str) -> None:
    found = public_comment_on(code, SESSION)

    assert (found.asked, found.cite) == (Asked.ASKED, Citation("ND-91-2017", 45, 10))


@pytest.mark.parametrize("on", [UNDER_2022, date(2026, 9, 30), AMENDED])
def test_whom_the_law_of_2022_names_was_not_read(on: date) -> None:
    assert public_comment_on("HCLD3", on).asked is Asked.UNREAD


@pytest.mark.parametrize("code", ["BK_TTG", "CSTDT", "CO_CP", "LDTT"])
@pytest.mark.parametrize("on", [SESSION, UNDER_2022, AMENDED])
def test_of_other_awards_no_clause_was_found(code: str, on: date) -> None:
    assert public_comment_on(code, on).asked is Asked.NOT_NAMED


def test_the_boundary_is_the_first_day_of_each_text() -> None:
    days = (date(2017, 9, 30), date(2017, 10, 1), date(2023, 12, 31), UNDER_2022)

    assert [public_comment_on("HCLD3", day).asked for day in days] == [
        Asked.NOT_NAMED,
        Asked.ASKED,
        Asked.ASKED,
        Asked.UNREAD,
    ]


def test_an_unknown_award_is_refused() -> None:
    with pytest.raises(UnknownAward):
        public_comment_on("NO_SUCH", SESSION)
