"""Counting in bits: per code a few columns of years, the first for one row, the next for a second.

Plane number k marks a year of a person if more than k rows lie in it, so a row comes in by carrying
up through the planes.
"""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Years: TypeAlias = npt.NDArray[np.uint64]
"""Years as bits, one number a person."""

Places: TypeAlias = npt.NDArray[np.int64]
"""Where in a column each person stands."""

DEEPEST = 63
"""The last bit of a column: that year and all before."""


def keys_of(places: Places, back: Places) -> Places:
    """Return one number for each row: its place, and how many years back it lies, 0 to 63."""
    return places << 6 | back


def deepest(keys: Places) -> int:
    """Return how many years back the oldest of these rows lies."""
    return int((keys & DEEPEST).max())


def count_in(planes: list[Years], keys: Places, *, size: int) -> None:
    """Add rows, see ``keys_of``; alike rows are several rows."""
    for who, years in _without_twins(keys):
        carried, by = years, who
        for plane in planes:
            before = plane.take(by)
            plane[by] = before | carried
            carried = before & carried
            again = carried != 0
            carried, by = carried[again], by[again]
        if by.size:
            planes.append(np.zeros(size, np.uint64))
            planes[-1][by] = carried


def ending(planes: list[Years], *, later: int, span: int) -> list[Years]:
    """Drop the latest years, and gather in bit ``span - 1`` that year and all before."""
    edge = np.uint64(span - 1)
    moved = [plane >> np.uint64(later) for plane in planes]
    olden = [plane >> edge for plane in moved]
    rows = sum((np.bitwise_count(plane).astype(np.uint16) for plane in olden), np.uint16(0))
    deep = max(len(moved), int(np.max(rows)))
    near = [plane ^ (old << edge) for plane, old in zip(moved, olden, strict=True)]
    near += [np.zeros_like(near[0])] * (deep - len(near))
    return [plane | ((rows > level).astype(np.uint64) << edge) for level, plane in enumerate(near)]


def _without_twins(keys: Places) -> Iterator[tuple[Places, Years]]:
    """Sort rows into rounds without alike ones; a round gives each person once, years joined."""
    each, times = np.unique(keys, return_counts=True)
    for level in range(int(times.max(initial=0))):
        this = each[times > level]
        who, years = this >> 6, np.uint64(1) << (this & DEEPEST).astype(np.uint64)
        starts = np.flatnonzero(np.diff(who, prepend=-1))
        yield who[starts], np.bitwise_or.reduceat(years, starts)
