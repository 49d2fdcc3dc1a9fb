"""Processes that live and end together, started by this test and ended by their own numbers."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

DEADLINE_S = 30
LASTS = [sys.executable, "-c", "import time; time.sleep(300)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(300)",
]
ENDS = [sys.executable, "-c", "import time; time.sleep(0.5)"]
SCRIPT = (
    "import sys, json; from bangvang.cli import together; together.TIME_TO_END_S = 1.0; "
    "sys.exit(together.run_together(json.loads(sys.argv[1])))"
)


def together(said: int = subprocess.DEVNULL, **commands: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", SCRIPT, json.dumps(commands)], stderr=said
    )


def children(process: "subprocess.Popen[bytes]", count: int) -> list[int]:
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    wait_for(lambda: len(path.read_text(encoding="ascii").split()) == count)
    return [int(word) for word in path.read_text(encoding="ascii").split()]


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + DEADLINE_S
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_there(pid: int) -> bool:
    """Tell whether a process runs; one that ended and was not waited for does not."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and ") Z " not in stat.read_text(encoding="utf-8")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asking_one_ends_all(how: signal.Signals) -> None:
    process = together(web=LASTS, worker=LASTS)
    started = children(process, 2)

    process.send_signal(how)

    assert process.wait(DEADLINE_S) == 0
    assert not [pid for pid in started if is_there(pid)]


def test_when_one_ends_by_itself_the_other_is_ended_and_it_is_said() -> None:
    process = together(subprocess.PIPE, web=LASTS, worker=ENDS)
    started = children(process, 2)

    _out, said = process.communicate(timeout=DEADLINE_S)

    assert process.returncode == 1
    assert "worker đã dừng trước" in said.decode()
    assert not [pid for pid in started if is_there(pid)]


def test_one_that_does_not_end_is_forced() -> None:
    process = together(web=STUBBORN)
    (started,) = children(process, 1)
    time.sleep(0.5)

    process.terminate()

    assert process.wait(DEADLINE_S) == 0
    assert not is_there(started)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that a parent died")
def test_killing_the_first_leaves_no_orphan() -> None:
    process = together(web=LASTS, worker=LASTS)
    started = children(process, 2)

    os.kill(process.pid, signal.SIGKILL)
    process.wait(DEADLINE_S)

    wait_for(lambda: not [pid for pid in started if is_there(pid)])
