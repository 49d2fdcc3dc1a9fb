"""`bangvang docs`: print what the documentation takes from the code."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from bangvang.cli.coverage_page import law_coverage
from bangvang.cli.personal_data_page import personal_data
from bangvang.nominations.states import (
    BATCH_LIFE,
    BATCH_STATE_NAMES,
    LIFE,
    OVER,
    STATE_NAMES,
    BatchState,
    State,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--check", action="store_true", help="chỉ xem trang đã in có còn đúng không"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the printed pages, or with `--check` return 1 if one of them is stale."""
    stale = 0
    for name, printed in PRINTED.items():
        path, page = DOCS / name, printed()
        if arguments.check:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != page
            continue
        path.write_text(page, encoding="utf-8")
        sys.stderr.write(f"{name}\n")
    return int(stale)


def life_of_a_nomination() -> str:
    """Return the page: two diagrams and their tables, from the tables of states."""
    lines = [
        "# The life of a nomination",
        "",
        "Printed by `make docs` from `bangvang/nominations/states/`; do not edit by hand.",
        "A list is handed in as a whole; from then on each row goes its own way.",
        "",
        "## A list",
        "",
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> DRAFT",
        *(
            f"    {a} --> {end}: {move}"
            for move, starts, end in BATCH_LIFE
            for a in _sorted(starts)
        ),
        "```",
        "",
        "| State | On the screen |",
        "|---|---|",
        *(f"| `{state}` | {BATCH_STATE_NAMES[state]} |" for state in BatchState),
        "",
        "## A row",
        "",
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> DRAFT",
        *(f"    {a} --> {end}: {move}" for move, starts, end in LIFE for a in _sorted(starts)),
        *(f"    {state} --> [*]" for state in State if state in OVER),
        "```",
        "",
        "| State | On the screen | Moves that start here |",
        "|---|---|---|",
        *(f"| `{state}` | {STATE_NAMES[state]} | {_moves(state)} |" for state in State),
        "",
    ]
    return "\n".join(lines)


def _sorted(states: frozenset[State] | frozenset[BatchState]) -> list[str]:
    return sorted(state.value for state in states)


def _moves(state: State) -> str:
    return ", ".join(f"`{move}`" for move, starts, _ in LIFE if state in starts) or "none: the end"


PRINTED: Mapping[str, Callable[[], str]] = {
    "life-of-a-nomination.md": life_of_a_nomination,
    "law-coverage.md": law_coverage,
    "personal-data.md": personal_data,
}
