"""How much memory a whole register takes: columns against a dict of lists.

Each is built in a process of its own from the same rows, and what that process takes more
afterwards is counted, as the system counts it (its own pages, ``RssAnon``).
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np

from bangvang.registry.columns import CODES, Resident, Rows
from bench.law.made import YEAR, Made
from bench.law.ours import fill
from bench.rounds import ROUNDS

STATUS = Path("/proc/self/status")
MISSING = "Không đo được bộ nhớ của một tiến trình trên hệ điều hành này."
"""Why there is no figure on a system without ``/proc``."""

CHILD = """
import sys, django
django.setup()
from bench.law.memory import tell
tell(*sys.argv[1:])
"""
AT_ONCE = 100_000
KINDS = ("columns", "lists")


def bytes_of(made: Made, *, rounds: int = ROUNDS) -> dict[str, float] | None:
    """Return the bytes of both, medians of rounds that take turns; None where nobody can tell."""
    if not STATUS.exists():
        return None
    rows = made.counting()
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "rows.npz"
        np.savez(given, people=rows.people, codes=rows.codes, years=rows.years)
        found: dict[str, list[int]] = {kind: [] for kind in KINDS}
        for _ in range(rounds):
            for kind in KINDS:
                found[kind].append(_in_a_process(kind, given))
    return {kind: median(sizes) for kind, sizes in found.items()}


def lists_of(rows: Rows) -> dict[int, list[tuple[str, int]]]:
    """Return the rows of each person; codes and years are shared, not kept per row."""
    shared_years = {year: year for year in range(1900, 2100)}
    found: dict[int, list[tuple[str, int]]] = {}
    for start in range(0, rows.people.size, AT_ONCE):
        these = slice(start, start + AT_ONCE)
        columns = (rows.people[these], rows.codes[these], rows.years[these])
        for person, code, year in zip(*(one.tolist() for one in columns), strict=True):
            found.setdefault(person, []).append((CODES[code], shared_years[year]))
    return found


def _in_a_process(kind: str, given: Path) -> int:
    done = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-c", CHILD, kind, str(given)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return int(done.stdout)


def _own_pages() -> int:
    line = next(one for one in STATUS.read_text("utf-8").splitlines() if "RssAnon" in one)
    return int(line.split()[1]) * 1024


def tell(kind: str, given: str) -> None:
    """Build one of the two and print how many bytes it takes; runs in the child process."""
    with np.load(given) as stored:
        rows = Rows(stored["people"], stored["codes"], stored["years"])
    before = _own_pages()
    kept = fill(Resident(YEAR), rows) if kind == "columns" else lists_of(rows)
    sys.stdout.write(str(_own_pages() - before))
    del kept
