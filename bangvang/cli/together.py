"""Several processes that live and end together."""

import ctypes
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from types import FrameType

LOOKS_EVERY_S = 0.2
TIME_TO_END_S = 10.0
ONE_ENDED = 1
PR_SET_PDEATHSIG = 1
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Asked(Exception):
    """Somebody asked to end."""


def run_together(commands: Mapping[str, Sequence[str]]) -> int:
    """Start the commands, by name, and wait; when one ends or somebody asks, end all of them.

    On Linux they also end when this process is killed.

    Returns:
        0 when somebody asked (Ctrl-C, SIGTERM, the terminal closed), 1 when one ended by itself,
        with a sentence on standard error.
    """
    running: dict[str, subprocess.Popen[bytes]] = {}
    status = 0
    try:
        with _asked_by_signal():
            for name, command in commands.items():
                running[name] = _start(command)
            ended = _first_that_ends(running)
            sys.stderr.write(f"Dừng hệ thống: {ended} đã dừng trước.\n")
            status = ONE_ENDED
    except _Asked:
        pass
    finally:
        _end(list(running.values()))
    return status


@contextmanager
def _asked_by_signal() -> Iterator[None]:
    """Let the signals interrupt; leaving, they do nothing, so that the end is not interrupted."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise _Asked

    for number in STOPS:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number in STOPS:
            signal.signal(number, signal.SIG_IGN)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a command that hears signals as any other and follows this process into its end."""
    return subprocess.Popen(command, preexec_fn=_follow)  # noqa: S603  our own; one thread


def _follow() -> None:
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _first_that_ends(running: Mapping[str, subprocess.Popen[bytes]]) -> str:
    while True:
        for name, process in running.items():
            try:
                process.wait(LOOKS_EVERY_S)
            except subprocess.TimeoutExpired:
                continue
            return name


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask all to end, wait, then force those that did not."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = monotonic() + TIME_TO_END_S
    for process in processes:
        try:
            process.wait(max(0.0, until - monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
