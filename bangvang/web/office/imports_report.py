"""The report of an import as a spreadsheet: each row as read, what became of it and why."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.timezone import localtime

from bangvang.foundation.sheets import Value, stream_table
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import kind_name
from bangvang.registry.selectors.import_rows import RowSeen
from bangvang.registry.selectors.imports import ImportSeen
from bangvang.web.office.imports_shown import answer_of, birth_said, mends_said, problem_said
from bangvang.web.records import called

REPORT = (
    "Trang", "Dòng", "Tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Danh hiệu, hình thức", "Loại hình",
    "Năm", "Số quyết định", "Ngày quyết định", "Cơ quan ban hành", "Thành tích", "Kết quả",
    "Lý do", "Sửa khi nhập", "Người ghi", "Ghi lúc",
)  # fmt: skip


def report_of(found: ImportSeen, rows: Iterable[RowSeen]) -> Iterator[bytes]:
    """Return the report as .xlsx, in pieces: each row as read, what became of it and why."""
    return stream_table(REPORT, (_reported(found, row) for row in rows), name="Kết quả nhập")


def _reported(found: ImportSeen, row: RowSeen) -> list[Value]:
    said = row.said
    problems = " ".join(problem_said(found, p) for p in row.problems)
    accepted = row.accepted
    return [
        row.sheet,
        row.row,
        said["name"],
        birth_said(said),
        said["position"],
        ", ".join(part for part in (said["unit"], said["above"]) if part),
        called(said["code"], None) if said["code"] else said["award_text"],
        kind_name(AwardKind(said["kind"])),
        said["year"],
        said["decision_no"],
        date.fromisoformat(said["decided_on"]) if said["decided_on"] else None,
        said["issued_by"],
        said["achievement"],
        answer_of(found, row.state).label,
        " ".join(part for part in (row.why, problems) if part),
        "; ".join(mends_said(found, row)),
        accepted.by if accepted else "",
        say_date(localtime(accepted.at).date()) if accepted else "",
    ]
