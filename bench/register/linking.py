"""Linking the rows of lists to everybody of the register: how fast, how right, against everyone.

The alternative compares each row with all people, by the same weights and the same string
distance, as fast as we know how: each distinct name once, then everybody whose name is near, on
whole columns at once. It is run for a few rows and reckoned up to all of them, which its name
says. Precision and recall are held against the truth of the generator, once for each seed; the
weights were set on the first, the second was only measured.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bangvang.registry.linking import LINKED, Crowd, Links, Pairs, link
from bangvang.registry.linking.crowd import Columns
from bangvang.registry.linking.links import score
from bangvang.registry.linking.weights import NEAR_ENOUGH
from bench.register.crowd_made import Nation, nation
from bench.rounds import Disagreement, Row, Work, medians

Say = Callable[[str], None]

FULL, SMALL = (3_000_000, 100_000), (4_000, 400)
TENTHS = (30_000, 300_000)
"""People of the smaller crowds, to see how the cost grows; as many rows as in the full one."""

SEEDS = (20261127, 20261128)
SAMPLED, SAMPLED_SMALL = 8, 4
FASTER, PRECISION, RECALL = 1_000.0, 0.9995, 0.85


@dataclass(frozen=True)
class Found:
    """What linking was worth on one nation."""

    precision: float
    recall: float
    asked: float
    wrong: int


def linking_rows(*, small: bool, say: Say) -> list[Row]:
    """Measure linking and return the rows of the table.

    Raises:
        Disagreement: somebody whom comparing with everyone finds likelier was passed over.
    """
    people, rows = SMALL if small else FULL
    say(f"Tạo {people:,} người và {rows:,} dòng danh sách giả lập".replace(",", "."))
    made = nation(people=people, rows=rows, seed=SEEDS[0])
    crowd = Crowd(made.people)
    asked = crowd.read(made.rows)
    sampled = _sample(rows, SAMPLED_SMALL if small else SAMPLED)
    say("So với cách so từng dòng với tất cả mọi người")
    links = link(crowd, asked)
    _agree(crowd, asked, links, sampled)
    found = [*_speed(crowd, asked, sampled, rows), *_worth(_judged(made, links), people, rows, 1)]
    found += _building(made, people)
    del crowd, asked, made
    found += _another(people, rows, say)
    if not small:
        found += _growth(rows, people, found[0].ours, say)
        return found
    return [replace(row, target=None) for row in found]


def _sample(rows: int, count: int) -> npt.NDArray[np.int64]:
    return np.random.default_rng(7).choice(rows, count, replace=False)


def _speed(crowd: Crowd, asked: Columns, sampled: npt.NDArray[np.int64], rows: int) -> list[Row]:
    works: dict[str, Work] = {
        "keys": lambda: link(crowd, asked),
        "everyone": lambda: [against_everyone(crowd, asked, int(row)) for row in sampled],
    }
    seconds = medians(works)
    return [
        Row(
            f"linking {rows:,} rows to {crowd.size:,} people",
            "s",
            seconds["keys"],
            seconds["everyone"] / sampled.size * rows,
            f"comparing with everyone, {sampled.size} rows timed and reckoned up",
            FASTER,
        )
    ]


def against_everyone(crowd: Crowd, asked: Columns, row: int) -> tuple[int, npt.NDArray[np.float64]]:
    """Compare one row with all people: who is likeliest, and everybody's odds."""
    name = crowd.name_of(int(asked.name[row]))
    near = process.cdist(
        [name], crowd.names, scorer=Levenshtein.normalized_similarity, score_cutoff=NEAR_ENOUGH
    )[0]
    everybody = np.arange(crowd.size)
    close = near[crowd.known.name] >= NEAR_ENOUGH
    close |= (crowd.known.identity == asked.identity[row]) & (asked.identity[row] >= 0)
    odds = np.full(crowd.size, -1_000.0)
    some = everybody[close]
    odds[some] = score(crowd, asked, Pairs(np.full(some.size, row), some))
    return int(odds.argmax()), odds


def _agree(crowd: Crowd, asked: Columns, links: Links, sampled: npt.NDArray[np.int64]) -> None:
    """Nobody linked may be beaten by somebody whom the keys passed over.

    Raises:
        Disagreement: one is.
    """
    for row in sampled:
        best, odds = against_everyone(crowd, asked, int(row))
        if links.kind[row] == LINKED and links.best[row] != best and odds[best] > links.odds[row]:
            raise Disagreement(f"row {row}: {links.best[row]} by keys, {best} among everyone")


def _judged(made: Nation, links: Links) -> Found:
    linked, right = links.kind == LINKED, links.best == made.truth
    there = made.truth >= 0
    return Found(
        float((linked & right).sum() / max(linked.sum(), 1)),
        float((linked & right).sum() / there.sum()),
        float((links.kind == 1).mean()),
        int((linked & ~right).sum()),
    )


def _worth(found: Found, people: int, rows: int, which: int) -> list[Row]:
    """Wrong and missed links beside the most that is allowed: one less precision, and recall."""
    what = f"{rows:,} rows among {people:,} people, seed {which}"
    return [
        Row(
            f"wrong links: {found.wrong}, {what}",
            "share",
            1 - found.precision,
            1 - PRECISION,
            f"the limit: precision {PRECISION}",
            1.0,
            "at_most",
            rounds=1,
        ),
        Row(
            f"not linked though known, {what}; asked of a person: {found.asked:.1%} of all rows",
            "share",
            1 - found.recall,
            1 - RECALL,
            f"the limit: recall {RECALL}",
            1.0,
            "at_most",
            rounds=1,
        ),
    ]


def _another(people: int, rows: int, say: Say) -> list[Row]:
    say("Đo lại độ đúng trên dữ liệu của hạt giống khác")
    made = nation(people=people, rows=rows, seed=SEEDS[1])
    crowd = Crowd(made.people)
    return _worth(_judged(made, link(crowd, crowd.read(made.rows))), people, rows, 2)


def _building(made: Nation, people: int) -> list[Row]:
    """Building the columns and keys, done once before many lists."""
    works = {"crowd": lambda: Crowd(made.people), "reading": lambda: list(map(tuple, made.people))}
    seconds = medians(works, rounds=1)
    return [
        Row(
            f"columns and keys of {people:,} people, built once",
            "s",
            seconds["crowd"],
            seconds["reading"],
            "walking over the people in memory",
            rounds=1,
        )
    ]


def _growth(rows: int, people: int, seconds: float, say: Say) -> list[Row]:
    found = []
    for fewer in TENTHS:
        say(f"Đo với {fewer:,} người".replace(",", "."))
        made = nation(people=fewer, rows=min(rows, fewer // 3), seed=SEEDS[0])
        crowd = Crowd(made.people)
        asked = crowd.read(made.rows)
        each = medians({"keys": partial(link, crowd, asked)})["keys"] / len(made.rows)
        found.append(
            Row(
                f"one row linked, {people:,} people",
                "µs",
                seconds / rows * 1e6,
                each * 1e6,
                f"{fewer:,} people",
            )
        )
    return found
