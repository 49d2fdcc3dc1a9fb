"""A naive second opinion, written from the clauses with loops and no bits.

In a world where everything is known a route says ``yes`` (whatever a person thinks), ``no``
(whatever a person thinks) or ``doubt``. What is not known is filled in by brute force. Each
family of awards has its oracles in ``oracles/``, written by somebody who has not read the rule.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from bangvang.law.catalogue import AwardClass, catalogue
from bangvang.law.finding import Answer
from bangvang.law.kinds import Kind
from bangvang.law.record import Fact, Held, Record

MOST_WORLDS = 8192
SPAN = 48
"""Years looked back; the last of them stands for all before."""
GRADED = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")


@dataclass(frozen=True)
class Oracle:
    """How a route is judged in one known world, and what may be unknown.

    ``rows``: code, years back, rows hidden at once. A register that is open in a year is open in
    all years before, so of years that count alike the farthest is enough. ``chains``: code, span
    of years back, rows a year, all hidden together: for long spans in which more rows only ever
    help. ``facts``: values to try where the file has no answer; for counts, values on both sides
    of each number. ``never``: answers the route cannot give, since people always judge or nothing
    is computed.
    """

    judge: Callable[[Record, int], str]
    rows: tuple[tuple[str, int, int], ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    never: frozenset[Answer] = frozenset()
    chains: tuple[tuple[str, range, int], ...] = ()


def years_of(record: Record, *codes: str) -> list[int]:
    """List the years of the rows that count, one for each row; a title counts once a year."""
    found: list[tuple[str, int]] = []
    for row in record.held:
        line = catalogue().get(row.code)
        if line is None or row.code not in codes or row.revoked_on is not None:
            continue
        if line.is_award and row.kind in (Kind.SUDDEN, Kind.THEME):
            continue  # khoản 3 Điều 4 Nghị định 152/2025 names these two kinds and no other
        if line.award_class is AwardClass.TITLE and (row.code, row.year) in found:
            continue
        found.append((row.code, row.year))
    return [year for _, year in found]


def has_all(years: list[int], wanted: Iterable[int]) -> bool:
    """Say whether every wanted year is there."""
    return all(year in years for year in wanted)


def how_many(years: list[int], first: int, end: int) -> int:
    """Count from one year to another, both included."""
    return len([year for year in years if first <= year <= end])


def is_open(record: Record, code: str, year: int) -> bool:
    """Say whether rows of this code and year may exist that nobody has recorded."""
    if record.born is not None and year < record.born:
        return False
    register = catalogue()[code].record_kind
    complete_from = record.complete_from.get(register)
    through = record.complete_through.get(register, year)
    if complete_from is not None and complete_from <= year <= through:
        return False
    return code not in GRADED or year not in years_of(record, *GRADED)


def since_birth(oracle: Oracle, record: Record, year: int) -> Iterator[tuple[str, int, int]]:
    """Give the rows to fill in; one that stands for years before a birth moves up to the birth.

    Not past the next row of its code, which stands for the years after it.
    """
    oldest = SPAN if record.born is None else year - record.born
    for code, back, count in oracle.rows:
        nearer = [other for also, other, _ in oracle.rows if also == code and other < back]
        if min(back, oldest) > max(nearer, default=-1):
            yield code, min(back, oldest), count


def completions(oracle: Oracle, record: Record, year: int) -> Iterator[Record]:
    """Fill in every unknown row and answer in every way; one grade a year."""
    free = [
        [Held(code, Kind.MERIT, year - back)] * count
        for code, back, count in since_birth(oracle, record, year)
        if is_open(record, code, year - back)
    ]
    for code, span, count in oracle.chains:
        years = [year - back for back in span if is_open(record, code, year - back)]
        if years:
            free.append([Held(code, Kind.MERIT, one) for one in years for _ in range(count)])
    asked = {
        name: values for name, values in oracle.facts.items() if record.facts.get(name) is None
    }
    worlds = 2 ** len(free)
    for values in asked.values():
        worlds *= len(values)
    assert worlds <= MOST_WORLDS, f"{worlds} worlds: hide less"
    for taken in product((False, True), repeat=len(free)):
        added = [row for rows, is_in in zip(free, taken, strict=True) if is_in for row in rows]
        graded = [row.year for row in added if row.code in GRADED]
        if len(graded) > len(set(graded)):
            continue
        for answers in product(*asked.values()):
            facts = {**record.facts, **dict(zip(asked, answers, strict=True))}
            yield replace(record, held=(*record.held, *added), facts=facts)


def expected(oracle: Oracle, record: Record, year: int) -> Answer:
    """Return the answer that holds in every world that the record allows.

    Two worlds that differ, or one in doubt, settle it; the rest need not be looked at.
    """
    first = ""
    for world in completions(oracle, record, year):
        said = oracle.judge(world, year)
        if said == "doubt" or first not in ("", said):
            return Answer.FOR_A_PERSON
        first = said
    return Answer.MET if first == "yes" else Answer.NOT_MET


def or_the_year_before(
    judge: Callable[[Record, int], str], *run_of: str
) -> Callable[[Record, int], str]:
    """Judge with the year considered, else, where it has none of these, with the year before.

    Another grade of that year ends a run of grades for good.

    A register that is complete over the whole span looked at has nothing open before it.
    """

    def judged(record: Record, year: int) -> str:
        found = judge(record, year)
        graded = [grade for grade in GRADED if year in years_of(record, grade)]
        titles = [code for code in run_of if code not in GRADED and year in years_of(record, code)]
        is_held = bool(titles) or (bool(graded) and all(grade in run_of for grade in graded))
        is_broken = bool(graded) and {*run_of} <= {*GRADED} and {*run_of}.isdisjoint(graded)
        if found != "no" or is_held or is_broken:
            return found
        whole = {
            kind: first if first > year - SPAN else year - 2 * SPAN
            for kind, first in record.complete_from.items()
        }
        return "no" if judge(replace(record, complete_from=whole), year - 1) == "no" else "doubt"

    return judged
