"""A unit records its own titles of the year and says that is all; the office and ladders see it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.story import Story, follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

UNIT = "Sở Y tế tỉnh Lào Cai"
DECISION = "999/QĐ-SYT"
KNOWN = "Nông Văn Gỗ Lim"
NEW = "Hoàng Thị Sương Sớm"
TITLE = "Lao động tiên tiến năm 2025"
BODY = "Văn phòng Sở Y tế"
BODY_TITLE = "Tập thể lao động tiên tiến năm 2024"
BODY_DECISION = "998/QĐ-SYT"


def test_what_a_unit_records_of_its_own_is_whole_for_everybody(
    sign_in: SignIn, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    office = story.back_at_start("chuyenvien")
    turn_to(office, "Người và tập thể")
    follow(office, "Năm nào đã đủ")
    expect(row(office, UNIT).first).to_contain_text("Một phần")
    press(office, row(office, UNIT).first.get_by_role("button", name="Đề nghị ghi đủ").first,
          says="Đã đề nghị")  # fmt: skip

    before = ladder_of(story, KNOWN)
    prepare(story)
    confirm(story)

    turn_to(office, "Người và tập thể")
    follow(office, "Năm nào đã đủ")
    seen = row(office, UNIT).first.get_by_role("cell").first
    expect(seen).to_contain_text("Đủ")
    expect(seen).to_contain_text("Ngô Thị Rừng Thông xác nhận")
    follow(office, row(office, DECISION).get_by_role("link"))
    expect(inside(office)).to_contain_text("bản quét quyết định đã ký")
    follow(office, NEW)
    expect(inside(office)).to_contain_text("đủ năm 2025")
    assert ladder_of(story, KNOWN) != before


def prepare(story: Story) -> None:
    """Pick people, write somebody new, hand it to the head."""
    page = story.back_at_start("donvi")
    expect(task(page, "Ghi đủ kết quả năm 2025")).to_contain_text("Cơ quan thường trực đề nghị")
    turn_to(page, "Khen thưởng của đơn vị")
    follow(page, "Ghi một quyết định")
    page.get_by_label("Lao động tiên tiến", exact=True).check()
    press(page, "Tiếp tục", says="chọn người, tập thể của đơn vị")
    follow(page, "Chọn người của đơn vị")
    press(page, "Ghi cả", says="người ghi thêm")
    follow(page, "Ghi người chưa có trong sổ")
    page.get_by_label("Họ và tên").fill(NEW)
    page.get_by_label("Ngày sinh").fill("1996")
    page.get_by_label("Chức vụ, chức danh").fill("Điều dưỡng")
    press(page, "Ghi vào quyết định", says="Đã ghi thêm")
    expect(inside(page)).to_contain_text("đã có sẵn, không ghi lần nữa")
    press(page, "Chuyển thủ trưởng xác nhận", says="Đã chuyển thủ trưởng")


def confirm(story: Story) -> None:
    """The head compares with the signed decision and states that the year is whole."""
    page = story.back_at_start("thutruong")
    follow(page, task(page, TITLE).get_by_role("link", name="Xem và xác nhận"))
    follow(page, "Xác nhận và ghi sổ")
    page.get_by_label("Số, ký hiệu quyết định").fill(DECISION)
    page.get_by_label("Ngày ký").fill("2026-01-09")
    page.get_by_label("Bản quét quyết định").set_input_files(story.scan("quyet-dinh.pdf"))
    page.get_by_label("Sổ đã đủ mọi danh hiệu thi đua").check()
    press(page, "Xác nhận và ghi sổ", says="Đã ghi vào sổ")


def ladder_of(story: Story, name: str) -> str:
    """Return what the ladder says, with the reasons for the provincial title opened."""
    page: Page = story.back_at_start("donvi")
    turn_to(page, "Lộ trình khen thưởng")
    page.get_by_label("Tên người hoặc tên đơn vị").fill(name)
    press(page, "Tìm", exact=True)
    follow(page, inside(page).get_by_role("link", name=name).first)
    page.goto(f"{page.url}?mo=cstdt-merit")
    return inside(page).inner_text()


def test_a_unit_records_the_title_of_a_collective_below_it(sign_in: SignIn, tmp_path: Path) -> None:
    story = Story(sign_in, tmp_path)
    page = story.back_at_start("donvi")
    turn_to(page, "Khen thưởng của đơn vị")
    follow(page, "Ghi một quyết định")
    page.get_by_label("Tập thể lao động tiên tiến").check()
    page.get_by_label("Năm thành tích").fill("2024")
    press(page, "Tiếp tục", says="chọn người, tập thể của đơn vị")
    follow(page, "Chọn tập thể của đơn vị")
    press(page, "Ghi những tập thể đã đánh dấu")
    expect(inside(page)).to_contain_text("Chưa chọn tập thể nào")
    page.get_by_role("checkbox", name=BODY).check()
    press(page, "Ghi những tập thể đã đánh dấu", says="1 tập thể ghi thêm")
    press(page, "Chuyển thủ trưởng xác nhận", says="Đã chuyển thủ trưởng")

    head = story.back_at_start("thutruong")
    follow(head, task(head, BODY_TITLE).get_by_role("link", name="Xem và xác nhận"))
    follow(head, "Xác nhận và ghi sổ")
    head.get_by_label("Số, ký hiệu quyết định").fill(BODY_DECISION)
    head.get_by_label("Ngày ký").fill("2025-01-10")
    head.get_by_label("Bản quét quyết định").set_input_files(story.scan("quyet-dinh.pdf"))
    press(head, "Xác nhận và ghi sổ", says="Đã ghi vào sổ")

    office = story.back_at_start("chuyenvien")
    office.get_by_role("searchbox").first.fill(BODY_DECISION)
    office.get_by_role("searchbox").first.press("Enter")
    follow(office, inside(office).get_by_role("link", name=BODY).first)
    expect(inside(office)).to_contain_text("Tập thể lao động tiên tiến")
    expect(inside(office)).to_contain_text(BODY_DECISION)
