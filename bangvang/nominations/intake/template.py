"""The spreadsheet that a unit downloads, fills in and sends back."""

from collections.abc import Sequence

from bangvang.foundation.sheets import OutgoingSheet, write_workbook

_COLUMNS = (
    ("TT", 6, "Số thứ tự."),
    ("Họ và tên/Tên tập thể", 32, "Mỗi cá nhân hoặc tập thể một dòng; tên viết đủ dấu."),
    ("Ngày sinh", 14, "Cá nhân: ngày/tháng/năm, ví dụ 05/8/1985; không rõ thì chỉ ghi năm."),
    ("Giới tính", 10, "Nam hoặc Nữ."),
    ("Số định danh", 18, "Đủ 12 chữ số, giữ số 0 ở đầu; dùng để phân biệt người trùng tên."),
    ("Chức vụ", 24, "Chức vụ, chức danh hiện nay."),
    ("Đơn vị", 32, "Tên đầy đủ của đơn vị công tác; tập thể ghi đơn vị cấp trên trực tiếp."),
    ("Hình thức đề nghị", 28, "Tên hoặc chữ viết tắt, ví dụ CSTĐ tỉnh; mỗi dòng một đề nghị."),
    ("Thành tích", 60, "Tóm tắt thành tích."),
    ("Ghi chú", 24, "Điều khác cần nói thêm."),
)  # fmt: skip


def columns_told() -> tuple[tuple[str, str], ...]:
    """Return each column's heading with how it is filled in."""
    return tuple((title, hint) for title, _, hint in _COLUMNS)


def filled_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the list with rows in it: a text for each column of `columns_told`, then the kind."""
    return _workbook(rows, more=(("Loại hình", 18, "Công trạng, đột xuất, cống hiến…"),))


def template_workbook() -> bytes:
    """Return the empty list, its cells kept as text, and a sheet that explains each column."""
    return _workbook([])


def _workbook(rows: Sequence[Sequence[str]], more: tuple[tuple[str, int, str], ...] = ()) -> bytes:
    columns = _COLUMNS + more
    return write_workbook(
        [
            OutgoingSheet(
                name="Danh sách",
                header=[title for title, _, _ in columns],
                rows=rows,
                widths=[width for _, width, _ in columns],
                text_columns=frozenset(range(1, len(columns))),
            ),
            OutgoingSheet(
                name="Hướng dẫn",
                header=["Cột", "Cách ghi"],
                rows=[[title, hint] for title, _, hint in columns],
                widths=[28, 90],
            ),
        ]
    )
