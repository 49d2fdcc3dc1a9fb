"""A list of violations comes in; a row becomes a notice that an officer answers in the file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bangvang.foundation.sheets import write_table
from tests.journeys.conftest import SignIn
from tests.journeys.story import Story, follow, inside, picture, press, row, turn_to

pytestmark = pytest.mark.journey

WHO = "Giàng A Suối"
LATER = "Lò Văn Khèn Lá"
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hành vi vi phạm", "Ngày vi phạm")
ROWS = (
    ("1", WHO, "17/08/1982", "Trung tâm Y tế khu vực Mường Khương", "Vượt đèn đỏ ở ngã ba Cây Gạo",
     "04/05/2026"),
    ("2", LATER, "01/02/1990", "Công ty Gỗ Rừng Thẳm", "Không đội mũ bảo hiểm", "03/03/2026"),
    ("3", "Lò Thị Khèn Môi", "32/07/1981", "", "Dừng xe sai quy định", "03/03/2026"),
)  # fmt: skip


def test_a_violation_is_confirmed_and_answered_in_the_file(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    path = tmp_path / "vi-pham.xlsx"
    path.write_bytes(write_table(HEAD, ROWS))

    bring_in(story.back_at_start("chuyenvien"), path)
    mend(story.screen("chuyenvien"))
    leave_out_what_is_nobody(story.screen("chuyenvien"))
    confirm(story.screen("chuyenvien"))
    answer_in_the_file(story.back_at_start("chuyenvien"))
    undo(story.back_at_start("truongphong"))


def bring_in(page: Page, path: Path) -> None:
    """The rows are read and matched in the background; nothing is in the register yet."""
    turn_to(page, "Nhập khen thưởng cũ")
    follow(page, "Danh sách cơ quan khác gửi")
    follow(page, "Tải danh sách lên")
    page.get_by_label("Cơ quan gửi danh sách").fill("Công an tỉnh Núi Mây")
    page.get_by_label("Số văn bản gửi kèm").fill("512/CAT-PC08")
    page.get_by_label("Ngày văn bản").fill("2026-08-20")
    page.get_by_label("Tệp danh sách").set_input_files(path)
    press(page, "Đọc tệp và đối chiếu", then="3 dòng; cột A là Số thứ tự")
    expect(inside(page)).to_contain_text("Khớp, chờ xác nhận 1")
    expect(inside(page)).to_contain_text("Ô C4: “32/07/1981” không phải ngày có thật.")
    picture(page, "danh-sach-co-quan-khac", height=1500)


def mend(page: Page) -> None:
    """A day that cannot be is mended on the page, and the row is matched."""
    follow(page, row(page, "Lò Thị Khèn Môi").get_by_role("link", name="Sửa dòng"))
    page.get_by_label("Ngày hoặc năm sinh").fill("31/07/1981")
    press(page, "Lưu và xem lại dòng", says="Đã sửa 1 ô ở dòng 4.")
    expect(inside(page)).to_contain_text("sửa “32/07/1981” thành “31/07/1981”")


def leave_out_what_is_nobody(page: Page) -> None:
    """A row is left out with a reason, and opened again."""
    follow(page, f"Mở dòng 3, {LATER}")
    page.get_by_label("Vì sao không ghi").fill("Công ty của tỉnh khác.")
    press(page, "Không ghi dòng này", says="không ghi dòng 3")
    follow(page, f"Mở dòng 3, {LATER}")
    press(page, "Mở lại dòng này", says="Đã mở lại dòng 3")
    follow(page, page.get_by_role("link", name="Vi phạm trật tự, an toàn giao thông").first)


def confirm(page: Page) -> None:
    """The row that matches one person is ticked and confirmed."""
    page.get_by_label(f"Đánh dấu dòng 2: {WHO}").check()
    press(page, "Xác nhận những dòng đã đánh dấu", says="Đã xác nhận 1 dòng.")
    expect(inside(page)).to_contain_text("Đã xác nhận 1")


def answer_in_the_file(page: Page) -> None:
    """Accepting waits until somebody said that it does not stand in the way."""
    turn_to(page, "Hồ sơ")
    follow(page, inside(page).get_by_role("link", name=WHO).first)
    expect(inside(page)).to_contain_text("Vượt đèn đỏ ở ngã ba Cây Gạo")
    follow(page, "Ghi đánh giá và chấp nhận")
    inside(page).get_by_role("textbox").fill("Tiêu biểu trong toàn tỉnh.")
    press(page, "Chấp nhận")
    expect(inside(page)).to_contain_text("Cơ quan khác có thông tin về Giàng A Suối")
    page.go_back()
    page.go_back()
    follow(page, "Ghi ý kiến")
    page.get_by_label("Đã xem, không cản trở").check()
    page.get_by_label("Vì sao").fill("Đã nộp phạt, có biên lai.")
    press(page, "Ghi ý kiến", says="Đã ghi ý kiến.")
    picture(page, "y-kien-co-quan-khac", height=1500)
    follow(page, "Ghi đánh giá và chấp nhận")
    inside(page).get_by_role("textbox").fill("Tiêu biểu trong toàn tỉnh.")
    press(page, "Chấp nhận", says="đã chấp nhận")


def undo(page: Page) -> None:
    """The whole list is taken back; the notice with it."""
    turn_to(page, "Nhập khen thưởng cũ")
    follow(page, "Danh sách cơ quan khác gửi")
    follow(page, "Vi phạm trật tự, an toàn giao thông")
    follow(page, "Hủy danh sách")
    page.get_by_label("Lý do hủy").fill("Cơ quan gửi đính chính cả danh sách.")
    press(page, "Hủy danh sách", says="rút 1 lưu ý, 0 mục tạm dừng xét")
