"""A spreadsheet of past awards as a province keeps it: ten columns, many sheets, some bad cells.

Nine rows in ten name somebody of the register with the day of birth. Four names in a hundred are
not NFC, eleven have stray spaces, one row in a hundred has a cell that cannot be read.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date

import numpy as np

from bangvang.foundation.sheets import OutgoingSheet, write_workbook
from bangvang.foundation.vietnamese import say_date
from bench.register.made import Made

HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Danh hiệu", "Năm",
    "Số quyết định", "Ngày quyết định", "Cơ quan ban hành",
)  # fmt: skip
A_SHEET = 19_000
"""Rows of one sheet; the system takes twenty thousand."""

TITLES = ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen", "LĐTT", "CSTĐCS")
FIRST_YEAR, YEARS = 2008, 15
NEW, NOT_NFC, SPACED, BAD = 0.10, 0.044, 0.11, 0.01

Cell = str | int


def sheet_of(register: Made, rows: int, *, seed: int = 20261128) -> bytes:
    """Return an .xlsx with so many awards."""
    made = list(_rows(register, rows, seed))
    return write_workbook(
        OutgoingSheet(f"Danh sách {start // A_SHEET + 1}", HEADINGS, made[start : start + A_SHEET])
        for start in range(0, rows, A_SHEET)
    )


def _rows(register: Made, rows: int, seed: int) -> Iterator[tuple[Cell, ...]]:
    dice = np.random.default_rng(seed)
    people = len(register.names)
    whose = dice.permutation(rows) % people
    luck = dice.random((rows, 4))
    years = dice.integers(0, YEARS, rows)
    for number, who in enumerate(whose.tolist()):
        is_new, not_nfc, spaced, bad = (luck[number] < (NEW, NOT_NFC, SPACED, BAD)).tolist()
        name, birth = register.names[who], date.fromisoformat(register.births[who])
        if is_new:
            birth = birth.replace(year=birth.year - 20)
        if not_nfc:
            name = unicodedata.normalize("NFD", name)
        if spaced:
            name = f" {name}  "
        year = FIRST_YEAR + int(years[number])
        yield (
            number + 1,
            name,
            "31/02/1980" if bad else say_date(birth),
            "Chuyên viên",
            f"Phòng nghiệp vụ {register.units[who] + 1}",
            TITLES[number % len(TITLES)],
            year,
            f"{number // 50 + 1}/QĐ-SM",
            f"15/12/{year}",
            "Giám đốc Sở Mẫu",
        )
