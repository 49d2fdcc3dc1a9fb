"""Reading a record at a glance: unbroken runs of years, and the last award of each kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bangvang.registry.selectors.holdings import Holding, PersonHistory

SHORTEST = 2
GOOD = ("HTXSNV", "HTTNV")
GOOD_OR_BETTER = "GOOD"
"""Stands for a grade of "hoàn thành tốt nhiệm vụ" or better, which the law counts together."""


@dataclass(frozen=True)
class Run:
    """The same award or grade in consecutive years of achievement, both ends included."""

    code: str
    first: int
    last: int

    @property
    def years(self) -> int:
        """How many years it is long."""
        return self.last - self.first + 1


def runs_of(history: PersonHistory) -> tuple[Run, ...]:
    """Return the runs of two years and more, the latest first; what was revoked breaks a run."""
    years: dict[str, set[int]] = {}
    for held in _standing(history):
        years.setdefault(held.code, set()).add(held.year)
    good = [years.get(code, set()) for code in GOOD]
    if all(good):
        years[GOOD_OR_BETTER] = set().union(*good)
    found = [run for code, held in years.items() for run in _runs(code, held)]
    return tuple(sorted(found, key=lambda run: (-run.last, -run.years, run.code)))


def last_of_each(history: PersonHistory) -> tuple[Holding, ...]:
    """Return the newest award of each kind that was not revoked, newest first."""
    newest: dict[str, Holding] = {}
    for held in _standing(history):
        if held.record_kind == "AWARD":
            newest.setdefault(held.code, held)
    return tuple(newest.values())


def _standing(history: PersonHistory) -> Iterator[Holding]:
    for held in history.holdings:
        if held.record_kind in ("AWARD", "GRADE") and held.revoked_on is None:
            yield held


def _runs(code: str, years: set[int]) -> Iterator[Run]:
    for _, together in groupby(enumerate(sorted(years)), key=lambda one: one[1] - one[0]):
        run = [year for _, year in together]
        if len(run) >= SHORTEST:
            yield Run(code, run[0], run[-1])
