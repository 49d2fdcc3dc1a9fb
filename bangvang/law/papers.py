"""What a file must contain, by the day on which it is received.

Only the parts the law names; a council's or a province's additions are not here, nor the number
of sets.

Law: ``texts/papers.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import AwardClass, award_of
from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "TO_TRINH": "Tờ trình đề nghị khen thưởng",
        "BAO_CAO_THANH_TICH": "Báo cáo thành tích",
        "BIEN_BAN_BINH_XET": "Biên bản bình xét thi đua, xét khen thưởng",
        "CHUNG_NHAN_SANG_KIEN": "Chứng nhận sáng kiến, đề tài khoa học của cơ quan có thẩm quyền",
    }
)
CERTIFICATE = "CHUNG_NHAN_SANG_KIEN"
READS = frozenset(
    {
        "papers.title",
        "papers.commendation",
        "papers.needs_initiative_certificate",
        "papers.set_by_province",
    }
)


@dataclass(frozen=True)
class Paper:
    """One part of a file; ``kind`` is stable, ``name_vi`` is for screens."""

    kind: str
    name_vi: str
    cite: Citation
    seen: Seen


def papers_required(code: str, *, on: date) -> tuple[Paper, ...]:
    """Return the parts of a file received on that day, in the order of the clause.

    Where the province sets the file by itself the law's list is only a hint (``unverified``).

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day.
    """
    award = award_of(code)
    regime_on(code, on)
    is_title = award.award_class is AwardClass.TITLE
    parts = texts().on("papers.title" if is_title else "papers.commendation", on)
    certified = texts().on("papers.needs_initiative_certificate", on)
    own = texts().row("papers.set_by_province").get(on)
    is_hint = own is not None and code in own.names()
    found = [(kind, parts) for kind in parts.names()]
    if code in certified.names():
        found.append((CERTIFICATE, certified))
    return tuple(
        Paper(kind, NAMES[kind], entry.cite, Seen.UNVERIFIED if is_hint else entry.seen)
        for kind, entry in found
    )
