"""A household and a foreigner come into the register, receive an award, and are found."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, follow, inside, press, turn_to

pytestmark = pytest.mark.journey

HOUSEHOLD = "Hộ ông Lù Văn Nương Ngô"
FOREIGNER = "Anna Flussmühle"
DECISION = "996/QĐ-UBND"


def test_a_household_and_a_foreigner_are_entered_and_found(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("chuyenvien")
    to_the_list(page)
    enter_household(page)
    give(page, code="Giấy khen", name=HOUSEHOLD)
    to_the_list(page)
    enter_foreigner(page)

    page.goto(page.url.split("/thuong-truc/")[0] + "/thuong-truc/tim/?q=996/QĐ-UBND")
    check_page(page)
    follow(page, inside(page).get_by_role("link", name=HOUSEHOLD).first)
    expect(inside(page)).to_contain_text("hộ gia đình")
    expect(inside(page)).to_contain_text(DECISION)


def test_two_records_of_a_household_become_one_and_its_head_is_named(
    sign_in: SignIn, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("chuyenvien")
    to_the_list(page)
    follow(page, "Gia đình bà Vàng Thị Nương Ngô", exact=True)
    follow(page, "Tìm bản ghi khác")
    check_page(page)
    follow(page, inside(page).get_by_role("link", name="So sánh").first)
    page.get_by_label("Căn cứ để biết là một").fill("Cùng sổ hộ khẩu, cùng thôn")
    press(page, "Đề nghị gộp", says="Đã đề nghị gộp")

    page = story.back_at_start("truongphong")
    follow(page, inside(page).get_by_role("link", name="So hai bản ghi").first)
    follow(page, "So lại và xác nhận")
    press(page, "Gộp hai bản ghi", says="Đã gộp hai bản ghi.")

    to_the_list(page)
    expect(inside(page)).not_to_contain_text("thôn Suối Trong")
    follow(page, "Hộ ông Tẩn Láo Cầu Tre")
    follow(page, "Ghi chủ hộ")
    check_page(page)
    page.get_by_label("Tên người hoặc tên đơn vị").fill("Tẩn Láo Vó Ngựa")
    press(page, "Tìm")
    press(page, "Là chủ hộ", says="Đã ghi chủ hộ.")
    follow(page, inside(page).get_by_role("link", name="Tẩn Láo Vó Ngựa"))
    expect(inside(page)).to_contain_text("Chủ hộ của")


def to_the_list(page: Page) -> None:
    """The tab beside people and collectives."""
    turn_to(page, "Người và tập thể")
    follow(page, "Hộ gia đình, nước ngoài")


def enter_household(page: Page) -> None:
    """A name that is none of a household is refused; then the household stands in its commune."""
    follow(page, "Ghi hộ gia đình")
    page.get_by_label("Tên hộ").fill("Lù Văn Nương Ngô")
    page.get_by_label("Xã, phường").select_option(index=1)
    press(page, "Ghi vào sổ")
    expect(inside(page)).to_contain_text("Tên hộ bắt đầu bằng")
    page.get_by_label("Tên hộ").fill(HOUSEHOLD)
    press(page, "Ghi vào sổ", says="Đã ghi vào sổ.")


def give(page: Page, *, code: str, name: str) -> None:
    """An award is entered from its decision."""
    follow(page, "Ghi lượt khen")
    expect(page.get_by_label("Tên ghi trên quyết định")).to_have_value(name)
    page.get_by_label("Danh hiệu, hình thức").select_option(label=code)
    page.get_by_label("Năm thành tích").fill("2025")
    page.get_by_label("Số, ký hiệu quyết định").fill(DECISION)
    page.get_by_label("Ngày quyết định").fill("2026-02-03")
    page.get_by_label("Cơ quan, người ban hành").fill("Chủ tịch UBND xã Nương Ngô")
    press(page, "Ghi vào sổ", says="Đã ghi lượt khen vào sổ.")
    expect(inside(page)).to_contain_text(DECISION)


def enter_foreigner(page: Page) -> None:
    """Somebody of this country is refused; a foreigner is shown with the country."""
    follow(page, "Ghi người nước ngoài")
    page.get_by_label("Họ tên").fill(FOREIGNER)
    page.get_by_label("Nước (quốc tịch)").fill("Việt Nam")
    press(page, "Ghi vào sổ")
    expect(inside(page)).to_contain_text("không ghi ở đây")
    page.get_by_label("Nước (quốc tịch)").fill("Đức")
    press(page, "Ghi vào sổ", says="Đã ghi vào sổ.")
    expect(inside(page)).to_contain_text("Người nước ngoài: Đức")
