"""Which files of a folder are sent, of a project or of a library: the choice of Particle's own
tools. Hidden files and folders are left out.

Of a project these are sources and headers, `build.mk`, and `project.properties` at the top; not the
examples of libraries. A `particle.include` file in any folder adds files to that, a
`particle.ignore` file removes some: one glob pattern a line, relative to the folder that the file
is in, `#` for comments.

Of a library these are sources, headers, archives of objects, properties, Markdown and text files,
and `LICENSE`; also what the patterns of `whitelist=` in `library.properties` (separated by commas)
match by name, or by path where they hold a slash. Not what was built into `target/`.
"""

from __future__ import annotations

import glob
import io
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from ..base.checks import quote_short

_PROJECT_HEADERS = (".h", ".hpp", ".hh", ".hxx")
_PROJECT_SOURCES = (".ino", ".cpp", ".c")
_LIBRARY_EXAMPLE = re.compile(r"lib/[^/]+/examples/").match
_UNKNOWN = re.compile(r"[?*+@!]\(|\{[^{},]*\.\.|\\").search
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")

_PROJECT = "project.properties"
_BUNDLE = re.compile(r"(?:assetOtaDir|env)(?:\s*[=:]\s*|\s+)[^\s=:]").match
_PROPERTIES = "library.properties"
_LIBRARY_SOURCES = (".h", ".h++", ".hpp", ".ipp", ".ino", ".pde", ".cpp", ".c", ".c++", ".s")
_LIBRARY_OTHERS = (".a", ".properties", ".md", ".txt")
_PROPERTY = re.compile(r"\s*([^#!=\s][^=]*?)\s*=\s*(.*?)\s*").fullmatch


def project_sources(folder: str) -> list[str]:
    """Return the files of a project to send, relative to `folder`, with forward slashes, sorted.

    ValueError if the folder has nothing to compile, asks for a bundle or links to itself, or a
    pattern of it leaves the folder or isn't understood.
    """
    found = _files_below(folder, follow_links=True)
    for line in _lines(os.path.join(folder, _PROJECT)) if _PROJECT in found else ():
        if _BUNDLE(line):
            raise ValueError(
                f"{quote_short(folder)}: {line!r} in {_PROJECT} asks for a bundle: make it with "
                "`particle compile`, and flash the .zip. Or go without: pass a list of the sources"
            )
    chosen = {name for name in found if _is_of_project(name) and not _LIBRARY_EXAMPLE(name)}
    for pattern in _patterns(folder, found, "particle.include"):
        chosen.update(name for name in found if _matches(name, pattern))
    for pattern in _patterns(folder, found, "particle.ignore"):
        chosen = {name for name in chosen if not _matches(name, pattern)}
    if not any(name.endswith(_PROJECT_SOURCES) or not _is_of_project(name) for name in chosen):
        raise ValueError(
            f"{quote_short(folder)} has no sources to compile (.ino, .cpp or .c files): is it the "
            "project's folder? A binary or bundle is passed by its own path"
        )
    return sorted(chosen)


def library_files(folder: str) -> list[str]:
    """Return the files of a library to send, relative to `folder`, with forward slashes, sorted.

    ValueError if the folder holds no library that the cloud would take.
    """
    patterns: list[str] = []
    for pattern in _read_properties(folder).get("whitelist", "").lower().split(","):
        if checked := _check_pattern(pattern.strip(), where=_PROPERTIES):
            patterns.append(checked if "/" in checked else f"**/{checked}")
    names = [
        name
        for name in _files_below(folder)
        if not name.startswith("target/") and _is_of_library(name.lower(), patterns)
    ]
    if not any(name.lower().endswith(_LIBRARY_SOURCES) for name in names):
        raise ValueError(
            f"{quote_short(folder)} has no sources or headers: a library keeps them in its folder "
            "src"
        )
    return names


def library_archive(folder: str) -> bytes:
    """Return the archive (`.tar.gz`) of a library's folder. The same content gives the same bytes.

    Entries are sorted, and carry neither times nor owners nor permissions of the files. (Only
    another version of zlib may compress differently.)
    """
    import gzip  # with tarfile, it takes its time to load
    import tarfile

    names = library_files(folder)
    archive = io.BytesIO()
    with (
        # A name or a time in the header would make each archive another one.
        gzip.GzipFile("", "wb", fileobj=archive, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return archive.getvalue()


def _is_of_project(name: str) -> bool:
    return name.endswith(_PROJECT_SOURCES + _PROJECT_HEADERS) or (
        name == _PROJECT or os.path.basename(name) == "build.mk"
    )


def _is_of_library(name: str, patterns: list[str]) -> bool:
    return (
        name.endswith(_LIBRARY_SOURCES + _LIBRARY_OTHERS)
        or os.path.basename(name) == "license"
        or any(_matches(name, pattern) for pattern in patterns)
    )


def _read_properties(folder: str) -> dict[str, str]:
    path = os.path.join(folder, _PROPERTIES)
    try:
        found = [_PROPERTY(line) for line in _lines(path)]
    except FileNotFoundError:
        raise ValueError(
            f"{quote_short(folder)} has no {_PROPERTIES}: is it the library's folder? The file has "
            "at least lines name=… and version=1.0.0"
        ) from None
    properties = {each[1]: each[2] for each in found if each}
    for name, example in (("name", "…"), ("version", "1.0.0")):
        if not properties.get(name):
            raise ValueError(f"{quote_short(path)} has no {name}: add a line {name}={example}")
    return properties


def _files_below(folder: str, *, follow_links: bool = False) -> list[str]:
    """Return the files in a folder and in those inside, with forward slashes, sorted.

    A link to nothing is among them, to be reported as missing. ValueError if a link to a folder is
    followed and leads back to one that it is in.
    """
    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=_fail, followlinks=follow_links):
        outer = Path(os.path.abspath(parent)).parents if follow_links else ()
        if os.path.realpath(parent) in map(os.path.realpath, outer):
            raise ValueError(
                f"{quote_short(parent)} leads back to a folder around it: remove the link"
            )
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(parent, name)
            if not name.startswith(".") and (os.path.isfile(path) or not os.path.exists(path)):
                found.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(found)


def _fail(error: OSError) -> None:
    raise error


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        return [line.strip() for line in file]


# --- patterns -------------------------------------------------------------------------------------


def _patterns(folder: str, found: list[str], list_name: str) -> Iterator[str]:
    """Yield the patterns of all files called `list_name`, relative to the project."""
    for name in found:
        parent, base = os.path.split(name)
        if base != list_name:
            continue
        for line in _lines(os.path.join(folder, name)):
            if line and not line.startswith("#"):
                for expanded in _expand_braces(line):
                    pattern = _check_pattern(expanded, where=name)
                    yield f"{glob.escape(parent)}/{pattern}" if parent else pattern


def _expand_braces(pattern: str) -> Iterator[str]:
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    for choice in match[1].split(","):
        yield from _expand_braces(pattern[: match.start()] + choice + pattern[match.end() :])


def _check_pattern(pattern: str, *, where: str) -> str:
    """Return a pattern without `.` in its path; ValueError if it may lead out of the folder, or
    isn't understood.
    """
    if _UNKNOWN(pattern):
        raise ValueError(f"{where}: only *, ?, **, [abc] and {{a,b}} are understood: {pattern!r}")
    steps = [step for step in pattern.split("/") if step not in ("", ".")]
    if ".." in steps:
        raise ValueError(
            f"{where}: the pattern {pattern!r} leaves the project; copy what it names into the "
            "project"
        )
    return "/".join(steps)


def _matches(name: str, pattern: str) -> bool:
    steps = pattern.replace("[^", "[!").split("/")
    if steps[-1] == "**":
        steps.append("*")
    return _fits(name.split("/"), steps)


def _fits(names: list[str], steps: list[str]) -> bool:
    if not steps or not names:
        return not steps and not names
    if steps[0] == "**":
        return _fits(names, steps[1:]) or _fits(names[1:], steps)
    return fnmatchcase(names[0], steps[0]) and _fits(names[1:], steps[1:])
