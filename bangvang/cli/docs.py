"""`bangvang docs`: print what the documentation takes from the code."""

import argparse
import sys
from pathlib import Path

from bangvang.nominations.states import (
    BATCH_LIFE,
    BATCH_STATE_NAMES,
    LIFE,
    OVER,
    STATE_NAMES,
    BatchState,
    State,
)

LIFE_PAGE = Path(__file__).resolve().parents[2] / "docs" / "life-of-a-nomination.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--check", action="store_true", help="chỉ xem trang đã in có còn đúng không"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write `docs/life-of-a-nomination.md`, or with `--check` return 1 if it is stale."""
    page = life_of_a_nomination()
    if arguments.check:
        return 0 if LIFE_PAGE.read_text(encoding="utf-8") == page else 1
    LIFE_PAGE.write_text(page, encoding="utf-8")
    sys.stderr.write(f"{LIFE_PAGE.name}\n")
    return 0


def life_of_a_nomination() -> str:
    """Return the page: two diagrams and their tables, from the tables of states."""
    lines = [
        "# The life of a nomination",
        "",
        "Printed by `make docs` from `bangvang/nominations/states.py`; do not edit by hand.",
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
