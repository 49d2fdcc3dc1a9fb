"""Going in at the gate with a demonstration account."""

from playwright.sync_api import Page

PASSWORD = "demo"


def enter(page: Page, username: str) -> None:
    """Fill in the gate and go through, up to the first page of the account."""
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("button", name="Đăng xuất").wait_for()
