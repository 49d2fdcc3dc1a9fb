"""Two hundred people at once on one machine: nothing fails, nothing that was written is lost.

The web server is the one that production runs; Locust, on the same machine, plays the people.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from socket import socket
from time import monotonic, sleep
from typing import Any

from django.core.management import call_command

from bangvang.appraisal.models import Judgement, Verdict
from bangvang.foundation.actor import Role
from bangvang.nominations.models import Nomination
from bench.law.postgresql import Connection
from bench.nominations import pages, year
from bench.register import process
from bench.rounds import Row

MISSING = "Chưa cài locust nên không đo nhiều người cùng làm; chạy: make bench-setup."
PEOPLE, SECONDS = 200, 180
PEOPLE_SMALL, SECONDS_SMALL = 8, 20
SPECIALISTS = 40
UNITS_AT_LEAST = 120
WORKERS = ("-w", "3", "--threads", "8", "--timeout", "120", "--no-control-socket")
START_S, STOP_S = 60, 20
MOST_TOLD, BROKEN = 20, "Error"


def is_complete() -> bool:
    """Whether Locust is installed."""
    return find_spec("locust") is not None


def rows(engine: str, *, small: bool, connection: Connection | None = None) -> list[Row]:
    """Measure on one engine.

    Raises:
        Stopped: a process of its own ended without figures.
    """
    if not is_complete():
        return []
    units, each = pages.SMALL if small else pages.SIZES[engine]
    people, seconds = (PEOPLE_SMALL, SECONDS_SMALL) if small else (PEOPLE, SECONDS)
    told = process.run(
        __name__, "tell", units, each, people, seconds, connection=connection, day=year.DAY
    )
    said = f"{people} people, {told['made']:,} rows, {engine}"
    alone, together = told["alone"], told["together"]

    def row(name: str, unit: str, ours: float, other: float, whose: str, most: float | None) -> Row:
        return Row(f"{name}, {said}", unit, ours, other or 1, whose, most, "at_most", 1)

    one = "one person alone"
    failed, lost = together["failed"], told["lost"]
    return [
        row("requests that failed", "requests", failed, together["requests"], "all requests", 0.0),
        row("written and not found again", "writes", lost, told["written"], "all writes", 0.0),
        row("the median answer", "s", together["median"], alone["median"], one, None),
        row("95 of 100 answers", "s", together["p95"], alone["p95"], one, None),
        row("answers a second", "1/s", together["rate"], alone["rate"], one, None),
    ]


def tell(units: str, each: str, people: str, seconds: str) -> None:
    """Drive a year, let people loose on it, print what came of it; for a process of its own."""
    call_command("collectstatic", interactive=False, verbosity=0)
    register = year.populate()
    everybody = year.units(max(int(units), UNITS_AT_LEAST))
    specialists = [year.office(Role.SPECIALIST, number) for number in range(1, SPECIALISTS + 1)]
    year.open_accounts(
        [*specialists, *(who for unit in everybody for who in (unit.officer, unit.head))]
    )
    round_ref = year.open_the_round()
    pages.drive(register, everybody[: int(units)], int(each), round_ref, specialists)
    made = Nomination.objects.count()
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as address:
        noted = Path(folder) / "noted"
        alone = _let_loose(address, round_ref, noted, people=1, seconds=30)
        together = _let_loose(address, round_ref, noted, people=int(people), seconds=int(seconds))
        lines = [json.loads(line) for line in noted.read_text(encoding="utf-8").splitlines()]
        said = (Path(folder) / "server.log").read_text(encoding="utf-8", errors="replace")
    written = [line for line in lines if line["what"] != "broken"]
    told = {
        "made": made,
        "alone": alone,
        "together": together,
        "written": len(written),
        "lost": sum(not _is_there(line) for line in written),
        "broken": [line for line in lines if line["what"] == "broken"][:MOST_TOLD],
        "server": [line for line in said.splitlines() if BROKEN in line][:MOST_TOLD],
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _is_there(line: dict[str, Any]) -> bool:
    """Look whether what the system said it had written is in the database."""
    if line["what"] == "draft":
        rows: int = line["rows"]
        return Nomination.objects.filter(batch__ref=line["ref"]).count() == rows
    returned = Judgement.objects.filter(verdict=Verdict.RETURNED, reason=line["reason"])
    return returned.filter(nomination__ref=line["ref"]).count() == 1


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve this process's database on the loopback as long as this is open."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", *WORKERS, "-b", f"127.0.0.1:{port}", "config.wsgi"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603  our own words
    try:
        _wait_for(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(STOP_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(STOP_S)


def _wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = monotonic() + START_S
    while monotonic() < until and server.poll() is None:
        with suppress(OSError, HTTPException):
            there = HTTPConnection("127.0.0.1", port, timeout=5)
            there.request("GET", "/healthz")
            there.getresponse().read()
            return
        sleep(0.2)
    raise process.Stopped("the web server did not start")


def _let_loose(
    address: str, round_ref: str, noted: Path, *, people: int, seconds: int
) -> dict[str, float]:
    """Return counts and seconds of all requests of so many people; a tenth comes each second."""
    command = [
        sys.executable, "-m", "locust", "-f", str(Path(__file__).parent / "visitors.py"),
        "--headless", "--json", "--only-summary", "-H", address,
        "-u", str(people), "-r", str(max(1, people // 10)), "-t", f"{seconds}s",
        "--exit-code-on-error", "0",
    ]  # fmt: skip
    surroundings = os.environ | {
        "BENCH_PASSWORD": year.PASSWORD,
        "BENCH_ROUND": round_ref,
        "BENCH_NOTED": str(noted),
    }
    done = subprocess.run(  # noqa: S603  our own words
        command, env=surroundings, capture_output=True, text=True, check=False,
        timeout=seconds + 120,
    )  # fmt: skip
    if done.returncode:
        raise process.Stopped(done.stderr[-2000:])
    return _summed(json.loads(done.stdout), seconds)


def _summed(stats: list[dict[str, Any]], seconds: int) -> dict[str, float]:
    times: Counter[float] = Counter()
    for one in stats:
        for took, how_many in one["response_times"].items():
            times[float(took) / 1000] += how_many
    requests = sum(one["num_requests"] for one in stats)
    return {
        "requests": requests,
        "failed": sum(one["num_failures"] for one in stats),
        "median": _within(times, 0.5),
        "p95": _within(times, 0.95),
        "rate": requests / seconds,
    }


def _within(times: Counter[float], share: float) -> float:
    """Return the seconds within which this share of the answers came."""
    left = sum(times.values()) * share
    for took in sorted(times):
        left -= times[took]
        if left <= 0:
            return took
    return 0.0
