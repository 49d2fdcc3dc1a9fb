"""Texts written over cells of what was read; the file itself stays as it came."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bangvang.foundation.sheets.grid import Grid, Value, Workbook

Mended = Mapping[str, Mapping[str, str]]
"""By the name of a sheet and the address of a cell: the text that is read instead."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d*)")


def mended(workbook: Workbook, texts: Mended) -> Workbook:
    """Return the workbook as if these texts stood in its cells."""
    if not texts:
        return workbook
    grids = tuple(_grid(grid, texts.get(grid.name, {})) for grid in workbook.grids)
    return replace(workbook, grids=grids)


def place_of(address: str) -> tuple[int, int]:
    """Return row and column of D9 as 8, 3: both are counted from 0.

    Raises:
        ValueError: this is no address.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _grid(grid: Grid, texts: Mapping[str, str]) -> Grid:
    if not texts:
        return grid
    rows: list[list[Value]] = [list(row) for row in grid.rows]
    for address, text in texts.items():
        row, column = place_of(address)
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = text or None
    merged = grid.merged - {place_of(address) for address in texts}
    return replace(grid, rows=tuple(map(tuple, rows)), merged=merged)
