"""Rows that contradict each other or cannot count: named, never silently chosen."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bangvang.law.catalogue import AwardClass, award_name, catalogue
from bangvang.law.counts import disputed
from bangvang.law.facts import GRADES
from bangvang.law.kinds import Kind
from bangvang.law.record import Held, Record, row_order


def contradictions(
    record: Record, *, year: int, on: date, kind: Kind = Kind.MERIT, today: date | None = None
) -> tuple[str, ...]:
    """Return a Vietnamese sentence for each row that is left out or disputed, oldest first.

    Named are: an achievement year that is yet to come or, by merit, not over, codes the catalogue
    does not have, revoked rows, rows of years after the one considered, decisions older than what
    they reward or not yet made, rows of years before a birth, two decisions for one title and year,
    two grades in one year, a count of the file that the register contradicts. ``today``: the day of
    the question where it is later than ``on``, that of receipt.
    """
    rows = sorted(record.held, key=row_order)
    return (
        *_yet_to_come(year, on, today or on, kind),
        *_left_out(rows, year, on),
        *_odd_days(rows, year, on),
        *_before_birth(rows, record.born, on),
        *_twice(rows, year, on),
        *_graded_twice(rows, year, on),
        *disputed(record),
    )


def _yet_to_come(year: int, on: date, today: date, kind: Kind) -> Iterator[str]:
    if year > on.year:
        yield f"Năm xét {year} chưa đến vào ngày nhận hồ sơ {on:%d/%m/%Y}; cần kiểm tra lại."
    elif year == today.year and kind is Kind.MERIT:
        yield (
            f"Năm xét {year} chưa kết thúc vào ngày {_day_called(on, today)}: chỉ tính những gì đã "
            "có, hết năm cần kiểm tra lại (xét theo năm học đã kết thúc thì không vướng)."
        )


def _day_called(on: date, today: date) -> str:
    return f"nhận hồ sơ {on:%d/%m/%Y}" if today == on else f"đối chiếu {today:%d/%m/%Y}"


def _left_out(rows: list[Held], year: int, on: date) -> Iterator[str]:
    for row in rows:
        if row.code not in catalogue():
            yield f"Không tính: danh mục không có mã «{row.code}» (năm {row.year})."
            continue
        name = award_name(row.code, on)
        if row.revoked_on is not None:
            yield f"Không tính: {name} năm {row.year} đã bị hủy bỏ ngày {row.revoked_on:%d/%m/%Y}."
        elif row.year > year:
            yield f"Không tính: {name} năm {row.year} thuộc năm sau năm xét {year}."


def _odd_days(rows: list[Held], year: int, on: date) -> Iterator[str]:
    for row in rows:
        if not _counts(row, year) or row.decided_on is None:
            continue
        told = f"{award_name(row.code, on)} năm {row.year} có quyết định ngày"
        if row.decided_on.year < row.year:
            yield f"{told} {row.decided_on:%d/%m/%Y}, trước năm lập thành tích; cần kiểm tra lại."
        elif row.decided_on > on:
            yield f"{told} {row.decided_on:%d/%m/%Y}, sau ngày nhận hồ sơ; cần kiểm tra lại."


def _before_birth(rows: list[Held], born: int | None, on: date) -> Iterator[str]:
    for row in rows:
        if born is not None and row.year < born and _counts(row, born):
            name = award_name(row.code, on)
            yield f"{name} năm {row.year}: trước năm sinh {born}; cần kiểm tra lại."


def _counts(row: Held, year: int) -> bool:
    return row.code in catalogue() and row.revoked_on is None and row.year <= year


def _twice(rows: list[Held], year: int, on: date) -> Iterator[str]:
    found: defaultdict[tuple[str, str, int], list[Held]] = defaultdict(list)
    for row in rows:
        if _counts(row, year) and catalogue()[row.code].award_class is AwardClass.TITLE:
            found[row.code, row.kind, row.year].append(row)
    for (code, _, held_in), same in found.items():
        if len(same) > 1:
            papers = ", ".join(row.decision_no or "không ghi số" for row in same)
            yield (
                f"{award_name(code, on)} năm {held_in} có {len(same)} quyết định ({papers}): "
                "chỉ tính một lần; cần kiểm tra lại."
            )


def _graded_twice(rows: list[Held], year: int, on: date) -> Iterator[str]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        if _counts(row, year) and row.code in GRADES and row.code not in found[row.year]:
            found[row.year].append(row.code)
    for graded_in, codes in found.items():
        if len(codes) > 1:
            names = ", ".join(award_name(code, on) for code in codes)
            yield f"Năm {graded_in} có {len(codes)} mức xếp loại khác nhau ({names}): không tính."
