"""Why somebody is commended (loại hình khen thưởng): codes, names, and how people write them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from bangvang.law.spelling import fold


class Kind(StrEnum):
    """Why somebody is commended (loại hình khen thưởng)."""

    MERIT = "MERIT"
    SUDDEN = "SUDDEN"
    THEME = "THEME"
    LONG_SERVICE = "LONG_SERVICE"
    TENURE = "TENURE"
    EXTERNAL = "EXTERNAL"
    RESISTANCE = "RESISTANCE"


KIND_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MERIT: "Công trạng",
        Kind.SUDDEN: "Đột xuất",
        Kind.THEME: "Phong trào thi đua, chuyên đề",
        Kind.LONG_SERVICE: "Quá trình cống hiến",
        Kind.TENURE: "Niên hạn",
        Kind.EXTERNAL: "Đối ngoại",
        Kind.RESISTANCE: "Kháng chiến",
    }
)

KIND_SPELLINGS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.MERIT: ("", "công trạng và thành tích", "thành tích công trạng", "thường xuyên"),
        Kind.SUDDEN: ("thành tích đột xuất",),
        Kind.THEME: (
            "chuyên đề",
            "theo đợt",
            "theo chuyên đề",
            "theo đợt, chuyên đề",
            "theo đợt (chuyên đề)",
            "phong trào",
            "phong trào thi đua",
            "phong trào, chuyên đề",
            "thi đua theo chuyên đề",
        ),
        Kind.LONG_SERVICE: ("cống hiến",),
        Kind.TENURE: (),
        Kind.EXTERNAL: (),
        Kind.RESISTANCE: (),
    }
)


@cache
def _kinds() -> Mapping[str, Kind]:
    return {
        fold(text): kind
        for kind in Kind
        for text in (kind.value.replace("_", " "), KIND_NAMES[kind], *KIND_SPELLINGS[kind])
    }


def find_kind(text: str) -> Kind | None:
    """Return the kind of commendation somebody means; an empty text means công trạng."""
    return _kinds().get(fold(text))


def kind_name(kind: Kind) -> str:
    """Return the Vietnamese name of a kind of commendation."""
    return KIND_NAMES[kind]
