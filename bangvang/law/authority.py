"""Who decides an award, by the day of the decision, and which bodies of the base level do.

The level of an award decides what the province does with it; at the base level several bodies
decide side by side, and which ones changed on 2025-07-01, when the districts ended.

Law: ``texts/authority.toml``; much of it is recalled and not read, as ``seen`` says. Nothing was
found about the flags and certificates of the military regions and the national universities, and
about exemplary communes before 2024-01-30.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import Level, existing_on
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.regimes import NothingFound, regime_on

NAMES: Mapping[str, tuple[str, Level]] = MappingProxyType(
    {
        "PRESIDENT": ("Chủ tịch nước", Level.STATE),
        "GOVERNMENT": ("Chính phủ", Level.STATE),
        "PRIME_MINISTER": ("Thủ tướng Chính phủ", Level.STATE),
        "PROVINCE_CHAIR": ("Chủ tịch Ủy ban nhân dân tỉnh", Level.PROVINCE),
        "MINISTRY_HEAD": ("Người đứng đầu bộ, ban, ngành, đoàn thể trung ương", Level.MINISTRY),
        "OWNER": ("Người đứng đầu cơ quan có kỷ niệm chương", Level.MINISTRY),
        "BASE": ("Người có thẩm quyền ở cấp cơ sở", Level.BASE),
    }
)
ROWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "PRESIDENT": ("authority.PRESIDENT", "authority.PRESIDENT.heroes_and_feats"),
        "GOVERNMENT": ("authority.GOVERNMENT",),
        "PRIME_MINISTER": ("authority.PRIME_MINISTER",),
        "PROVINCE_CHAIR": (
            "authority.PROVINCE_CHAIR",
            "authority.PROVINCE_CHAIR.also",
            "authority.PROVINCE_CHAIR.communes",
        ),
        "MINISTRY_HEAD": ("authority.MINISTRY_HEAD",),
        "OWNER": ("authority.OWNER",),
        "BASE": ("authority.BASE", "authority.BASE.armed_forces"),
    }
)
"""For each authority the rows that list its awards; together they list an award at most once."""

GRANTORS: Mapping[str, str] = MappingProxyType(
    {
        "UNIT_HEAD": "Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân",
        "DISTRICT_CHAIR": "Chủ tịch Ủy ban nhân dân cấp huyện",
        "COMMUNE_CHAIR": "Chủ tịch Ủy ban nhân dân cấp xã",
        "COMPANY_DIRECTOR": "Tổng giám đốc, giám đốc doanh nghiệp, hợp tác xã",
        "BOARD_CHAIR": "Chủ tịch Hội đồng quản trị, Hội đồng thành viên",
        "ARMED_FORCES": "Người có thẩm quyền theo quy định của Bộ Quốc phòng, Bộ Công an",
    }
)
READS = frozenset(id_ for rows in ROWS.values() for id_ in rows) | {
    f"grantor.{key}" for key in GRANTORS
}


@dataclass(frozen=True)
class Authority:
    """Who decides; ``key`` is stable, ``name_vi`` is for screens."""

    key: str
    name_vi: str
    level: Level
    cite: Citation
    seen: Seen


@dataclass(frozen=True)
class Grantor:
    """One of those who may decide an award; ``key`` is stable, ``name_vi`` is for screens."""

    key: str
    name_vi: str
    cite: Citation
    seen: Seen


def authority_for(code: str, *, on: date) -> Authority:
    """Return who decides an award decided on that day.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
        NothingFound: no text was found that says who decides this award on that day.
    """
    existing_on(code, on)
    regime = regime_on(code, on)
    for key, rows in ROWS.items():
        for id_ in rows:
            entry = _listing(id_, code, on)
            if entry is not None:
                name, level = NAMES[key]
                return Authority(key, name, level, entry.cite, entry.seen)
    raise NothingFound(code, on, regime.cite, "thẩm quyền quyết định")


def grantors_of(code: str, *, on: date) -> tuple[Grantor, ...]:
    """Return everybody who may decide an award on that day, in the order of the law.

    Above the base level that is the one authority; at the base level each body for its own people.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
        NothingFound: no text was found that says who decides this award on that day.
    """
    authority = authority_for(code, on=on)
    if authority.level is not Level.BASE:
        return (Grantor(authority.key, authority.name_vi, authority.cite, authority.seen),)
    return tuple(
        Grantor(key, name, entry.cite, entry.seen)
        for key, name in GRANTORS.items()
        if (entry := _listing(f"grantor.{key}", code, on)) is not None
    )


def _listing(id_: str, code: str, on: date) -> Entry | None:
    """Return the entry of a row in force that day if it lists the award."""
    entry = texts().row(id_).get(on)
    return entry if entry is not None and code in entry.names() else None
