"""How a comparison is measured and told: alternating rounds, medians, one row each."""

import gc
from collections.abc import Callable, Hashable, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

ROUNDS = 5
Work = Callable[[], object]
Name = TypeVar("Name", bound=Hashable)


class Disagreement(Exception):
    """Two ways to answer gave different answers, so that no figure means anything."""


@dataclass(frozen=True)
class Row:
    """One comparison of ``docs/contract.md`` section 2; a row without a target is information.

    ``direction`` is ``at_least`` (``ratio``: how many times better ours is) or ``at_most``
    (``ratio``: ours over the limit, which is the alternative).
    """

    name: str
    unit: str
    ours: float
    alternative: float
    alternative_name: str
    target: float | None = None
    direction: str = "at_least"
    rounds: int = ROUNDS

    @property
    def ratio(self) -> float:
        """Alternative over ours, or ours over the limit."""
        if self.direction == "at_most":
            return self.ours / self.alternative
        return self.alternative / self.ours

    @property
    def is_short(self) -> bool:
        """Whether the target was missed."""
        if self.target is None:
            return False
        if self.direction == "at_most":
            return self.ratio > self.target
        return self.ratio < self.target

    def as_json(self) -> dict[str, object]:
        """Return the public form."""
        return asdict(self) | {"ratio": self.ratio}


@dataclass(frozen=True)
class Measured:
    """All rows of a benchmark, and what could not be measured, a Vietnamese sentence each."""

    rows: tuple[Row, ...]
    missing: tuple[str, ...] = ()


def medians(works: Mapping[Name, Work], *, rounds: int = ROUNDS) -> dict[Name, float]:
    """Return the median seconds of each work; all take turns, after one round to warm up."""
    for work in works.values():
        work()
    times: dict[Name, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()
            began = perf_counter()
            work()
            times[name].append(perf_counter() - began)
    return {name: median(found) for name, found in times.items()}
