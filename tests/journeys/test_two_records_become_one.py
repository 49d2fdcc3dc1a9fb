"""One invented person stands in the register twice: found, merged by two people, taken apart."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import SignIn
from tests.journeys.story import Story, follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

TWICE, WHOLE = "Vang Thi Hoa Ban", "Vàng Thị Hoa Ban"


def test_two_records_become_one_and_two_again(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("chuyenvien")
    turn_to(page, "Người và tập thể")
    follow(page, "Có thể là một")
    pair = row(page, TWICE).first
    expect(pair).to_contain_text("một bên viết không dấu")
    follow(page, pair.get_by_role("link", name="So sánh"))
    expect(inside(page)).to_contain_text("12/QĐ-BV")
    page.get_by_label("Căn cứ để biết là một").fill("Bệnh viện xác nhận là một người")
    press(page, "Đề nghị gộp", exact=True)
    expect(inside(page)).to_contain_text("Người đề nghị không tự xác nhận")

    head = story.back_at_start("truongphong")
    follow(head, task(head, WHOLE).get_by_role("link", name="So hai bản ghi"))
    follow(head, "So lại và xác nhận")
    press(head, "Gộp hai bản ghi", exact=True)
    expect(inside(head)).to_contain_text("Đã gộp hai bản ghi.")
    merge = head.url

    turn_to(head, "Người và tập thể")
    inside(head).get_by_role("searchbox").fill("vang thi hoa ban")
    press(head, "Tìm", exact=True)
    expect(inside(head).get_by_role("link", name=TWICE, exact=True)).to_have_count(0)
    follow(head, WHOLE, exact=True)
    expect(inside(head)).to_contain_text("12/QĐ-BV")

    head.goto(merge)
    follow(head, "Tách lại như trước")
    head.get_by_label("Lý do").fill("Bệnh viện đính chính: hai người")
    press(head, "Tách lại như trước", exact=True)
    expect(inside(head)).to_contain_text("Đã tách lại hai bản ghi.")
    again = story.screen("chuyenvien")
    turn_to(again, "Người và tập thể")
    inside(again).get_by_role("searchbox").fill("vang thi hoa ban")
    press(again, "Tìm", exact=True)
    expect(inside(again).get_by_role("link", name=TWICE, exact=True)).to_have_count(1)
