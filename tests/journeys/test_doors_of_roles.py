"""Each account signs in, has something to do on its first page, and finds other doors closed."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import SignIn, Visit
from tests.journeys.inspection import check_page

pytestmark = pytest.mark.journey

UNITS, OFFICE, COUNCIL = "/don-vi/", "/thuong-truc/", "/hoi-dong/"
ACCOUNTS, AUDIT, NEW_SESSION = "tai-khoan/", "nhat-ky/", "phien/moi/"

DOORS = {
    "donvi": (UNITS, (OFFICE, COUNCIL)),
    "thutruong": (UNITS, (OFFICE, COUNCIL)),
    "khoitruong": (UNITS, (OFFICE, COUNCIL)),
    "canboxa": (UNITS, (OFFICE, COUNCIL)),
    "chuyenvien": (OFFICE, (UNITS, COUNCIL, OFFICE + ACCOUNTS, OFFICE + AUDIT)),
    "truongphong": (OFFICE, (UNITS, OFFICE + ACCOUNTS, OFFICE + AUDIT, COUNCIL + NEW_SESSION)),
    "bientap": (OFFICE, (UNITS, COUNCIL, OFFICE + "ho-so/", OFFICE + ACCOUNTS)),
    "thanhtra": (OFFICE, (UNITS, OFFICE + ACCOUNTS, OFFICE + "tin-bai/", COUNCIL + NEW_SESSION)),
    "quantri": (OFFICE, (UNITS, COUNCIL, OFFICE + "ho-so/", OFFICE + "tin-bai/")),
    "thuky": (COUNCIL, (UNITS, OFFICE)),
    "chutich": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
    "kiemphieu1": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
    "kiemphieu2": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
    "kiemphieu3": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
    "uyvien01": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
    "uyvien20": (COUNCIL, (UNITS, OFFICE, COUNCIL + NEW_SESSION)),
}
"""The first door of each account, and doors that answer 403."""


@pytest.mark.parametrize("username", DOORS)
def test_the_first_page_has_something_to_do_and_other_doors_are_closed(
    sign_in: SignIn, username: str
) -> None:
    first, closed = DOORS[username]

    page = sign_in(username)

    expect(page).to_have_url(first)
    check_page(page)
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("(0)")
    expect(page.get_by_text("Không có việc nào đang chờ")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    for address in closed:
        assert page.request.get(address).status == 403, address
    page.goto(closed[0])
    check_page(page)


def test_whoever_has_not_signed_in_is_sent_to_the_gate_and_back(visit: Visit) -> None:
    page = visit().new_page()

    page.goto(OFFICE + "ho-so/")
    check_page(page)
    page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    page.get_by_label("Mật khẩu").fill("sai mật khẩu")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu không đúng.")
    check_page(page)
    page.get_by_label("Mật khẩu").fill("demo")
    page.get_by_role("button", name="Đăng nhập").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Hồ sơ đề nghị khen thưởng")
