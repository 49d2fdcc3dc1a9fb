"""What concerns a unit reaches it: a row sent back, and a message that was seen before it went."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.gate import enter
from tests.journeys.inspection import NARROW, check_page

pytestmark = pytest.mark.journey

TITLE = "Còn bốn ngày là hết hạn nộp"


def test_a_unit_on_a_telephone_reads_what_the_office_did_and_wrote(
    sign_in: SignIn, visit: Visit
) -> None:
    write_to_all_units(sign_in("truongphong"))

    page = visit(java_script=False).new_page()
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers
    enter(page, "donvi")
    page.goto("/don-vi/thong-bao/")
    message = page.get_by_role("listitem").filter(has_text=TITLE)
    expect(message).to_contain_text("Nộp trước 17 giờ.")
    message.get_by_role("button", name="Đã đọc").click()
    expect(message.get_by_role("button", name="Đánh dấu chưa đọc")).to_be_visible()

    told_by_the_worker(page)
    page.get_by_label("Không gửi thư").check()
    page.get_by_role("button", name="Ghi cách nhận").click()
    expect(page.get_by_text("Đã ghi cách nhận thư.")).to_be_visible()
    returned = page.get_by_role("listitem").filter(has_text="Hồ sơ được trả lại")
    expect(returned).to_contain_text("Hiện nay: 1 hồ sơ «Trả lại để bổ sung».")
    returned.get_by_role("button", name="Mở").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Danh sách")


def write_to_all_units(page: Page) -> None:
    """The head of the office reads what would go to whom, goes back once, and sends it."""
    page.get_by_role("link", name="Đợt xét", exact=True).first.click()
    page.get_by_role("rowheader").get_by_role("link").first.click()
    page.get_by_role("link", name="Thông báo đến các đơn vị").click()
    page.get_by_label("Gửi cho").select_option(label="Mọi đơn vị có tài khoản")
    page.get_by_label("Tiêu đề").fill(TITLE)
    page.get_by_label("Nội dung").fill("Nộp sớm.")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("row", name="Sở Y tế").first).to_be_visible()
    check_page(page)
    page.get_by_role("button", name="Sửa lại nội dung").click()
    page.get_by_label("Nội dung").fill("Nộp trước 17 giờ.")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Gửi thông báo").click()
    expect(page.get_by_text("Đã gửi thông báo cho")).to_be_visible()
    check_page(page)


def told_by_the_worker(page: Page) -> None:
    """Wait until the worker has read the record of what the office did."""
    for _ in range(30):
        if page.get_by_text("Hồ sơ được trả lại").count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    pytest.fail("the worker told nobody")
