"""Chiến sĩ thi đua, with loops."""

from bangvang.law.finding import Answer
from bangvang.law.record import Record
from bangvang.law.tests.oracle import Oracle, has_all, how_many, years_of


def fighter_2017(record: Record, year: int) -> str:
    titles = years_of(record, "CSTDCS")
    initiatives = years_of(record, "SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC")
    if not has_all(titles, [year - 2, year - 1, year]):
        return "no"
    return "doubt" if how_many(initiatives, 0, year) >= 1 else "no"


def fighter_2024(record: Record, year: int) -> str:
    if fighter_2017(record, year) == "doubt":
        return "doubt"
    titles = years_of(record, "CSTDCS")
    initiatives = years_of(record, "SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC")
    if year in titles or not has_all(titles, [year - 3, year - 2, year - 1]):
        return "no"
    return "doubt" if how_many(initiatives, 0, year) >= 1 else "no"


JUDGED = frozenset({Answer.MET})

ORACLES = {
    "provincial_fighter.2017": Oracle(
        fighter_2017,
        (
            *((code, back, 1) for code in ("CSTDCS", "SK_TINH") for back in range(3)),
            *(("SK_TINH", back, 1) for back in (3, 48)),
            ("SK_TOAN_QUOC", 1, 1),
        ),
        never=JUDGED,
    ),
    "provincial_fighter.2024": Oracle(
        fighter_2024,
        (
            *((code, back, 1) for code in ("CSTDCS", "SK_TINH") for back in range(4)),
            ("SK_TINH", 48, 1),
            ("SK_TOAN_QUOC", 1, 1),
        ),
        never=JUDGED,
    ),
}
