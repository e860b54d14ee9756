"""The sources of the site: links, tabs, the navigation, and a place for each method."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import particle_client.models
from generator.errors import GeneratorError
from generator.site.fields import models
from generator.site.pages import llms, site_page, whole_navigation
from generator.site.reference import operations, reference
from generator.site.terminal import draw
from tests.documentation import ROOT
from tests.documented import operations as documented_operations

SCOPES = ("/v1", "/v1/products/{productIdOrSlug}", "/v1/orgs/{orgIdOrSlug}")
STREAMS = re.compile(r"GET /v1/\S*events(/{eventPrefix})?")
GROUPS = ROOT / "particle_client" / "models" / "groups.py"
KNOWN = ("README.md", "docs/README.md", "docs/events.md", "docs/guides/sims.md")


def test_links_are_those_of_the_site() -> None:
    page = "[a](../README.md) [b](../events.md#gaps) [c](../../README.md) [d](https://particle.io)"
    assert site_page("docs/guides/sims.md", page, ROOT, KNOWN) == (
        "[a](../overview.md) [b](../events.md#gaps) [c](../index.md) [d](https://particle.io)"
    )


def test_a_link_to_code_is_text() -> None:
    assert site_page("docs/events.md", "[tests](../tests/every.py)", ROOT, KNOWN) == "tests"


def test_a_link_to_nothing_is_an_error() -> None:
    with pytest.raises(GeneratorError, match=r"docs/events.md: \[x\]\(missing.md\) leads nowhere"):
        site_page("docs/events.md", "[x](missing.md)", ROOT, KNOWN)


def test_blocks_become_tabs() -> None:
    page = "<!-- tab: Sync -->\n```python\nf()\n```\n\n<!-- tab: Async -->\n```python\ng()\n```\n"
    assert site_page("docs/events.md", page, ROOT, KNOWN) == (
        '=== "Sync"\n\n    ```python\n    f()\n    ```\n\n'
        '=== "Async"\n\n    ```python\n    g()\n    ```\n'
    )


def test_the_navigation_has_the_pages_that_it_does_not_name() -> None:
    navigation = [{"Home": "index.md"}, {"Reference": ["api/index.md", {"More": ["api/*"]}]}]
    pages = {"index.md": "# Home", "api/index.md": "# Reference", "api/b.md": "# B", "c.md": "# C"}
    whole = whole_navigation(navigation, pages)
    assert whole[1] == {"Reference": ["api/index.md", {"More": ["api/b.md"]}]}
    assert llms("client", "About.", whole, pages) == (
        "# client\n\n> About.\n\n## Home\n\n- [Home](index.html)\n"
        "\n## Reference\n\n- [Reference](api/index.html)\n- [B](api/b.html)\n"
    )


def test_an_envelope_is_explained_once() -> None:
    page = "\n".join(models("particle_client.models.groups", GROUPS.read_text()))
    assert page.count("The fields of `group` are attributes of this object, too.") == 1


def test_the_table_has_every_operation() -> None:
    table = operations()
    missing = {each.where for each in documented_operations()} - {
        where.replace("{scope}", scope)
        for where in re.findall(r"`([A-Z]+ \S+)`", table)
        for scope in SCOPES
    }
    # Of the streams' operations, one method chooses: events.stream.
    assert {where for where in missing if not STREAMS.fullmatch(where)} == set()


def test_the_pages_have_every_model() -> None:
    pages = "".join(reference(ROOT / "particle_client").values())
    missing = [name for name in particle_client.models.__all__ if f".{name} }}\n" not in pages]
    assert missing == []


def test_the_demo_can_be_drawn() -> None:
    lines = "  6 Before\n\n  7 Flash\n  │ flash()\n\n    a < b\n  8 Follow\n  9 Pages\n  10 After\n"
    picture = draw(lines)
    assert "flash()" in picture
    assert "a &lt; b" in picture
    assert "Before" not in picture
    assert "After" not in picture
    assert Path(ROOT / "docs" / "pictures" / "demo.svg").read_text("utf-8").startswith("<svg ")
