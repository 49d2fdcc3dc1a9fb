"""Ten years of awards come in from a workbook, and somebody is found; then all of it is undone."""

from pathlib import Path

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.files import downloaded
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, follow, inside, picture, press, row, turn_to

pytestmark = pytest.mark.journey

YEARS = range(2008, 2018)
HEAD = ("STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Danh hiệu", "Năm", "Số quyết định",
        "Ngày quyết định", "Cơ quan ban hành")  # fmt: skip
UNIT = "Sở Y tế tỉnh Lào Cai"
PEOPLE = 20
SOUGHT = "Giàng A Cặp Sách"
NAMESAKE = "Hoàng Thị Cỏ May"
WRONG = "Giàng Thị Giấy Nháp"
XLSX_BEGINS = b"PK\x03\x04"


def name_of(person: int) -> str:
    """Return an invented name; the last one is looked for."""
    things = ("Bút Bi", "Thước Gỗ", "Vở Kẻ", "Hộp Phấn", "Cặp Sách")
    return f"Giàng {('Seo', 'Thị', 'Văn', 'A')[person // 5]} {things[person % 5]}"


def workbook(path: Path) -> Path:
    """Write ten years of twenty people, a namesake, a unit of old and a day that cannot be."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lao động tiên tiến"
    sheet.append(["DANH SÁCH KHEN THƯỞNG CÁC NĂM"])
    sheet.append(list(HEAD))
    for year in YEARS:
        sheet.append([f"Năm {year}"])
        for person in range(PEOPLE):
            sheet.append(line(name_of(person), f"{person + 1:02d}/8/1980", year))
    sheet.append(line(NAMESAKE, None, 2012))
    sheet.append(line(WRONG, "31/02/1980", 2012))
    sheet.append(line("Giàng Thị Bìa Cứng", "1980", 2012, unit="Sở Y tế Hoàng Liên Sơn"))
    sheet.append([None, "Tổng cộng: 203"])
    book.save(path)
    return path


def line(name: str, birth: str | None, year: int, unit: str = UNIT) -> list[str | int | None]:
    """Return one row of the list."""
    number, day = f"{year % 100}/QĐ-SYT", f"08/01/{year + 1}"
    return [None, f" {name}", birth, f"{unit} ", "LĐTT", year, number, day, "Giám đốc Sở Y tế"]


def test_ten_years_of_awards_come_in_and_somebody_is_found(
    sign_in: SignIn, visit: Visit, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    path = workbook(tmp_path / "khen-2008-2017.xlsx")

    bring_in(story.back_at_start("chuyenvien"), path)
    settle_what_is_open(story.screen("chuyenvien"))
    enter(story.screen("chuyenvien"))
    find(story.screen("chuyenvien"))
    read_in_public(visit().new_page(), found=True)
    undo(story.back_at_start("truongphong"))
    read_in_public(visit().new_page(), found=False)


def bring_in(page: Page, path: Path) -> None:
    """The file is read in the background; nothing is in the register yet."""
    turn_to(page, "Nhập khen thưởng cũ")
    follow(page, "Tải tệp lên")
    page.get_by_label("Tệp khen thưởng các năm trước").set_input_files(path)
    press(page, "Đọc tệp và xem trước", then="203 dòng; cột A là Số thứ tự, cột B là Họ và tên")
    expect(inside(page)).to_contain_text("Ghi được 200")
    picture(page, "nhap-khen-thuong", height=1250)


def settle_what_is_open(page: Page) -> None:
    """A cell that cannot be, a unit of old and a namesake: found by the filters, and settled."""
    follow(page, inside(page).get_by_role("link", name="Sai tại ô"))
    expect(row(page, WRONG)).to_contain_text("không phải ngày có thật")
    follow(page, row(page, WRONG).get_by_role("link", name="Sửa dòng"))
    page.get_by_label("Ngày hoặc năm sinh").fill("28/02/1980")
    picture(page, "nhap-khen-thuong-sua-dong", height=1000)
    press(page, "Lưu và xem lại dòng", says="Đã sửa 1 ô ở dòng")
    expect(inside(page)).to_contain_text("Ghi được 201")
    follow(page, "Chọn đơn vị cho Sở Y tế Hoàng Liên Sơn")
    page.get_by_label("Tên đơn vị").fill("so y te tinh")
    press(page, "Tìm", exact=True)
    page.get_by_role("radio", name=UNIT).check()
    press(page, "Chọn đơn vị này cho 1 dòng", says="Đã chọn đơn vị cho 1 dòng.")
    follow(page, inside(page).get_by_role("link", name="Cần chọn"))
    row(page, NAMESAKE).get_by_role("radio", name="Mường Khương").check()
    press(page, row(page, NAMESAKE).get_by_role("button"))
    expect(inside(page)).to_contain_text("Ghi được 203")


def enter(page: Page) -> None:
    """What is ready comes in; the rest stays, and the report has every row."""
    page.get_by_label("Khen thưởng: đủ từ năm").fill("2008")
    press(page, "Ghi 203 dòng vào sổ", then="Đã ghi 203 dòng vào sổ, trong đó 22 người mới")
    report = downloaded(page, inside(page).get_by_role("link", name="Tải báo cáo (.xlsx)"))
    assert report.startswith(XLSX_BEGINS)


def find(page: Page) -> None:
    """Whoever asks on the telephone hears it at once: ten years, and where each comes from."""
    page.get_by_role("searchbox", name="Tìm người, đơn vị, số quyết định").fill("giang a cap sach")
    press(page, page.get_by_role("search").get_by_role("button", name="Tìm", exact=True).first)
    follow(page, SOUGHT)
    expect(inside(page).get_by_role("heading", name="Khen thưởng (10)")).to_be_visible()
    expect(row(page, "2017").first).to_contain_text("Nguồn: khen-2008-2017.xlsx")
    picture(page, "nhap-khen-thuong-tim-nguoi", height=1500)
    expect(inside(page)).to_contain_text("đủ từ năm 2008")


def read_in_public(reader: Page, *, found: bool) -> None:
    """The public register shows what is in the register, and nothing that was undone."""
    reader.goto("/khen-thuong/?q=giang+a+cap+sach")
    check_page(reader)
    assert reader.get_by_role("main").get_by_text(SOUGHT).count() == (10 if found else 0)


def undo(page: Page) -> None:
    """The head takes the whole import back, with a reason."""
    turn_to(page, "Nhập khen thưởng cũ")
    follow(page, "khen-2008-2017.xlsx")
    follow(page, "Hủy lần nhập")
    page.get_by_label("Lý do hủy").fill("Tệp chưa phải bản chốt.")
    press(page, "Hủy lần nhập", says="Đã nhận yêu cầu", then="Lần nhập này đã hủy")
    expect(inside(page)).to_contain_text("Đã rút 203 lượt và 22 người mới khỏi sổ.")
    expect(inside(page)).to_contain_text("Tệp chưa phải bản chốt.")
