"""The built site in a real browser, from the file system. `make docs` builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chromium import Page, chromium, expect, watched
from tests.documentation import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SITE = ROOT / "site"

pytestmark = pytest.mark.skipif(
    not (SITE / "index.html").is_file(), reason="`make docs` has not been run"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain, nor load anything from elsewhere."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        complaints, requests = watched(page)
        yield page
    elsewhere = [each for each in requests if not each.startswith(("file:", "data:", "blob:"))]
    assert complaints + elsewhere == []


def url(page: str) -> str:
    return (SITE / page).as_uri()


@pytest.mark.parametrize(
    "name",
    [  # Of each kind of page some: others are made in the same way.
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
    ],
)
def test_pages_render(page: Page, name: str) -> None:
    page.goto(url(name))
    expect(page.locator("article h1")).not_to_be_empty()
    assert page.evaluate("[...document.images].every((each) => each.complete && each.naturalWidth)")


def test_search_finds_a_method(page: Page) -> None:
    page.goto(url("index.html"))
    page.locator(".md-search__button").click()
    page.locator("input:focus").press_sequentially("get_variable")
    found = page.locator("a[href$='.get_variable']").first
    expect(found).to_be_visible()
    assert "api/devices.html" in str(found.get_attribute("href"))


def test_code_is_copied(page: Page) -> None:
    page.goto(url("guides/groups.html"))
    page.locator(".md-code__button").first.click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("from particle_client import Particle\n")


def test_tabs_and_dark_mode(page: Page) -> None:
    page.goto(url("api/devices.html"))
    labels = page.locator(".tabbed-labels label")
    expect(labels.first).to_be_visible()
    assert set(labels.all_inner_texts()) == {"Sync", "Async"}
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", str(before))
