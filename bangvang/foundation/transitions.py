"""A typed table of moves: from which states a move starts, and where it ends."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)
M = TypeVar("M", bound=StrEnum)


class MoveNotAllowed(Exception):
    """A move was asked for in a state where it does not start."""


class Transitions(Generic[S, M]):
    """The life of one kind of record; pages, actions and the printed diagram read this table."""

    def __init__(self, table: Mapping[M, tuple[frozenset[S], S]]) -> None:
        """Take the table as `{move: (states it starts in, state it ends in)}`."""
        self._table = dict(table)

    def can(self, move: M, state: S) -> bool:
        """Tell whether the move starts in this state."""
        return state in self._table[move][0]

    def target(self, move: M, state: S) -> S:
        """Return the state after the move.

        Raises:
            MoveNotAllowed: the move does not start in this state.
        """
        if not self.can(move, state):
            raise MoveNotAllowed(f"{move} does not start in {state}")
        return self._table[move][1]

    def __iter__(self) -> Iterator[tuple[M, frozenset[S], S]]:
        """Yield (move, starts, end) in the order of the table, for diagrams and tests."""
        for move, (starts, end) in self._table.items():
            yield move, starts, end
