"""The six criteria on columns: the register is resident, the batch is picked and asked."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bangvang.law import RecordKind, Rule
from bangvang.registry.columns import Columns, Resident, Rows
from bench.law.made import NONE, YEAR, Made
from bench.law.rules import rules

AT_ONCE = 500_000
Answers = npt.NDArray[np.int8]


def fill(resident: Resident, rows: Rows) -> Resident:
    """Take in the rows portion by portion."""
    for start in range(0, rows.people.size, AT_ONCE):
        these = slice(start, start + AT_ONCE)
        resident.add(Rows(rows.people[these], rows.codes[these], rows.years[these]))
    return resident


def resident_of(made: Made) -> Resident:
    """Build the columns."""
    resident = Resident(YEAR)
    people = np.arange(1, made.number_of_people + 1)
    resident.make_room(people)
    fill(resident, made.counting())
    for kind in RecordKind:
        known = made.complete[kind] != NONE
        resident.complete(kind, people[known], made.complete[kind][known])
    return resident


@dataclass(frozen=True, eq=False)
class Ours:
    """The columns with the nominees to ask about."""

    resident: Resident
    made: Made
    rules: tuple[Rule, ...]

    def answers(self) -> Answers:
        """Return one row of six answers for each nominee."""
        return np.stack(self.work(), axis=1)

    def work(self) -> list[Answers]:
        """Pick the nominees and ask the six rules: what is timed."""
        facts = {"CHIEN_DAU": self.made.fought}
        return self._asked(self.resident.select(self.made.nominees, year=YEAR, facts=facts))

    def sweep(self) -> list[Answers]:
        """Ask the six rules about everybody."""
        return self._asked(self.resident.everybody(year=YEAR))

    def _asked(self, batch: Columns) -> list[Answers]:
        return batch.ask_all(self.rules)


def ours(made: Made) -> Ours:
    """Return the columns of a register, ready to be asked."""
    return Ours(resident_of(made), made, tuple(rules().values()))
