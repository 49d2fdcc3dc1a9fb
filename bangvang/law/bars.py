"""Bars: while one is open nothing is given, and after discipline merit counts anew.

Recorded bars only: that none is recorded is never held against anybody. A clause that was not
read leaves an open bar to a person.

Law: ``texts/bars.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import award_name, catalogue
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.facts import STAYS
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.record import Bar, BarKind, Record
from bangvang.law.regimes import regime_on

READS = frozenset({"bars.open", "bars.merit_counts_anew"})
NAMES: Mapping[BarKind, str] = MappingProxyType(
    {
        BarKind.CONSIDERED: "đang trong thời gian xem xét kỷ luật",
        BarKind.INVESTIGATED: "đang điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu vi phạm",
        BarKind.COMPLAINT: "đang xác minh khiếu nại, tố cáo hoặc vấn đề tham nhũng, tiêu cực báo "
        "chí nêu",
        BarKind.DISCIPLINED: "đang trong thời hạn kỷ luật",
    }
)
RULE, TITLE = "bars.open", "Không thuộc trường hợp chưa xét khen thưởng"


def bar_finding(
    code: str, record: Record, on: date, *, asked_on: date | None = None
) -> Finding | None:
    """Return what the open bars of a nominee mean by the law of a day; None if none is open.

    A bar holds a file up while it lasts: what is open on ``asked_on`` counts, be it older or newer
    than the file; what has ended by then does not.
    """
    open_bars = [bar for bar in record.bars if bar.is_open(asked_on or on)]
    if not open_bars:
        return None
    entry = texts().row("bars.open").get(on)
    barring = open_bars
    if entry is not None and entry.value is not None:
        barring = [bar for bar in open_bars if bar.kind.value in entry.names()]
    return _told(code, on, barring, entry) if barring else None


def _told(code: str, on: date, bars: list[Bar], entry: Entry | None) -> Finding:
    named = "; ".join(f"{NAMES[bar.kind]} (từ {bar.since:%d/%m/%Y})" for bar in bars)
    is_read = entry is not None and entry.seen is Seen.SOURCE and entry.text_unseen is None
    why = None if is_read else _why(entry)
    doubt = "" if is_read else " Quy định này chưa được đối chiếu với văn bản gốc."
    name = award_name(code, on)
    return Finding(
        rule=RULE,
        title=TITLE,
        answer=Answer.NOT_MET if is_read else Answer.FOR_A_PERSON,
        sentence=f"Chưa xét tặng {name}: {named}.{doubt}",
        requires="Không được xét trong thời gian này",
        cite=entry.cite if entry else Citation(regime_on(code, on).cite.instrument),
        seen=entry.seen if entry else Seen.UNVERIFIED,
        used=tuple(Used(bar.record_id, "", bar.since.year, "", bar.since) for bar in bars),
        why=why,
    )


def _why(entry: Entry | None) -> Reason:
    is_unseen = entry is None or entry.text_unseen is not None
    return Reason.TEXT_UNSEEN if is_unseen else Reason.WEAK_SOURCE


def bars_told(found: Finding, *, answer: Answer | None = None) -> frozenset[str]:
    """Return the recorded bars that a finding rests on; with ``answer``, where they led to it."""
    if found.rule == RULE and answer in (None, found.answer):
        return frozenset(row.record_id for row in found.used)
    return frozenset(ref for part in found.parts for ref in bars_told(part, answer=answer))


@dataclass(frozen=True)
class Discipline:
    """A recorded discipline after which merit may count anew, and what is known of the clause.

    ``year``: the year in which the last of them ended, or of the day asked where one still runs.
    """

    year: int
    bars: tuple[Bar, ...]
    entry: Entry

    @property
    def decides(self) -> bool:
        """Whether the clause was read and says that merit counts anew."""
        return self.entry.seen is Seen.SOURCE and self.entry.value is True

    @property
    def why_open(self) -> Reason:
        """Why a clause that may not decide leaves the matter to a person."""
        return _why(self.entry)


def last_discipline(record: Record, on: date, *, asked_on: date | None = None) -> Discipline | None:
    """Return what a recorded discipline may mean for merit by the law of a day.

    One that began by ``asked_on`` counts, be it older or newer than the file. None where none is
    recorded, or the law of that day is known to say nothing of the kind.
    """
    today = asked_on or on
    entry = texts().row("bars.merit_counts_anew").get(on)
    served = [bar for bar in record.bars if bar.kind is BarKind.DISCIPLINED and bar.since <= today]
    if entry is None or entry.value is False or not served:
        return None
    year = max(bar.until or today for bar in served).year
    return Discipline(year, tuple(served), entry)


def merit_from(
    record: Record, on: date, *, asked_on: date | None = None
) -> tuple[int, Entry] | None:
    """Return the first achievement year that counts after discipline, and the clause.

    The year in which the discipline ended counts: the clause speaks of the end of its period.
    None where no discipline is recorded, or no clause that was read says so.
    """
    found = last_discipline(record, on, asked_on=asked_on)
    return None if found is None or not found.decides else (found.year, found.entry)


def counted_anew(record: Record, first_year: int) -> Record:
    """Return the record without what was earned before a year; granted commendations stay.

    What is not known of the earlier years cannot count either, so those years become known.
    """
    kept = tuple(
        row
        for row in record.held
        if row.year >= first_year
        or (row.code in catalogue() and catalogue()[row.code].award_class in STAYS)
    )
    return replace(record, held=kept, counted_from=first_year)
