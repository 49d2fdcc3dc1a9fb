"""Confirming is all or nothing: killed in the middle, and by two people at once."""

import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bangvang.foundation.tests.processes import OwnProcess, asked, go_on, heard

OUTCOMES = """
    SELECT l.outcome FROM decisions_line l JOIN decisions_decision d ON d.id = l.decision_id
    WHERE d.ref = ? ORDER BY l."order"
"""
ROWS = """
    SELECT n.state FROM nominations_nomination n
    JOIN decisions_line l ON l.nomination_id = n.id
    JOIN decisions_decision d ON d.id = l.decision_id
    WHERE d.ref = ? ORDER BY l."order"
"""
PROCESS = OwnProcess("bangvang.decisions.tests.confirming_process")


@dataclass(frozen=True)
class Written:
    """What the database file says of one decision, and how much it holds in all."""

    state: str
    outcomes: list[str]
    rows: list[str]
    awards: int
    people: int
    entries: int


def look(folder: Path, ref: str) -> Written:
    def column(query: str, *values: str) -> list[Any]:
        return [row[0] for row in asked(folder, query, *values)]

    return Written(
        state=column("SELECT state FROM decisions_decision WHERE ref = ?", ref)[0],
        outcomes=column(OUTCOMES, ref),
        rows=column(ROWS, ref),
        awards=column("SELECT count(*) FROM registry_award")[0],
        people=column("SELECT count(*) FROM registry_person")[0],
        entries=column("SELECT count(*) FROM audit_entry")[0],
    )


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Return a folder with a database, and what waits there: a decision and a submission."""
    folder = tmp_path_factory.mktemp("prepared")
    own, submitted = PROCESS.run(folder, "prepare")
    return folder, own, submitted


@pytest.fixture
def folder(prepared: tuple[Path, str, str], tmp_path: Path) -> Path:
    """Return a copy of the prepared folder."""
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


@pytest.mark.parametrize(
    ("which", "state", "outcomes"),
    [
        (1, "IN_FORCE", ["GRANTED", "GRANTED", "GRANTED"]),
        (2, "ANSWERED", ["GRANTED", "REFUSED", "GRANTED"]),
    ],
)
def test_a_confirmation_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str, str], folder: Path, which: int, state: str, outcomes: list[str]
) -> None:
    ref = str(prepared[which])
    before = look(folder, ref)

    with PROCESS.start(folder, "die", ref, "2") as process:
        killed = process.wait(timeout=60)
    between = look(folder, ref)
    again = PROCESS.run(folder, "confirm", ref, "head")

    after = look(folder, ref)
    assert killed == -signal.SIGKILL
    assert between == before
    assert (before.awards, before.people, before.outcomes) == (0, 0, ["PENDING"] * 3)
    assert again == "confirmed"
    assert (after.state, after.outcomes, after.rows) == (state, outcomes, outcomes)
    assert after.awards == after.people == outcomes.count("GRANTED")


def test_of_two_people_who_confirm_at_once_one_wins_and_the_other_is_told(
    prepared: tuple[Path, str, str], folder: Path
) -> None:
    ref = prepared[1]
    with PROCESS.start(folder, "pause", ref, "head-1") as first:
        assert heard(first) == "in the middle"
        with PROCESS.start(folder, "follow", ref, "head-2") as second:
            assert heard(second) == "beginning"
            go_on(first)

            told = (heard(first), heard(second))

    assert told == ("confirmed", "WRONG_STATE")
    assert look(folder, ref).awards == 3
