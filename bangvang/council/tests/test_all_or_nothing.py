"""A count and the announcing of a result are all or nothing, killed in the middle."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

PROCESS = [sys.executable, "-m", "bangvang.council.tests.counting_process"]
QUERIES = (
    "SELECT state FROM council_ballot",
    "SELECT count(*) FROM council_count WHERE closed_at IS NOT NULL",
    "SELECT count(*) FROM council_ballotrow WHERE yes IS NOT NULL",
    "SELECT group_concat(state) FROM nominations_nomination",
    "SELECT count(*) FROM audit_entry",
)


def start(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BANGVANG_DATA": str(folder)}
    return subprocess.run(  # noqa: S603  our own module
        [*PROCESS, *words],
        env=kept | own,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )


def written(folder: Path) -> list[Any]:
    with closing(sqlite3.connect(folder / "bangvang.sqlite3")) as database:
        return [database.execute(query).fetchone()[0] for query in QUERIES]


def test_a_count_and_a_result_killed_in_the_middle_leave_nothing(tmp_path: Path) -> None:
    ref = json.loads(start(tmp_path, "prepare").stdout)
    before = written(tmp_path)

    killed_counting = start(tmp_path, "die_counting", ref).returncode
    after_counting = written(tmp_path)
    assert json.loads(start(tmp_path, "count", ref).stdout) == "counted"
    agreed = written(tmp_path)
    killed_closing = start(tmp_path, "die_closing", ref).returncode
    after_closing = written(tmp_path)
    assert json.loads(start(tmp_path, "close", ref).stdout) == "closed"
    announced = written(tmp_path)

    assert killed_counting == killed_closing == -signal.SIGKILL
    assert after_counting == before
    assert after_closing == agreed
    assert (before[0], agreed[0], announced[0]) == ("COUNTING", "AGREED", "CLOSED")
    assert (before[1], agreed[1], announced[2]) == (1, 2, 3)
    assert "VOTED" not in agreed[3]
    assert "VOTED_FOR" in announced[3]
