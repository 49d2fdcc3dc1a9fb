"""Lists that are read a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

from django.http import HttpRequest

from bangvang.foundation.objection import Unseen
from bangvang.web.components.pager import Pager, pager

DIGITS = 5
One = TypeVar("One")


def page_number(request: HttpRequest) -> int:
    """Return which page is asked for; what is no number asks for the first."""
    said = request.GET.get("trang", "")
    return int(said) if said.isdecimal() and len(said) <= DIGITS else 1


def pager_of(number: int, count: int, size: int, *, query: dict[str, str], what: str) -> Pager:
    """Return the pager of a list with the words beside it: "Người 1 đến 30 trong 180"."""
    first = (number - 1) * size + 1
    said = f"{what} {first} đến {min(first + size - 1, count)} trong {count}"
    last = max(1, -(-count // size))
    return pager(number, last, query=query, said=said if count > size else "")


def some_of(
    request: HttpRequest, rows: Sequence[One], size: int, *, what: str
) -> tuple[Sequence[One], Pager]:
    """Return the page that is asked for of rows that were all read, with the pager.

    Raises:
        Unseen: there is no such page.
    """
    number = page_number(request)
    start = (number - 1) * size
    if start < 0 or start >= max(len(rows), 1):
        raise Unseen
    return rows[start : start + size], pager_of(number, len(rows), size, query={}, what=what)
