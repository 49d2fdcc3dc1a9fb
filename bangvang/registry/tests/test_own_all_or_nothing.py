"""Confirming a unit's decision is all or nothing: killed in the middle, and by two at once."""

import shutil
import signal
from pathlib import Path

import pytest

from bangvang.foundation.tests.processes import OwnProcess, counted, go_on, heard

PROCESS = OwnProcess("bangvang.registry.tests.confirming_process")
TABLES = dict.fromkeys(
    (
        "registry_award",
        "registry_yearstatement",
        "registry_yearstatementof",
        "registry_completeness",
        "audit_entry",
    ),
    "TRUE",
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("prepared")
    return folder, str(PROCESS.run(folder, "prepare"))


@pytest.fixture
def folder(prepared: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


def test_a_confirmation_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str], folder: Path
) -> None:
    before = counted(folder, TABLES)

    with PROCESS.start(folder, "die", prepared[1]) as process:
        killed = process.wait(timeout=60)
    between = counted(folder, TABLES)
    again = PROCESS.run(folder, "confirm", prepared[1])

    assert killed == -signal.SIGKILL
    assert between == before == (0, 0, 0, 0, before[4])
    assert again == "confirmed"
    assert counted(folder, TABLES) == (40, 1, 40, 40, before[4] + 2)


def test_of_two_heads_who_confirm_at_once_one_wins_and_the_other_is_told(
    prepared: tuple[Path, str], folder: Path
) -> None:
    with PROCESS.start(folder, "pause", prepared[1]) as first:
        assert heard(first) == "in the middle"
        with PROCESS.start(folder, "follow", prepared[1]) as second:
            assert heard(second) == "beginning"
            go_on(first)

            told = (heard(first), heard(second))

    assert told == ("confirmed", "NOT_WITH_HEAD")
    assert counted(folder, TABLES)[0] == 40
