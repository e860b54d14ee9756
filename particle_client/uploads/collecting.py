"""From what a user passes to the files that are sent."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

from ..base.checks import quote_short
from ..base.files import AsyncFileInput, AsyncSourceFiles
from .files import FilePart, path_of
from .folders import project_sources

_BINARIES = (".bin", ".zip")
_SOURCES = (
    *(".ino", ".pde", ".c", ".cc", ".cpp", ".cxx", ".c++", ".s"),
    *(".h", ".hh", ".hpp", ".hxx", ".h++"),
)
# Sequences that are one file.
_SINGLE = (str, bytes, bytearray, memoryview, tuple)

_Named: TypeAlias = "tuple[str | None, Any, str | None]"
"""The name that a file was passed with, its content, and its content type; None where not given."""


def file_part(file: AsyncFileInput, *, default_name: str) -> FilePart:
    """Return the part for an operation that takes one file, named by default if it has no name."""
    files = list(_unpack(file))
    if len(files) != 1:
        raise ValueError(f"This takes one file, but the mapping holds {len(files)}")
    [(name, content, content_type)] = files
    return FilePart(name or _own_name(content) or default_name, content, content_type)


def collect_sources(files: AsyncSourceFiles) -> list[FilePart]:
    """Return the parts for an operation that takes the files of a program, or one binary.

    The names that are sent are the keys of a mapping; for a list of paths, the paths relative to
    the folder that they have in common; for a project folder, the paths relative to it.

    Raises:
        FileNotFoundError: A path isn't there.
        ValueError: There is no file, the folder has no sources, two files have one name, a name is
            missing or would leave the project.
        TypeError: Something is no file.
    """
    folder = path_of(files)
    if folder is not None and os.path.isdir(folder):
        names = project_sources(folder)
        return [FilePart(name, os.path.join(folder, name)) for name in names]
    if isinstance(files, tuple):
        # `("main.cpp", "helper.cpp")` is meant as two files, but would send the second under the
        # name of the first.
        paths = [path_of(item) for item in cast("tuple[object, ...]", files)]
        if all(path is not None and os.path.exists(path) for path in paths):
            raise TypeError(
                f"A tuple of {len(paths)} paths is ambiguous: pass a list for several files, or "
                "{name: path} to send a file under another name"
            )
    one = not isinstance(files, Sequence) or isinstance(files, _SINGLE)
    items = [files] if one else cast("Sequence[object]", files)
    inputs = [each for item in items for each in _unpack(item)]
    paths = [path_of(content) for name, content, _ in inputs if name is None]
    folders = [os.path.dirname(os.path.abspath(path)) for path in paths if path is not None]
    common = os.path.commonpath(folders) if folders else ""
    by_name: dict[str, FilePart] = {}
    for name, content, content_type in inputs:
        name = _name_below(common, content) if name is None else name
        part = FilePart(name, content, content_type)
        if by_name.setdefault(part.name, part) is not part:
            raise ValueError(
                f"Two files are called {quote_short(part.name)}: pass a mapping of target name to "
                "file to give them different names"
            )
    if not by_name:
        raise ValueError("There is no file to send: pass at least one")
    return list(by_name.values())


def number_parts(parts: Iterable[FilePart]) -> list[tuple[str, FilePart]]:
    """Return the parts with the names that the Cloud API expects: `file`, `file2`, `file3`, …"""
    return [(f"file{number if number > 1 else ''}", part) for number, part in enumerate(parts, 1)]


def program_parts(files: AsyncSourceFiles, *, binary: bool) -> list[tuple[str, FilePart]]:
    """Return the parts of a program: its sources, or a binary where that may be sent."""
    parts = collect_sources(files)
    folder = path_of(files)
    if folder is None or not os.path.isdir(folder):  # of a folder, sources were chosen
        _check_names([part.name for part in parts], binary=binary)
    if parts[0].name.lower().endswith(_BINARIES):
        parts[0].require_content()
    return number_parts(parts)


def _check_names(names: list[str], *, binary: bool) -> None:
    """Raise ValueError unless there are sources, or one binary where that may be sent."""
    suffixes = {posixpath.splitext(name)[1].lower() for name in names}
    shown = ", ".join(map(quote_short, names[:3])) + (", …" if len(names) > 3 else "")
    wanted = "sources (.ino, .cpp, .c, with their headers) or the project folder"
    if suffixes.isdisjoint(_BINARIES):
        if suffixes.isdisjoint(_SOURCES):
            wanted = f"a binary (.bin), a bundle (.zip), {wanted}" if binary else wanted
            raise ValueError(f"{shown}: no source, by its name; pass {wanted}")
    elif not binary:
        raise ValueError(
            f"{shown}: a binary can't be compiled; pass {wanted}. devices.flash() sends binaries"
        )
    elif len(names) > 1:
        raise ValueError(
            f"{shown}: a binary (.bin) or a bundle (.zip) is flashed alone, not with other files"
        )


def _unpack(file: object) -> Iterator[_Named]:
    """Yield a file, or each file of a mapping."""
    if not isinstance(file, Mapping):
        yield _untuple(file)
        return
    for name, content in cast("Mapping[object, object]", file).items():
        if not isinstance(name, str):
            raise TypeError(f"The target name of a file must be a str, not {type(name).__name__}")
        yield name, *_untuple(content)[1:]


def _untuple(file: object) -> _Named:
    if not isinstance(file, tuple):
        return None, file, None
    parts = cast("Sequence[Any]", file)
    if len(parts) in (2, 3) and all(isinstance(text, str) for text in (parts[0], *parts[2:])):
        return parts[0], parts[1], parts[2] if parts[2:] else None
    raise TypeError(
        "A file given as tuple is (filename, content) or (filename, content, content_type); "
        "several files go into a list"
    )


def _name_below(folder: str, content: Any) -> str:
    path = path_of(content)
    if path is not None:
        return os.path.relpath(path, folder)
    name = _own_name(content)
    if name is None:
        kind = type(content).__name__
        FilePart(kind, content)  # what is no file at all is better reported as such
        raise ValueError(
            f"A file given as {kind} has no name: pass ('main.cpp', content) or "
            "{'main.cpp': content} (if it gives several files, pass a list of them)"
        )
    return name


def _own_name(content: object) -> str | None:
    """Return the name of a path or of an open file."""
    name: object = path_of(content)
    if name is None and hasattr(content, "read"):
        name = getattr(content, "name", None)
    # Standard input and the like are called "<stdin>"; a number is a file descriptor.
    if not isinstance(name, str) or name.startswith("<"):
        return None
    return os.path.basename(name) or None
