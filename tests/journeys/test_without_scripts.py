"""From a file to a list handed in: on a telephone without scripts, and where the line breaks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.files import downloaded, filled, scanned
from tests.journeys.gate import enter
from tests.journeys.inspection import NARROW, check_page

pytestmark = pytest.mark.journey

ROW = [
    "Lồ Seo Đá Tảng", "26/10/1992", "Nam", "", "Kỹ thuật viên", "Bệnh viện Đa khoa tỉnh số 1",
    "CSTĐ tỉnh", "Sửa lại máy thở hỏng, đưa bốn máy trở lại phòng bệnh.",
]  # fmt: skip


def test_a_list_its_report_and_papers_are_handed_in_without_any_script(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(java_script=False).new_page()
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers

    enter(page, "donvi")
    page.get_by_role("link", name="Cần chuẩn bị gì").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cần chuẩn bị gì")
    page.get_by_role("link", name="Tải danh sách lên").last.click()
    template = downloaded(page, page.get_by_role("link", name="Tải tệp mẫu (.xlsx)"))
    page.get_by_label("Tệp danh sách").set_input_files(
        filled(template, [ROW], tmp_path / "danh-sach.xlsx")
    )
    page.get_by_role("button", name="Đọc tệp và xem trước").click()
    expect(page.get_by_role("row", name=ROW[0])).to_contain_text("Trong sổ: Lồ Seo Đá Tảng")
    page.get_by_role("link", name="Vì sao ở dòng 2").click()
    expect(page.get_by_role("link", name="Thu lại")).to_be_visible()
    page.get_by_role("button", name="Lưu 1 dòng thành bản nháp").click()

    expect(page.get_by_text("Đã lưu thành bản nháp.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danh sách 1 người")
    page.get_by_role("link", name=ROW[0]).click()
    page.get_by_role("link", name="Lập báo cáo").click()
    page.get_by_role("button", name="Lập báo cáo").click()
    page.get_by_label("II. Thành tích đạt được").last.fill(ROW[-1])
    page.get_by_role("button", name="Lưu báo cáo").click()
    page.get_by_role("button", name="Hoàn thành báo cáo").click()
    expect(page.get_by_text("Đã hoàn thành báo cáo")).to_be_visible()
    page.get_by_role("navigation", name="Đường dẫn").get_by_role("link", name="Danh sách").click()
    word_and_finish_the_letter(page)
    for kind in ("Tờ trình đã ký", "Biên bản bình xét đã ký"):
        page.get_by_label("Loại giấy").select_option(kind)
        page.get_by_label("Tệp", exact=True).set_input_files(scanned(tmp_path / f"{kind}.pdf"))
        page.get_by_role("button", name="Đính kèm", exact=True).click()
    page.get_by_role("button", name="Chuyển thủ trưởng xem và nộp").click()
    head = visit(java_script=False).new_page()
    enter(head, "thutruong")
    head.goto(page.url)
    head.get_by_role("link", name="Nộp danh sách", exact=True).click()
    expect(head.get_by_role("heading", name="Kết quả đối chiếu theo luật hôm nay")).to_be_visible()
    expect(head.get_by_role("row", name="Nữ")).to_contain_text("0 trong 1 người")
    check_page(head)
    head.get_by_role("button", name="Nộp danh sách 1 người").click()

    expect(head.get_by_text("Đã nộp danh sách. Số tiếp nhận")).to_be_visible()


def word_and_finish_the_letter(page: Page) -> None:
    """The letter is worded, read as it will be printed, and finished for the signature."""
    page.get_by_role("link", name="Lập tờ trình").click()
    page.get_by_label("Ký hiệu").fill("TTr-SYT")
    page.get_by_label("Nội dung").fill("Sở đã bình xét.")
    page.get_by_role("button", name="Lưu tờ trình").click()
    assert downloaded(page, page.get_by_role("link", name="Tải bản PDF")).startswith(b"%PDF")
    page.get_by_role("button", name="Chốt để ký").click()
    expect(page.get_by_text("Tờ trình đã chốt để ký")).to_be_visible()
    check_page(page)
    page.get_by_role("navigation", name="Đường dẫn").get_by_role("link", name="Danh sách").click()


def test_what_is_typed_survives_a_lost_line_and_an_ended_session(visit: Visit) -> None:
    context = visit()
    page = context.new_page()
    enter(page, "donvi")
    page.get_by_role("link", name="Danh sách đề nghị").first.click()
    page.get_by_role("row", name="Bản nháp").get_by_role("link").first.click()
    page.get_by_role("rowheader").get_by_role("link").first.click()
    page.get_by_role("link", name="Lập báo cáo").click()
    page.get_by_role("button", name="Lập báo cáo").click()
    merits = page.get_by_label("II. Thành tích đạt được").last
    merits.fill("Bản đã lưu.")
    expect(page.get_by_text("Đã lưu lúc")).to_be_visible()
    check_page(page)

    context.set_offline(True)
    merits.fill("Bản viết khi mất mạng.")
    expect(page.get_by_text("Mất mạng: bản vừa viết còn giữ")).to_be_visible()
    context.set_offline(False)
    context.clear_cookies(name="sessionid")
    merits.fill("Bản viết khi hết phiên.")
    expect(page.get_by_text("Phiên làm việc đã hết")).to_be_visible()
    report = page.url
    enter(page, "donvi")
    page.goto(report)

    expect(merits).to_have_value("Bản đã lưu.")
    expect(page.get_by_text("Bản viết khi hết phiên.")).to_be_visible()
    page.get_by_role("button", name="Dùng bản này").click()
    expect(page.get_by_text("Đã lưu lúc")).to_be_visible()
    page.reload()
    expect(merits).to_have_value("Bản viết khi hết phiên.")
    merits.fill("Chưa kịp lưu.")
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Đăng nhập").wait_for()
    assert page.evaluate("Object.keys(localStorage)") == []
