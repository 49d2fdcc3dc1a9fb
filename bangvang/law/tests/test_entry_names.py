"""Whoever enters a value must be able to tell one entry from another by its name."""

from collections import Counter
from datetime import date

import pytest

from bangvang.law import entry_name, unconfirmed


@pytest.mark.parametrize("on", [date(2018, 1, 1), date(2024, 3, 1), date(2026, 10, 2)])
def test_no_two_entries_that_wait_have_one_name(on: date) -> None:
    names = Counter(waiting.name for waiting in unconfirmed(on))

    assert [name for name, count in names.items() if count > 1] == []


def test_a_share_that_has_to_be_exceeded_says_so_where_its_value_is_entered() -> None:
    asked = "advanced_collective.advanced_members"

    then, now = (entry_name(asked, on) for on in (date(2018, 1, 1), date(2025, 1, 1)))

    assert then.endswith("trong tập thể (phải trên mức này, % tổng số thành viên)")
    assert now.endswith("trong tập thể (% tổng số thành viên)")
