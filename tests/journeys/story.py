"""Several people at their own screens, telling one story; every page they pass is checked."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.journeys.files import scanned
from tests.journeys.inspection import check_page

IN_THE_BACKGROUND_MS = 60_000


class Story:
    """The people of a story, each signed in when first met and kept at a screen of their own."""

    def __init__(self, sign_in: Callable[[str], Page], folder: Path) -> None:
        """Begin with nobody signed in; `folder` keeps the files they bring along."""
        self._sign_in = sign_in
        self._screens: dict[str, Page] = {}
        self._first: dict[str, str] = {}
        self._scans = folder

    def back_at_start(self, username: str) -> Page:
        """Return the person's screen with the first page of the day, fresh."""
        page = self._screens.get(username)
        if page is None:
            page = self._screens[username] = self._sign_in(username)
        else:
            page.goto(self._first[username])
        self._first.setdefault(username, page.url)
        check_page(page)
        return page

    def screen(self, username: str) -> Page:
        """Return the person's screen as it was left."""
        return (
            self._screens[username] if username in self._screens else self.back_at_start(username)
        )

    def scan(self, name: str) -> Path:
        """Return a signed paper off the scanner, to be attached."""
        return scanned(self._scans / name)


def inside(page: Page) -> Locator:
    """Return the page without what surrounds it."""
    return page.get_by_role("main")


def follow(page: Page, link: str | Locator, *, exact: bool = False) -> None:
    """Go where a link of the page leads, and check the page there."""
    one = (
        inside(page).get_by_role("link", name=link, exact=exact) if isinstance(link, str) else link
    )
    with page.expect_navigation():
        one.click()
    check_page(page)


def turn_to(page: Page, section: str) -> None:
    """Go to a section of the working door, and check the page there."""
    doors = page.get_by_role("navigation", name="Các mục làm việc")
    follow(page, doors.get_by_role("link", name=section, exact=True))


def press(
    page: Page, button: str | Locator, *, says: str = "", then: str = "", exact: bool = False
) -> None:
    """Press a button of the page; check the page that answers, and what it says was done.

    `then`: what the page tells when the work that was asked for is done in the background; until
    then the page may load itself again at any moment.
    """
    one = button
    if isinstance(one, str):
        one = inside(page).get_by_role("button", name=one, exact=exact)
    with page.expect_navigation():
        one.click()
    if says:
        expect(page.locator("#loi-nhan")).to_contain_text(says)
    if then:
        expect(inside(page)).to_contain_text(then, timeout=IN_THE_BACKGROUND_MS)
        page.wait_for_load_state()
    check_page(page)


def picture(page: Page, name: str, *, height: int) -> None:
    """Keep the page, so far down, as a picture of the guide, if `make pictures` asks for it."""
    if folder := os.environ.get("BANGVANG_PICTURES"):
        page.screenshot(
            path=Path(folder) / f"{name}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": 1280, "height": height},
            animations="disabled",
        )


def task(page: Page, what: str) -> Locator:
    """Return the one thing on a first page whose words say `what`."""
    return inside(page).get_by_role("listitem").filter(has_text=what)


def row(page: Page, what: str) -> Locator:
    """Return the rows of tables that speak of `what`."""
    return inside(page).get_by_role("row").filter(has_text=what)


def fact(page: Page, label: str) -> str:
    """Return what a list of facts says beside a label."""
    found = (
        inside(page).locator("dt", has_text=label).first.locator("xpath=following-sibling::dd[1]")
    )
    return " ".join(found.inner_text().split())
