"""Confirming a unit's decision is all or nothing: killed in the middle, and by two at once."""

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

PROCESS = [sys.executable, "-m", "bangvang.registry.tests.confirming_process"]
TABLES = (
    "registry_award", "registry_yearstatement", "registry_yearstatementof",
    "registry_completeness", "audit_entry",
)  # fmt: skip


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
    with closing(sqlite3.connect(folder / "bangvang.sqlite3")) as database:
        counts = [f"SELECT count(*) FROM {table}" for table in TABLES]  # noqa: S608  our own names
        return tuple(database.execute(query).fetchone()[0] for query in counts)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("prepared")
    return folder, str(run(folder, "prepare"))


@pytest.fixture
def folder(prepared: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "copy"))


def test_a_confirmation_killed_in_the_middle_leaves_nothing_and_can_be_done_again(
    prepared: tuple[Path, str], folder: Path
) -> None:
    before = written(folder)

    with start(folder, "die", prepared[1]) as process:
        killed = process.wait(timeout=60)
    between = written(folder)
    again = run(folder, "confirm", prepared[1])

    assert killed == -signal.SIGKILL
    assert between == before == (0, 0, 0, 0, before[4])
    assert again == "confirmed"
    assert written(folder) == (40, 1, 40, 40, before[4] + 2)


def test_of_two_heads_who_confirm_at_once_one_wins_and_the_other_is_told(
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

    assert told == ("confirmed", "NOT_WITH_HEAD")
    assert written(folder)[0] == 40
