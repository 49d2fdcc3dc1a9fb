"""Families of commendation: what a round is opened for, read from `families.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bangvang.law import Kind

FAMILIES = Path(__file__).with_name("families.toml")


@dataclass(frozen=True)
class Family:
    """One family; `kind` is the kind of commendation that its rows have."""

    code: str
    name: str
    kind: Kind


@cache
def families() -> Mapping[str, Family]:
    """Return every family by its code, in the order of the file.

    Raises:
        ValueError: a table lacks something, names an unknown kind, or a code comes twice.
    """
    with FAMILIES.open("rb") as text:
        tables = tomllib.load(text)["family"]
    found: dict[str, Family] = {}
    for table in tables:
        if table.keys() != {"code", "name", "kind"} or table["code"] in found:
            raise ValueError(f"families.toml: {table}")
        found[table["code"]] = Family(table["code"], table["name"], Kind(table["kind"]))
    return MappingProxyType(found)


def kinds_of(codes: Iterable[str]) -> tuple[Kind, ...]:
    """Return the kinds of commendation that these families have, each once; none for none."""
    return tuple(dict.fromkeys(families()[code].kind for code in codes))


def names_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the names of these families."""
    return tuple(families()[code].name for code in codes)
