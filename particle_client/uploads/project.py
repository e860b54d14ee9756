"""Which files of a project folder are sent to be compiled: the choice of Particle's own tools.

These are sources and headers, `build.mk`, and `project.properties` at the top; not the examples of
libraries. A `particle.include` file in any folder adds files to that, a `particle.ignore` file
removes some: one glob pattern a line, relative to the folder that the file is in, `#` for comments.
Hidden files and folders are left out, unless a pattern of `particle.include` names them.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from .sources import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["compile_pattern", "is_file", "is_folder", "project_sources"]

_HEADERS = (".h", ".hpp", ".hh", ".hxx")
_SOURCES = (".ino", ".cpp", ".c")
_MAKEFILE = "build.mk"
_PROPERTIES = "project.properties"
_LIBRARY_EXAMPLE = re.compile(r"lib/[^/]+/examples/(?:.*/)?[^/]*\.[^/]*\Z", re.DOTALL).match
_GLOB_TOKEN = re.compile(r"\*+|\?|\[[!^]?\]?[^\]]*\]|\\.|.", re.DOTALL)
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")


def project_sources(folder: str, *, follow_symlinks: bool = False) -> list[str]:
    """Give the files of a project to send, relative to `folder`, with forward slashes, sorted.

    Args:
        folder: The project.
        follow_symlinks: Whether to look into folders that are symbolic links.

    Raises:
        ValueError: The folder has nothing to compile, or a pattern of it leaves the folder.
        OSError: A folder can't be read.
    """
    found = sorted(_walk(folder, follow_symlinks, hidden=False))
    chosen = {name for name in found if _is_chosen(name) and not _LIBRARY_EXAMPLE(name)}
    everything: list[str] | None = None
    for pattern, hidden in _patterns(folder, found, "particle.include"):
        if hidden and everything is None:
            everything = sorted(_walk(folder, follow_symlinks, hidden=True))
        candidates = everything if hidden and everything is not None else found
        chosen.update(name for name in candidates if pattern.match(name))
    for pattern, _ in _patterns(folder, found, "particle.ignore"):
        chosen = {name for name in chosen if not pattern.match(name)}
    if not any(_compiles(name) for name in chosen):
        raise ValueError(
            f"{shown(folder)} has no sources to compile (.ino, .cpp or .c files): is it the "
            "project's folder? A binary or bundle is passed by its own path"
        )
    return sorted(chosen)


def _is_chosen(name: str) -> bool:
    return (
        name.endswith(_SOURCES + _HEADERS)
        or name == _PROPERTIES
        or name.rpartition("/")[2] == _MAKEFILE
    )


def _compiles(name: str) -> bool:
    """Whether a file that was chosen is more than an accessory."""
    return name.endswith(_SOURCES) or not _is_chosen(name)


def _walk(
    folder: str,
    follow_symlinks: bool,
    *,
    hidden: bool,
    prefix: str = "",
    parents: frozenset[tuple[int, int]] = frozenset(),
) -> Iterator[str]:
    if follow_symlinks:
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in parents:
            return  # a link to a folder above it
        parents |= {(status.st_dev, status.st_ino)}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and not hidden:
                continue
            name = prefix + entry.name
            if is_folder(entry):
                if follow_symlinks or not entry.is_symlink():
                    yield from _walk(
                        entry.path,
                        follow_symlinks,
                        hidden=hidden,
                        prefix=f"{name}/",
                        parents=parents,
                    )
            elif is_file(entry):
                yield name


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link to one."""
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file that can be sent, or a link to one.

    So is a link to nothing: that is reported later, as a file that isn't there.
    """
    if not entry.is_symlink():
        return entry.is_file()
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return True


def _patterns(
    folder: str, found: list[str], list_name: str
) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Give the patterns of all files called `list_name`, and whether each is for hidden files."""
    for name in found:
        parent, _, base = name.rpartition("/")
        if base != list_name:
            continue
        with open(os.path.join(folder, name), encoding="utf-8-sig", errors="replace") as file:
            lines = [line.strip() for line in file]
        for line in lines:
            if line and not line.startswith("#"):
                for pattern in _expand_braces(line):
                    yield compile_pattern(pattern, parent, where=name)


def _expand_braces(pattern: str) -> Iterator[str]:
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    for choice in match[1].split(","):
        yield from _expand_braces(pattern[: match.start()] + choice + pattern[match.end() :])


def compile_pattern(
    pattern: str, parent: str = "", *, where: str, ignore_case: bool = False
) -> tuple[re.Pattern[str], bool]:
    """Give what matches the paths of a glob pattern in a folder, and whether it is for hidden ones.

    Raises `ValueError`, which names the file `where` the pattern is, for one that can't be used.
    """
    segments: list[str] = parent.split("/") if parent else []
    expressions = [re.escape(segment) for segment in segments]
    hidden = False
    for segment in pattern.split("/"):
        if segment in ("", "."):
            continue
        if segment == "..":
            if not expressions:
                raise ValueError(
                    f"{where}: the pattern {pattern!r} leaves the project; copy what it names into "
                    "the project"
                )
            expressions.pop()
            continue
        hidden = hidden or segment.startswith(".")
        expressions.append("**" if segment == "**" else _segment_expression(segment))
    text = ""
    for position, expression in enumerate(expressions):
        last = position == len(expressions) - 1
        if expression != "**":
            text += expression + ("" if last else "/")
        else:
            text += r"(?:(?!\.)[^/]+/)*" + (r"(?!\.)[^/]+" if last else "")
    try:
        flags = re.DOTALL | re.IGNORECASE if ignore_case else re.DOTALL
        return re.compile(text + r"\Z", flags), hidden
    except re.error as error:
        raise ValueError(f"{where}: the pattern {pattern!r} can't be read: {error}") from error


def _segment_expression(segment: str) -> str:
    text = "" if segment.startswith(".") else r"(?!\.)"
    for token in _GLOB_TOKEN.findall(segment):
        if token.startswith("*"):
            text += "[^/]*"
        elif token == "?":
            text += "[^/]"
        elif token.startswith("[") and len(token) > 1:
            negated = token[1] in "!^"
            members = token[1 + negated : -1].replace("\\", "\\\\").replace("[", "\\[")
            text += f"[{'^/' if negated else ''}{members.replace(']', chr(92) + ']')}]"
        else:
            text += re.escape(token[-1])
    return text
