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


async def test_pages_render(tmp_path: Path) -> None:
    pages = sorted(each.relative_to(SITE).as_posix() for each in SITE.glob("**/*.html"))
    assert {"index.html", "api/devices.html", "guides/rollout.html"} <= set(pages)
    async with browser(tmp_path) as page:
        for each in pages:
            if each != "404.html":  # its links are those of a server
                await page.open(url(each))
                assert await page.until("document.querySelector('article h1')?.innerText"), each
                assert complaints(page) == [], each


async def test_search_finds_a_method(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.open(url("index.html"))
        await page.run("document.querySelector('.md-search__button').click()")
        await page.until("document.activeElement.tagName == 'INPUT'")
        await page.type("get_variable")
        found = "[...document.querySelectorAll('a')].find(a => /get_variable$/.test(a.hash))"
        assert "api/devices.html" in await page.until(f"{found}?.href")
        assert complaints(page) == []


async def test_code_is_copied(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.open(url("guides/groups.html"))
        await page.run("navigator.clipboard.writeText = async text => { window.copied = text; }")
        await page.run("document.addEventListener('copy', e => { window.copied = true; })")
        await page.until("document.querySelector('.md-code__button, .md-clipboard')")
        await page.run("document.querySelector('.md-code__button, .md-clipboard').click()")
        assert await page.until("window.copied")


async def test_tabs_and_dark_mode(tmp_path: Path) -> None:
    async with browser(tmp_path) as page:
        await page.open(url("api/devices.html"))
        labels = await page.until(
            "[...document.querySelectorAll('.tabbed-labels label')].map(each => each.innerText)"
        )
        assert set(labels) == {"Sync", "Async"}
        scheme = "document.body.dataset.mdColorScheme"
        before = await page.until(scheme)
        await page.run("[...document.querySelectorAll('[data-md-component=palette] label')]"
                       ".find(each => !each.hidden).click()")
        await page.until(f"{scheme} != {json.dumps(before)}")
