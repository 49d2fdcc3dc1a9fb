"""Which page numbers a list shows: always the first, the last and the neighbours."""

from dataclasses import dataclass
from urllib.parse import urlencode

ALL_SHOWN = 7
EDGE = 4


@dataclass(frozen=True)
class PageItem:
    """One number of a pager; `number` None is the gap."""

    number: int | None
    href: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Pager:
    """What `components/pager.html` shows; `said` stands beside it ("Lượt 1 đến 10 trong 27")."""

    items: tuple[PageItem, ...]
    last: int
    previous_href: str = ""
    next_href: str = ""
    said: str = ""


def pager(
    current: int, last: int, *, query: dict[str, str], said: str = "", name: str = "trang"
) -> Pager:
    """Return the pager of a list; `query` is what else stays in the address."""

    def href(number: int) -> str:
        return "?" + urlencode({**query, name: number})

    return Pager(
        items=tuple(
            PageItem(number, "" if number is None else href(number), number == current)
            for number in _numbers(current, last)
        ),
        last=last,
        previous_href=href(current - 1) if current > 1 else "",
        next_href=href(current + 1) if current < last else "",
        said=said,
    )


def _numbers(current: int, last: int) -> tuple[int | None, ...]:
    if last <= ALL_SHOWN:
        return tuple(range(1, last + 1))
    if current <= EDGE:
        return (*range(1, EDGE + 2), None, last)
    if current > last - EDGE:
        return (1, None, *range(last - EDGE, last + 1))
    return (1, None, current - 1, current, current + 1, None, last)
