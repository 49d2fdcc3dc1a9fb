"""Several processes that live and end together."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from time import monotonic, sleep

LOOKS_EVERY_S = 0.2
TIME_TO_END_S = 10.0
ONE_ENDED = 1
PR_SET_PDEATHSIG = 1
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run_together(commands: Mapping[str, Sequence[str]]) -> int:
    """Start the commands, by name, and wait; when one ends or somebody asks, end all of them.

    On Linux they also end when this process is killed.

    Returns:
        0 when somebody asked (Ctrl-C, SIGTERM, the terminal closed), 1 when one ended by itself,
        with a sentence on standard error.
    """
    asked: list[int] = []
    for number in STOPS:
        signal.signal(number, lambda number, _frame: asked.append(number))
    running = {name: _start(command) for name, command in commands.items()}
    ended = _first_that_ends(running, asked)
    if ended:
        sys.stderr.write(f"Dừng hệ thống: {ended} đã dừng trước.\n")
    _end(list(running.values()))
    return ONE_ENDED if ended else 0


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a command that hears signals as any other and follows this process into its end."""
    follow = partial(_follow, os.getpid())
    return subprocess.Popen(command, preexec_fn=follow)  # noqa: S603  our own; this process has one thread


def _follow(parent: int) -> None:
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before it was followed
            os._exit(ONE_ENDED)


def _first_that_ends(running: Mapping[str, subprocess.Popen[bytes]], asked: Sequence[int]) -> str:
    """Return the name of the first that ends by itself; nothing once somebody asked to end."""
    while not asked:
        for name, process in running.items():
            if process.poll() is not None and not asked:
                return name
        sleep(LOOKS_EVERY_S)
    return ""


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
