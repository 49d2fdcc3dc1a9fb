"""Kinds of commendation whose results are no ground for a request by merit.

A criterion leaves such awards out. Where the clause was not read, leaving them out refuses nothing:
the routes are asked with them as well, and where that matters a person decides.

Law: ``texts/kinds_apart.toml``.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from bangvang.law.called import lower_first
from bangvang.law.catalogue import award_name, catalogue
from bangvang.law.dated import Entry
from bangvang.law.finding import Finding, Reason
from bangvang.law.instruments import Seen
from bangvang.law.joined import doubted
from bangvang.law.kinds import Kind, kind_name
from bangvang.law.loading import texts
from bangvang.law.record import Held, Record, row_order

ID = "kinds.apart"
READS = frozenset({ID})
KINDS_APART = frozenset({Kind.SUDDEN, Kind.THEME})
"""What every text so far leaves out, and what is where none is in our hands; columns rest on it."""


def kinds_apart(on: date) -> frozenset[Kind]:
    """Return the kinds whose awards a request by merit leaves out."""
    entry = _entry(on)
    if entry is None or entry.value is None:
        return KINDS_APART
    return frozenset(map(Kind, entry.names()))


def is_apart(row: Held, on: date) -> bool:
    """Say whether a row is an award of such a kind."""
    if row.kind is Kind.MERIT or row.code not in catalogue():
        return False
    return catalogue()[row.code].is_award and row.kind in kinds_apart(on)


def said_apart(rows: Iterable[Held], on: date) -> str:
    """Name awards that are held and left out, with the clause; nothing where there are none."""
    named = "; ".join(
        f"{award_name(row.code, on)} năm {row.year} theo loại hình "
        f"{lower_first(kind_name(row.kind))}"
        for row in sorted(rows, key=row_order)
    )
    entry = _entry(on)
    law = f" ({entry.cite.text})" if entry else ""
    return f" Đã có {named}: không dùng làm căn cứ xét công trạng{law}." if named else ""


def with_all_kinds(record: Record, on: date) -> Record | None:
    """Return the record with awards of these kinds counted like others.

    None where a clause that was read leaves them out, or there are none.
    """
    entry = _entry(on)
    if entry is not None and entry.seen is Seen.SOURCE and entry.value is not None:
        return None
    held = tuple(replace(row, kind=Kind.MERIT) if is_apart(row, on) else row for row in record.held)
    return None if held == record.held else replace(record, held=held)


def left_out_if_read(
    found: Finding, record: Record, on: date, ask: Callable[[Record], Finding]
) -> Finding:
    """Doubt an answer that counts such awards, where leaving them out would change it."""
    entry = _entry(on)
    rows = [row for row in record.held if is_apart(row, on) and row.revoked_on is None]
    return doubted(
        found,
        ask(record),
        rule=ID,
        title="Kết quả khen thưởng đột xuất, chuyên đề",
        sentence=f"{said_apart(rows, on).strip()} Quy định này chưa được đối chiếu với văn bản "
        "gốc; người thẩm định quyết định.",
        cite=entry.cite if entry else found.cite,
        why=Reason.WEAK_SOURCE,
        seen=entry.seen if entry else Seen.UNVERIFIED,
    )


def _entry(on: date) -> Entry | None:
    return texts().row(ID).get(on)
