"""Going about with the keyboard alone: to what is meant, and seeing where one is on the way."""

import pytest
from playwright.sync_api import Locator, Page

MOST_STOPS = 60
HAS_VISIBLE_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return drawn && box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight;
}"""


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus; every stop on the way shows where it is."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(HAS_VISIBLE_FOCUS), stop(page)
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
    pytest.fail(f"not reached in {MOST_STOPS} stops; the last one: {stop(page)}")


def stop(page: Page) -> str:
    """Return where the focus is."""
    said: str = page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
    return said


def press_enter(page: Page) -> None:
    """Press Enter and go where that leads."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press_access_key(page: Page, letter: str) -> None:
    """Press a letter that the page names, with Alt held, and go where that leads."""
    session = page.context.new_cdp_session(page)
    held = {"modifiers": 1, "key": letter, "code": f"Key{letter.upper()}"}
    typed = {"unmodifiedText": letter, "windowsVirtualKeyCode": ord(letter.upper())}
    with page.expect_navigation():
        session.send("Input.dispatchKeyEvent", {"type": "keyDown", **held, **typed})
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", **held})


def press_enter_on_the_spot(page: Page) -> None:
    """Press Enter on a link within the page: what comes next is inside the content."""
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.get_by_role("main").evaluate("(main) => main.contains(document.activeElement)")
    assert inside, stop(page)
    page.keyboard.press("Shift+Tab")
