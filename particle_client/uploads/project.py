"""Which files of a project folder are sent to be compiled: the choice of Particle's own tools.

These are sources and headers, `build.mk`, and `project.properties` at the top; not the examples of
libraries. A `particle.include` file in any folder adds files to that, a `particle.ignore` file
removes some: one glob pattern a line, relative to the folder that the file is in, `#` for comments.
Hidden files and folders are left out.
"""

from __future__ import annotations

import glob
import os
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from ..base.text import quote_short

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADERS = (".h", ".hpp", ".hh", ".hxx")
_SOURCES = (".ino", ".cpp", ".c")
_LIBRARY_EXAMPLE = re.compile(r"lib/[^/]+/examples/").match
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")


def project_sources(folder: str) -> list[str]:
    """Return the files of a project to send, relative to `folder`, with forward slashes, sorted.

    ValueError if the folder has nothing to compile, or a pattern of it leaves the folder.
    """
    found = files_below(folder)
    chosen = {name for name in found if _is_chosen(name) and not _LIBRARY_EXAMPLE(name)}
    for pattern in _patterns(folder, found, "particle.include"):
        chosen.update(name for name in found if matches(name, pattern))
    for pattern in _patterns(folder, found, "particle.ignore"):
        chosen = {name for name in chosen if not matches(name, pattern)}
    if not any(name.endswith(_SOURCES) or not _is_chosen(name) for name in chosen):
        raise ValueError(
            f"{quote_short(folder)} has no sources to compile (.ino, .cpp or .c files): is it the "
            "project's folder? A binary or bundle is passed by its own path"
        )
    return sorted(chosen)


def files_below(folder: str) -> list[str]:
    """Return the files in a folder and in those inside, with forward slashes, sorted.

    Links to files are followed, links to folders are not. A link to nothing is among them, to be
    reported as a file that isn't there. What is hidden, pipes and devices are not.
    """
    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=_fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        prefix = "" if parent == folder else os.path.relpath(parent, folder).replace(os.sep, "/")
        for name in names:
            path = os.path.join(parent, name)
            if not name.startswith(".") and (os.path.isfile(path) or not os.path.exists(path)):
                found.append(f"{prefix}/{name}" if prefix else name)
    return sorted(found)


def matches(name: str, pattern: str) -> bool:
    """Whether a file fits a glob pattern."""
    steps = pattern.replace("[^", "[!").split("/")
    if steps[-1] == "**":
        steps.append("*")
    return _fits(name.split("/"), steps)


def check_pattern(pattern: str, *, where: str) -> str:
    """Return a pattern without `.` in its path; ValueError if it may lead out of the folder."""
    steps = [step for step in pattern.split("/") if step not in ("", ".")]
    if ".." in steps:
        raise ValueError(
            f"{where}: the pattern {pattern!r} leaves the project; copy what it names into the "
            "project"
        )
    return "/".join(steps)


def _is_chosen(name: str) -> bool:
    return name.endswith(_SOURCES + _HEADERS) or (
        name == "project.properties" or os.path.basename(name) == "build.mk"
    )


def _patterns(folder: str, found: list[str], list_name: str) -> Iterator[str]:
    """Yield the patterns of all files called `list_name`, relative to the project."""
    for name in found:
        parent, base = os.path.split(name)
        if base != list_name:
            continue
        with open(os.path.join(folder, name), encoding="utf-8-sig", errors="replace") as file:
            lines = [line.strip() for line in file]
        for line in lines:
            if line and not line.startswith("#"):
                for expanded in _expand_braces(line):
                    pattern = check_pattern(expanded, where=name)
                    yield f"{glob.escape(parent)}/{pattern}" if parent else pattern


def _expand_braces(pattern: str) -> Iterator[str]:
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    for choice in match[1].split(","):
        yield from _expand_braces(pattern[: match.start()] + choice + pattern[match.end() :])


def _fits(names: list[str], steps: list[str]) -> bool:
    if not steps or not names:
        return not steps and not names
    if steps[0] == "**":
        return _fits(names, steps[1:]) or _fits(names[1:], steps)
    return fnmatchcase(names[0], steps[0]) and _fits(names[1:], steps[1:])


def _fail(error: OSError) -> None:
    raise error
