"""The list of what is held about people, read from `personal_data.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bangvang.privacy.states import Matter

LIST = Path(__file__).with_name("personal_data.toml")
KEYS = frozenset({"name", "about", "what_for", "who_sees", "until", "ground", "tables"})
ALWAYS, SESSION = "ALWAYS", "SESSION"
WORKERS = ("_by", "_by_ref", "_by_name", "_by_head", "actor_ref", "actor_name", "actor_roles")
"""Columns that say which official did something, in their office: kept with what was done."""


@dataclass(frozen=True)
class Entry:
    """One line of the list; `until` is a matter whose period the office sets, or one of two words.

    `tables` names the columns of each table that hold it.
    """

    name: str
    about: str
    what_for: str
    who_sees: str
    until: str
    ground: str
    tables: Mapping[str, tuple[str, ...]]

    @property
    def matter(self) -> Matter | None:
        """What is forgotten once its period is over, if it is."""
        return None if self.until in (ALWAYS, SESSION) else Matter(self.until)


@cache
def entries() -> tuple[Entry, ...]:
    """Return the list in the order of the file.

    Raises:
        ValueError: an entry lacks something or names no matter.
    """
    return tuple(_entry(table) for table in _file()["entry"])


@cache
def plain() -> Mapping[str, frozenset[str]]:
    """Return the columns of each table that were looked at and hold nothing about people."""
    return MappingProxyType({table: frozenset(names) for table, names in _file()["plain"].items()})


@cache
def named() -> Mapping[str, frozenset[str]]:
    """Return the columns of each table that the list names."""
    found: dict[str, set[str]] = {}
    for entry in entries():
        for table, names in entry.tables.items():
            found.setdefault(table, set()).update(names)
    return MappingProxyType({table: frozenset(names) for table, names in found.items()})


def _file() -> dict[str, Any]:
    with LIST.open("rb") as text:
        return tomllib.load(text)


def _entry(table: dict[str, Any]) -> Entry:
    if table.keys() != KEYS:
        raise ValueError(f"personal_data.toml: {table.get('name', table)}")
    tables = {name: tuple(columns) for name, columns in table.pop("tables").items()}
    entry = Entry(**table, tables=MappingProxyType(tables))
    if entry.until not in (ALWAYS, SESSION, *Matter):
        raise ValueError(f"personal_data.toml: {entry.name}: {entry.until}")
    return entry
