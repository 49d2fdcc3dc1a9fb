"""The system as a person starts it: a demonstration loaded once, servers over copies of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from bangvang.foundation.tests.tables import copy_tables, once

ROOT = Path(__file__).resolve().parents[2]
LOAD_DEADLINE_S = 240
START_DEADLINE_S = 60
ANSWER_DEADLINE_S = 10
STOP_DEADLINE_S = 15
BETWEEN_LOOKS_S = 0.1
NOT_OURS = ("BANGVANG_", "PG")
ALSO_NOT_OURS = frozenset({"DATABASE_URL", "TEST_DB", "DJANGO_SETTINGS_MODULE"})


class DidNotStart(Exception):
    """The server did not answer in time; says what it wrote to standard error."""


@dataclass(frozen=True)
class Site:
    """A server that answers, and its data."""

    address: str
    data: Path


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a start by hand: SQLite in `data`, nothing of the test run."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ALSO_NOT_OURS and not name.startswith(NOT_OURS)
    }
    return kept | {"BANGVANG_DATA": str(data)}


def demonstration() -> Path:
    """Return the run's demonstration, to be copied; whoever comes first loads it."""
    return once("demonstration", _load)


def _load(data: Path) -> None:
    """Fill a folder as the first start does, after its tables."""
    copy_tables(data)
    subprocess.run(
        [sys.executable, "-m", "demo.prepare"],
        cwd=ROOT,
        env=environment(data),
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=LOAD_DEADLINE_S,
    )


def free_port() -> int:
    """Return a port of the loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


FOLLOWS = ("setpriv", "--pdeathsig", "TERM")
"""Before a command: it ends when the run ends, also where the run was cut off."""
WORK = "import sys; from bangvang.cli.main import main; sys.exit(main(['work']))"


class Server:
    """A web server and a worker of its own over a copy of the demonstration."""

    def __init__(self, template: Path, folder: Path) -> None:
        """Copy the data; nothing is started yet."""
        data = folder / "data"
        shutil.copytree(template, data)
        self.port = free_port()
        self.site = Site(f"http://127.0.0.1:{self.port}", data)
        self.said = folder / "server.log"
        self.said.touch()
        self.start()

    def start(self) -> None:
        """Start server and worker over the data as they are."""
        data, port = self.site.data, self.port
        command = ["gunicorn", "-w", "2", "--threads", "4", "--no-control-socket"]
        with self.said.open("ab") as said:
            self.process = subprocess.Popen(  # noqa: S603  our own interpreter
                [
                    *FOLLOWS,
                    sys.executable,
                    "-m",
                    *command,
                    "-b",
                    f"127.0.0.1:{port}",
                    "config.wsgi",
                ],
                cwd=ROOT,
                env=environment(data),
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            self.worker = subprocess.Popen(  # noqa: S603  our own interpreter
                [*FOLLOWS, sys.executable, "-c", WORK],
                cwd=ROOT,
                env=environment(data),
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def words(self) -> str:
        """Return what the server wrote so far."""
        return self.said.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the server as a power cut does: it and its children at once, with no goodbye."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for pid in (self.process.pid, *map(int, children.read_text().split())):
            os.kill(pid, signal.SIGKILL)
        self.process.wait(STOP_DEADLINE_S)
        stop(self.worker)

    def stop(self) -> None:
        """End server and worker, by force if one does not end by itself."""
        stop(self.process)
        stop(self.worker)


def wait_until_it_answers(process: subprocess.Popen[bytes], address: str) -> None:
    """Return when the server says that it is well.

    Raises:
        DidNotStart: it ended, or the time is up.
    """
    until = monotonic() + START_DEADLINE_S
    while monotonic() < until:
        if is_well(address):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(BETWEEN_LOOKS_S)
            break
    raise DidNotStart(address)


def is_well(address: str) -> bool:
    """Ask the server how it is; whoever does not answer is not well."""
    there = HTTPConnection(urlsplit(address).netloc, timeout=ANSWER_DEADLINE_S)
    with closing(there), suppress(OSError, HTTPException):
        there.request("GET", "/healthz")
        return there.getresponse().status == HTTPStatus.OK
    return False


def stop(process: subprocess.Popen[bytes], first: signal.Signals = signal.SIGTERM) -> int:
    """Ask a process of ours to end, wait, then force it; return its exit status."""
    if process.poll() is None:
        process.send_signal(first)
        try:
            process.wait(STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait(STOP_DEADLINE_S)
