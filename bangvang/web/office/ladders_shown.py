"""What stands above a ladder at the office: open bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import Finding
from bangvang.registry.selectors.bars import BarSeen


@dataclass(frozen=True)
class Barred:
    """What open bars mean, in words, and the clause that says so."""

    text: str
    cite: str


def barred_shown(finding: Finding | None, bars: Iterable[BarSeen], *, on: date) -> Barred | None:
    """Return what stops everything for now; nothing where no bar that stops is open."""
    if finding is None:
        return None
    used = {row.record_id for row in finding.used}
    named = "; ".join(
        f"{bar.title[:1].lower()}{bar.title[1:]} (từ {say_date(bar.since)})"
        for bar in bars
        if bar.ref in used and bar.bars_on(on)
    )
    doubt = "" if finding.why is None else " Quy định này chưa được đối chiếu với văn bản gốc."
    return Barred(
        f"Khi còn mục {named}, không xét danh hiệu, hình thức nào, kể cả những gì ghi là có thể "
        f"đạt dưới đây.{doubt}",
        finding.cite.text,
    )
