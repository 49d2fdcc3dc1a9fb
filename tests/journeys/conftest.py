"""A demonstration, a server and a browser for each journey; people who sign in side by side."""

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from tests.journeys.gate import enter
from tests.journeys.inspection import WIDE, watch
from tests.journeys.site import (
    DidNotStart,
    Server,
    Site,
    demonstration,
    wait_until_it_answers,
)

PATIENCE_MS = 30_000
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
OPENED = pytest.StashKey[list[BrowserContext]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show beside a failure what stood on the screens, and what the server said."""
    report = yield
    if call.when == "call" and report.failed:
        for context in item.stash.get(OPENED, []):
            for page in context.pages:
                with suppress(Error):  # a page that does not answer shows nothing
                    words = page.locator("body").inner_text()
                    report.sections.append((f"screen {page.url}", words))
        server = getattr(item, "funcargs", {}).get("server")
        if server is not None:
            report.sections.append(("server", server.words()))
    return report


@pytest.fixture(scope="session")
def template() -> Path:
    """The demonstration, loaded once; servers work on copies of it."""
    return demonstration()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    found = shutil.which("chromium")
    assert found, "journeys need Chromium: ./test installs it"
    expect.set_options(timeout=PATIENCE_MS)
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


@pytest.fixture
def site(server: Server) -> Site:
    """Where the module's server answers."""
    return server.site


@pytest.fixture
def visit(chromium: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a browser for one more person, with nothing remembered of the others."""
    opened: list[BrowserContext] = []
    request.node.stash[OPENED] = opened

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
