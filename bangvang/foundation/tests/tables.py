"""The tables of the project, made once in a run of tests and copied wherever a test needs them.

Migrating an empty database takes far longer than most tests; a copy takes a moment. The run has a
folder of its own, which `conftest.py` names to every process by `TEST_TABLES`. Whoever needs the
tables first has them made, by a process that migrates as a first start does; the others wait.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import psycopg

FOLDER = "TEST_TABLES"
DATABASE = "bangvang.sqlite3"
POSTGRESQL = "postgresql"


def once(name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder of this name in the run's own; whoever comes first fills it."""
    folder = Path(os.environ[FOLDER]) / name
    with _alone(folder.with_suffix(".lock")):
        if not folder.exists():
            making = folder.with_suffix(".making")
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


def copy_tables(folder: Path) -> None:
    """Put a database file that has the tables, and no row of ours, into this folder."""
    shutil.copyfile(file_with_tables(), folder / DATABASE)


def file_with_tables() -> Path:
    """Return the run's SQLite file with the tables; it is there to be copied only."""
    return once("tables", _migrate) / DATABASE


def database_with_tables() -> str:
    """Return the name of the run's PostgreSQL database with the tables; a template only."""
    name = _template()

    def make(folder: Path) -> None:
        with psycopg.connect(dbname="postgres", autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {name}".encode())
            server.execute(f"CREATE DATABASE {name}".encode())
        _migrate(folder, DATABASE_URL=database_url(name))

    once(POSTGRESQL, make)
    return name


def throw_away() -> None:
    """Leave nothing of the run's tables behind."""
    if (Path(os.environ[FOLDER]) / POSTGRESQL).exists():
        with psycopg.connect(dbname="postgres", autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {_template()}".encode())
    shutil.rmtree(os.environ.pop(FOLDER))


def database_url(name: str) -> str:
    """Return where a database of the run's PostgreSQL is, as settings take it."""
    who = f"{os.environ['PGUSER']}:{os.environ.get('PGPASSWORD', '')}"
    return f"postgres://{who}@{os.environ['PGHOST']}:{os.environ['PGPORT']}/{name}"


def _template() -> str:
    return "tables_" + re.sub(r"\W", "_", Path(os.environ[FOLDER]).name.lower())


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        flock(held, LOCK_EX)
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
