"""An achievement report on the screen: its parts, what was typed over a newer version."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from bangvang.law import Kind as AwardKind
from bangvang.law import NotInForce, PaperForm, Subject, papers_required
from bangvang.nominations.actions.write_report import Typed
from bangvang.nominations.documents.report_paper import COLUMNS, heading_of
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.reports import PartSeen, ReportSeen, rows_in
from bangvang.nominations.states import LONGEST_PART, REPORT_TABLES, PaperKind, ReportPart
from bangvang.web.components.pieces import Answer, Step
from bangvang.web.lawpages.words import SEEN

CELLS = ("nam", "ten", "so")
EMPTY_ROWS = 2
REPORT = PaperKind.BAO_CAO_THANH_TICH.value
STORED, MINE = "dang-luu", "cua-toi"


@dataclass(frozen=True)
class PartShown:
    """One part as a form; `stored` is the other version where two are to be chosen from."""

    name: str
    heading: str
    text: str
    rows: tuple[tuple[str, str, str], ...]
    is_table: bool
    longest: int
    length: int
    version: int
    saved_by: str
    saved_at: datetime
    stored: PartSeen | None


def parts_shown(
    row: NominationRow,
    report: ReportSeen,
    typed: Mapping[ReportPart, Typed] | None = None,
    clashes: Iterable[ReportPart] = (),
) -> list[PartShown]:
    """Return the parts as they stand, or as somebody typed them beside what others saved."""
    clashing = set(clashes)
    return [_part(row, one, (typed or {}).get(one.part), clashing) for one in report.parts]


def _part(
    row: NominationRow, one: PartSeen, typed: Typed | None, clashing: set[ReportPart]
) -> PartShown:
    text = typed.text if typed else one.text
    rows = rows_in(text) if one.is_table else ()
    return PartShown(
        name=one.part.value.lower(),
        heading=heading_of(one.part, is_person=row.is_person),
        text=text,
        rows=(*rows, *[("", "", "")] * EMPTY_ROWS) if one.is_table else (),
        is_table=one.is_table,
        longest=LONGEST_PART[one.part],
        length=len(text.replace("\r\n", "\n")),
        version=one.version,
        saved_by=one.saved_by,
        saved_at=one.saved_at,
        stored=one if one.part in clashing else None,
    )


def typed_in(data: QueryDict, parts: Iterable[ReportPart] = ReportPart) -> list[Typed]:
    """Return the parts that a form sent, but for those whose stored version was chosen."""
    return [
        Typed(part, _text(data, part), part_version(data, part))
        for part in parts
        if _sent(data, part) and data.get(f"chon-{part.value.lower()}") != STORED
    ]


def _sent(data: QueryDict, part: ReportPart) -> bool:
    return f"ban-{part.value.lower()}" in data


def part_version(data: QueryDict, part: ReportPart) -> int:
    """Return the version of a part that a form was made over; nought for no number."""
    written = data.get(f"ban-{part.value.lower()}", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def _text(data: QueryDict, part: ReportPart) -> str:
    name = part.value.lower()
    if part not in REPORT_TABLES:
        return data.get(f"van-{name}", "").replace("\x00", "")
    rows = table_typed(data, part)
    return json.dumps([row for row in rows if any(row)], ensure_ascii=False)


def table_typed(data: QueryDict, part: ReportPart) -> list[tuple[str, str, str]]:
    """Return the rows of a history table as a form sent them, empty ones too."""
    columns = [data.getlist(f"{part.value.lower()}-{cell}") for cell in CELLS]
    cells = [[cell.replace("\x00", "").strip() for cell in column] for column in columns]
    return list(zip(cells[0], cells[1], cells[2], strict=False))


@dataclass(frozen=True)
class FormShown:
    """Which numbered form the law of the day names for a report, and how sure that is."""

    number: str
    cite: str
    seen: Answer


def form_of(row: NominationRow) -> FormShown | None:
    """Return the form of the report by the law of the day of receipt; None where none is known."""
    try:
        papers = papers_required(
            row.award_code,
            on=row.received_on or row.ballot_by,
            kind=AwardKind(row.kind),
            subject=Subject(row.subject),
        )
    except NotInForce:
        return None
    forms = [paper.form for paper in papers if paper.kind == REPORT and paper.form]
    return _form(forms[0]) if forms else None


def _form(form: PaperForm) -> FormShown | None:
    return FormShown(form.number, form.cite.text, SEEN[form.seen]) if form.number else None


def steps_of_row(*, finished: bool | None, papers_done: bool) -> list[Step]:
    """Return the steps of a draft's row; `finished` is None while no report was begun."""
    return [
        Step("Dòng trong danh sách", "done"),
        Step("Báo cáo thành tích", "done" if finished else "now"),
        Step("Giấy tờ của danh sách", "done" if papers_done else "now" if finished else ""),
        Step("Thủ trưởng xem và nộp", "now" if finished and papers_done else ""),
    ]


TABLE_COLUMNS = tuple(zip(CELLS, COLUMNS, strict=True))
