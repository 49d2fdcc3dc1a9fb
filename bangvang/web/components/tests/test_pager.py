"""Which numbers a pager shows."""

import pytest

from bangvang.web.components.pager import pager


@pytest.mark.parametrize(
    ("current", "last", "shown"),
    [
        (1, 1, [1]),
        (2, 7, [1, 2, 3, 4, 5, 6, 7]),
        (1, 12, [1, 2, 3, 4, 5, None, 12]),
        (4, 12, [1, 2, 3, 4, 5, None, 12]),
        (5, 12, [1, None, 4, 5, 6, None, 12]),
        (9, 12, [1, None, 8, 9, 10, 11, 12]),
        (12, 12, [1, None, 8, 9, 10, 11, 12]),
    ],
)
def test_the_first_the_last_and_the_neighbours_are_shown(
    current: int, last: int, shown: list[int | None]
) -> None:
    assert [item.number for item in pager(current, last, query={}).items] == shown


def test_what_else_stands_in_the_address_stays_there() -> None:
    pages = pager(2, 3, query={"q": "nậm thông"})

    assert pages.next_href == "?q=n%E1%BA%ADm+th%C3%B4ng&trang=3"
    assert pages.previous_href == "?q=n%E1%BA%ADm+th%C3%B4ng&trang=1"


def test_there_is_nothing_before_the_first_page_and_after_the_last() -> None:
    assert pager(1, 2, query={}).previous_href == ""
    assert pager(2, 2, query={}).next_href == ""


def test_one_page_is_the_current_one() -> None:
    assert [item.is_current for item in pager(2, 3, query={}).items] == [False, True, False]
