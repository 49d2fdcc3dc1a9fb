"""What a row of a list would become: whom it means, for which award, what is wrong with it."""

from dataclasses import dataclass, replace

from bangvang.law import Subject as LegalSubject
from bangvang.nominations.intake.bodies_meant import BodyMeant
from bangvang.nominations.intake.listed import Row
from bangvang.registry.intake.cells import Problem
from bangvang.registry.selectors.people import PersonSeen

NEW = "new"
"""The choice that a row means none of the candidates."""


@dataclass(frozen=True)
class Candidate:
    """A person or a body of the register whom a row may mean, and what speaks for it."""

    meant: PersonSeen | BodyMeant
    why: str

    @property
    def ref(self) -> str:
        """The reference, as a choice is kept."""
        return self.meant.ref


@dataclass(frozen=True)
class PreviewRow:
    """One row: as written, for which award, who is meant, what is wrong.

    `identity` is empty while somebody has to choose among `candidates`. `meant` is nobody while
    the register has nobody like that in the unit, or while the choice waits.
    """

    written: Row
    subject: LegalSubject
    award_code: str
    kind: str
    achievement_year: int
    identity: str
    meant: PersonSeen | BodyMeant | None
    candidates: tuple[Candidate, ...]
    choice: str
    identity_digest: str
    identity_tail: str
    problems: tuple[Problem, ...]

    @property
    def row(self) -> int:
        """The sheet's own row number."""
        return self.written.row

    @property
    def person_ref(self) -> str:
        """The person meant; empty for somebody new, not settled, or no person."""
        return self.meant.ref if isinstance(self.meant, PersonSeen) else ""

    @property
    def body_ref(self) -> str:
        """The collective or household meant; empty for a new one, or while it is not settled."""
        return self.meant.ref if isinstance(self.meant, BodyMeant) else ""

    @property
    def is_settled(self) -> bool:
        """Whether it is known who is meant."""
        return bool(self.identity)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that must be mended before the row is saved."""
        return tuple(problem for problem in self.problems if not problem.is_hint)

    @property
    def is_good(self) -> bool:
        """Whether the row can be saved."""
        return self.is_settled and not self.blocking


@dataclass(frozen=True)
class Preview:
    """A whole upload: its rows in the sheet's order, and what is wrong with the list as a whole."""

    sheet: str
    rows: tuple[PreviewRow, ...]
    problems: tuple[Problem, ...]

    @property
    def good_rows(self) -> tuple[PreviewRow, ...]:
        """The rows that can be saved."""
        return tuple(row for row in self.rows if row.is_good)


def problem_at(row: Row, field: str, code: str, text: str) -> Problem:
    """Return a problem at the cell of a field, or at the row's first cell where it has none."""
    cell = row.cells.get(field) or next(iter(row.cells.values()), f"A{row.row}")
    return Problem(cell, code, text, row=row.row)


def with_problem(row: PreviewRow, field: str, code: str, text: str) -> PreviewRow:
    """Return the row with one more problem."""
    return replace(row, problems=(*row.problems, problem_at(row.written, field, code, text)))
