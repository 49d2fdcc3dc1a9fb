"""Many people in columns, and the pairs that share a key: the only ones worth comparing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Whole: TypeAlias = npt.NDArray[np.int64]
Places: TypeAlias = npt.NDArray[np.int64]

RARE = 5
"""A name that at most so many people of the register have finds them by itself."""

NOBODY = -1


class Described(NamedTuple):
    """A person as a record or a list describes one.

    ``loose`` is the name without marks (``name_key_loose``), ``key`` the one that keeps them
    (``name_key``). ``birth`` is year * 10,000 + month * 100 + day with 0 for what is unknown;
    ``unit`` the folded name; ``identity`` a keyed digest or ""; ``sex`` F, M or "", never guessed.
    """

    loose: str
    key: str
    birth: int = 0
    unit: str = ""
    identity: str = ""
    sex: str = ""


@dataclass(frozen=True)
class Columns:
    """People side by side; names, units and identities as codes, ``NOBODY`` where unknown."""

    name: Whole
    key: Whole
    birth: Whole
    unit: Whole
    identity: Whole
    sex: npt.NDArray[np.int8]

    def pick(self, places: Places) -> "Columns":
        """Return these people in this order."""
        return Columns(
            self.name[places],
            self.key[places],
            self.birth[places],
            self.unit[places],
            self.identity[places],
            self.sex[places],
        )


@dataclass(frozen=True)
class Pairs:
    """Who may be whom: places among those asked for and among the crowd, side by side."""

    asked: Places
    known: Places

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return int(self.asked.size)


class _Codes:
    """Whole numbers for texts, in the order in which they first came; "" is ``NOBODY``."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {"": NOBODY}

    def read(self, texts: Iterable[str]) -> Whole:
        codes = self.of
        return np.fromiter((codes.setdefault(text, len(codes) - 1) for text in texts), np.int64)


class _Index:
    """The places of people by a key; those whose key is ``NOBODY`` are not in it."""

    def __init__(self, keys: Whole) -> None:
        order = np.argsort(keys, kind="stable")
        begin = int(np.searchsorted(keys, NOBODY, side="right", sorter=order))
        self._order = order[begin:].astype(np.int32)
        self._keys = keys[order[begin:]]

    def pairs(self, asked: Places, keys: Whole) -> Pairs:
        """Return each of those asked with everybody of the same key."""
        first = np.searchsorted(self._keys, keys, side="left")
        counts = np.searchsorted(self._keys, keys, side="right") - first
        counts[keys == NOBODY] = 0
        ends = np.cumsum(counts)
        total = int(ends[-1]) if ends.size else 0
        within = np.arange(total) - np.repeat(ends - counts, counts)
        places = self._order[np.repeat(first, counts) + within].astype(np.int64)
        return Pairs(np.repeat(asked, counts), places)


class Crowd:
    """Everybody of the register, with an index for each key of the cascade.

    ``above`` gives, for a unit, the folded names of the units it belongs to, itself left out.
    """

    def __init__(
        self, people: Iterable[Described], above: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._names, self._keys, self._units, self._identities = (_Codes() for _ in range(4))
        self._unmarked = np.empty(0, np.bool_)
        self._surname = self._given = np.empty(0, np.int64)
        self.known = self.read(people)
        self.names: list[str] = []
        self._parts()
        self.same_name = np.bincount(self.known.name, minlength=len(self.names))
        in_unit = self.known.unit[self.known.unit >= 0]
        self.same_unit = np.bincount(in_unit, minlength=len(self._units.of))
        self._above = self._chains(above or {})
        self._indexes = {
            stage: [_Index(k) for k in self._of(stage, self.known)] for stage in STAGES
        }

    @property
    def size(self) -> int:
        """How many people there are."""
        return int(self.known.name.size)

    def read(self, people: Iterable[Described]) -> Columns:
        """Return people in columns, in the codes of this crowd."""
        rows = list(people)
        loose, key, birth, unit, identity, sex = zip(*rows, strict=True) if rows else [()] * 6
        return Columns(
            self._names.read(loose),
            self._keys.read(key),
            np.array(birth, np.int64),
            self._units.read(unit),
            self._identities.read(identity),
            np.array([("", "F", "M").index(one) for one in sex], np.int8),
        )

    def pairs(self, asked: Columns, places: Places, stage: str) -> Pairs:
        """Return who shares a key of this stage with those of the asked who stand at ``places``.

        Each pair comes once, ordered by the asked.
        """
        self._parts()
        some = asked.pick(places)
        found = [
            index.pairs(places, keys)
            for index, keys in zip(self._indexes[stage], self._of(stage, some), strict=True)
        ]
        joined = np.concatenate([one.asked * self.size + one.known for one in found])
        once = np.unique(joined)
        return Pairs(once // self.size, once % self.size)

    def is_above(self, unit: Whole, other: Whole) -> npt.NDArray[np.bool_]:
        """Tell for each pair of units whether they are the same, or one stands above the other."""
        same: npt.NDArray[np.bool_] = (unit == other) & (unit >= 0)
        if self._above.size:
            same |= np.isin(unit << 32 | other, self._above)
            same |= np.isin(other << 32 | unit, self._above)
        return same

    def is_unmarked(self, people: Columns) -> npt.NDArray[np.bool_]:
        """Tell of each whether the name was written without any mark."""
        if self._unmarked.size < len(self._keys.of) - 1:
            keys = list(self._keys.of)[1:]
            self._unmarked = np.array([key.isascii() for key in keys], np.bool_)
        return self._unmarked[people.key]

    def name_of(self, code: int) -> str:
        """Return the name without marks behind a code."""
        return self.names[code]

    def _chains(self, above: Mapping[str, Sequence[str]]) -> Whole:
        pairs = [
            self._units.read([unit])[0] << 32 | self._units.read([name])[0]
            for unit, names in above.items()
            for name in names
        ]
        return np.unique(np.array(pairs, np.int64))

    def _parts(self) -> None:
        """Split the names that came since into surname and given name."""
        if self._surname.size == len(self._names.of) - 1:
            return
        self.names = list(self._names.of)[1:]
        syllables = [name.split() or [""] for name in self.names]
        parts = _Codes()
        self._surname = parts.read([one[0] for one in syllables])
        self._given = parts.read([one[-1] for one in syllables])

    def _of(self, stage: str, people: Columns) -> list[Whole]:
        return [key(self, people) for key in STAGES[stage]]


def _joined(*parts: Whole) -> Whole:
    """Return one key of several parts, ``NOBODY`` if one of them is; each below 2 ** 24."""
    key = parts[0].copy()
    known = parts[0] >= 0
    for part in parts[1:]:
        key = key << 24 | part
        known &= part >= 0
    key[~known] = NOBODY
    return key


def _or_nobody(values: Whole, known: npt.NDArray[np.bool_]) -> Whole:
    return np.where(known, values, NOBODY)


def year(birth: Whole) -> Whole:
    """Return the years."""
    return birth // 10_000


def day_and_month(birth: Whole) -> Whole:
    """Return month * 100 + day."""
    return birth % 10_000


def is_full(birth: Whole) -> npt.NDArray[np.bool_]:
    """Tell where day, month and year are known."""
    return (birth % 100 > 0) & (birth // 100 % 100 > 0)


def _date(people: Columns) -> Whole:
    """Return the full dates: year, month and day in 20 bits."""
    birth = people.birth
    packed = (year(birth) - 1850) * 512 + birth // 100 % 100 * 32 + birth % 100
    return _or_nobody(packed, is_full(birth))


def _by_identity(_: Crowd, people: Columns) -> Whole:
    return people.identity


def _by_name_and_year(_: Crowd, people: Columns) -> Whole:
    return _joined(people.name, _or_nobody(year(people.birth), people.birth > 0))


def _by_name_and_day(_: Crowd, people: Columns) -> Whole:
    known = is_full(people.birth)
    return _joined(people.name, _or_nobody(day_and_month(people.birth), known))


def _by_name_and_unit(_: Crowd, people: Columns) -> Whole:
    return _joined(people.name, people.unit)


def _by_rare_name(crowd: Crowd, people: Columns) -> Whole:
    counts = np.zeros(len(crowd.names), np.int64)
    counts[: crowd.same_name.size] = crowd.same_name
    return _or_nobody(people.name, counts[people.name] <= RARE)


def _by_date_and_given_name(crowd: Crowd, people: Columns) -> Whole:
    return _joined(_date(people), crowd._given[people.name])


def _by_date_and_surname(crowd: Crowd, people: Columns) -> Whole:
    return _joined(_date(people), crowd._surname[people.name])


STAGES = {
    "sure": (_by_identity, _by_name_and_year),
    "wider": (_by_name_and_day, _by_name_and_unit, _by_rare_name),
    "widest": (_by_date_and_given_name, _by_date_and_surname),
}
"""Keys in the order in which they are tried; who is settled by one stage is not asked again."""
