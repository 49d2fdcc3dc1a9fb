"""How criteria put years into Vietnamese sentences."""

from bangvang.law.facts import SPAN, Codes, RecordHand
from bangvang.law.finding import Missing


def listed(years: tuple[int, ...]) -> str:
    """List calendar years, «2019, 2020»."""
    return ", ".join(str(year) for year in years)


def span_of(hand: RecordHand, years: int) -> str:
    """Name a span of marked years, «2019-2021»."""
    first, end = hand.year + 1 - years.bit_length(), hand.latest(years)
    return f"{first}-{end}" if first != end else str(end)


def years_word(hand: RecordHand, years: int) -> str:
    """Name marked years with their word, «các năm 2019, 2020»."""
    found = hand.calendar(years)
    return ("năm " if len(found) == 1 else "các năm ") + listed(found)


def had(hand: RecordHand, years: int) -> str:
    """Say how many years are there, and which."""
    found = hand.calendar(years)
    return f"có {len(found)} ({listed(found)})" if found else "chưa có năm nào"


def gaps(hand: RecordHand, *, absent: int, unknown: int) -> tuple[str, ...]:
    """Say which years are absent and which are not known."""
    gone = (f"thiếu {years_word(hand, absent)}",) if absent else ()
    return gone + ((f"chưa rõ {years_word(hand, unknown)}",) if unknown else ())


def missing_rows(hand: RecordHand, codes: Codes, years: int) -> tuple[Missing, ...]:
    """Name unknown years by the first code; years without a beginning become one line."""
    if years >> (SPAN - 1):
        return (Missing(codes[0], hand.latest(years), or_earlier=True),)
    return tuple(Missing(codes[0], year) for year in hand.calendar(years))
