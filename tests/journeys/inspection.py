"""What every page that a journey passes is held to: accessible, nothing cut, nothing broken."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, expect

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
OF_THE_LAYOUT = {
    "type": "rule",
    "values": ["target-size", "scrollable-region-focusable", "link-in-text-block"],
}
"""The rules whose answer can change with the width; colours and names do not."""

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
SAYS_ONLY_THE_STATUS = "Failed to load resource"
"""The browser's own line beside an answer of 4xx or 5xx; the answers are looked at themselves."""
STILL_CHANGING = ".htmx-request, .htmx-swapping, .htmx-settling"
"""What htmx marks while a part of the page is on its way."""

WITHOUT_SCRIPTS = 'matchMedia("(scripting: none)").matches'
"""No clock runs in such a page, so that what axe promises would never come."""

_troubles: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()

RUN_AXE = """async (only) => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
  const said = (node) => `${node.html.slice(0, 200)} :: ${node.failureSummary}`;
  return found.violations.map((rule) => ({
    id: rule.id,
    help: rule.help,
    where: rule.nodes.slice(0, 5).map(said),
  }));
}"""
WIDER_THAN_THE_PAGE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
    .slice(-4);
  const said = wide.map((one) => one.outerHTML.slice(0, 160));
  return [`${page.scrollWidth} > ${page.clientWidth}`, ...said];
}"""


def watch(context: BrowserContext) -> None:
    """Keep what goes wrong on any page of the context, for `check_page`."""
    context.on("page", _watch_page)


def check_page(page: Page) -> None:
    """Assert that the page that is shown now is right, at both widths.

    Raises:
        AssertionError: an accessibility rule is broken, something is wider than the page, the
            browser complained (scripts, content security policy), or the server failed.
    """
    page.wait_for_load_state("load")
    if page.evaluate(WITHOUT_SCRIPTS):
        _check_in_another_browser(page)
    else:
        _check(page)


def _check_in_another_browser(page: Page) -> None:
    """Look at the widths here, and at the same address where axe can run, signed in as here."""
    wide = [
        f"{page.url} at {size['width']}: too wide: {said}"
        for size in (WIDE, NARROW)
        for said in _too_wide(page, size)
    ]
    assert not wide, "\n".join(wide)
    browser = page.context.browser
    assert browser is not None
    with browser.new_context(storage_state=page.context.storage_state()) as beside:
        watch(beside)
        twin = beside.new_page()
        twin.goto(page.url)
        _check(twin)


def _too_wide(page: Page, size: Mapping[str, int]) -> list[str]:
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict of the two numbers
    said: list[str] = page.evaluate(WIDER_THAN_THE_PAGE)
    return said


def _check(page: Page) -> None:
    expect(page.locator(STILL_CHANGING)).to_have_count(0)
    trouble = [f"{page.url}: {line}" for line in _troubles.get(page, [])]
    _troubles[page] = []
    page.evaluate(AXE)
    for size, rules in ((NARROW, OF_THE_LAYOUT), (WIDE, RULES)):
        wide = _too_wide(page, size)
        trouble += [f"{page.url} at {size['width']}: too wide: {said}" for said in wide]
        trouble += [f"{page.url} at {size['width']}: {said}" for said in _broken(page, rules)]
    headings = page.locator("h1").count()
    if headings != 1:
        trouble.append(f"{page.url}: {headings} headings of the first level")
    assert not trouble, "\n".join(trouble)


def _broken(page: Page, rules: Mapping[str, object]) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE, rules)
    return [
        f"{rule['id']} ({rule['help']}):\n    " + "\n    ".join(rule["where"]) for rule in found
    ]


def _watch_page(page: Page) -> None:
    said: list[str] = []
    _troubles[page] = said

    def keep(sentence: str) -> None:
        _troubles[page].append(sentence)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(SAYS_ONLY_THE_STATUS):
            keep(f"console: {message.text}")

    def on_response(response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            keep(f"{response.status} for {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: keep(f"script: {error}"))
    page.on("response", on_response)
