"""What is found out about a text, each once: a file writes the same ones in many rows."""

from functools import lru_cache

from bangvang import law
from bangvang.foundation import vietnamese
from bangvang.foundation.vietnamese import DateUnreadable, ReadDate, read_date

KEPT = 1 << 13
"""Names of people are rarely the same; units, titles, days and numbers of decisions are fewer."""

fold = lru_cache(KEPT)(vietnamese.fold)
name_key = lru_cache(KEPT)(vietnamese.name_key)
name_key_loose = lru_cache(KEPT)(vietnamese.name_key_loose)
damage_in = lru_cache(KEPT)(vietnamese.damage_in)
find_code = lru_cache(KEPT)(law.find_code)
find_kind = lru_cache(KEPT)(law.find_kind)


def date_in(value: object) -> ReadDate | None:
    """Return the date in a cell, see `read_date`.

    Raises:
        DateUnreadable: there is something, and it is not a date.
    """
    if not isinstance(value, str):
        return read_date(value)
    found = _date_in(value)
    if isinstance(found, DateUnreadable):
        raise DateUnreadable(str(found))
    return found


@lru_cache(KEPT)
def _date_in(text: str) -> ReadDate | DateUnreadable | None:
    try:
        return read_date(text)
    except DateUnreadable as refused:
        return refused
