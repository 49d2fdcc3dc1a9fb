"""A demonstration, a server and a browser for each journey; people who sign in side by side."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.gate import enter
from tests.journeys.inspection import WIDE, watch
from tests.journeys.site import (
    DidNotStart,
    Server,
    Site,
    load_demonstration,
    wait_until_it_answers,
)

PATIENCE_MS = 15_000
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SignIn = Callable[[str], Page]
Visit = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, loaded once; servers work on copies of it."""
    data = tmp_path_factory.mktemp("demonstration") / "data"
    load_demonstration(data)
    return data


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    found = shutil.which("chromium")
    assert found, "journeys need Chromium: ./test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the module's own."""
    running = Server(template, tmp_path_factory.mktemp("site"))
    try:
        wait_until_it_answers(running.process, running.site.address)
        yield running
    except DidNotStart:
        pytest.fail(f"the server did not start:\n{running.words()}")
    finally:
        running.stop()


@pytest.fixture(autouse=True)
def _server_words(request: pytest.FixtureRequest) -> Iterator[None]:
    """Show what the server said during a test beside the test's failure."""
    yield
    if "server" in request.fixturenames:
        request.node.add_report_section("call", "server", request.getfixturevalue("server").words())


@pytest.fixture
def site(server: Server) -> Site:
    """Where the module's server answers."""
    return server.site


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Visit]:
    """Open a browser for one more person, with nothing remembered of the others."""
    opened: list[BrowserContext] = []

    def visit(*, java_script: bool = True) -> BrowserContext:
        context = chromium.new_context(
            base_url=site.address,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            viewport=WIDE,  # type: ignore[arg-type]  # a plain dict of the two numbers
            java_script_enabled=java_script,
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE_MS)
        watch(context)
        opened.append(context)
        return context

    yield visit
    for context in opened:
        context.close()


@pytest.fixture
def sign_in(visit: Visit) -> SignIn:
    """Sign a demonstration account in, in a browser of its own, up to its first page."""

    def sign_in(username: str) -> Page:
        page = visit().new_page()
        enter(page, username)
        return page

    return sign_in
