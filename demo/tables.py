"""Reading the tables of `demo/data`."""

import tomllib
from pathlib import Path
from typing import cast

DATA = Path(__file__).parent / "data"

Row = list[str]


def tables(name: str) -> dict[str, list[Row]]:
    """Return the tables of a file in its order: lists of lines, each a list of texts."""
    return cast(dict[str, list[Row]], records(name))


def records(name: str) -> dict[str, object]:
    """Return a whole file as TOML gives it."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
