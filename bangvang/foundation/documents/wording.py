"""The small fixed forms of official papers: dates, numbers, ends of lines; clean text."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that no paper shows: controls, formats, surrogates, private, unassigned."""
BLANK_DAY = "\N{NO-BREAK SPACE}" * 6
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def clean(text: str) -> str:
    """Return the text in NFC on one line: no control characters, single spaces."""
    return " ".join(clean_lines(text).split())


def clean_lines(text: str) -> str:
    """Return the text in NFC without control characters, line breaks kept."""
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join(" ".join(_printable(line).split()) for line in lines).strip()


def date_in_words(on: date | None, *, year: int | None = None) -> str:
    """Return "ngày 19 tháng 4 năm 2022"; without a day, the blanks that a pen fills in.

    Days under 10 and the months 1 and 2 get a leading 0.
    """
    if on is None:
        written_year = f"{year:04d}" if year else BLANK_DAY
        return f"ngày{BLANK_DAY}tháng{BLANK_DAY}năm {written_year}"
    month = f"{on.month:02d}" if on.month <= 2 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def number_of_paper(number: int | None, symbol: str) -> str:
    """Return "05/QĐ-UBND"; without a number, the blank that the clerk fills in."""
    written = f"{number:02d}" if number is not None else BLANK_DAY
    return f"{written}/{symbol}"


def with_ends(lines: Sequence[str]) -> list[str]:
    """Return the lines ended as the decree wants: each with `;`, the last one with `.`."""
    bare = [re.sub(r"[\s;.,]+$", "", clean(line)) for line in lines]
    return [f"{line};" for line in bare[:-1]] + [f"{line}." for line in bare[-1:]]


def closed(text: str) -> str:
    """Return the last sentence of a paper with its closing mark `./.`."""
    return re.sub(r"[\s./;]+$", "", text) + "./."


def roman(number: int) -> str:
    """Return I to X, as annexes are numbered."""
    return ROMAN[number - 1]


def _printable(line: str) -> str:
    kept = (letter for letter in line if unicodedata.category(letter) not in UNPRINTED)
    return "".join(kept)
