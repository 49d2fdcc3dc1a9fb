"""The ladder of one person or collective: what is in reach, what is missing, what would break it.

Asks every award that is earned over years, by the law of the day asked, from the lower to the
higher: a title that cannot come yet does not carry the award that asks for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bangvang.appraisal.facts import record_of
from bangvang.law import (
    Answer,
    Citation,
    Finding,
    Gap,
    Kind,
    Matter,
    Missing,
    Reason,
    Record,
    RecordKind,
    Route,
    Subject,
    YearAhead,
    ahead,
    award_name,
    bar_finding,
    catalogue_on,
    counted_anew,
    earliest,
    gaps_on,
    has_routes,
    in_order,
    merit_from,
    only_by,
    read_day,
    routes_of,
)
from bangvang.registry.selectors.holdings import PersonHistory

YEARS = 5
OVER_YEARS = (Kind.MERIT, Kind.LONG_SERVICE)
"""The kinds that are earned year by year; nobody can look ahead to the others."""

WHOLE: Mapping[RecordKind, int] = MappingProxyType(dict.fromkeys(RecordKind, 1900))
TO_COMPARE = frozenset({Reason.TEXT_UNSEEN, Reason.WEAK_SOURCE, Reason.EXCEPTIONS_CLASH})


class Reach(StrEnum):
    """What one coming year may bring, by what the register holds today."""

    WITHIN = "WITHIN"
    UNSURE = "UNSURE"
    BEYOND = "BEYOND"


class Group(StrEnum):
    """Where an award stands on the ladder."""

    NEXT_YEAR = "NEXT_YEAR"
    WITHIN_YEARS = "WITHIN_YEARS"
    LATER = "LATER"
    FOR_A_PERSON = "FOR_A_PERSON"


@dataclass(frozen=True)
class RungYear:
    """One coming achievement year of one award.

    ``only_if``: what the register and the awards below it lack, where more than they say is needed.
    ``only_by``: by which law it was told, where the law of its file is not read; then a hint only.
    """

    ahead: YearAhead
    reach: Reach
    only_if: Finding | None
    only_by: str


@dataclass(frozen=True)
class Rung:
    """One award with its coming years.

    ``earliest_year``: the first year within reach, or else the first not out of reach, at most 15
    years ahead; None where there is none. ``routes``: the ways to it; those that a file has to
    claim were not asked. ``earliest_by`` is to that year what ``only_by`` is to the others.
    """

    code: str
    kind: Kind
    name: str
    routes: tuple[Route, ...]
    years: tuple[RungYear, ...]
    earliest_year: int | None
    earliest_by: str

    @property
    def is_hint(self) -> bool:
        """Whether any year of it was told by a law that its file will not be judged by."""
        return bool(self.earliest_by) or any(year.only_by for year in self.years)

    @property
    def group(self) -> Group:
        """Where the award stands: by what is certain first, then by what a person has to see."""
        reaches = [year.reach for year in self.years]
        if reaches[0] is Reach.WITHIN:
            return Group.NEXT_YEAR
        if Reach.WITHIN in reaches:
            return Group.WITHIN_YEARS
        return Group.FOR_A_PERSON if Reach.UNSURE in reaches else Group.LATER

    @property
    def nearest(self) -> RungYear:
        """The year worth reading first: the earliest, or the next one."""
        found = (year for year in self.years if year.ahead.year == self.earliest_year)
        return next(found, self.years[0])

    def to_come(self) -> tuple[Missing, ...]:
        """Return the rows of coming years that the nearest year still waits for."""
        return tuple(row for row in _missing(self) if row.year >= self.years[0].ahead.year)

    def unknown(self) -> tuple[Missing, ...]:
        """Return the rows of past years of which the register does not know."""
        return tuple(row for row in _missing(self) if row.year < self.years[0].ahead.year)


@dataclass(frozen=True)
class LeftOut:
    """An award that was not asked: its ways that are not coded, none where it is not yearly."""

    code: str
    name: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Ladder:
    """All awards of one holder, with what stands above them.

    ``read_on``: the last day whose law was read, where that of ``on`` was not. ``barred``: what
    open bars mean. ``counts_from``: the first year that counts after a discipline, with its clause.
    """

    on: date
    read_on: date
    years: tuple[int, ...]
    rungs: tuple[Rung, ...]
    left_out: tuple[LeftOut, ...]
    barred: Finding | None
    counts_from: tuple[int, Citation] | None

    @property
    def only_by(self) -> str:
        """By which law the hints were told; empty where no year is only a hint."""
        told = (year.only_by for rung in self.rungs for year in rung.years)
        return next(filter(None, (*told, *(rung.earliest_by for rung in self.rungs))), "")

    def of(self, group: Group) -> tuple[Rung, ...]:
        """Return the awards that stand there, in the order of the catalogue."""
        return tuple(rung for rung in self.rungs if rung.group is group)


def ladder_of(history: PersonHistory, subject: Subject, *, on: date) -> Ladder:
    """Return what a history makes possible; no query.

    The last year of which anything is known is the one before ``on``. Whoever may not read bars
    is given a history without them.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    read_on, record = read_day("catalogue", on), record_of(history)
    anew = merit_from(record, read_on)
    counted = record if anew is None else counted_anew(record, anew[0])
    matters, left_out = _asked(subject, on, read_on)
    known = _in_order(matters, counted)
    whole = replace(counted, complete_from=WHOLE, complete_through={})
    strict = _in_order(matters, whole, tuple(one.code for one in left_out))
    rungs = tuple(_rung(matter, known, strict) for matter in matters)
    return Ladder(
        on=on,
        read_on=read_on,
        years=tuple(range(on.year, on.year + YEARS)),
        rungs=rungs,
        left_out=left_out,
        barred=bar_finding(rungs[0].code, record, on) if rungs else None,
        counts_from=None if anew is None else (anew[0], anew[1].cite),
    )


def _asked(
    subject: Subject, on: date, read_on: date
) -> tuple[tuple[Matter, ...], tuple[LeftOut, ...]]:
    """Return what is asked, in the order of the catalogue, and what is not."""
    matters: list[Matter] = []
    left_out = []
    for line in catalogue_on(read_on):
        if subject not in line.award.subjects:
            continue
        code = line.award.code
        kinds = [kind for kind in OVER_YEARS if has_routes(code, kind, subject, read_on)]
        matters += [Matter(code, kind, subject, on.year - 1, read_on) for kind in kinds]
        if not kinds:
            left_out.append(LeftOut(code, line.name, tuple(_gaps(code, subject, read_on))))
    return tuple(matters), tuple(left_out)


def _in_order(matters: tuple[Matter, ...], record: Record, never: tuple[str, ...] = ()) -> Record:
    """Return the record as if awards came in their order; those of ``never`` in no year."""
    merits = [matter for matter in matters if matter.kind is Kind.MERIT]
    first = matters[0].year + 1 if matters else 0
    years = range(first, first + YEARS)
    without = replace(record, ruled_out=dict.fromkeys(never, frozenset(years)))
    return in_order(merits, without, years=years)


def _rung(matter: Matter, record: Record, strict: Record) -> Rung:
    """Ask twice: as the register knows it, and strictly.

    Strictly nothing is missing from the register, and no award comes that was not asked. What is in
    reach only by more than that is not certain to be in reach.
    """
    known = ahead(matter, record, years=YEARS)
    certain = ahead(matter, strict, years=YEARS)
    years = tuple(
        RungYear(
            ahead=one,
            reach=_reach(one, sure),
            only_if=sure.finding if one.in_reach > sure.in_reach else None,
            only_by=only_by(matter, record, one.year),
        )
        for one, sure in zip(known, certain, strict=True)
    )
    first = _earliest(years) or earliest(matter, record)
    return Rung(
        code=matter.code,
        kind=matter.kind,
        name=award_name(matter.code, matter.on),
        routes=routes_of(matter),
        years=years,
        earliest_year=first,
        earliest_by="" if first is None else only_by(matter, record, first),
    )


def _reach(known: YearAhead, strict: YearAhead) -> Reach:
    """Say what a year may bring.

    Within reach needs rows to come and no text that a person has to compare; what rests only on
    questions to a file is nobody's to foresee.
    """
    if not known.in_reach:
        return Reach.BEYOND
    if known.finding.answer is Answer.MET:
        return Reach.WITHIN
    is_certain = strict.in_reach and not TO_COMPARE & strict.finding.reasons()
    return Reach.WITHIN if is_certain and strict.finding.missing else Reach.UNSURE


def _earliest(years: tuple[RungYear, ...]) -> int | None:
    for reach in (Reach.WITHIN, Reach.UNSURE):
        found = next((year.ahead.year for year in years if year.reach is reach), None)
        if found is not None:
            return found
    return None


def _missing(rung: Rung) -> tuple[Missing, ...]:
    finding = rung.nearest.ahead.finding
    return tuple(dict.fromkeys(finding.missing))


def _gaps(code: str, subject: Subject, on: date) -> Iterator[Gap]:
    """Yield the ways not coded, each once, whichever kind names it."""
    found = (gap for kind in OVER_YEARS for gap in gaps_on(code, kind, subject, on))
    yield from dict.fromkeys(found)
