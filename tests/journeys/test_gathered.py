"""A school hands in to its commune, which gathers two lists, gives a row back and hands in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.files import scanned
from tests.journeys.inspection import NARROW, check_page
from tests.journeys.story import follow, inside, press, turn_to

pytestmark = pytest.mark.journey

SCHOOL, NURSERY = "Trường Tiểu học Ngã Ba Suối, xã Bát Xát", "Trường Mầm non Cầu Mây, xã Bát Xát"
COMMUNE = "Ủy ban nhân dân xã Bát Xát"
KEPT, GIVEN_BACK = "Giàng Thị Phấn Trắng", "Chảo A Bút Mới"
WHY = "Ghi rõ số học sinh mượn sách."


def test_a_commune_gathers_two_lists_and_gives_one_row_back(
    sign_in: SignIn, tmp_path: Path
) -> None:
    head = sign_in("hieutruong")
    sent_up(head)
    superior = sign_in("canboxa")
    gathered(superior, NURSERY, into="Lập danh sách tổng hợp mới")
    own = superior.url

    turn_to(superior, "Danh sách đề nghị")
    follow(superior, superior.get_by_role("link", name="Danh sách cấp dưới gửi lên"))
    follow(superior, superior.get_by_role("link", name=SCHOOL))
    line = superior.get_by_role("row").filter(has_text=GIVEN_BACK)
    follow(superior, line.get_by_role("link", name="Trả lại"))
    superior.get_by_label("Lý do trả lại").fill(WHY)
    superior.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers
    check_page(superior)
    superior.get_by_role("button", name="Trả lại").click()
    expect(superior.get_by_text(f"Đã trả lại dòng của {GIVEN_BACK}")).to_be_visible()
    superior.get_by_label("Đưa vào danh sách").select_option(index=1)
    superior.get_by_role("button", name="Đưa các dòng đã chọn vào danh sách").click()
    expect(superior.get_by_text("Đã đưa 1 dòng vào danh sách tổng hợp.")).to_be_visible()
    assert superior.url == own
    check_page(superior)

    turn_to(head, "Việc hôm nay")
    expect(head.get_by_text(f"Cấp trên trả lại: {WHY}")).to_be_visible()
    follow(head, head.get_by_role("link", name=f"Bổ sung hồ sơ của {GIVEN_BACK}"))
    head.get_by_label("Đã bổ sung những gì").fill("214 lượt mượn trong năm.")
    head.get_by_role("button", name="Lưu nội dung bổ sung").click()
    head.get_by_role("button", name="Nộp lại dòng này").click()
    expect(inside(head).get_by_text("Chờ cấp trên tổng hợp").first).to_be_visible()

    handed_in(superior, sign_in("chutichxa"), own, tmp_path)

    office = sign_in("chuyenvien")
    turn_to(office, "Danh sách tiếp nhận")
    follow(office, inside(office).get_by_role("link", name=COMMUNE).first)
    main = office.get_by_role("main")
    expect(main).to_contain_text(f"{SCHOOL} đề nghị, dòng")
    expect(main).to_contain_text(NURSERY)
    expect(main).not_to_contain_text(GIVEN_BACK)
    follow(office, inside(office).get_by_role("link", name=KEPT))
    expect(main).to_contain_text("Tuyến trình")
    expect(main).to_contain_text(f"Giấy tờ của danh sách {SCHOOL} gửi lên")
    check_page(office)


def sent_up(head: Page) -> None:
    """The head of the school reads where the list goes, and hands it in there."""
    follow(head, head.get_by_role("link", name="Xem và nộp"))
    expect(head.get_by_role("main")).to_contain_text(f"nộp lên {COMMUNE} để tổng hợp")
    follow(head, head.get_by_role("link", name="Nộp lên cấp trên"))
    check_page(head)
    head.get_by_role("button", name="Nộp danh sách").click()
    expect(head.get_by_text(f"Đã nộp danh sách lên {COMMUNE}.")).to_be_visible()


def gathered(superior: Page, unit: str, *, into: str) -> None:
    """The commune takes all rows of a lower list."""
    turn_to(superior, "Danh sách đề nghị")
    follow(superior, superior.get_by_role("link", name="Danh sách cấp dưới gửi lên"))
    check_page(superior)
    follow(superior, superior.get_by_role("link", name=unit))
    check_page(superior)
    superior.get_by_label("Đưa vào danh sách").select_option(label=into)
    superior.get_by_role("button", name="Đưa các dòng đã chọn vào danh sách").click()
    expect(superior.get_by_text("Đã đưa 2 dòng vào danh sách tổng hợp.")).to_be_visible()


def handed_in(officer: Page, head: Page, address: str, folder: Path) -> None:
    """The commune attaches its own letter and minutes; its head hands in."""
    for kind in ("Tờ trình đã ký", "Biên bản bình xét đã ký"):
        officer.goto(address)
        officer.get_by_label("Loại giấy").select_option(label=kind)
        officer.get_by_label("Tệp", exact=True).set_input_files(scanned(folder / "giay.pdf"))
        press(officer, "Đính kèm", says="Đã đính kèm", exact=True)
    press(officer, "Chuyển thủ trưởng xem và nộp")
    head.goto(address)
    follow(head, head.get_by_role("link", name="Nộp danh sách"))
    head.get_by_role("button", name="Nộp danh sách").click()
    expect(head.get_by_text("Đã nộp danh sách. Số tiếp nhận")).to_be_visible()
