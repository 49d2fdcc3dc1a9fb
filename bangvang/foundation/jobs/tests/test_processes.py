"""Workers as processes, on both engines: killed in the middle, two at once, asked to end."""

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bangvang.foundation.tests.tables import copy_tables, database_url, database_with_tables

DEADLINE_S = 90
PROCESS = [sys.executable, "-m", "bangvang.foundation.jobs.tests.working_process"]
HAS_POSTGRESQL = os.environ.get("TEST_DB") == "postgres"

Surroundings = dict[str, str]


@pytest.fixture(params=["postgresql" if HAS_POSTGRESQL else "sqlite"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Surroundings]:
    """A database of its own on the engine of this run, and how a process finds it."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BANGVANG_DATA": str(tmp_path)}
    if request.param == "sqlite":
        copy_tables(tmp_path)
        yield kept | own
        return
    name, tables = f"jobs_{secrets.token_hex(6)}", database_with_tables()
    with psycopg.connect(dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {tables}".encode())
        yield kept | own | {"DATABASE_URL": database_url(name)}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def run(engine: Surroundings, *words: str, status: int = 0) -> Any:
    done = subprocess.run(  # noqa: S603  our own module
        [*PROCESS, *words],
        env=engine,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout) if done.stdout else None


def start(engine: Surroundings, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603  our own module
        [*PROCESS, *words], env=engine, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.django_db
def test_a_worker_killed_in_the_middle_leaves_nothing_and_another_does_the_job(
    engine: Surroundings,
) -> None:
    run(engine, "prepare", "rows", "1")

    run(engine | {"DIES": "1"}, "work", "1", status=-signal.SIGKILL)
    after_death = run(engine, "tell")
    run(engine, "lapse")
    run(engine, "work", "1")

    assert after_death == [["RUNNING", 1, 0]]
    assert run(engine, "tell") == [["DONE", 2, 3]]


@pytest.mark.django_db
def test_two_workers_do_each_job_once(engine: Surroundings) -> None:
    run(engine, "prepare", "rows", "24")

    workers = [start(engine, "work", "24") for _ in range(2)]
    for worker in workers:
        _said, trouble = worker.communicate(timeout=DEADLINE_S)
        assert worker.returncode == 0, trouble

    assert run(engine, "tell") == [["DONE", 1, 3]] * 24


@pytest.mark.django_db
def test_a_worker_that_is_asked_to_end_gives_its_job_back(engine: Surroundings) -> None:
    run(engine, "prepare", "slow", "1")
    worker = start(engine, "run")
    try:
        until = time.monotonic() + DEADLINE_S
        while run(engine, "tell")[0][0] != "RUNNING":
            assert time.monotonic() < until
        worker.terminate()
        said, trouble = worker.communicate(timeout=DEADLINE_S)
    finally:
        worker.kill()

    assert (worker.returncode, said.strip()) == (0, '"ended"'), trouble
    assert run(engine, "tell") == [["WAITING", 0, 0]]
