"""The system's Chromium, without a window, driven by Playwright. Tests that import this are skipped
where one of them isn't installed."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

try:
    from playwright.sync_api import Page, expect, sync_playwright
except ImportError:
    pytest.skip("Playwright isn't installed", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

__all__ = ["Page", "chromium", "expect", "watched"]

PATIENCE = 60_000
"""Milliseconds until a page must have done what is waited for."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATH = next(filter(None, map(shutil.which, NAMES)), None)
if PATH is None:
    pytest.skip("there is no Chromium: apt-get install chromium", allow_module_level=True)
expect.set_options(timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium, with an empty profile."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=PATH, timeout=PATIENCE) as browser,
    ):
        yield browser


def watched(page: Page) -> tuple[list[str], list[str]]:
    """The list of what a page will complain of, and that of the addresses that it will ask."""
    complaints: list[str] = []
    requests: list[str] = []
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: requests.append(request.url))
    return complaints, requests
