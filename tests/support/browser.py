"""A real browser: the system's Chromium under Playwright, and axe-core that looks at a page."""

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of the browser; skips where there is none, fails in CI."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    if os.environ.get("CI") == "true":
        pytest.fail("Chromium must be there in CI: sh scripts/system-packages chromium")
    pytest.skip("Chromium is not installed; install it with: sh scripts/system-packages")


@cache
def launched() -> Browser:
    """One browser for this process; it ends with it. Playwright starts only once at a time."""
    playwright = sync_playwright().start()
    expect.set_options(timeout=30_000)  # A busy machine is no fault of the page.
    # as root, as CI often runs, Chromium wants to be told that it has no sandbox
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    atexit.register(_close, playwright, browser)
    return browser


def _close(playwright: Playwright, browser: Browser) -> None:
    browser.close()
    playwright.stop()


@contextmanager
def opened(html: str, *, width: int = 1000, scripts: bool = True) -> Iterator[Page]:
    """*html* in a browser window; without *scripts* as somebody sees it who blocks them."""
    context = launched().new_context(
        viewport={"width": width, "height": 900},
        java_script_enabled=scripts,
        bypass_csp=scripts,
    )
    try:
        page = context.new_page()
        page.set_content(html)
        yield page
    finally:
        context.close()


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds wrong on the page, a line each; with *rules* only against those."""
    options = {"runOnly": list(rules)} if rules else None
    found = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in found]
