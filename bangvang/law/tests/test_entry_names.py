"""Whoever enters a value must be able to tell one entry from another by its name."""

from collections import Counter
from datetime import date

import pytest

from bangvang.law import unconfirmed


@pytest.mark.parametrize("on", [date(2018, 1, 1), date(2024, 3, 1), date(2026, 10, 2)])
def test_no_two_entries_that_wait_have_one_name(on: date) -> None:
    names = Counter(waiting.name for waiting in unconfirmed(on))

    assert [name for name, count in names.items() if count > 1] == []
