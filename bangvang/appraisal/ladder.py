"""The ladder of one person or collective: what is in reach, what is missing, what would break it.

Asks every award that is earned over years, by the law of the day asked; each award for itself: a
title that another award asks for counts as something that may still come.
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
    merit_from,
    read_day,
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
    """One coming achievement year of one award."""

    ahead: YearAhead
    reach: Reach


@dataclass(frozen=True)
class Rung:
    """One award with its coming years.

    ``earliest_year``: the first year within reach, or else the first not out of reach, at most 15
    years ahead; None where there is none.
    """

    code: str
    kind: Kind
    name: str
    years: tuple[RungYear, ...]
    earliest_year: int | None

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
    rungs, left_out = [], []
    for line in catalogue_on(read_on):
        if subject not in line.award.subjects:
            continue
        code = line.award.code
        kinds = [kind for kind in OVER_YEARS if has_routes(code, kind, subject, read_on)]
        for kind in kinds:
            matter = Matter(code, kind, subject, on.year - 1, read_on)
            rungs.append(_rung(matter, counted))
        if not kinds:
            left_out.append(LeftOut(line.name, tuple(_gaps(code, subject, read_on))))
    return Ladder(
        on=on,
        read_on=read_on,
        years=tuple(range(on.year, on.year + YEARS)),
        rungs=tuple(rungs),
        left_out=tuple(left_out),
        barred=bar_finding(rungs[0].code, record, on) if rungs else None,
        counts_from=None if anew is None else (anew[0], anew[1].cite),
    )


def _rung(matter: Matter, record: Record) -> Rung:
    """Ask twice: as the register knows it, and as if nothing of the past were missing from it.

    What is in reach only by rows that the register may lack is not certain to be in reach.
    """
    known = ahead(matter, record, years=YEARS)
    whole = ahead(matter, replace(record, complete_from=WHOLE), years=YEARS)
    years = tuple(
        RungYear(one, _reach(one, strict)) for one, strict in zip(known, whole, strict=True)
    )
    return Rung(
        code=matter.code,
        kind=matter.kind,
        name=award_name(matter.code, matter.on),
        years=years,
        earliest_year=_earliest(years) or earliest(matter, record),
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
