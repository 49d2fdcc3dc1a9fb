"""Joining single years that were stated to be whole into one span, pure and short."""

from collections.abc import Collection


def joined(promised: int | None, years: Collection[int]) -> tuple[int, int | None] | None:
    """Return the first and the last whole year, None where nothing is whole.

    `promised` is the year from which the standing office promised everything without an end; then
    there is no last year, and years before it join it where none is missing in between. Without a
    promise the longest run of stated years counts, of two equal ones the later; years apart from
    it wait until the gap is closed.
    """
    if promised is not None:
        first = promised
        while first - 1 in years:
            first -= 1
        return first, None
    runs: list[tuple[int, int]] = []
    for year in sorted(years):
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return max(runs, key=lambda run: (run[1] - run[0], run[1]), default=None)


def promise_of(from_year: int, through_year: int | None, entered_from: int | None) -> int | None:
    """Return the year from which the standing office promised everything, if it did."""
    if through_year is not None:
        return None
    return from_year if entered_from is None else entered_from
