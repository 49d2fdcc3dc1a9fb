"""Dates as officials write them: read from cells, said in sentences."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bangvang.foundation.vietnamese.text import tidy

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(366, 73415)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d+)(?:[T ]0{1,2}:00(?::00)?)?")
_YEAR_FIRST = re.compile(
    r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?"
)
_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d+)", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})\s?(?:[/.-]\s?|,? năm )(\d{4})", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?:ngày )?(\d{1,2})(?:\s?[/.-]\s?| tháng )(\d{1,2})", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:sinh )?năm )?(\d{4})(?:[.,]0+)?", re.IGNORECASE)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class DateUnreadable(ValueError):
    """What was written is not a date; the message says why, in Vietnamese."""


@dataclass(frozen=True, order=True)
class ReadDate:
    """A date as far as it was written: the year always, month and day where they were given."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def on(self) -> date | None:
        """The day, if the whole date was given."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def read_date(value: object, *, default_year: int | None = None) -> ReadDate | None:
    """Return the date in a cell; the day always stands before the month.

    Takes text, a date, an Excel serial, or a year alone. An empty cell gives ``None``.

    Raises:
        DateUnreadable: there is something, and it is not a date.
    """
    if value is None or isinstance(value, bool):
        return None if value is None else _refuse(str(value))
    if isinstance(value, datetime):
        return _whole(value.year, value.month, value.day, str(value))
    if isinstance(value, date):
        return _whole(value.year, value.month, value.day, str(value))
    if isinstance(value, int | float):
        return _from_number(value)
    text = tidy(str(value))
    return _from_text(text, default_year) if text else None


def _refuse(written: str) -> ReadDate:
    raise DateUnreadable(f"“{written}” không đọc được thành ngày.")


def _whole(year: int, month: int, day: int, written: str) -> ReadDate:
    _check_year(year, written)
    try:
        date(year, month, day)
    except ValueError as cause:
        raise DateUnreadable(f"“{written}” không phải ngày có thật.") from cause
    return ReadDate(year, month, day)


def _check_year(year: int, written: str) -> None:
    if year < 100:
        raise DateUnreadable(f"“{written}” ghi năm bằng hai chữ số; hãy ghi đủ bốn chữ số.")
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateUnreadable(f"“{written}” có năm ngoài khoảng {EARLIEST_YEAR}-{LATEST_YEAR}.")


def _from_number(value: float) -> ReadDate:
    if EARLIEST_YEAR <= value <= LATEST_YEAR and value == int(value):
        return ReadDate(int(value))
    if _SERIALS.start <= value < _SERIALS.stop:
        day = _SERIAL_ZERO + timedelta(days=int(value))
        return ReadDate(day.year, day.month, day.day)
    return _refuse(f"{value:g}")


def _from_text(text: str, default_year: int | None) -> ReadDate:
    for pattern, read in _READERS:
        if found := pattern.fullmatch(text):
            return read(found)
    if found := _DAY_AND_MONTH.fullmatch(text):
        if default_year is None:
            raise DateUnreadable(f"“{text}” thiếu năm.")
        return _whole(default_year, int(found[2]), int(found[1]), text)
    return _refuse(text)


def _read_day_first(found: re.Match[str]) -> ReadDate:
    return _whole(int(found[4]), int(found[3]), int(found[1]), found[0])


def _read_year_first(found: re.Match[str]) -> ReadDate:
    return _whole(int(found[1]), int(found[3]), int(found[4]), found[0])


def _read_words(found: re.Match[str]) -> ReadDate:
    return _whole(int(found[3]), int(found[2]), int(found[1]), found[0])


def _read_month(found: re.Match[str]) -> ReadDate:
    first = _whole(int(found[2]), int(found[1]), 1, found[0])
    return ReadDate(first.year, first.month)


def _read_year(found: re.Match[str]) -> ReadDate:
    _check_year(int(found[1]), found[0])
    return ReadDate(int(found[1]))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], ReadDate]], ...] = (
    (_YEAR_FIRST, _read_year_first),
    (_DAY_FIRST, _read_day_first),
    (_IN_WORDS, _read_words),
    (_MONTH, _read_month),
    (_YEAR, _read_year),
)


def say_date(day: date | ReadDate) -> str:
    """Return 19/04/2022; of a date not wholly known, 04/2022 or 2022."""
    if isinstance(day, ReadDate):
        parts = (day.day, day.month)
        return "/".join([*(f"{part:02d}" for part in parts if part is not None), f"{day.year}"])
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def say_long_date(day: date) -> str:
    """Return "ngày 19 tháng 4 năm 2022".

    Law: Nghị định 30/2020/NĐ-CP, Phụ lục I: days under 10 and months 1 and 2 get a leading zero.
    """
    month = f"{day.month:02d}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def say_weekday_date(day: date) -> str:
    """Return "thứ Hai, 14/09/2026"."""
    return f"{_WEEKDAYS[day.weekday()]}, {say_date(day)}"
