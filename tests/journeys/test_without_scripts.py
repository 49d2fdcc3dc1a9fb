"""With scripts switched off, signing in and the way from a file to a draft work as well."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.files import downloaded, filled
from tests.journeys.gate import enter

pytestmark = pytest.mark.journey

ROW = [
    "Lồ Seo Đá Tảng", "26/10/1992", "Nam", "", "Kỹ thuật viên", "Bệnh viện Đa khoa tỉnh số 1",
    "CSTĐ tỉnh", "Sửa lại máy thở hỏng, đưa bốn máy trở lại phòng bệnh.",
]  # fmt: skip


def test_a_list_is_uploaded_previewed_and_saved_without_any_script(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(java_script=False).new_page()

    enter(page, "donvi")
    page.get_by_role("navigation", name="Các mục làm việc").get_by_role(
        "link", name="Tải danh sách lên"
    ).click()
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
