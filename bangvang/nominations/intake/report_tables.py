"""The two history tables of a report: which columns they have, which rows, which of the two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.foundation.sheets import Grid
from bangvang.foundation.vietnamese import fold
from bangvang.foundation.word import TableOf
from bangvang.law import AwardClass, catalogue, find_code
from bangvang.nominations.intake.report_labels import filled
from bangvang.nominations.intake.report_read import HistoryRow, Sure, quoted
from bangvang.nominations.states import ReportPart

HEADING_ROWS = 3
OF_THE_DECISION = ("quyet dinh", "co quan ban hanh", "so, ngay", "ngay ky", "so van ban", "noi ky")
NOTHING = frozenset({"khong", "khong co", "chua co", "-", "0", ""})
YEAR = re.compile(r"(?:19|20)\d{2}")
YEARS = re.compile(r"(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?")
TITLES, FORMS = ReportPart.TITLES, ReportPart.FORMS


@dataclass(frozen=True)
class Columns:
    """Where a history table keeps what; `part` is None where its headings fit both."""

    first_row: int
    year: int | None
    what: int
    decision: tuple[int, ...]
    part: ReportPart | None


def history_columns(grid: Grid) -> Columns | None:
    """Return the columns of a history table, None for any other table."""
    for row in range(min(HEADING_ROWS, len(grid.rows))):
        texts = [fold(text) for text in grid.texts(row)]
        what = next((at for at, text in enumerate(texts) if _is_what(text)), None)
        decision = tuple(at for at, text in enumerate(texts) if at != what and _is_decision(text))
        if what is not None and decision:
            year = next((at for at, text in enumerate(texts) if _is_year(text)), None)
            return Columns(_below(grid, row), year, what, decision, _part(texts[what]))
    return None


def _below(grid: Grid, row: int) -> int:
    """Return the first row under the headings, also where these are merged over two rows."""
    after = row + 1
    while after < len(grid.rows) and any(
        (after, at) in grid.merged and grid.text(after, at) == grid.text(row, at)
        for at in range(len(grid.rows[after]))
    ):
        after += 1
    return after


def _is_what(text: str) -> bool:
    return ("danh hieu" in text or "hinh thuc" in text) and not text.startswith("so")


def _is_decision(text: str) -> bool:
    return any(word in text for word in OF_THE_DECISION) or text == "so"


def _is_year(text: str) -> bool:
    return re.fullmatch(r"nam(?: .*)?|thoi gian|nam, thang", text) is not None


def _part(heading: str) -> ReportPart | None:
    is_title, is_form = "danh hieu" in heading, "hinh thuc" in heading
    if is_title and is_form:
        return None
    return TITLES if is_title else FORMS


def history_rows(
    table: TableOf, columns: Columns, above: ReportPart | None
) -> Iterator[tuple[ReportPart, HistoryRow]]:
    """Yield each row with the table it belongs to; `above` is what the heading before says."""
    grid = table.grid
    for row in range(columns.first_row, len(grid.rows)):
        what = filled(grid.text(row, columns.what))
        decision = ", ".join(
            dict.fromkeys(text for at in columns.decision if (text := filled(grid.text(row, at))))
        )
        written = "" if columns.year is None else filled(grid.text(row, columns.year))
        if fold(what) in NOTHING and fold(decision) in NOTHING:
            continue
        year, doubts = _year(written, decision)
        if _is_filled(grid, row, columns):
            doubts.append("ô gộp: lấy theo ô đầu")
        if table.was:
            doubts.append(f"đã chuyển từ {table.was.value}")
        part, sure = _settled(columns.part or above, what)
        if not sure:
            doubts.append("không rõ là danh hiệu hay hình thức")
        quote = " | ".join(text for text in grid.texts(row) if text)
        yield (
            part,
            HistoryRow(
                year=year,
                what=what[:300],
                decision=decision[:500],
                place=f"{table.place}, dòng {row + 1}",
                quote=quoted(quote),
                sure=Sure.INFERRED if doubts else Sure.EXACT,
                note="; ".join(doubts),
            ),
        )


def _year(written: str, decision: str) -> tuple[str, list[str]]:
    if found := YEARS.search(written):
        return found[0].replace(" ", ""), []
    if written:
        return written[:9], ["ô năm không có năm"]
    years = YEAR.findall(decision)
    if years:
        return str(years[-1]), ["năm lấy theo quyết định"]
    return "", ["không thấy năm"]


def _is_filled(grid: Grid, row: int, columns: Columns) -> bool:
    places = [columns.what, *columns.decision, *([] if columns.year is None else [columns.year])]
    return any((row, at) in grid.merged for at in places)


def _settled(part: ReportPart | None, what: str) -> tuple[ReportPart, bool]:
    """Return the table of a row, and whether that is clear."""
    if part is not None:
        return part, True
    code = find_code(what)
    if code and catalogue()[code].is_award:
        is_title = catalogue()[code].award_class is AwardClass.TITLE
        return (TITLES if is_title else FORMS), True
    return FORMS, False
