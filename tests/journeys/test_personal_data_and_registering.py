"""How long something is kept is entered and confirmed; a unit registers titles and is answered."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, follow, inside, press, turn_to

pytestmark = pytest.mark.journey
SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_a_period_by_two_people_and_titles_from_unit_to_office(
    sign_in: SignIn, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    enter_period(story.back_at_start("chuyenvien"), tmp_path)

    page = story.back_at_start("truongphong")
    follow(page, inside(page).get_by_role("link", name="Đối chiếu thời hạn lưu").first)
    press(page, "Xác nhận", says="Đã xác nhận thời hạn.")
    follow(page, "Xóa theo thời hạn")
    check_page(page)
    expect(inside(page)).to_contain_text("20 năm")
    turn_to(page, "Đăng ký thi đua")
    follow(page, "Mở đăng ký")
    page.get_by_label("Hạn nộp").fill("2026-10-31")
    press(page, "Mở đăng ký", says="Đã mở đăng ký thi đua.")
    check_page(page)

    page = story.back_at_start("donvi")
    to_the_year(page)
    follow(page, "Đăng ký cho người")
    check_page(page)
    inside(page).get_by_role("checkbox").first.check()
    press(page, "Đăng ký những dòng đã đánh dấu", says="Đã đăng ký thêm 1 danh hiệu.")

    page = story.back_at_start("thutruong")
    to_the_year(page)
    check_page(page)
    press(page, "Nộp 1 danh hiệu", says="Đã nộp bản đăng ký.")

    page = story.back_at_start("truongphong")
    follow(page, inside(page).get_by_role("link", name="Duyệt đăng ký thi đua").first)
    press(page, "Gửi ý kiến", says="Đã duyệt bản đăng ký.")
    follow(page, "Đăng ký và kết quả")
    check_page(page)
    expect(inside(page)).to_contain_text("Chưa đề nghị")


def enter_period(page: Page, folder: Path) -> None:
    """What a paper says, with its scan."""
    turn_to(page, "Dữ liệu cá nhân")
    check_page(page)
    follow(page, "Thời hạn lưu")
    follow(page, "Nhập thời hạn")
    scan = folder / "quyet-dinh.pdf"
    scan.write_bytes(SCAN)
    page.get_by_label("Loại dữ liệu").select_option(value="UPLOADS")
    page.get_by_label("năm", exact=True).check()
    page.get_by_label("Thời hạn", exact=True).fill("20")
    page.get_by_label("Số, ký hiệu văn bản").fill("77/QĐ-LT")
    page.get_by_label("Ngày ban hành").fill("2026-08-20")
    page.get_by_label("Điều, khoản hoặc mục").fill("mục 4")
    page.get_by_label("Áp dụng từ ngày").fill("2026-09-01")
    page.get_by_label("Bản quét văn bản").set_input_files(scan)
    press(page, "Nhập thời hạn", says="chờ người thứ hai")


def to_the_year(page: Page) -> None:
    """The unit's registration of the year that was opened."""
    turn_to(page, "Đăng ký thi đua")
    follow(page, "Năm 2026")
