"""`./run` on a folder that is ready: quick, says where it is, ends whole, keeps to this machine."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.site import ROOT, environment, free_port, stop, wait_until_it_answers

pytestmark = pytest.mark.journey


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(template, folder)
    return folder


@pytest.fixture
def running(data: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    port, said = free_port(), tmp_path / "said"
    with said.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  our own script
            [ROOT / "run", "--port", str(port), "--data", data],
            cwd=ROOT,
            env=environment(data),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    yield process, port, said
    stop(process)


def test_it_loads_nothing_again_says_where_it_is_and_ends_all_it_started(
    running: tuple[subprocess.Popen[bytes], int, Path],
) -> None:
    process, port, said = running

    wait_until_it_answers(process, f"http://127.0.0.1:{port}")
    workers = [one for child in _children(process.pid) for one in (child, *_children(child))]
    status = stop(process, signal.SIGINT)

    words = said.read_text(encoding="utf-8")
    assert "Nạp tỉnh trình diễn" not in words
    assert f"http://127.0.0.1:{port}" in words
    assert re.search(r"\bdonvi\b", words)
    assert "Traceback" not in words
    assert len(workers) == 4  # the web server with its two, and the worker of background jobs
    assert status == 0
    assert not [one for one in workers if Path(f"/proc/{one}").exists()]


def test_a_demonstration_is_not_shown_to_other_machines_unless_told_twice(data: Path) -> None:
    told_once = subprocess.run(  # noqa: S603  our own script
        [ROOT / "run", "--host", "0.0.0.0", "--port", str(free_port()), "--data", data],  # noqa: S104  refused
        cwd=ROOT,
        env=environment(data),
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert told_once.returncode == 2
    assert "--demo-for-everybody" in told_once.stderr.decode()
    assert "Traceback" not in told_once.stderr.decode()


def _children(pid: int) -> list[int]:
    said = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(word) for word in said.split()]
