"""Reading, accepting and undoing are all or nothing: killed in the middle, and two at once."""

import shutil
import signal
from pathlib import Path

import pytest

from bangvang.foundation.tests.processes import OwnProcess, counted, heard

PROCESS = OwnProcess("bangvang.registry.tests.importing_process")
TABLES = {
    "registry_award": "withdrawn_at IS NULL",
    "registry_person": "withdrawn_at IS NULL",
    "registry_completeness": "TRUE",
    "registry_recordsource": "TRUE",
    "registry_importrow": "state = 'ACCEPTED'",
    "audit_entry": "TRUE",
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("prepared")
    return folder, str(PROCESS.run(folder, "prepare"))


@pytest.fixture
def folder(prepared: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


def test_an_acceptance_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str], folder: Path
) -> None:
    before = counted(folder, TABLES)

    with PROCESS.start(folder, "die", prepared[1]) as process:
        killed = process.wait(timeout=60)
    between = counted(folder, TABLES)
    again = PROCESS.run(folder, "accept", prepared[1])

    assert killed == -signal.SIGKILL
    assert between == before == (0, 0, 0, 0, 0, before[-1])
    assert (again, counted(folder, TABLES)) == ("accepted", (40, 20, 20, 40, 40, before[-1] + 1))


def test_an_undoing_killed_in_the_middle_takes_nothing_away(
    prepared: tuple[Path, str], folder: Path
) -> None:
    PROCESS.run(folder, "accept", prepared[1])
    before = counted(folder, TABLES)

    with PROCESS.start(folder, "die_undoing", prepared[1]) as process:
        killed = process.wait(timeout=60)

    assert (killed, counted(folder, TABLES)) == (-signal.SIGKILL, before)
    assert PROCESS.run(folder, "undo", prepared[1]) == "undone"
    assert counted(folder, TABLES)[:3] == (0, 0, 0)


def test_of_two_people_who_accept_at_once_one_wins_and_the_other_is_told(
    prepared: tuple[Path, str], folder: Path
) -> None:
    with PROCESS.start(folder, "pause", prepared[1]) as first:
        assert heard(first) == "in the middle"
        with PROCESS.start(folder, "follow", prepared[1]) as second:
            assert heard(second) == "beginning"
            assert first.stdin is not None
            first.stdin.write("go on\n")
            first.stdin.flush()

            told = (heard(first), heard(second))

    assert told == ("accepted", "STALE")
    assert counted(folder, TABLES)[:2] == (40, 20)


def test_a_worker_killed_while_it_reads_or_enters_leaves_nothing_and_another_goes_on(
    tmp_path: Path,
) -> None:
    ref = str(PROCESS.run(tmp_path, "queue"))
    told = []
    for words in (("die_reading",), ("die_entering", ref)):
        with PROCESS.start(tmp_path, *words) as process:
            killed = process.wait(timeout=60)
        told += [killed, counted(tmp_path, TABLES)[:2], PROCESS.run(tmp_path, "work")]

    assert told == [
        -signal.SIGKILL, (0, 0), ["DONE", 2, "STAGED", 40, 0],
        -signal.SIGKILL, (0, 0), ["DONE", 2, "ACCEPTED", 40, 40],
    ]  # fmt: skip
