"""A list of positions comes in, somebody is chosen, and the record of a person says all of it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bangvang.foundation.sheets import write_table
from tests.journeys.conftest import SignIn
from tests.journeys.story import Story, follow, inside, press, row, turn_to

pytestmark = pytest.mark.journey

WHO = "Giàng A Suối"
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đối tượng", "Từ ngày", "Số quyết định")
ROWS = (
    ("1", WHO, "17/08/1982", "Trưởng khoa", "Lãnh đạo", "01/03/2021", "15/QĐ-SYT"),
    ("2", WHO, "17/08/1982", "Bác sĩ", "Viên chức", "31/02/2015", "7/QĐ-SYT"),
)


def test_positions_come_in_by_a_list(sign_in: SignIn, tmp_path: Path) -> None:
    page = Story(sign_in, tmp_path).back_at_start("chuyenvien")
    path = tmp_path / "chuc-vu.xlsx"
    path.write_bytes(write_table(HEAD, ROWS))

    turn_to(page, "Nhập khen thưởng cũ")
    follow(page, inside(page).get_by_role("link", name="Quá trình công tác"))
    follow(page, "Tải danh sách lên")
    page.get_by_label("Tệp danh sách").set_input_files(path)
    press(page, "Đọc tệp và xem trước", then="2 dòng; cột A là Số thứ tự")
    follow(page, row(page, "31/02/2015").get_by_role("link", name="Sửa dòng"))
    page.get_by_label("Từ ngày").fill("28/02/2015")
    press(page, "Lưu và xem lại dòng", says="Đã sửa 1 ô ở dòng 3.")
    press(page, "Ghi 2 dòng vào quá trình công tác", then="Đã ghi vào sổ 2")
    follow(page, inside(page).get_by_role("link", name=WHO).first)
    expect(inside(page)).to_contain_text("Nguồn: chuc-vu.xlsx")
