"""The achievement report as an official paper.

The headings are those of a provincial form of 2025 of the same family; the forms of the decrees
themselves were not read, nor those of the time before 2024.
"""

from datetime import date

from bangvang.foundation.documents.paper import (
    Align,
    Block,
    Heading,
    Heads,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
)
from bangvang.law import award_name
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.reports import PartSeen, ReportSeen
from bangvang.nominations.states import ReportPart

COLUMNS = ("Năm", "Danh hiệu, hình thức", "Số, ngày, cơ quan ban hành quyết định")
WIDTHS = (12, 38, 50)
ALIGNS = (Align.CENTRE, Align.LEFT, Align.LEFT)
NONE_YET = "Không có."


def heading_of(part: ReportPart, *, is_person: bool) -> str:
    """Return the numbered heading under which a part stands in the form."""
    first = "Sơ lược lý lịch" if is_person else "Sơ lược đặc điểm, tình hình"
    return {
        ReportPart.SKETCH: f"I. {first}",
        ReportPart.MERITS: "II. Thành tích đạt được",
        ReportPart.TITLES: "III.1. Danh hiệu thi đua đã được tặng",
        ReportPart.FORMS: "III.2. Hình thức khen thưởng đã được tặng",
    }[part]


def report_paper(row: NominationRow, report: ReportSeen, *, on: date) -> OfficialPaper:
    """Return the report of a row; number and day are left for the clerk."""
    blocks: list[Block] = []
    for part in report.parts:
        blocks.append(Heading(heading_of(part.part, is_person=row.is_person)))
        blocks += _blocks(part)
    return OfficialPaper(
        kind=PaperKind.REPORT,
        heads=Heads(superior="", issuer=row.nominating_unit),
        symbol="BC",
        abstract=f"Thành tích đề nghị tặng {award_name(row.award_code, on)} "
        f"năm {row.achievement_year} của {row.name}",
        blocks=tuple(blocks),
        signatures=(Signature(posts=("Thủ trưởng đơn vị",), note="(Ký, ghi rõ họ tên, đóng dấu)"),),
        place="Lào Cai",
        year=on.year,
        recipients=("Lưu: VT, hồ sơ đề nghị khen thưởng",),
    )


def _blocks(part: PartSeen) -> list[Block]:
    if not part.is_table:
        return [Paragraph(line) for line in part.text.splitlines() if line.strip()]
    if not part.rows:
        return [Paragraph(NONE_YET)]
    return [Table(COLUMNS, part.rows, WIDTHS, ALIGNS)]
