"""The tables of the project, made once in a run of tests and copied wherever a test needs them.

Migrating an empty database takes far longer than most tests; a copy takes a moment. The run has a
folder of its own, which `conftest.py` names to every process by `TEST_TABLES`. Whoever needs the
tables first has them made, by a process that migrates as a first start does; the others wait.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import psycopg

FOLDER = "TEST_TABLES"
DATABASE = "bangvang.sqlite3"


def copy_tables(folder: Path) -> None:
    """Put a database file that has the tables, and no row of ours, into this folder."""
    shutil.copyfile(file_with_tables(), folder / DATABASE)


def file_with_tables() -> Path:
    """Return the run's SQLite file with the tables; it is there to be copied only."""
    folder = Path(os.environ[FOLDER])
    with _alone(folder):
        if not (folder / DATABASE).exists():
            making = folder / "making"
            making.mkdir(exist_ok=True)
            _migrate(making)
            (making / DATABASE).rename(folder / DATABASE)
    return folder / DATABASE


def database_with_tables() -> str:
    """Return the name of the run's PostgreSQL database with the tables; a template only."""
    folder = Path(os.environ[FOLDER])
    name = f"tables_{folder.name}".lower().replace("-", "_")
    with _alone(folder), psycopg.connect(dbname="postgres", autocommit=True) as server:
        if not (folder / name).exists():
            server.execute(f"CREATE DATABASE {name}".encode())
            _migrate(folder, DATABASE_URL=database_url(name))
            (folder / name).touch()
    return name


def database_url(name: str) -> str:
    """Return where a database of the run's PostgreSQL is, as settings take it."""
    who = f"{os.environ['PGUSER']}:{os.environ.get('PGPASSWORD', '')}"
    return f"postgres://{who}@{os.environ['PGHOST']}:{os.environ['PGPORT']}/{name}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _migrate(data: Path, **database: str) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BANGVANG_DATA": str(data)}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=Path(__file__).resolve().parents[3],
        env=kept | own | database,
        check=True,
    )
