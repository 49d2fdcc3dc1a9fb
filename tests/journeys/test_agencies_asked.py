"""Two agencies are asked about a list: one answers by its link on a telephone, one on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.inspection import NARROW, check_page

pytestmark = pytest.mark.journey

TAX, POLICE = "Thuế tỉnh Lào Cai", "Công an tỉnh Lào Cai"


def test_agencies_are_asked_and_answer_by_link_and_on_paper(
    sign_in: SignIn, visit: Visit, tmp_path: Path
) -> None:
    officer = sign_in("chuyenvien")
    address, code = ask(officer)

    look(visit().new_page(), address, code)
    agency = visit(java_script=False).new_page()
    agency.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers
    agency.goto(address)
    answer_by_link(agency, code)

    record_paper(officer, tmp_path)

    officer.get_by_role("rowheader").get_by_role("link").first.click()
    beside = officer.get_by_role("region", name="Ý kiến cơ quan liên quan")
    expect(beside).to_contain_text("Còn nợ 12 triệu đồng tiền thuế.")
    expect(beside).to_contain_text("công văn số 311/CV-CAT")
    check_page(officer)


def ask(page: Page) -> tuple[str, str]:
    """Ask both about the first row of a list under appraisal; return the first's link and code."""
    page.get_by_role("link", name="Danh sách tiếp nhận", exact=True).first.click()
    page.get_by_role("row").filter(has_text="dòng đang thẩm định").first.get_by_role("link").click()
    page.get_by_role("link", name="Hỏi ý kiến cơ quan liên quan").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Cơ quan được hỏi").fill(f"{TAX}\n{POLICE}")
    page.get_by_label("Nội dung đề nghị cho ý kiến").fill("Việc chấp hành pháp luật")
    page.get_by_label("Hạn trả lời").fill("2026-09-24")
    page.get_by_label("Liên kết dùng đến hết ngày").fill("2026-10-01")
    page.get_by_label("Chờ trả lời").check()
    check_page(page)
    page.get_by_role("button", name="Hỏi ý kiến, lập liên kết và mã").click()
    expect(page.get_by_text("Chỉ hiện một lần")).to_be_visible()
    check_page(page)
    links = page.get_by_role("region", name="Liên kết để gửi")
    codes = page.get_by_role("region", name="Mã để báo bằng đường khác")
    found = re.search(r"https?://\S+/hiep-y/\S+/", links.inner_text())
    assert found
    return found.group(), codes.locator(".figure").first.inner_text()


def look(page: Page, address: str, code: str) -> None:
    """Open the link in another browser first, and answer nothing."""
    page.goto(address)
    check_page(page)
    page.get_by_label("Mã mở yêu cầu").fill(code)
    page.get_by_role("button", name="Mở yêu cầu").click()
    expect(page.get_by_role("button", name="Gửi ý kiến")).to_be_visible()
    check_page(page)


def answer_by_link(page: Page, code: str) -> None:
    """Type a wrong code, then the right one, and answer once."""
    page.get_by_label("Mã mở yêu cầu").fill("0000 0000")
    page.get_by_role("button", name="Mở yêu cầu").click()
    expect(page.get_by_text("Liên kết hoặc mã không đúng, hoặc đã hết hạn").first).to_be_visible()
    page.get_by_label("Mã mở yêu cầu").fill(code)
    page.get_by_role("button", name="Mở yêu cầu").click()
    page.get_by_label("Ý kiến", exact=True).select_option(label="Có thông tin")
    page.get_by_label("Nội dung, lý do").fill("Còn nợ 12 triệu đồng tiền thuế.")
    page.get_by_label("Số văn bản nguồn").fill("45/TB-CT")
    page.get_by_label("Ngày văn bản nguồn").fill("2026-08-03")
    page.get_by_label("Họ tên người trả lời").fill("Hoàng Thị Suối Mơ")
    page.get_by_label("Chức vụ").fill("Phó Trưởng Thuế tỉnh")
    page.get_by_label("Tôi đã kiểm tra").check()
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_role("heading", name="Biên nhận")).to_be_visible()
    expect(page.get_by_text("Gửi ý kiến")).to_have_count(0)


def record_paper(page: Page, folder: Path) -> None:
    """Record what the other agency says by a paper."""
    page.get_by_role("link", name="Danh sách tiếp nhận", exact=True).first.click()
    page.get_by_role("link", name="Ý kiến cơ quan liên quan").click()
    expect(page.get_by_role("row").filter(has_text=TAX)).to_contain_text("Đã trả lời")
    check_page(page)
    page.get_by_role("link", name=POLICE).click()
    page.get_by_role("link", name="Ghi công văn trả lời").click()
    scan = folder / "cong-van.pdf"
    scan.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    page.get_by_label("Số công văn trả lời").fill("311/CV-CAT")
    page.get_by_label("Ngày công văn").fill("2026-09-14")
    page.get_by_label("Bản quét công văn").set_input_files(scan)
    page.get_by_label("Họ tên người trả lời").fill("Sùng A Đèo Gió")
    page.get_by_label("Chức vụ").fill("Phó Giám đốc")
    page.get_by_label("Các dòng chưa chọn ở trên").select_option(label="Không có ý kiến")
    check_page(page)
    page.get_by_role("button", name="Ghi công văn").click()
    expect(page.get_by_text("Đã ghi công văn trả lời.")).to_be_visible()
    check_page(page)
