"""A department sends four hundred rows in a spreadsheet as bad as they come."""

import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import check_page
from tests.journeys.story import follow, inside, press, row, turn_to

pytestmark = pytest.mark.journey

ROWS = 400
FIRST = 8
"""The sheet's number of the first proposal: above it are titles, two lines of heading, (1) (2)."""

NOT_A_DAY, NOT_AN_AWARD, TWICE = 17, 40, 83
WORDS = ("Sương", "Khói", "Lửa", "Tro", "Nếp", "Ngô", "Khoai", "Sắn", "Đậu", "Vừng")
GROUP_EVERY = 100


def name(number: int) -> str:
    """Return a name that nobody has."""
    return "Lù " + " ".join(WORDS[int(digit)] for digit in f"{number:03d}")


def bad_sheet(path: Path) -> Path:
    """Write titles, merged headings, groups, days as numbers and texts, decomposed letters."""
    book = Workbook()
    page = book.active
    page.title = "DS de nghi"
    page.append(["SỞ Y TẾ TỈNH LÀO CAI"])
    page.append([])
    page.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"])
    page.merge_cells("A3:G3")
    page.append(["(Kèm theo Tờ trình)"])
    page.append(
        ["STT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị công tác", None, "Đề nghị", None]
    )
    page.append([None, None, None, None, None, "Hình thức khen thưởng", "Thành tích"])
    page.append([f"({number})" for number in range(1, 8)])
    for number in range(1, ROWS + 1):
        page.append(a_row(number))
    page.append([])
    page.append([None, None, None, None, None, "GIÁM ĐỐC"])
    page.append([None, None, None, None, None, "Lê Văn Ký Tên"])
    book.save(path)
    return path


def a_row(number: int) -> list[object]:
    """Return one row: every other name is decomposed, every third day is a day of the sheet's."""
    called = name(number if number != TWICE else TWICE - 1)
    born = date(1970, 1, 1) + timedelta(days=31 * number)
    said: object = born if number % 3 == 0 else f"{born:%d.%m.%Y}"
    if number == NOT_A_DAY:
        said = "31/02/1984"
    if number == TWICE:
        said = date(1970, 1, 1) + timedelta(days=31 * (TWICE - 1))
    return [
        number,
        f"  {unicodedata.normalize('NFD', called) if number % 2 else called} ",
        said,
        "Điều dưỡng, Bệnh viện Đa khoa tỉnh số 1",
        None,
        "Huân chương Gì Đó" if number == NOT_AN_AWARD else "CSTĐ tỉnh",
        f"Việc tốt thứ {number}",
    ]


def test_four_hundred_rows_become_a_list_within_the_hour(sign_in: SignIn, tmp_path: Path) -> None:
    page = sign_in("donvi")
    turn_to(page, "Tải danh sách lên")
    inside(page).get_by_label("Tệp danh sách").set_input_files(bad_sheet(tmp_path / "xau.xlsx"))
    press(page, "Đọc tệp và xem trước")
    expect(page.get_by_text(f"{ROWS} dòng").first).to_be_visible()
    expect(page.get_by_text("Còn 3 dòng chưa lưu được")).to_be_visible()
    check_page(page)

    only_what_is_wrong(page)
    mend(page, name(NOT_A_DAY), "Ngày sinh", "28/02/1984")
    mend(page, name(NOT_AN_AWARD), "Hình thức khen thưởng", "BK tỉnh")
    press(page, f"Bỏ 1 dòng chưa được, lưu {ROWS - 1} dòng", says="Đã lưu thành bản nháp.")

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{ROWS - 1} người")
    pages = page.get_by_role("navigation", name="Trang của danh sách")
    expect(pages).to_contain_text(f"Dòng 1 đến 100 trong {ROWS - 1}")
    pages.get_by_role("link", name="4").click()
    expect(row(page, name(ROWS))).to_be_visible()
    check_page(page)


def only_what_is_wrong(page: Page) -> None:
    """Three rows of four hundred are left to look at."""
    page.get_by_role("link", name="Sai tại ô").click()
    expect(inside(page).get_by_role("rowheader")).to_have_count(3)


def mend(page: Page, who: str, label: str, text: str) -> None:
    """The row is mended beside what is wrong at its cell, and leads back to the others."""
    follow(page, row(page, who).get_by_role("link", name="Sửa"))
    check_page(page)
    inside(page).get_by_label(label).fill(text)
    press(page, "Lưu và đối chiếu lại", says="Đã sửa 1 ô")
    expect(row(page, who)).to_have_count(0)
