"""A scan on a poor line: cut in the middle, the browser closed, the server killed; it goes on."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import NARROW, check_page
from tests.journeys.site import Server, wait_until_it_answers

pytestmark = pytest.mark.journey

PIECE = 256 * 1024
PIECES = 6
PATIENCE_MS = 60_000
"""The page tries again by itself, after thirty seconds at most."""

ADDRESS = "**/tep-len/*/"


def scan(path: Path, letter: bytes) -> Path:
    """Make a large PDF, as a scanner of many pages does."""
    path.write_bytes(b"%PDF-1.4\n" + letter * (PIECE * PIECES - 20) + b"\n%%EOF\n")
    return path


def fingerprint(file: Path) -> str:
    """Return how a page shows the fingerprint of a paper."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"{digest[:4]} {digest[4:8]}"


def draft(page: Page) -> None:
    """Go to a draft list of the unit."""
    page.get_by_role("link", name="Danh sách đề nghị").first.click()
    page.get_by_role("row").filter(has_text="Bản nháp").get_by_role("link").first.click()
    page.wait_for_load_state("load")  # only then the script has the form


def choose(page: Page, file: Path) -> None:
    """Choose the scan as the submission letter and send it."""
    page.get_by_label("Loại giấy").select_option("TO_TRINH")
    page.get_by_label("Tệp", exact=True).set_input_files(file)
    page.get_by_role("button", name="Đính kèm").click()


def cut_after(page: Page, count: int) -> list[str]:
    """Break the line after so many pieces; return the offsets of those that went through."""
    went: list[str] = []

    def handle(route: Route) -> None:
        if route.request.method == "PATCH" and len(went) >= count:
            route.abort("connectionreset")
            return
        if route.request.method == "PATCH":
            went.append(route.request.headers["upload-offset"])
        route.continue_()

    page.route(ADDRESS, handle)
    return went


def test_cut_in_the_middle_and_closed_it_goes_on_where_it_broke(
    sign_in: SignIn, tmp_path: Path
) -> None:
    page, file = sign_in("donvi"), scan(tmp_path / "to-trinh.pdf", b"a")
    draft(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of the two numbers
    cut_after(page, 2)

    choose(page, file)
    expect(page.get_by_text("Mất kết nối ở 33 %")).to_be_visible()
    bar = page.get_by_role("progressbar", name="Tiến độ tải tệp lên")
    expect(bar).to_have_attribute("value", str(2 * PIECE))
    check_page(page)
    page.unroute(ADDRESS)
    page.reload()
    went = cut_after(page, PIECES)
    choose(page, file)

    expect(page.get_by_text("Đã đính kèm tờ trình đã ký.")).to_be_visible()
    assert went == [str(number * PIECE) for number in range(2, PIECES)]
    expect(page.get_by_text(fingerprint(file))).to_be_visible()


def test_the_server_is_killed_between_two_pieces(
    sign_in: SignIn, server: Server, tmp_path: Path
) -> None:
    page, file = sign_in("donvi"), scan(tmp_path / "bien-ban.pdf", b"b")
    draft(page)
    went: list[str] = []

    def handle(route: Route) -> None:
        if route.request.method == "PATCH":
            went.append(route.request.headers["upload-offset"])
            if len(went) == 3:
                server.kill()
        route.continue_()

    page.route(ADDRESS, handle)
    choose(page, file)
    expect(page.get_by_text("Mất kết nối ở 33 %")).to_be_visible()
    server.start()
    wait_until_it_answers(server.process, server.site.address)

    expect(page.get_by_text("Đã đính kèm tờ trình đã ký.")).to_be_visible(timeout=PATIENCE_MS)
    assert went[3] == str(2 * PIECE)
    expect(page.get_by_text(fingerprint(file))).to_be_visible()
