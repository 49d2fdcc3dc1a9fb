"""The law on the pages: a value read by two people, what is in reach, and whom a new law turns."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.files import downloaded
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

AWARD = "Tập thể lao động tiên tiến"
PERSON = "Nguyễn Thị Bồ Công Anh"
IN_THE_BACKGROUND_MS = 60_000
XLSX_BEGINS = b"PK\x03\x04"


def test_what_two_people_read_decides_from_then_on(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("chuyenvien")
    begin_entering(page, "Số, danh sách của từng danh hiệu", "ty le lao dong tien tien")
    page.get_by_label("Giá trị (").fill("70")
    enter_and_confirm(story, page)
    begin_entering(page, "Lời văn của từng trường hợp", AWARD)
    page.get_by_label("Tôi đã đối chiếu").check()
    enter_and_confirm(story, page)

    turn_to(page, "Quy định")
    follow(page, AWARD, exact=True)
    expect(row(page, "70").first).to_contain_text("Đã đọc phần trích dẫn")


def begin_entering(page: Page, group: str, words: str) -> None:
    """Find what waits about the award and open the form for it."""
    turn_to(page, "Quy định")
    follow(page, "chờ đối chiếu với nguyên văn")
    page.get_by_label("Nhóm", exact=True).select_option(label=group)
    page.get_by_label("Tìm theo tên").fill(words)
    press(page, "Xem", exact=True)
    follow(page, row(page, AWARD).first.get_by_role("link", name="Nhập giá trị"))


def enter_and_confirm(story: Story, page: Page) -> None:
    """Cite the law, attach the paper; the head compares and confirms."""
    page.get_by_label("Áp dụng từ ngày", exact=True).fill("2024-01-01")
    page.get_by_label("Văn bản", exact=True).select_option(label="Luật Thi đua, khen thưởng 2022")
    page.get_by_label(re.compile(r"^\s*Điều\b")).fill("28")
    page.get_by_label(re.compile(r"^\s*Khoản\b")).fill("1")
    page.get_by_label("Văn bản đã đối chiếu").set_input_files(story.scan("cong-bao.pdf"))
    press(page, "Nhập và chuyển xác nhận")
    expect(inside(page)).to_contain_text("Người nhập không tự xác nhận")

    head = story.back_at_start("truongphong")
    follow(head, task(head, AWARD).get_by_role("link", name="Mở để đối chiếu"))
    follow(head, "Đối chiếu và xác nhận")
    press(head, "Xác nhận giá trị")
    expect(inside(head)).to_contain_text("Đã xác nhận")


def test_a_unit_sees_what_is_in_reach_and_why(sign_in: SignIn) -> None:
    page = sign_in("donvi")
    turn_to(page, "Lộ trình khen thưởng")
    inside(page).get_by_role("searchbox").fill("bo cong anh")
    press(page, "Tìm", exact=True)
    follow(page, PERSON)

    expect(inside(page)).to_contain_text("Đây không phải là lời hứa")
    line = row(page, "Chiến sĩ thi đua cơ sở").first
    expect(line).to_contain_text("Có thể đạt")
    follow(page, line.get_by_role("link", name="Vì sao"))
    expect(inside(page)).to_contain_text("Luật Thi đua, khen thưởng 2022")


def test_a_new_law_names_those_whose_answer_it_turns(sign_in: SignIn) -> None:
    page = sign_in("chuyenvien")
    turn_to(page, "Quy định")
    follow(page, "kết quả của ai thay đổi")
    page.get_by_label("Danh hiệu, hình thức").select_option(
        label="Chiến sĩ thi đua cấp tỉnh (cá nhân)"
    )
    press(page, "Xem", exact=True)

    press(page, "Tính trên sổ và hồ sơ")
    turned = row(page, "Luật số 06/2026/QH16").first
    expect(turned).to_be_visible(timeout=IN_THE_BACKGROUND_MS)
    expect(turned).to_contain_text("Điều 22 Luật Thi đua, khen thưởng 2022")
    sheet = inside(page).get_by_role("link", name="Tải bảng tính")
    assert downloaded(page, sheet).startswith(XLSX_BEGINS)
    follow(page, turned.get_by_role("link").first)
    check_page(page)
