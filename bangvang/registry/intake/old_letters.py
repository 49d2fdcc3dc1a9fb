"""Cells in an old encoding: which a file has, and the file with them converted once agreed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bangvang.foundation.sheets import Grid, Value
from bangvang.foundation.sheets.kinds import WINDOWS_1258
from bangvang.foundation.vietnamese import Damage
from bangvang.foundation.vietnamese.legacy import (
    encoding_of,
    is_certainly_unicode,
    is_recognised,
    may_be,
    to_unicode,
)

NAMES = {"TCVN3": Damage.TCVN3, "VNI": Damage.VNI, "CP1258": Damage.WINDOWS_1258}
"""How an agreed encoding is kept."""
SAMPLES = 8


@dataclass(frozen=True)
class Letters:
    """What is done with the letters of a file: nothing, or one old encoding is converted.

    `is_mixed`: some cells are Unicode already. Then only cells that are surely in the old encoding
    are converted, and the others that could be are named.
    """

    encoding: Damage | None = None
    is_mixed: bool = False

    def converted(self, grid: Grid) -> tuple[Grid, frozenset[tuple[int, int]]]:
        """Return the sheet with its letters converted, and the cells that stay in doubt."""
        if self.encoding is None:
            return grid, frozenset()
        doubtful: set[tuple[int, int]] = set()
        rows = [
            tuple(self._value(value, (row, at), doubtful) for at, value in enumerate(values))
            for row, values in enumerate(grid.rows)
        ]
        return replace(grid, rows=tuple(rows)), frozenset(doubtful)

    def text(self, text: str) -> str:
        """Return one text as it reads after the conversion."""
        found = self._value(text, (0, 0), set())
        return str(found)

    def _value(self, value: Value, at: tuple[int, int], doubtful: set[tuple[int, int]]) -> Value:
        if self.encoding is None or not isinstance(value, str) or value.isascii():
            return value
        if is_recognised(value, self.encoding):
            return to_unicode(value, self.encoding)
        if is_certainly_unicode(value) or not may_be(value, self.encoding):
            return value
        if self.is_mixed:
            doubtful.add(at)
            return value
        return to_unicode(value, self.encoding)


def letters_of(texts: Iterable[str], agreed: str) -> Letters:
    """Return what is done with the letters of a file; `agreed` is "", "TCVN3" or "VNI"."""
    if not agreed:
        return Letters()
    return Letters(NAMES[agreed], any(map(is_certainly_unicode, texts)))


def proposed(texts: Iterable[str], raw_letters: str = "") -> str:
    """Return the old encoding that the file seems to hold, "" if none; see `Workbook`."""
    if raw_letters == WINDOWS_1258:
        return "CP1258"
    found = encoding_of(texts)
    return next((name for name, damage in NAMES.items() if damage is found), "")


def samples(texts: Iterable[str], encoding: str) -> list[tuple[str, str]]:
    """Return some texts before and after, as a person is asked to agree to."""
    kept = list(texts)
    return list(_samples(kept, letters_of(kept, encoding)))[:SAMPLES]


def _samples(texts: Iterable[str], letters: Letters) -> Iterator[tuple[str, str]]:
    for text in dict.fromkeys(texts):
        after = letters.text(text)
        if after != text:
            yield text, after
