"""Anybody finds an award and reads the annex of its decision with the keyboard alone.

Nothing is found by its place or its style: only by what it is and what it is called, as a screen
reader says it.
"""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.inspection import check_page
from tests.journeys.keys import press_enter, press_enter_on_the_spot, reach

pytestmark = pytest.mark.journey

PERSON = "Lù Văn Bậc Thang"


def test_an_award_is_found_and_its_annex_read_by_keyboard(visit: Visit) -> None:
    page = visit().new_page()
    page.goto("/")
    check_page(page)

    reach(page, page.get_by_role("link", name="Đến phần nội dung"))
    press_enter_on_the_spot(page)
    reach(page, page.get_by_role("searchbox", name="Tên người, tên đơn vị hoặc số quyết định"))
    page.keyboard.type("lu van bac thang")
    press_enter(page)
    check_page(page)
    award = page.get_by_role("row").filter(has_text=PERSON).filter(has_text="2021").first
    reach(page, award.get_by_role("link", name="QĐ-UBND"))
    press_enter(page)
    check_page(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Quyết định số")
    annex = page.get_by_role("table", name="Danh sách được khen thưởng kèm theo quyết định")
    headers = annex.get_by_role("columnheader").all_inner_texts()
    assert headers[:2] == ["Số thứ tự", "Họ và tên"]
    line = annex.get_by_role("row").filter(has=page.get_by_role("rowheader", name=PERSON))
    expect(line.get_by_role("cell", name="Chiến sĩ thi đua")).to_be_visible()
    reach(page, line.get_by_role("link", name=PERSON))
    press_enter(page)
    check_page(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(PERSON)
