"""Saving an import is all or nothing: killed in the middle, and by two people at once."""

import shutil
import signal
from pathlib import Path

import pytest

from bangvang.foundation.tests.processes import OwnProcess, counted, go_on, heard

PROCESS = OwnProcess("bangvang.nominations.tests.importing_process")
TABLES = dict.fromkeys(
    ("nominations_batch", "nominations_nomination", "audit_entry"),
    "TRUE",
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("prepared")
    return folder, str(PROCESS.run(folder, "prepare"))


@pytest.fixture
def folder(prepared: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


def test_an_import_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str], folder: Path
) -> None:
    before = counted(folder, TABLES)

    with PROCESS.start(folder, "die", prepared[1]) as process:
        killed = process.wait(timeout=60)
    between = counted(folder, TABLES)
    again = PROCESS.run(folder, "save", prepared[1])

    assert killed == -signal.SIGKILL
    assert between == before == (0, 0, before[2])
    assert again == "saved"
    assert counted(folder, TABLES) == (1, 40, before[2] + 1)


def test_of_two_people_who_save_at_once_one_wins_and_the_other_is_told(
    prepared: tuple[Path, str], folder: Path
) -> None:
    with PROCESS.start(folder, "pause", prepared[1]) as first:
        assert heard(first) == "in the middle"
        with PROCESS.start(folder, "follow", prepared[1]) as second:
            assert heard(second) == "beginning"
            go_on(first)

            told = (heard(first), heard(second))

    assert told == ("saved", "ALREADY_SAVED")
    assert counted(folder, TABLES)[:2] == (1, 40)
