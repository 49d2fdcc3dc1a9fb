"""An invented register: people with grades, titles, certificates and initiatives by the year.

Made by dice with a fixed seed. People differ in diligence, so that some stand near every edge; one
in five awards is not by merit, one row in two hundred is revoked, some titles stand in two
decisions, some rows belong to the year after, and what is complete differs from person to person.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bangvang.law import Kind, RecordKind
from bangvang.registry.columns import CODES, Rows

YEAR = 2021
FIRST = 2011
KINDS = tuple(Kind)
NONE = 9999
"""Stands for «complete from no year» in a column of whole numbers."""

Whole = npt.NDArray[np.int64]
Short = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Made:
    """Rows as they came in, year by year, and the nominees.

    ``codes`` and ``kinds`` are places in ``CODES`` and ``KINDS``. ``complete``: per register the
    first complete year of person 1, 2, …, or ``NONE``. ``fought``: 1 yes, 0 no, -1 not known.
    """

    people: Whole
    codes: Short
    kinds: Short
    years: Short
    is_revoked: npt.NDArray[np.bool_]
    complete: dict[RecordKind, Short]
    nominees: Whole
    fought: npt.NDArray[np.int8]

    @property
    def number_of_people(self) -> int:
        """How many there are; they are numbered from 1."""
        return self.complete[RecordKind.AWARD].size

    def counting(self) -> Rows:
        """Return the rows that count: by merit, and not revoked."""
        counts = ~self.is_revoked & (self.kinds == KINDS.index(Kind.MERIT))
        return Rows(self.people[counts], self.codes[counts], self.years[counts])


def made(*, rows: int, people: int, nominees: int, seed: int = 20261122) -> Made:
    """Return a register of exactly so many rows.

    Raises:
        ValueError: so few people cannot have so many rows.
    """
    dice = np.random.default_rng(seed)
    diligence = dice.random(people)
    since = FIRST + (dice.random(people) ** 2 * (YEAR + 1 - FIRST)).astype(np.int64)
    yearly = [
        part
        for year in range(FIRST, YEAR + 2)
        for part in _one_year(dice, year, since <= year, diligence)
    ]
    who = np.concatenate([part[0] for part in yearly]) + 1
    code = np.concatenate(
        [np.full(part[0].size, CODES.index(part[1]), np.int16) for part in yearly]
    )
    year = np.concatenate([np.full(part[0].size, part[2], np.int16) for part in yearly])
    if who.size < rows:
        raise ValueError(f"{people} people have only {who.size} rows")
    kept = np.sort(dice.permutation(who.size)[:rows])
    kept = kept[np.lexsort((dice.random(rows), year[kept]))]
    chosen = dice.permutation(np.flatnonzero(diligence > 0.6))[:nominees] + 1
    return Made(
        people=who[kept],
        codes=code[kept],
        kinds=_kinds(dice, code[kept]),
        years=year[kept],
        is_revoked=dice.random(rows) < 0.005,
        complete={kind: _complete(dice, people) for kind in RecordKind},
        nominees=chosen,
        fought=dice.choice(np.array([1, 0, -1], np.int8), nominees, p=(0.2, 0.6, 0.2)),
    )


_Part = tuple[Whole, str, int]


def _one_year(
    dice: np.random.Generator,
    year: int,
    serves: npt.NDArray[np.bool_],
    diligence: npt.NDArray[np.float64],
) -> list[_Part]:
    """Return who received what in a year; grades exclude each other, the rest does not."""
    mark = dice.random(serves.size)
    excellent = serves & (mark < 0.98 * np.sqrt(diligence))
    good = serves & ~excellent & (mark < 0.985)
    fair = serves & ~excellent & ~good & (mark < 0.995)
    grades = [("HTXSNV", excellent), ("HTTNV", good), ("HTNV", fair)]
    chances: list[tuple[str, float | npt.NDArray[np.float64]]] = [
        ("LDTT", 0.2), ("CSTDCS", 0.6 * diligence), ("CSTDCS", 0.01), ("CSTDT", 0.02),
        ("BK_TINH", 0.08 * diligence), ("BK_BO", 0.02), ("GIAY_KHEN", 0.4 * diligence),
        ("GIAY_KHEN", 0.05), ("SK_CO_SO", 0.8 * diligence), ("SK_CO_SO", 0.4 * diligence),
        ("SK_TINH", 0.15 * diligence), ("DE_TAI_TINH", 0.02), ("SK_TOAN_QUOC", 0.04),
    ]  # fmt: skip
    others = [(code, serves & (dice.random(serves.size) < chance)) for code, chance in chances]
    return [(np.flatnonzero(held), code, year) for code, held in (*grades, *others)]


def _kinds(dice: np.random.Generator, codes: Short) -> Short:
    """One award in five is for a movement or a single deed; grades and initiatives never are."""
    awards = [CODES.index(code) for code in ("CSTDCS", "BK_TINH", "BK_BO", "GIAY_KHEN")]
    other = np.isin(codes, awards) & (dice.random(codes.size) < 0.2)
    some = dice.choice([KINDS.index(Kind.SUDDEN), KINDS.index(Kind.THEME)], codes.size)
    return np.where(other, some, KINDS.index(Kind.MERIT)).astype(np.int16)


def _complete(dice: np.random.Generator, people: int) -> Short:
    """Most are complete as far as it matters or since ever, the others near some edge."""
    years = np.array([1960, 1973, 1974, 2000, 2016, 2017, 2018, 2019, 2020, 2021, 2022, NONE])
    shares = np.array([30, 5, 5, 32, 3, 3, 3, 3, 3, 3, 3, 7]) / 100
    return dice.choice(years.astype(np.int16), people, p=shares)
