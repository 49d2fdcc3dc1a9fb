"""A specialist goes through what they hold with the keyboard alone, and is told when it is done."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import check_page
from tests.journeys.keys import press_access_key, press_enter, reach

pytestmark = pytest.mark.journey


def test_the_own_queue_is_gone_through_by_keyboard(sign_in: SignIn) -> None:
    page = sign_in("chuyenvien")
    reach(page, page.get_by_role("link", name="Thẩm định lần lượt"))
    press_enter(page)
    check_page(page)
    place = page.get_by_role("navigation", name="Thẩm định lần lượt")
    expect(place).to_contain_text("còn 2 dòng chưa kết luận")
    first = page.get_by_role("heading", level=1).inner_text()

    press_access_key(page, "b")
    expect(place).to_contain_text("1 dòng đã bỏ qua phía trước")
    second = page.get_by_role("heading", level=1).inner_text()
    assert second != first
    to_the_words(page)
    reach(page, page.get_by_role("button", name="Trả lại, sang dòng tiếp"))
    press_enter(page)
    expect(page.get_by_text("Cần ghi lý do").first).to_be_visible()
    check_page(page)
    reach(page, page.get_by_role("textbox", name="Cần bổ sung những gì"))
    page.keyboard.type("Thiếu báo cáo thành tích.")
    reach(page, page.get_by_role("button", name="Trả lại dòng này, sang dòng tiếp"))
    press_enter(page)
    expect(page.get_by_text("Còn 1 dòng chưa kết luận")).to_be_visible()
    check_page(page)

    reach(page, page.get_by_role("link", name="Thẩm định lần lượt"))
    press_enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    to_the_words(page)
    page.keyboard.type("Thành tích nổi bật trong ngành.")
    reach(page, page.get_by_role("button", name="Chấp nhận, sang dòng tiếp"))
    press_enter(page)
    expect(page.get_by_text("Không còn dòng nào chờ")).to_be_visible()
    expect(page.get_by_role("link", name="Thẩm định lần lượt")).to_have_count(0)


def to_the_words(page: Page) -> None:
    """Go from the head of the row to where its conclusion is written."""
    reach(page, page.get_by_role("link", name="Đến ô kết luận"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("textbox", name="Đánh giá hoặc lý do"))
