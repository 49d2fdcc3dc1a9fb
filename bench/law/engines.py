"""What the two SQL engines share: the tables as columns, and the form of statement they like."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

from bangvang.law import RecordKind
from bench.law.made import Made
from bench.law.statement import GROUPED, LATERAL, in_order, summed

Table = tuple[npt.NDArray[Any], ...]
Ask = Callable[[str], list[tuple[Any, ...]]]
TRIES = 3


def tables_of(made: Made) -> Mapping[str, Table]:
    """Return the columns of each table, in the order of ``statement.TABLES``."""
    registers = (RecordKind.AWARD, RecordKind.GRADE, RecordKind.INITIATIVE)
    people = np.arange(1, made.number_of_people + 1)
    return {
        "held": (made.people, made.codes, made.kinds, made.years, made.is_revoked),
        "complete": (people, *(made.complete[kind] for kind in registers)),
        "nominee": (np.arange(made.nominees.size), made.nominees, made.fought),
    }


@dataclass(frozen=True)
class Statement:
    """The statement an engine answers fastest, ready to be asked; ``ask`` returns its rows."""

    ask: Ask
    form: str

    def answers(self) -> npt.NDArray[np.int8]:
        """Return one row of six answers for each nominee."""
        return np.array([row[1:] for row in self.ask(in_order(self.form))], np.int8)

    def work(self) -> object:
        """Compute all answers: what is timed."""
        return self.ask(summed(self.form))


def quickest(ask: Ask) -> Statement:
    """Try both forms and return the faster one."""
    return min((Statement(ask, form) for form in (LATERAL, GROUPED)), key=_best_of)


def _best_of(statement: Statement) -> float:
    times = []
    for _ in range(TRIES):
        began = perf_counter()
        statement.work()
        times.append(perf_counter() - began)
    return min(times)
