"""Years that an earlier award of the same form may have been given for already.

One achievement is not rewarded several times, and what was rewarded is not added up for more. An
award by merit rewards the years up to its own; whether a later one of the same form may count some
of them again is said by no clause that was read, so where it matters a person decides. Between
forms that follow one another the clause of each award says itself which years come after which.

Law: ``texts/once.toml``.
"""

from collections.abc import Callable
from datetime import date

from bangvang.law.bars import counted_anew
from bangvang.law.catalogue import award_name
from bangvang.law.dated import Entry
from bangvang.law.finding import Finding, Reason
from bangvang.law.instruments import Seen
from bangvang.law.joined import doubted
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.once import GIVEN_ALREADY, NO_ACCUMULATION, is_form
from bangvang.law.record import Held, Record, row_order

RULE = "once.rewarded_before"
ONE_FORM = (frozenset({"BK_TINH", "BK_BO"}),)
"""Codes that the law names as one form, «bằng khen của bộ, ban, ngành, tỉnh»."""


def rewarded_before(
    found: Finding,
    rows: tuple[Held, ...],
    record: Record,
    on: date,
    ask: Callable[[Record], Finding],
) -> Finding:
    """Doubt an answer by merit that counts years of an earlier award of the same form.

    ``rows``: what ``earlier_of_the_form`` names. ``found`` is what was said of ``record``; ``ask``
    asks the routes.
    """
    entry = _clause(on)
    if not rows or entry.value is False:
        return found
    last = max(row.year for row in rows)
    strict = ask(counted_anew(record, last + 1))
    named = "; ".join(
        f"{award_name(row.code, on)} năm {row.year} ({row.decision_no or 'chưa ghi số quyết định'})"
        for row in rows
    )
    is_read = entry.seen is Seen.SOURCE
    return doubted(
        found,
        strict,
        rule=RULE,
        title="Thành tích đã được khen không tính lại cho lần sau",
        sentence=f"Đã được tặng {named}: thành tích đến năm {last} có thể đã được khen. Nếu chỉ "
        f"tính từ năm {last + 1}: {strict.deciding().sentence} Người thẩm định xem thời gian lập "
        "thành tích ghi trong quyết định trước.",
        cite=entry.cite,
        why=Reason.TWO_READINGS if is_read else Reason.WEAK_SOURCE,
        seen=entry.seen,
    )


def earlier_of_the_form(code: str, year: int, record: Record) -> tuple[Held, ...]:
    """Return what was given by merit in the same form for earlier years, the oldest first."""
    if not is_form(code):
        return ()
    alike = next((codes for codes in ONE_FORM if code in codes), frozenset({code}))
    rows = (
        row
        for row in record.held
        if row.code in alike
        and row.kind is Kind.MERIT
        and row.revoked_on is None
        and row.year < year
    )
    return tuple(sorted(rows, key=row_order))


def _clause(on: date) -> Entry:
    """Return the circular's clause where it was read, or else that of the law."""
    closer = texts().row(NO_ACCUMULATION).get(on)
    if closer is not None and closer.seen is Seen.SOURCE:
        return closer
    return texts().on(GIVEN_ALREADY, on)
