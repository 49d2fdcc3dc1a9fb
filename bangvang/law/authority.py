"""Who decides an award, by the day of the decision.

Law: ``texts/authority.toml``; much of it is recalled and not read, as ``seen`` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import Level, award_of
from bangvang.law.citation import Citation
from bangvang.law.dated import NotInForce
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

NAMES: Mapping[str, tuple[str, Level]] = MappingProxyType(
    {
        "PRESIDENT": ("Chủ tịch nước", Level.STATE),
        "GOVERNMENT": ("Chính phủ", Level.STATE),
        "PRIME_MINISTER": ("Thủ tướng Chính phủ", Level.STATE),
        "PROVINCE_CHAIR": ("Chủ tịch Ủy ban nhân dân tỉnh", Level.PROVINCE),
        "BASE": ("Người có thẩm quyền ở cấp cơ sở", Level.BASE),
    }
)
READS = frozenset(f"authority.{key}" for key in NAMES)


@dataclass(frozen=True)
class Authority:
    """Who decides; ``key`` is stable, ``name_vi`` is for screens."""

    key: str
    name_vi: str
    level: Level
    cite: Citation
    seen: Seen


def authority_for(code: str, *, on: date) -> Authority:
    """Return who decides an award decided on that day.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: nothing is known about that award on that day.
    """
    award_of(code)
    regime_on(code, on)
    for key, (name, level) in NAMES.items():
        entry = texts().on(f"authority.{key}", on)
        if code in entry.names():
            return Authority(key, name, level, entry.cite, entry.seen)
    raise NotInForce(code, on)
