"""Linking is measured on invented people: the rows come, the truth is kept, a lie is found."""

import numpy as np
import pytest

from bangvang.registry.linking import LINKED, Crowd, Links, link
from bench.register.crowd_made import Noise, nation
from bench.register.linking import _agree, against_everyone, linking_rows
from bench.rounds import Disagreement

CALM = Noise(*[0.0] * len(Noise._fields))


def test_the_small_form_gives_every_row_without_a_target() -> None:
    said: list[str] = []

    rows = linking_rows(small=True, say=said.append)

    assert [row.name.split(",")[0].split(":")[0].split(" 400 ")[0] for row in rows] == [
        "linking",
        "wrong links",
        "not linked though known",
        "columns and keys of 4",
        "wrong links",
        "not linked though known",
    ]
    assert {row.target for row in rows} == {None}
    assert all(row.ours >= 0 for row in rows)
    assert len(said) == 3


def test_rows_without_noise_mean_whom_the_truth_says() -> None:
    made = nation(people=600, rows=60, noise=CALM)
    crowd = Crowd(made.people)

    found = link(crowd, crowd.read(made.rows))

    linked = found.kind == LINKED
    assert linked.sum() > 40
    assert (found.best[linked] == made.truth[linked]).all()


def test_rows_about_people_who_are_not_there_have_no_truth() -> None:
    made = nation(people=300, rows=100, noise=CALM._replace(absent=0.5))

    assert (made.truth < 0).sum() == 50
    assert len(set(made.truth[made.truth >= 0].tolist())) == 50


def test_noise_changes_what_lists_say() -> None:
    made = nation(people=500, rows=200)

    same = [
        made.rows[place] == made.people[truth]
        for place, truth in enumerate(made.truth.tolist())
        if truth >= 0
    ]

    assert 0 < sum(same) < len(same)


def test_somebody_likelier_whom_the_keys_passed_over_is_found() -> None:
    made = nation(people=300, rows=30, noise=CALM)
    crowd = Crowd(made.people)
    asked = crowd.read(made.rows)
    best, _ = against_everyone(crowd, asked, 0)
    wrong = Links(
        np.full(30, LINKED, np.int8),
        np.full(30, (best + 1) % 300),
        np.full(30, -50.0),
        np.full(30, 50.0),
    )

    with pytest.raises(Disagreement, match="row 0"):
        _agree(crowd, asked, wrong, np.array([0]))
