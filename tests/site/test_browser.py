"""The built site in a real browser, from the file system. `make docs` builds it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.documentation import ROOT

from .browser import CHROMIUM, Page, browser

if TYPE_CHECKING:
    from pathlib import Path

SITE = ROOT / "site"

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(not (SITE / "index.html").is_file(), reason="`make docs` has not been run"),
]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def url(page: str) -> str:
    return (SITE / page).as_uri()


def complaints(page: Page) -> list[str]:
    """Return what a page complained of, and what it loaded from elsewhere."""
    elsewhere = [each for each in page.requests if not each.startswith(("file:", "data:", "blob:"))]
    return page.complaints + elsewhere


PAGES = (
    "index.html",
    "how-it-works.html",
    "events.html",
    "api/index.html",
    "api/client.html",
    "api/devices.html",
    "api/errors.html",
    "guides/models.html",
    "guides/troubleshooting.html",
    "examples/demo.html",
    "changelog.html",
)
"""Of each kind of page some: others are made in the same way."""


async def test_pages_render(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        for each in PAGES:
            await page.open(url(each))
            assert await page.until("document.querySelector('article h1')?.innerText"), each
            assert await page.run(
                "[...document.images].every(each => each.complete && each.naturalWidth)"
            ), each
            assert complaints(page) == [], each


async def test_search_finds_a_method(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.open(url("index.html"))
        await page.run("document.querySelector('.md-search__button').click()")
        # The search has a shadow root of its own.
        search = "document.activeElement.shadowRoot"
        await page.until(f"{search}?.activeElement?.tagName == 'INPUT'")
        await page.type("get_variable")
        hits = f"[...{search}.querySelectorAll('a')].map(each => each.href)"
        found = await page.until(f"{hits}.find(each => each.endsWith('.get_variable'))")
        assert "api/devices.html" in found
        assert complaints(page) == []


async def test_code_is_copied(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
        await page.send("Emulation.setFocusEmulationEnabled", enabled=True)
        await page.open(url("guides/groups.html"))
        await page.until("document.querySelector('.md-code__button')")
        await page.run("document.querySelector('.md-code__button').click()")
        await page.until("document.querySelector('.md-dialog--active')")
        copied = await page.run("navigator.clipboard.readText()")
        assert copied.startswith("from particle_client import Particle\n")


async def test_tabs_and_dark_mode(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.open(url("api/devices.html"))
        labels = await page.until(
            "[...document.querySelectorAll('.tabbed-labels label')].map(each => each.innerText)"
        )
        assert set(labels) == {"Sync", "Async"}
        scheme = "document.body.dataset.mdColorScheme"
        before = await page.until(scheme)
        await page.run(
            "[...document.querySelectorAll('[data-md-component=palette] label')]"
            ".find(each => !each.hidden).click()"
        )
        await page.until(f"{scheme} != {json.dumps(before)}")
