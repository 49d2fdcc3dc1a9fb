"""Tables kept as text with separators."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from bangvang.foundation.sheets.grid import Unreadable

_SEPARATORS = ";,\t"
_HINT = re.compile(r"sep=([;,\t])\r?\n")
_SAMPLE_ROWS = 40


def rows_of(text: str, filename: str) -> list[list[str]]:
    """Return the fields of every row.

    Raises:
        Unreadable: quotation marks that do not close, or a field without end.
    """
    hint = _HINT.match(text)
    separator = hint[1] if hint else _separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = list(reader)
    except csv.Error as cause:
        raise Unreadable(
            "BROKEN",
            f"Tệp “{filename}”, dòng {reader.line_num}: dấu ngoặc kép đặt sai hoặc chưa khép.",
        ) from cause
    return [[], *rows[1:]] if hint else rows


def _separator_of(text: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _score(text, separator))


def _score(text: str, separator: str) -> tuple[int, int]:
    """How many rows agree on a width above one, then how wide they are."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = Counter(len(row) for row in islice(reader, _SAMPLE_ROWS) if len(row) > 1)
    except csv.Error:
        return 0, 0
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return count, width
