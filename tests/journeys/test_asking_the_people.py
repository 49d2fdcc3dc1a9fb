"""A public list receives a complaint: sent without an account, passed on, confirmed, followed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, follow, inside, press, turn_to

pytestmark = pytest.mark.journey

SENDER = "Sìn Thị Nhân Dân"
WORDS = "Tố cáo: lái xe nhận tiền ngoài vé ở bến Suối Mây."


def test_a_complaint_is_passed_on_and_its_sender_kept(
    sign_in: SignIn, visit: Visit, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    citizen = visit(java_script=False).new_page()

    number, code = complain(citizen)
    resolve(story.back_at_start("chuyenvien"), number)
    confirm(story.back_at_start("truongphong"), number)
    look_it_up(citizen, number, code)


def complain(page: Page) -> tuple[str, str]:
    """Somebody without an account, and without JavaScript, says something about a row."""
    page.goto("/lay-y-kien/")
    check_page(page)
    follow(page, "Danh sách số 02/2026")
    follow(page, "Gửi ý kiến", exact=True)
    page.get_by_label("Nội dung ý kiến").fill(WORDS)
    page.get_by_label("Họ và tên của bạn").fill(SENDER)
    page.get_by_label("Số điện thoại").fill("0900 000 222")
    inside(page).get_by_role("button", name="Gửi ý kiến").click()
    check_page(page)
    expect(inside(page)).to_contain_text("Đã nhận ý kiến của bạn")
    shown = inside(page).locator("dd .figure")
    return shown.nth(0).inner_text(), shown.nth(1).inner_text()


def resolve(page: Page, number: str) -> None:
    """The officer reads the words, not the sender, and passes the complaint on."""
    turn_to(page, "Lấy ý kiến Nhân dân")
    follow(page, "Danh sách số 02/2026")
    follow(page, number)
    expect(inside(page)).to_contain_text(WORDS)
    expect(inside(page)).not_to_contain_text(SENDER)
    follow(page, "Giải quyết", exact=True)
    page.get_by_label("Chuyển xử lý theo pháp luật").check()
    page.get_by_label("Vì sao, đã xác minh thế nào").fill("Có nội dung tố cáo.")
    page.get_by_label("Chuyển đến cơ quan").fill("Thanh tra tỉnh")
    page.get_by_label("Số văn bản chuyển").fill("45/CV-SNV")
    page.get_by_label("Ngày văn bản chuyển").fill("2026-09-14")
    press(page, "Trình Trưởng phòng xác nhận", says="chờ Trưởng phòng xác nhận")


def confirm(page: Page, number: str) -> None:
    """The head confirms and looks, with a reason, who sent it; the list still runs."""
    turn_to(page, "Lấy ý kiến Nhân dân")
    follow(page, "Danh sách số 02/2026")
    expect(inside(page)).to_contain_text("sau ngày đó mới kết thúc được")
    follow(page, number)
    follow(page, "Xác nhận hoặc trả lại")
    page.get_by_label("Xác nhận cách giải quyết").check()
    press(page, "Ghi ý kiến", says="Đã xác nhận.")
    follow(page, "Xem người gửi, ghi lý do")
    page.get_by_label("Lý do").fill("Hẹn gặp để xác minh.")
    inside(page).get_by_role("button", name="Xem người gửi").click()
    expect(inside(page)).to_contain_text(SENDER)


def look_it_up(page: Page, number: str, code: str) -> None:
    """The sender reads that it was passed on, and nothing else."""
    page.goto("/lay-y-kien/tra-cuu/")
    page.get_by_label("Số biên nhận").fill(number)
    page.get_by_label("Mã tra cứu").fill(code)
    inside(page).get_by_role("button", name="Tra cứu").click()
    expect(inside(page)).to_contain_text("Đã giải quyết: chuyển xử lý")
    expect(inside(page)).not_to_contain_text(SENDER)
