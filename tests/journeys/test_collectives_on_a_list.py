"""One list of a hospital, of a ward nobody entered yet and of a person, to the office and back."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import SignIn
from tests.journeys.files import downloaded, filled
from tests.journeys.story import Story, follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

HOSPITAL, WARD, PERSON = "Bệnh viện Đa khoa tỉnh số 1", "Tổ Chưa Có Trong Sổ", "Lồ Seo Đá Tảng"
UNIT, AWARD = "Sở Y tế tỉnh Lào Cai", "Bằng khen của Chủ tịch UBND tỉnh"
ROWS = [
    [HOSPITAL, "", "", "", "", UNIT, AWARD, "Giảm một phần ba thời gian chờ khám."],
    [WARD, "", "", "", "", HOSPITAL, AWARD, "Trực cấp cứu mùa lũ."],
    [PERSON, "26/10/1992", "Nam", "", "Kỹ thuật viên", HOSPITAL, AWARD, "Sửa máy thở hỏng."],
]


def test_collectives_and_people_go_on_one_list(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("donvi")
    turn_to(page, "Tải danh sách lên")
    template = downloaded(page, inside(page).get_by_role("link", name="Tải tệp mẫu (.xlsx)"))
    page.get_by_label("Tệp danh sách").set_input_files(
        filled(template, ROWS, tmp_path / "danh-sach.xlsx")
    )
    press(page, "Đọc tệp và xem trước")
    expect(row(page, HOSPITAL).first).to_contain_text("khớp sổ khen thưởng")
    expect(row(page, WARD)).to_contain_text("cơ quan thường trực ghi vào sổ khi thẩm định")
    press(page, "Lưu 3 dòng thành bản nháp", says="Đã lưu thành bản nháp.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Danh sách 2 tập thể, 1 người")
    for kind in ("Tờ trình đã ký", "Biên bản bình xét đã ký"):
        page.get_by_label("Giấy chưa có").select_option(label=kind)
        page.get_by_label("Lý do", exact=True).fill("Gửi sau hai ngày.")
        press(page, "Ghi lý do", says="Đã ghi lý do chưa có")
    press(page, "Chuyển thủ trưởng xem và nộp", says="Đã chuyển danh sách")

    page = story.back_at_start("thutruong")
    waiting = task(page, "Danh sách 2 tập thể, 1 người")
    follow(page, waiting.get_by_role("link", name="Xem và nộp"))
    follow(page, "Nộp danh sách", exact=True)
    press(page, "Nộp danh sách 2 tập thể, 1 người", says="Đã nộp danh sách. Số tiếp nhận")

    page = story.back_at_start("chuyenvien")
    waiting = task(page, "Tiếp nhận danh sách 3 dòng của Sở Y tế")
    follow(page, waiting.get_by_role("link", name="Tiếp nhận danh sách", exact=True))
    press(page, "Tiếp nhận 3 dòng", says="Đã tiếp nhận và đối chiếu 3 dòng")
    follow(page, WARD)
    expect(inside(page)).to_contain_text("Chưa chấp nhận được")
    follow(page, "Gắn với sổ khen thưởng")
    choice = page.get_by_label("Trong sổ khen thưởng là")
    choice.select_option(label=f"{HOSPITAL}, {UNIT}")
    press(page, "Gắn với sổ")
    expect(inside(page)).to_contain_text("đang có đề nghị khác cùng hình thức, cùng năm")
    choice.select_option(index=choice.locator("option").count() - 1)
    press(page, "Gắn với sổ", says="Đã gắn với sổ khen thưởng và đối chiếu lại.")
    expect(inside(page)).not_to_contain_text("Chưa chấp nhận được")
