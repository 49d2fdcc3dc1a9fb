"""Finding out about words once: the words of a language are few, its texts are many."""

from collections.abc import Callable
from typing import TypeVar

KEPT = 1 << 13
LONGEST = 40
"""Longer ones are looked at each time, so that what is kept stays small."""
_Found = TypeVar("_Found")


class ByWord(dict[str, _Found]):
    """What a function finds about words, by the word; the last some thousand are kept."""

    def __init__(self, find: Callable[[str], _Found]) -> None:
        """Take the function."""
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Found:
        """Find out about a word that was not met, or not for long."""
        found = self._find(word)
        if len(word) <= LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = found
        return found
