"""A dossier returned twice: remarks, answers from a telephone without scripts, what changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.files import scanned
from tests.journeys.gate import enter
from tests.journeys.inspection import NARROW, check_page
from tests.journeys.story import follow, inside, press, turn_to

pytestmark = pytest.mark.journey

WHO = "Giàng A Suối"
FIRST, SECOND = "Nêu số ca mổ năm 2025.", "Ghi rõ số quyết định công nhận sáng kiến."
ANSWERED, AGAIN = "Năm 2025: 214 ca, trong đó 31 ca cấp cứu.", "Quyết định số 05/QĐ-SYT."
PAPER = "so-lieu.pdf"


def test_a_dossier_is_returned_twice_and_each_remark_is_answered(
    sign_in: SignIn, visit: Visit, tmp_path: Path
) -> None:
    office = sign_in("chuyenvien")
    turn_to(office, "Hồ sơ")
    follow(office, inside(office).get_by_role("link", name=WHO).first)
    case = office.url
    returned(office, FIRST)

    head = sign_in("thutruong")
    unit = visit(java_script=False).new_page()
    enter(unit, "donvi")
    unit.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers
    unit.get_by_role("link", name=WHO).first.click()
    unit.get_by_label("Tệp", exact=True).set_input_files(scanned(tmp_path / PAPER))
    unit.get_by_role("button", name="Đính kèm", exact=True).click()
    unit.get_by_label("Đã bổ sung những gì").fill("Đã bổ sung số liệu.")
    unit.get_by_role("button", name="Lưu nội dung bổ sung").click()
    head.goto(unit.url)
    expect(head.get_by_text("Còn 1 yêu cầu chưa trả lời")).to_be_visible()
    expect(head.get_by_role("button", name="Nộp lại dòng này")).to_have_count(0)
    answered(unit, FIRST, ANSWERED)
    handed_in(head)

    taken_up(office, case)
    for said in (FIRST, ANSWERED, PAPER):
        expect(office.get_by_role("main")).to_contain_text(said)
    expect(office.get_by_role("heading", name="Đã thay đổi từ khi trả lại")).to_be_visible()
    returned(office, SECOND)

    unit.reload()
    expect(unit.get_by_text(ANSWERED)).to_be_visible()
    unit.get_by_label("Đã bổ sung những gì").fill("Đã ghi số quyết định.")
    unit.get_by_role("button", name="Lưu nội dung bổ sung").click()
    answered(unit, SECOND, AGAIN)
    handed_in(head)

    taken_up(office, case)
    for said in (FIRST, ANSWERED, SECOND, AGAIN):
        expect(office.get_by_role("main")).to_contain_text(said)
    expect(office.get_by_role("heading", name="Đã thay đổi từ khi trả lại")).to_have_count(0)


def returned(page: Page, remark: str) -> None:
    """The office returns the case with a remark to the report."""
    page.get_by_role("link", name="Trả lại để bổ sung").first.click()
    page.get_by_label("Cần bổ sung những gì").fill("Bổ sung theo các yêu cầu dưới đây.")
    page.get_by_text("Nêu yêu cầu với từng phần").click()
    page.get_by_label("Phần thứ 1").select_option(label="Báo cáo: thành tích đạt được")
    page.get_by_label("Yêu cầu thứ 1").fill(remark)
    check_page(page)
    page.get_by_role("button", name="Trả lại dòng này").click()
    expect(page.get_by_text("đã trả lại đơn vị để bổ sung")).to_be_visible()
    check_page(page)


def answered(page: Page, remark: str, words: str) -> None:
    """The unit answers the remark."""
    page.get_by_label(remark).fill(words)
    page.get_by_role("button", name="Lưu câu trả lời").click()
    expect(page.get_by_text("mọi yêu cầu đã có trả lời")).to_be_visible()


def handed_in(page: Page) -> None:
    """The head hands the row in again."""
    page.reload()
    check_page(page)
    page.get_by_role("button", name="Nộp lại dòng này").click()
    expect(page.get_by_text("Đã nộp lại.")).to_be_visible()
    check_page(page)


def taken_up(page: Page, case: str) -> None:
    """The office takes the list up again and opens the case."""
    page.goto(case)
    page.locator("dd").filter(has_text="của danh sách").get_by_role("link").first.click()
    press(page, "Tiếp nhận 1 dòng", says="Đã tiếp nhận")
    page.goto(case)
    check_page(page)
