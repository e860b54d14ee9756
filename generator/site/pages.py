"""The pages of the repository as pages of the site: their links, their tabs, and llms.txt."""

from __future__ import annotations

import os.path
import re
import textwrap
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = ["llms", "named", "place", "site_page", "title", "whole_navigation"]

_MOVED = {
    "README.md": "index.md",
    "docs/README.md": "overview.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<path>[^)#\s:]+)(?P<anchor>#[^)\s]+)?\)")
_TAB = re.compile(r"^<!-- tab: (?P<title>\w+) -->\n(?P<block>```.*?^```\n)", re.M | re.S)


def place(source: str) -> str:
    """Return where a file of the repository is on the site, from the site's root."""
    if source.startswith("examples/"):
        return f"{source.removesuffix('.py')}.md"
    return _MOVED.get(source, source.removeprefix("docs/"))


def site_page(source: str, text: str, root: Path, known: Iterable[str]) -> str:
    """Return a page of the repository with the site's links and tabs.

    Args:
        root: The folder of the repository.
        known: The files in it that are on the site. Links to others lose their target.
    """
    here = PurePosixPath(place(source)).parent

    def link(found: re.Match[str]) -> str:
        target = os.path.normpath(PurePosixPath(source).parent / found["path"])
        if not (root / target).exists():
            raise GeneratorError(f"{source}: {found[0]} leads nowhere")
        if target not in known:
            return found["text"]
        path = os.path.relpath(place(target), here)
        return f"{found['image']}[{found['text']}]({path}{found['anchor'] or ''})"

    def tab(found: re.Match[str]) -> str:
        return f'=== "{found["title"]}"\n\n{textwrap.indent(found["block"], "    ")}'

    return _TAB.sub(tab, _LINK.sub(link, text))


def title(page: str) -> str:
    """Return the first heading of a page."""
    found = re.search(r"^# (.+)$", page, re.MULTILINE)
    assert found, page[:200]
    return found[1]


def whole_navigation(navigation: list[Any], pages: Iterable[str]) -> list[Any]:
    """Return the navigation with a page for each pattern's pages that it doesn't name."""
    return _expanded(navigation, sorted(set(pages) - set(named(navigation))))


def named(entries: Any) -> Iterator[str]:
    """Yield the pages that entries of a navigation name."""
    if isinstance(entries, str):
        yield entries
    else:
        for entry in entries.values() if isinstance(entries, dict) else entries:
            yield from named(entry)


def _expanded(entries: list[Any], rest: list[str]) -> list[Any]:
    made: list[Any] = []
    for entry in entries:
        if isinstance(entry, dict):
            ((name, value),) = entry.items()
            made.append({name: value if isinstance(value, str) else _expanded(value, rest)})
        elif entry.endswith("/*"):
            made += [page for page in rest if os.path.dirname(page) == entry[:-2]]
        else:
            made.append(entry)
    return made


def llms(name: str, about: str, navigation: list[Any], pages: Mapping[str, str]) -> str:
    """Return `llms.txt`: the pages, with what each is about (see llmstxt.org)."""
    lines = [f"# {name}", "", f"> {about}"]
    for entry in navigation:
        ((section, value),) = entry.items()
        lines += ["", f"## {section}", ""]
        for page in named(value):
            lines.append(f"- [{title(pages[page])}]({page.removesuffix('.md')}.html)")
    return "\n".join(lines) + "\n"
