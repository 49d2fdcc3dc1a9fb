"""Another process of ours on a database file of its own, to be killed or met in the middle."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bangvang.foundation.tests.tables import DATABASE, copy_tables


@dataclass(frozen=True)
class OwnProcess:
    """A module of tests that is run by itself; what it prints is JSON, a line for each answer."""

    module: str

    def run(self, folder: Path, *words: str, status: int = 0) -> Any:
        """Run it to its end and return what it said, None if nothing; the status must be this.

        A folder that has no database gets one with the tables.
        """
        if not (folder / DATABASE).exists():
            copy_tables(folder)
        done = subprocess.run(  # noqa: S603  our own module
            self._command(words),
            env=_surroundings(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return json.loads(done.stdout) if done.stdout else None

    def start(self, folder: Path, *words: str) -> "subprocess.Popen[str]":
        """Let it run beside this process."""
        return subprocess.Popen(  # noqa: S603  our own module
            self._command(words),
            env=_surroundings(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _command(self, words: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", self.module, *words]


def heard(process: "subprocess.Popen[str]") -> Any:
    """Wait for its next line and return what it says."""
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def go_on(process: "subprocess.Popen[str]") -> None:
    """Let a process that waits in the middle go on."""
    assert process.stdin is not None
    process.stdin.write("go on\n")
    process.stdin.flush()


def asked(folder: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    """Return what the database file answers."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        return database.execute(query, values).fetchall()


def counted(folder: Path, tables: Mapping[str, str]) -> tuple[int, ...]:
    """Return how many rows of each table the database file holds, of those that the words tell."""
    return tuple(
        asked(folder, f"SELECT count(*) FROM {table} WHERE {where}")[0][0]  # noqa: S608  our names
        for table, where in tables.items()
    )


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BANGVANG_DATA": str(folder)}
    return kept | own
