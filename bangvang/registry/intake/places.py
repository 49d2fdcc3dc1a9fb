"""Provinces and communes: today's from a maintained package, former ones from our own table.

Names repeat across provinces; what tells one place from another is the code of the statistical
office, two digits for a province and five for a commune.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from vietnam_provinces import ProvinceCode, Ward

from bangvang.registry.permissions.bodies import Decided

TABLE = Path(__file__).with_name("former_units.toml")
BODY_OF_A_COMMUNE = "Ủy ban nhân dân"


@dataclass(frozen=True)
class Commune:
    """A commune of today: its code and the name of its authority."""

    code: str
    body: str


@dataclass(frozen=True)
class Province:
    """A province whose places are known here, with the day since which its communes work."""

    code: str
    name: str
    body: str
    since: date
    communes: Decided


@dataclass(frozen=True)
class FormerUnit:
    """A unit that is no more; `heirs` are codes of communes, none: it went to the province."""

    kind: str
    body: str
    since: date
    ended: Decided
    heirs: tuple[str, ...]


def known_provinces() -> tuple[Province, ...]:
    """Return the provinces of our table."""
    return tuple(
        Province(row["code"], row["name"], row["body"], row["since"], _decided(row["communes"]))
        for row in _table()["province"]
    )


def communes_of(province: Province) -> tuple[Commune, ...]:
    """Return the communes of today, by code."""
    wards = Ward.iter_by_province(ProvinceCode(int(province.code)))
    found = (Commune(f"{ward.code.value:05}", _body(ward)) for ward in wards)
    return tuple(sorted(found, key=lambda commune: commune.code))


def former_units_of(province: Province) -> tuple[FormerUnit, ...]:
    """Return the former units of the province, in the order of the table."""
    return tuple(
        FormerUnit(row["kind"], row["body"], row["since"], _decided(row), tuple(row["heirs"]))
        for row in _table()["former"]
        if row["province"] == province.code
    )


def _body(ward: Ward) -> str:
    """Return "Ủy ban nhân dân xã Bát Xát" for "Xã Bát Xát"."""
    return f"{BODY_OF_A_COMMUNE} {ward.name[:1].lower()}{ward.name[1:]}"


def _decided(row: dict[str, Any]) -> Decided:
    on = row["until"] if "until" in row else row["since"]
    return Decided(on, row["decision_no"], row["decided_on"], row["issued_by"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
