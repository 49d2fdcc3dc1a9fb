"""The six criteria as loops over sets and lists, as an engineer writes them without bits.

Prepared beforehand and for the nominees alone, which flatters it: per person a set of years for
what is asked by the year, a list of years for what is counted row by row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bangvang.law import SPAN, RecordKind
from bangvang.registry.columns import CODES
from bench.law.made import YEAR, Made

FIVE = range(YEAR - 4, YEAR + 1)
THREE = range(YEAR - 2, YEAR + 1)
THREE_BEFORE = range(YEAR - 3, YEAR)
SETTLED = YEAR + 1 - SPAN
"""Complete from this year or an earlier one: nothing at all is unknown."""

MET, FOR_A_PERSON, NOT_MET = 2, 1, 0
ANY_SCOPE = ("SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH")
GRADES = {"HTXSNV", "HTTNV", "HTNV", "KHTNV"}


@dataclass
class Person:
    """What is known of one nominee."""

    award_from: int
    grade_from: int
    initiative_from: int
    fought: int
    titles: set[int] = field(default_factory=set)
    graded: set[int] = field(default_factory=set)
    excellent: set[int] = field(default_factory=set)
    good: set[int] = field(default_factory=set)
    certificates: set[int] = field(default_factory=set)
    counted: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def prepared(made: Made) -> list[Person]:
    """Return the nominees with their rows."""
    complete = (made.complete[kind] for kind in
                (RecordKind.AWARD, RecordKind.GRADE, RecordKind.INITIATIVE))  # fmt: skip
    columns = [years[made.nominees - 1].tolist() for years in complete]
    people = [Person(*known) for known in zip(*columns, made.fought.tolist(), strict=True)]
    by_number = dict(zip(made.nominees.tolist(), people, strict=True))
    rows = made.counting()
    wanted = np.isin(rows.people, made.nominees) & (rows.years <= YEAR)
    columns = [column[wanted].tolist() for column in (rows.people, rows.codes, rows.years)]
    for number, code, year in zip(*columns, strict=True):
        _enter(by_number[number], CODES[code], year)
    return people


def _enter(person: Person, code: str, year: int) -> None:
    person.counted[code].append(year)
    if code == "CSTDCS":
        person.titles.add(year)
    elif code in ("BK_TINH", "BK_BO"):
        person.certificates.add(year)
    elif code in GRADES:
        person.graded.add(year)
        if code == "HTXSNV":
            person.excellent.add(year)
        if code in ("HTXSNV", "HTTNV"):
            person.good.add(year)


def _count(person: Person, codes: Iterable[str], years: range) -> int:
    return sum(year in years for code in codes for year in person.counted.get(code, ()))


def _all_may(held: set[int], complete_from: int, years: range) -> bool:
    return all(year in held or year < complete_from for year in years)


def _ended_before(p: Person) -> bool:
    return YEAR not in p.titles and _all_may(p.titles, p.award_from, THREE_BEFORE)


def _initiative_may(p: Person) -> bool:
    wider = ("SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC")
    return p.initiative_from > SETTLED or any(p.counted.get(code) for code in wider)


def fighter_2017(p: Person) -> int:
    """CSTDT, decree of 2017; people judge, so never more than possible."""
    may = _all_may(p.titles, p.award_from, THREE) and _initiative_may(p)
    return FOR_A_PERSON if may else NOT_MET


def fighter_2024(p: Person) -> int:
    """CSTDT, law of 2022, with its second reading of the three years."""
    ended = _ended_before(p)
    titles = ended or _all_may(p.titles, p.award_from, THREE)
    return FOR_A_PERSON if titles and _initiative_may(p) else NOT_MET


def certificate_before(p: Person) -> int:
    """A certificate before the last five years."""
    if any(year < FIVE[0] for year in p.certificates):
        return MET
    return FOR_A_PERSON if p.award_from > SETTLED else NOT_MET


def _graded(held: set[int], p: Person) -> int:
    if all(year in held for year in FIVE):
        return MET
    may = all(year in held or (year < p.grade_from and year not in p.graded) for year in FIVE)
    return FOR_A_PERSON if may else NOT_MET


def _initiatives(p: Person) -> int:
    praised = _count(p, ("GIAY_KHEN",), FIVE) >= 5
    if _count(p, ("SK_CO_SO",), FIVE) >= 5 or (praised and p.fought == 1):
        return MET
    if FIVE[0] < p.initiative_from:
        return FOR_A_PERSON
    if _count(p, ANY_SCOPE, FIVE) >= 5:
        return FOR_A_PERSON
    combat = (praised or FIVE[0] < p.award_from) and p.fought != 0
    return FOR_A_PERSON if combat else NOT_MET


def certificate_2017(p: Person) -> int:
    """BK_TTG by merit: the weakest of its three parts, the cheapest first."""
    excellent = _graded(p.excellent, p)
    if excellent == NOT_MET:
        return NOT_MET
    before = certificate_before(p)
    return NOT_MET if before == NOT_MET else min(excellent, before, _initiatives(p))


def good_years(p: Person) -> int:
    """Five good years in a row."""
    return _graded(p.good, p)


def titles_within(p: Person) -> int:
    """Three grassroots titles within five years."""
    if sum(year in p.titles for year in FIVE) >= 3:
        return MET
    return FOR_A_PERSON if FIVE[0] < p.award_from else NOT_MET


CRITERIA: tuple[Callable[[Person], int], ...] = (
    fighter_2017,
    fighter_2024,
    certificate_2017,
    good_years,
    certificate_before,
    titles_within,
)


class Loops:
    """The nominees prepared, and the loop over them."""

    def __init__(self, made: Made) -> None:
        self.people = prepared(made)

    def answers(self) -> npt.NDArray[np.int8]:
        """Return one row of six answers for each nominee."""
        return np.array(self.work(), np.int8)

    def work(self) -> list[list[int]]:
        """Ask the six about each: what is timed."""
        return [[ask(person) for ask in CRITERIA] for person in self.people]
