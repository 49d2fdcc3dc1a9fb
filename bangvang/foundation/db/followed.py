"""What is followed: tables whose changed rows a journal names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Followed:
    """A table, and what of it is worth telling.

    ``rows`` is its name, ``holder`` the column with the number of whom a row is about, and that is
    null where nobody asks. ``part`` is the column that says what of the holder it is about, or
    empty: then it is always ``called``. Only a change in one of ``watched``, ``holder`` or ``part``
    is told; rows that come or go always are.
    """

    rows: str
    holder: str
    watched: tuple[str, ...]
    part: str = ""
    called: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns whose change is told."""
        return tuple(name for name in (self.holder, self.part, *self.watched) if name)

    def part_in(self, row: str) -> str:
        """Return, in SQL, what a row is about; ``row`` names it, with its dot, or is empty."""
        return f"{row}{self.part}" if self.part else f"'{self.called}'"


@dataclass(frozen=True)
class Journal:
    """A table that names what changed in others, kept by their triggers."""

    name: str
    follows: tuple[Followed, ...]
