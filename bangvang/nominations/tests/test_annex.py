"""The annex of a unit's own decision: whom it names, with which grade, and what is refused."""

from typing import Any

import pytest

from bangvang.foundation.objection import Refused
from bangvang.foundation.sheets import write_table
from bangvang.nominations.intake.annex import read_annex

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")


def sheet(*rows: Any, head: Any = HEAD) -> bytes:
    return write_table(head, [list(row) for row in rows])


def read(data: bytes, *, with_grades: bool = False) -> list[tuple[str, str]]:
    found = read_annex(data, "phu-luc.xlsx", with_grades=with_grades)
    return [(row.name, grade) for row, grade in found.rows]


def refusal(data: bytes, name: str = "phu-luc.xlsx") -> str:
    with pytest.raises(Refused) as refused:
        read_annex(data, name, with_grades=False)
    return refused.value.objection.sentence


def test_an_annex_needs_names_only() -> None:
    data = sheet((1, "Vàng Thị Lúa Chín", "12/6/1985", "Bác sĩ", "Khoa Nội"), (2, "Lù Văn Suối"))

    assert read(data) == [("Vàng Thị Lúa Chín", ""), ("Lù Văn Suối", "")]


@pytest.mark.parametrize("title", ["Xếp loại", "Kết quả xếp loại", "Mức độ hoàn thành nhiệm vụ"])
def test_grades_are_read_from_their_column(title: str) -> None:
    data = sheet(
        (1, "Vàng Thị Lúa Chín", "Hoàn thành xuất sắc nhiệm vụ"),
        (2, "Lù Văn Suối", "HTTNV"),
        (3, "Giàng A Đá", "rất tốt"),
        head=("TT", "Họ và tên", title),
    )

    assert read(data, with_grades=True) == [
        ("Vàng Thị Lúa Chín", "HTXSNV"), ("Lù Văn Suối", "HTTNV"), ("Giàng A Đá", ""),
    ]  # fmt: skip


def test_what_cannot_be_used_is_refused_with_its_place() -> None:
    wrong_day = sheet((1, "Vàng Thị Lúa Chín", "35/6/1985", "Bác sĩ", "Khoa Nội"))
    too_long = sheet((1, "Vàng Thị Lúa Chín", "12/6/1985", "x" * 301, "Khoa Nội"))
    odd = sheet((1, "Vàng Thị Lúa Chín", "12/6/1985", "Bác sĩ 😀", "Khoa Nội"))
    collective = sheet((1, "Khoa Nội"), head=("TT", "Tên tập thể"))

    assert "Ô C2" in refusal(wrong_day)
    assert "Ô D2: dài 301 ký tự" in refusal(too_long)
    assert "không in được" in refusal(odd)
    assert "không phải cá nhân" in refusal(collective)
    assert "CSV" in refusal(b"%PDF-1.4\n%%EOF\n") or "PDF" in refusal(b"%PDF-1.4\n%%EOF\n")
    assert "Không tìm thấy cột" in refusal(sheet((1, 2), head=("A", "B")))
    many = sheet(*((n, "Vàng Thị Lúa Chín", "35/6/1985", "", "") for n in range(5)))
    assert "chỗ khác" in refusal(many)
    assert refusal(sheet())
