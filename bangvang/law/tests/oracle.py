"""A naive second opinion, written from the clauses with loops and no bits.

In a world where everything is known a route says ``yes`` (whatever a person thinks), ``no``
(whatever a person thinks) or ``doubt``. What is not known is filled in by brute force.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product

from bangvang.law.catalogue import RecordKind
from bangvang.law.facts import Held, Record
from bangvang.law.finding import Answer
from bangvang.law.kinds import Kind

Oracle = Callable[[Record, int], str]

FACTS = {"HTXSNV", "HTTNV", "HTNV", "KHTNV", "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH"}
REGISTERS = {
    "CSTDCS": RecordKind.AWARD,
    "BK_TINH": RecordKind.AWARD,
    "GIAY_KHEN": RecordKind.AWARD,
    "HTXSNV": RecordKind.GRADE,
    "SK_TINH": RecordKind.INITIATIVE,
    "SK_CO_SO": RecordKind.INITIATIVE,
    "SK_TOAN_QUOC": RecordKind.INITIATIVE,
}


def years_of(record: Record, *codes: str) -> list[int]:
    """List the years of the rows that count, one for each row."""
    return [
        row.year
        for row in record.held
        if row.code in codes
        and row.revoked_on is None
        and (row.code in FACTS or row.kind is Kind.MERIT)
    ]


def has_all(years: list[int], wanted: Iterable[int]) -> bool:
    return all(year in years for year in wanted)


def how_many(years: list[int], first: int, end: int) -> int:
    return len([year for year in years if first <= year <= end])


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


def certificate_2017(record: Record, year: int) -> str:
    first = year - 4
    certificates = [held for held in years_of(record, "BK_TINH", "BK_BO") if held < first]
    excellent = years_of(record, "HTXSNV")
    worse = years_of(record, "HTTNV", "HTNV", "KHTNV")
    clashing = [held for held in excellent if held in worse and held >= first]
    if not certificates or not has_all(excellent, range(first, year + 1)):
        return "no"
    if how_many(years_of(record, "SK_CO_SO"), first, year) >= 5:
        return "doubt" if clashing else "yes"
    fought = record.facts.get("CHIEN_DAU")
    praised = how_many(years_of(record, "GIAY_KHEN"), first, year) >= 5
    if praised and fought is True and not clashing:
        return "yes"
    wide = years_of(record, "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC")
    is_wide = how_many(wide, first, year) >= 5
    return "doubt" if is_wide or (praised and fought is not False) else "no"


ORACLES: dict[str, tuple[Oracle, tuple[tuple[str, int, int], ...]]] = {
    # per route: the oracle, and what may be hidden: code, years back, rows hidden at once
    "provincial_fighter.2017": (
        fighter_2017,
        (
            *((code, back, 1) for code in ("CSTDCS", "SK_TINH") for back in range(3)),
            *(("SK_TINH", back, 1) for back in (3, 48)),
            ("SK_TOAN_QUOC", 1, 1),
        ),
    ),
    "provincial_fighter.2024": (
        fighter_2024,
        (
            *((code, back, 1) for code in ("CSTDCS", "SK_TINH") for back in range(4)),
            ("SK_TINH", 48, 1),
            ("SK_TOAN_QUOC", 1, 1),
        ),
    ),
    "prime_minister_certificate.merit.2017": (
        certificate_2017,
        (
            *(("HTXSNV", back, 1) for back in range(5)),
            *(("BK_TINH", back, 1) for back in (5, 48)),
            *(("SK_CO_SO", back, 5) for back in (0, 4)),
            ("SK_TOAN_QUOC", 2, 5),
            ("GIAY_KHEN", 3, 5),
        ),
    ),
}


def is_open(record: Record, code: str, year: int) -> bool:
    """Say whether rows of this code and year may exist that nobody has recorded."""
    complete_from = record.complete_from.get(REGISTERS[code])
    if complete_from is not None and year >= complete_from:
        return False
    graded = years_of(record, "HTXSNV", "HTTNV", "HTNV", "KHTNV")
    return code != "HTXSNV" or year not in graded


def completions(route: str, record: Record, year: int) -> Iterator[Record]:
    """Fill in every unknown row in every way."""
    free = [
        [Held(code, Kind.MERIT, year - back)] * count
        for code, back, count in ORACLES[route][1]
        if is_open(record, code, year - back)
    ]
    for choice in product((False, True), repeat=len(free)):
        added = [row for rows, taken in zip(free, choice, strict=True) if taken for row in rows]
        yield replace(record, held=(*record.held, *added))


def expected(route: str, record: Record, year: int) -> Answer:
    """Return the answer that holds in every world that the record allows."""
    oracle = ORACLES[route][0]
    found = {oracle(world, year) for world in completions(route, record, year)}
    if found == {"yes"}:
        return Answer.MET
    return Answer.NOT_MET if found == {"no"} else Answer.FOR_A_PERSON
