"""What is read quickly is what is read cell by cell, to the letter, however odd a list is."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Grid, Value, Workbook
from bangvang.registry.intake.asked_rows import RowAsked
from bangvang.registry.intake.award_lists import ListsRead
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.old_letters import Letters
from bangvang.registry.intake.plain_rows import PlainRow, plain_rows
from bangvang.registry.intake.staging import RowStaged, row_staged

ON = date(2026, 9, 14)
HEADINGS: Sequence[str] = (
    "TT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Chức vụ", "Đơn vị", "Danh hiệu",
    "Năm", "Số quyết định", "Ngày quyết định", "Cơ quan ban hành", "Loại hình", "Thành tích",
    "Dân tộc", "Quốc tịch", "Ghi chú",
)  # fmt: skip
NAMES = (
    "Lù Văn Bậc Thang", "Ông Lù Văn Mẫu", "NGUYỄN THỊ THỬ", "Hoà Thị Thử Lí", "1. Giàng A Mẫu",
    "Trần Văn Thử, Lê Thị Mẫu", "Trần Văn Thử\nLê Thị Mẫu", "Sở Mẫu Một", "Hộ Vàng A Thử",
    "Hộ ông Vàng A Thử", "Nguyễn V?n Mẫu", "Nguyễn Văn Và", "TỔNG CỘNG", "Tổng số: 3", "0",
    "NgԾyÔn V¨n MÉu", "NguyÔn V¨n MÉu", "Nguyeãn Vaên Maãu", "A", "#N/A", "Người lập biểu",
    "CHỦ TỊCH", "I. Tập thể", "Các hộ gia đình", "Danh hiệu Lao động tiên tiến",
    "Cá nhân nước ngoài", "John Mau", "TT", "Họ và tên", "Năm", "2020", "x" * 201,
)  # fmt: skip
DAYS: Sequence[Value] = (
    "19/4/1980", "19/04/1980", "19-4-1980", "1980-04-19", "1980", "4/1980", "31/02/1980", 1980,
    29330, 29330.5, date(1980, 4, 19), datetime(1980, 4, 19, 0, 0), "ngày 19 tháng 4 năm 2022",  # noqa: DTZ001  as sheets have it
    "19/4", "năm 1980", "19/4/2099", True, "không rõ",
)  # fmt: skip
BY_COLUMN: Sequence[Sequence[Value]] = (
    (1, 2, "3", "4.", "1.2", "I", "II.", "A", "x", "I. Tập thể", "Tổng cộng", 12345, True, 1.0),
    NAMES,
    DAYS,
    ("Nam", "nữ", "NỮ", "x", "Nam?"),
    ("001080000001", 1080000001, "12345678", "001 080 000 002", "abc", 123456789),
    ("Chuyên viên", " Phó  Giám đốc ", "Gi¸m ®èc", "x" * 301),
    ("Sở Mẫu Một", "Phòng nghiệp vụ 1", "sở mẫu một ", "Sở Mẫu Một, tỉnh Mẫu", "Së Mẫu", "x" * 191),
    ("Lao động tiên tiến", "LĐTT", "ldtt", "CSTĐCS", "HTXSNV", "Không có", "Bằng khen", "SKCS",
     "Sáng kiến cấp cơ sở", "Giấy khen", "Tập thể lao động tiên tiến"),
    (2020, "2020", "năm 2020", "2020-2021", 1900, 2020.0, "2020.0", "2025"),
    ("12/QĐ-UBND", "QĐ số 012/QĐ-UBND", "12/QĐ-UBND ngày 19/4/2022", "Quyết định số: ", 12,
     "12/QĐ ngày 32/4/2022", "x" * 61),
    ("19/4/2022", date(2021, 12, 20), 44564, *DAYS),
    ("Chủ tịch UBND tỉnh", "Giám đốc Sở Mẫu"),
    ("", "công trạng", "đột xuất", "lạ"),
    ("Một giải pháp", "x" * 401, "=1+1"),
    ("Tày", "Kinh"),
    ("Việt Nam", "VN", "Lào"),
    ("Ghi thêm", "0"),
)  # fmt: skip


def quirky(value: Value, luck: int) -> Value:
    """Write a text as people's programs and hands do."""
    if not isinstance(value, str):
        return value
    changes: Sequence[Callable[[str], str]] = (
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"  {text} ",
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("-", "\u2013"),
        lambda text: f"\u200b{text}",
        lambda text: f"'{text}",
        str.upper,
    )
    return changes[luck](value) if luck < len(changes) else value


def cells(column: int, likely: int) -> st.SearchStrategy[Value]:
    """Return cells of a column: the first ones most of the time, so that rows are often whole."""
    values = BY_COLUMN[column]
    usual = st.sampled_from(list(values[:likely]))
    odd = st.one_of(st.none(), st.sampled_from(list(values)))
    picked = st.integers(0, 19).flatmap(lambda luck: odd if luck == 0 else usual)
    return st.builds(quirky, picked, st.integers(0, 40))


ROWS = st.lists(st.tuples(*(cells(column, 2) for column in range(len(BY_COLUMN)))), max_size=12)
GROUPS = st.sampled_from(
    ["I. Tập thể", "Sở Mẫu Một", "II. Cá nhân", "Danh hiệu Lao động tiên tiến", "Hộ gia đình:"]
)
LEFT_OUT = st.sets(st.sampled_from(range(2, len(HEADINGS))), max_size=6)
NAME_HEADINGS = st.sampled_from(["Họ và tên", "Tên tập thể", "Tên cá nhân, tập thể"])
FIXED = st.fixed_dictionaries(
    {},
    optional={
        "award": st.sampled_from(["LĐTT", "lạ"]),
        "year": st.sampled_from(["2020", "năm 2020", "1800"]),
        "decision_no": st.just("99/QĐ"),
        "decided_on": st.sampled_from(["20/12/2021", "lạ", "2021"]),
        "issued_by": st.just("Sở Mẫu Hai"),
    },
)


def read(book: Workbook, plans: dict[int, Plan], *, quickly: bool) -> list[object]:
    lists = ListsRead(book, plans, Letters(), on=ON)
    rows = lists.rows_beside(plain_rows) if quickly else lists.rows()
    return [
        (*row, "quick")[:3]
        if isinstance(row, PlainRow)
        else (*row_staged(row), row.identity_number)
        for row in rows
    ]


@settings(max_examples=150, deadline=None)
@given(
    ROWS,
    st.lists(st.tuples(st.integers(0, 12), GROUPS), max_size=2),
    LEFT_OUT,
    NAME_HEADINGS,
    FIXED,
)
def test_both_ways_read_the_same(
    rows: list[tuple[Value, ...]],
    groups: list[tuple[int, str]],
    left_out: set[int],
    named: str,
    fixed: dict[str, str],
) -> None:
    lines: list[tuple[Value, ...]] = list(rows)
    for place, heading in groups:
        lines.insert(place, (None, heading))
    columns = [at for at in range(len(HEADINGS)) if at not in left_out]
    heads = [named if at == 1 else HEADINGS[at] for at in columns]
    body = (tuple(line[at] if at < len(line) else None for at in columns) for line in lines)
    book = Workbook("x.xlsx", "xlsx", (Grid("Trang 1", (tuple(heads), *body)),))
    lists = ListsRead(book, {}, Letters(), on=ON)
    list(lists.rows())
    plan = lists.sheets[0].plan
    plans = {0: Plan(plan.first_row, plan.places, fixed)} if plan else {}

    assert read(book, plans, quickly=True) == read(book, plans, quickly=False)


@pytest.mark.parametrize("number", [7, None])
def test_an_ordinary_row_is_read_quickly(number: int | None) -> None:
    row = (number, *(values[0] for values in BY_COLUMN[1:]))
    book = Workbook("x.xlsx", "xlsx", (Grid("Trang 1", (tuple(HEADINGS), (), row)),))

    (found,) = ListsRead(book, {}, Letters(), on=ON).rows_beside(plain_rows)

    assert isinstance(found, PlainRow)
    assert isinstance(found.staged, RowStaged)
    assert isinstance(found.asked, RowAsked)
