"""Reading, accepting and undoing are all or nothing: killed in the middle, and two at once."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

PROCESS = [sys.executable, "-m", "bangvang.registry.tests.importing_process"]
TABLES = {
    "registry_award": "withdrawn_at IS NULL",
    "registry_person": "withdrawn_at IS NULL",
    "registry_completeness": "TRUE",
    "registry_recordsource": "TRUE",
    "registry_importrow": "state = 'ACCEPTED'",
    "audit_entry": "TRUE",
}


def surroundings(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BANGVANG_DATA": str(folder)}
    return kept | own


def run(folder: Path, *words: str) -> Any:
    done = subprocess.run(  # noqa: S603  our own module
        [*PROCESS, *words], env=surroundings(folder), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def start(folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603  our own module
        [*PROCESS, *words],
        env=surroundings(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def heard(process: "subprocess.Popen[str]") -> Any:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def written(folder: Path) -> tuple[int, ...]:
    """Return how many rows of each table the database file holds that count."""
    with closing(sqlite3.connect(folder / "bangvang.sqlite3")) as database:
        counts = [
            f"SELECT count(*) FROM {table} WHERE {where}"  # noqa: S608  our own names
            for table, where in TABLES.items()
        ]
        return tuple(database.execute(query).fetchone()[0] for query in counts)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("prepared")
    return folder, str(run(folder, "prepare"))


@pytest.fixture
def folder(prepared: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


def test_an_acceptance_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str], folder: Path
) -> None:
    before = written(folder)

    with start(folder, "die", prepared[1]) as process:
        killed = process.wait(timeout=60)
    between = written(folder)
    again = run(folder, "accept", prepared[1])

    assert killed == -signal.SIGKILL
    assert between == before == (0, 0, 0, 0, 0, before[-1])
    assert (again, written(folder)) == ("accepted", (40, 20, 20, 40, 40, before[-1] + 1))


def test_an_undoing_killed_in_the_middle_takes_nothing_away(
    prepared: tuple[Path, str], folder: Path
) -> None:
    run(folder, "accept", prepared[1])
    before = written(folder)

    with start(folder, "die_undoing", prepared[1]) as process:
        killed = process.wait(timeout=60)

    assert (killed, written(folder)) == (-signal.SIGKILL, before)
    assert run(folder, "undo", prepared[1]) == "undone"
    assert written(folder)[:3] == (0, 0, 0)


def test_of_two_people_who_accept_at_once_one_wins_and_the_other_is_told(
    prepared: tuple[Path, str], folder: Path
) -> None:
    with start(folder, "pause", prepared[1]) as first:
        assert heard(first) == "in the middle"
        with start(folder, "follow", prepared[1]) as second:
            assert heard(second) == "beginning"
            assert first.stdin is not None
            first.stdin.write("go on\n")
            first.stdin.flush()

            told = (heard(first), heard(second))

    assert told == ("accepted", "STALE")
    assert written(folder)[:2] == (40, 20)


def test_a_worker_killed_while_it_reads_or_enters_leaves_nothing_and_another_goes_on(
    tmp_path: Path,
) -> None:
    ref = str(run(tmp_path, "queue"))
    told = []
    for words in (("die_reading",), ("die_entering", ref)):
        with start(tmp_path, *words) as process:
            killed = process.wait(timeout=60)
        told += [killed, written(tmp_path)[:2], run(tmp_path, "work")]

    assert told == [
        -signal.SIGKILL, (0, 0), ["DONE", 2, "STAGED", 40, 0],
        -signal.SIGKILL, (0, 0), ["DONE", 2, "ACCEPTED", 40, 40],
    ]  # fmt: skip
