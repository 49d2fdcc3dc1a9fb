"""Scoring the pairs of many people at once, and what follows for each of those asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import log
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bangvang.registry.linking.crowd import (
    NOBODY,
    STAGES,
    Columns,
    Crowd,
    Pairs,
    Places,
    Whole,
    is_full,
    year,
)
from bangvang.registry.linking.weights import (
    BIRTH,
    IDENTITY,
    NAME,
    NEAR_ENOUGH,
    SEX,
    UNIT,
    Birth,
    Identity,
    Name,
    Unit,
)

Numbers = npt.NDArray[np.float64]
Levels = npt.NDArray[np.int8]
Truth = npt.NDArray[np.bool_]
_Level = TypeVar("_Level", bound=IntEnum)

NEW, FOR_A_PERSON, LINKED = 0, 1, 2

SURE = log(500)
"""The odds from which somebody is linked; what that gives is measured in ``bench register``."""

LEAD = log(500)
"""And how much better the best must be than the next."""

NO_ODDS = -1_000.0
"""Of somebody who is not there."""

POSSIBLE = log(1 / 500)
"""From these odds on somebody may be meant, and a person is asked."""


@dataclass(frozen=True)
class Links:
    """For each of those asked: ``kind``, the place of the best in the crowd, odds and lead.

    ``best`` is ``NOBODY`` where nobody is near; ``odds`` are natural logarithms.
    """

    kind: npt.NDArray[np.int8]
    best: Places
    odds: Numbers
    lead: Numbers


def link(crowd: Crowd, asked: Columns) -> Links:
    """Say who is meant: linked only if the odds and the lead over the next suffice.

    A later, wider stage is asked about those only whom the stages before did not settle.
    """
    size = asked.name.size
    best, odds = np.full(size, NOBODY, np.int64), np.full(size, NO_ODDS)
    second = np.full(size, NO_ODDS)
    open_ = np.arange(size)
    for stage in STAGES:
        pairs = crowd.pairs(asked, open_, stage)
        scores = score(crowd, asked, pairs)
        _take_best(pairs, scores, best, odds, second)
        settled = (odds[open_] >= SURE) & (odds[open_] - second[open_] >= LEAD)
        open_ = open_[~settled]
    lead = odds - second
    kind = np.where(odds >= POSSIBLE, FOR_A_PERSON, NEW)
    kind[(odds >= SURE) & (lead >= LEAD)] = LINKED
    best[kind == NEW] = NOBODY
    return Links(kind.astype(np.int8), best, odds, lead)


def likely_doubles(crowd: Crowd, *, least: float, most: int) -> tuple[Pairs, Numbers]:
    """Return the pairs of one crowd that may be one person, likeliest first, and their odds.

    ``least`` are the log odds from which a pair is worth a look, ``most`` how many are returned.
    """
    everybody = np.arange(crowd.size)
    kept, odds = [], []
    for stage in STAGES:
        pairs = crowd.pairs(crowd.known, everybody, stage)
        once = pairs.asked < pairs.known
        pairs = Pairs(pairs.asked[once], pairs.known[once])
        scores = score(crowd, crowd.known, pairs)
        likely = scores >= least
        kept.append(pairs.asked[likely] * crowd.size + pairs.known[likely])
        odds.append(scores[likely])
    joined, first = np.unique(np.concatenate(kept), return_index=True)
    scores = np.concatenate(odds)[first]
    order = np.lexsort((joined, -scores))[:most]
    return Pairs(joined[order] // crowd.size, joined[order] % crowd.size), scores[order]


def score(crowd: Crowd, asked: Columns, pairs: Pairs) -> Numbers:
    """Return the log odds of each pair, among everybody of the crowd."""
    mine, theirs = asked.pick(pairs.asked), crowd.known.pick(pairs.known)
    name = names(crowd, mine, theirs)
    unit = units(crowd, mine.unit, theirs.unit)
    identity = _agree(mine.identity, theirs.identity, mine.identity >= 0, theirs.identity >= 0)
    sex = _agree(mine.sex, theirs.sex, mine.sex > 0, theirs.sex > 0)
    found = (
        _worth(NAME)[name]
        + _worth(BIRTH)[births(mine.birth, theirs.birth)]
        + _worth(UNIT)[unit]
        + _worth(IDENTITY)[identity]
        + _worth(SEX)[sex]
    )
    found[name != Name.OTHER] -= np.log(crowd.same_name[theirs.name] / crowd.size)[
        name != Name.OTHER
    ]
    same_unit = unit == Unit.SAME
    found[same_unit] -= np.log(crowd.same_unit[theirs.unit[same_unit]] / crowd.size)
    return found - log(max(crowd.size, 1))


def names(crowd: Crowd, mine: Columns, theirs: Columns) -> Levels:
    """Return how the names of each pair agree."""
    level = np.full(mine.name.size, Name.OTHER, np.int8)
    same = mine.name == theirs.name
    level[same] = Name.OTHER_MARKS
    level[same & (crowd.is_unmarked(mine) | crowd.is_unmarked(theirs))] = Name.UNMARKED
    level[same & (mine.key == theirs.key)] = Name.SAME
    level[~same] = _near(crowd, mine.name[~same], theirs.name[~same])
    return level


def _near(crowd: Crowd, mine: Whole, theirs: Whole) -> Levels:
    """Compare each pair of different names once, however many people have them."""
    if not mine.size:
        return np.empty(0, np.int8)
    both, where = np.unique(mine << 32 | theirs, return_inverse=True)
    near = process.cpdist(
        [crowd.name_of(code) for code in both >> 32],
        [crowd.name_of(code) for code in both & 0xFFFFFFFF],
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=NEAR_ENOUGH,
        workers=1,
    )
    levels = np.where(near >= NEAR_ENOUGH, Name.NEAR, Name.OTHER).astype(np.int8)
    return levels[where]


def births(mine: Whole, theirs: Whole) -> Levels:
    """Return how the births of each pair agree."""
    level = np.full(mine.size, Birth.OTHER, np.int8)
    both_full = is_full(mine) & is_full(theirs)
    same_year = year(mine) == year(theirs)
    day, month = (mine % 100, theirs % 100), (mine // 100 % 100, theirs // 100 % 100)
    other_month = (month[0] > 0) & (month[1] > 0) & (month[0] != month[1])
    level[~both_full & same_year & ~other_month] = Birth.YEAR
    level[~both_full & same_year & other_month] = Birth.ONLY_YEAR
    in_year = both_full & same_year
    level[in_year] = Birth.ONLY_YEAR
    level[in_year & ((day[0] == day[1]) | (month[0] == month[1]))] = Birth.ONE_PART
    level[in_year & (day[0] == month[1]) & (day[1] == month[0])] = Birth.SWAPPED
    level[both_full & ~same_year & (mine % 10_000 == theirs % 10_000)] = Birth.OTHER_YEAR
    level[both_full & (mine == theirs)] = Birth.FULL
    level[(mine == 0) | (theirs == 0)] = Birth.UNKNOWN
    return level


def units(crowd: Crowd, mine: Whole, theirs: Whole) -> Levels:
    """Return whether each pair's units are one, or one above the other."""
    same = crowd.is_above(mine, theirs)
    level = np.where(same, Unit.SAME, Unit.OTHER).astype(np.int8)
    level[(mine < 0) | (theirs < 0)] = Unit.UNKNOWN
    return level


def _agree(mine: Whole | Levels, theirs: Whole | Levels, know: Truth, known: Truth) -> Levels:
    level = np.where(mine == theirs, Identity.SAME, Identity.OTHER).astype(np.int8)
    level[~(know & known)] = Identity.UNKNOWN
    return level


def _worth(weights: Mapping[_Level, float]) -> Numbers:
    return np.array([weights[level] for level in sorted(weights)])


def _take_best(pairs: Pairs, scores: Numbers, best: Places, odds: Numbers, second: Numbers) -> None:
    """Let the best and the next best of these pairs stand, if better than what stood before."""
    if not pairs.size:
        return
    order = np.lexsort((pairs.known, -scores, pairs.asked))
    asked, known, found = pairs.asked[order], pairs.known[order], scores[order]
    first = np.append(True, asked[1:] != asked[:-1])
    top = np.flatnonzero(first)
    after = np.minimum(top + 1, asked.size - 1)
    has_next = (after > top) & (asked[after] == asked[top])
    rows, theirs, score_ = asked[top], known[top], found[top]
    next_ = np.where(has_next, found[after], NO_ODDS)
    is_same = theirs == best[rows]
    is_better = score_ > odds[rows]
    runner_up = np.maximum(next_, np.where(is_same, second[rows], np.minimum(score_, odds[rows])))
    second[rows] = np.maximum(second[rows], runner_up)
    best[rows] = np.where(is_better, theirs, best[rows])
    odds[rows] = np.maximum(odds[rows], score_)
