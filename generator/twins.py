"""The sync twin of a module: what `async_x.py` says, without waiting, becomes `x.py` beside it.

Names, docstrings and comments alike are replaced word by word. A statement whose first line ends in
`# async only` has no place in the twin. What differs by more than that is in two hand-written
modules with the same names (`calls/async_waiting.py` and `calls/waiting.py`, for example).
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["twin_of", "twins", "written_twins"]

_HEADER = "# Generated from async_"

# They are applied one after the other.
_REPLACEMENTS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\basync (?=(def|for|with)\b)", ""),
        (r"\bawait (?=[\w(*])", ""),
        (r"str \| Awaitable\[str\]", "str"),
        (r"(Iterable\[\w+\]) \| AsyncIterable\[\w+\]", r"\1"),
        (r"\bAwaitable\[((?:[^][]|\[[^][]*\])*)\]", r"\1"),
        (r"\bCoroutine\[Any, Any, ([^][]*)\]", r"\1"),
        (r"(?<=\w)_async(?=_)", ""),
        (r" \(async ones too\)", ""),
        (r"\bAsync(?:Listing|Pager)\((\w+)\)", r"\1()"),  # fetched at once
        (r"\bAsyncListing(?=\[)", "builtins.list"),
        (r"\bAsyncPager(?=\[)", "Page"),
        (r"\bAsync(?=[A-Z])", ""),
        (r"\b_Async(?=[A-Z])", "_"),
        (r"\basync_(?=[a-z])", ""),
        (r"\bStopAsyncIteration\b", "StopIteration"),
        (r"\b__a(?=(enter|exit|iter|next)__)", "__"),
        (r"\ba(?=(acquire|close|get_token|iter_bytes|iter_raw|prepare|read|read_content)\b)", ""),
    )
)
_ASYNC_ONLY = re.compile(r"#.*\basync only$")


def twins(folder: Path) -> dict[Path, Path]:
    """Return the modules that have a twin: source → twin."""
    return {
        source: source.with_name(source.name.removeprefix("async_"))
        for source in sorted(folder.glob("**/async_*.py"))
        if _is_source(source)
    }


def twin_of(source: Path) -> str:
    """Return the text of a twin, not yet formatted."""
    lines = _without_async_only(source.read_text(encoding="utf-8").splitlines())
    text = "\n".join(lines)
    for pattern, replacement in _REPLACEMENTS:
        text = pattern.sub(replacement, text)
    header = f"# Generated from {source.name} by `make generate`. Do not edit."
    return f"{header}\n{text}\n"


def written_twins(folder: Path) -> list[Path]:
    """Return the twins that there are, those among them whose source is gone."""
    return [path for path in sorted(folder.glob("**/*.py")) if _is_generated(path)]


def _is_source(path: Path) -> bool:
    twin = path.with_name(path.name.removeprefix("async_"))
    # A module of the same name that isn't generated was written by hand.
    return not twin.exists() or _is_generated(twin)


def _is_generated(path: Path) -> bool:
    return path.read_text(encoding="utf-8").startswith(_HEADER)


def _without_async_only(lines: list[str]) -> list[str]:
    """Leave out the statements that are marked, with all that is indented below them."""
    kept: list[str] = []
    dropped: int | None = None  # indentation of the statement that is being left out
    for line in lines:
        indentation = len(line) - len(line.lstrip())
        if dropped is not None:
            closes = line.strip()[:1] in (")", "]", "}") and indentation == dropped
            if not line.strip() or indentation > dropped or closes:
                continue
            dropped = None
        if _ASYNC_ONLY.search(line):
            dropped = indentation
        else:
            kept.append(line)
    return kept
