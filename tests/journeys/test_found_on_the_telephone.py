"""Somebody calls: found by half a name without marks, and the sentence is read out."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.gate import enter

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("java_script", [True, False])
def test_half_a_name_without_marks_leads_to_the_sentence(
    visit: Visit, *, java_script: bool
) -> None:
    page = visit(java_script=java_script).new_page()

    enter(page, "chuyenvien")
    box = page.get_by_role("searchbox", name="Tìm người, đơn vị, số quyết định")
    box.fill("lua chin")
    box.press("Enter")

    expect(page.get_by_role("heading", level=2, name="Tìm thấy 1 người")).to_be_visible()
    row = page.get_by_role("row", name="Vàng Thị Lúa Chín")
    expect(row).to_contain_text("có “lua chin” trong họ tên, không xét dấu")
    row.get_by_role("link", name="Vàng Thị Lúa Chín").click()
    sentence = page.get_by_role("region", name="Trả lời qua điện thoại")
    expect(sentence).to_contain_text("Bà Vàng Thị Lúa Chín, sinh năm 1982")
    expect(sentence).to_contain_text("đã được tặng: ")
    expect(sentence).to_contain_text("gần nhất là")
    page.get_by_role("region", name="Khen thưởng (").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nguồn của lượt khen thưởng")


def test_the_keyboard_alone_asks_from_the_portals_box(visit: Visit) -> None:
    page = visit().new_page()

    page.goto("/")
    page.get_by_label("Tra cứu khen thưởng theo tên, đơn vị, số quyết định").focus()
    page.keyboard.type("lua chin")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Sổ khen thưởng")
    expect(page.get_by_role("link", name="Vàng Thị Lúa Chín").first).to_be_visible()
