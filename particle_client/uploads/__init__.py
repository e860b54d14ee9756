"""Files to upload: from what a user passes to the parts of a request."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from .inputs import (
    AsyncFileInput,
    AsyncSourceFiles,
    FileInput,
    SourceFiles,
    open_source,
    path_of,
)
from .multipart import FilePart, MultipartBody, Progress
from .sources import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "AsyncFileInput",
    "AsyncSourceFiles",
    "FileInput",
    "FilePart",
    "MultipartBody",
    "Progress",
    "SourceFiles",
    "collect_sources",
    "content_type_for",
    "file_part",
    "number_parts",
]

_OCTET_STREAM = "application/octet-stream"
# What the official JavaScript SDK sends. It knows no .ino, .hpp, .properties or .tgz: octet-stream.
_CONTENT_TYPES = {
    ".asm": "text/x-asm",
    ".c": "text/x-c",
    ".cc": "text/x-c",
    ".conf": "text/plain",
    ".cpp": "text/x-c",
    ".css": "text/css",
    ".csv": "text/csv",
    ".cxx": "text/x-c",
    ".der": "application/x-x509-ca-cert",
    ".gz": "application/gzip",
    ".h": "text/x-c",
    ".hh": "text/x-c",
    ".html": "text/html",
    ".in": "text/plain",
    ".ini": "text/plain",
    ".jpg": "image/jpeg",
    ".js": "application/javascript",
    ".json": "application/json",
    ".log": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".pem": "application/x-x509-ca-cert",
    ".png": "image/png",
    ".s": "text/x-asm",
    ".sh": "application/x-sh",
    ".svg": "image/svg+xml",
    ".tar": "application/x-tar",
    ".toml": "application/toml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".yaml": "text/yaml",
    ".yml": "text/yaml",
    ".zip": "application/zip",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search
_DRIVE = re.compile(r"[A-Za-z]:").match


def content_type_for(name: str) -> str:
    """Give the content type for a file name, `application/octet-stream` if it says nothing."""
    return _CONTENT_TYPES.get(posixpath.splitext(name)[1].lower(), _OCTET_STREAM)


def file_part(
    file: AsyncFileInput, *, default_name: str, content_type: str | None = None
) -> FilePart:
    """Give the part for an operation that takes one file.

    Args:
        file: The file, or a mapping of its name to it.
        default_name: The file name to send when the file has none of its own.
        content_type: The content type, unless `file` tells one; by default it goes by the name.

    Raises:
        FileNotFoundError: The path isn't there.
        ValueError: The path is a folder, the file is closed, the name can't be sent, or the mapping
            doesn't hold one file.
        TypeError: This is no file.
    """
    if isinstance(file, Mapping):
        named = list(cast("Mapping[object, object]", file).items())
        if len(named) != 1:
            raise ValueError(f"This takes one file, but the mapping holds {len(named)}")
        return _keyed_part(*named[0], content_type)
    content, name, given_type = _unpack(file)
    if name is None:
        name = _own_name(content) or default_name
    return _part(name, content, content_type if given_type is None else given_type)


def collect_sources(files: AsyncSourceFiles, *, follow_symlinks: bool = False) -> list[FilePart]:
    """Give the parts for an operation that takes the files of a program, or one binary.

    The names that are sent are the keys of a mapping; for a list of paths, the paths relative to
    the folder that they have in common; for a project folder, the paths relative to it (its files
    are chosen as Particle's own tools do).

    This looks at the file system, but opens no file, except `particle.include` and
    `particle.ignore` in a project folder.

    Args:
        files: One file, a mapping of target name to file, a list of these, or a project folder.
        follow_symlinks: Whether to look into folders of the project that are symbolic links.

    Raises:
        FileNotFoundError: A path isn't there.
        ValueError: There is no file, the folder has no sources, two files have one name, a name is
            missing or would leave the project.
        TypeError: Something is no file.
    """
    path = path_of(files)
    if path is not None and os.path.isdir(path):
        # Not everybody compiles: what chooses the files is loaded when it is needed.
        from .project import project_sources

        names = project_sources(path, follow_symlinks=follow_symlinks)
        return _unique(_part(name, os.path.join(path, name), None) for name in names)
    if isinstance(files, Mapping):
        return _unique(_mapped_parts(cast("Mapping[object, object]", files)))
    if isinstance(files, tuple):
        _refuse_paths(cast("tuple[object, ...]", files))
    elif path is None and _is_list(files):
        return _unique(_listed_parts(cast("Sequence[object]", files)))
    return [_listed_part(files, "")]


def number_parts(parts: Iterable[FilePart]) -> list[tuple[str, FilePart]]:
    """Give the parts with the names that the Cloud API expects: `file`, `file2`, `file3`, …"""
    return [
        (f"file{number}" if number > 1 else "file", part) for number, part in enumerate(parts, 1)
    ]


def _part(name: str, content: object, content_type: str | None) -> FilePart:
    source = open_source(content, name)
    name = target_name(name)
    if content_type is None:
        content_type = content_type_for(name)
    return FilePart(name, source, content_type)


def _keyed_part(name: object, file: object, content_type: str | None = None) -> FilePart:
    if not isinstance(name, str):
        raise TypeError(f"The target name of a file must be a str, not {type(name).__name__}")
    content, _, given_type = _unpack(file)
    return _part(name, content, content_type if given_type is None else given_type)


def _mapped_parts(named: Mapping[object, object]) -> Iterator[FilePart]:
    for name, file in named.items():
        yield _keyed_part(name, file)


def _listed_parts(files: Sequence[object]) -> Iterator[FilePart]:
    common = _common_folder([path for path in map(path_of, files) if path is not None])
    for file in files:
        if isinstance(file, Mapping):
            yield from _mapped_parts(cast("Mapping[object, object]", file))
        else:
            yield _listed_part(file, common)


def _listed_part(file: object, common: str) -> FilePart:
    content, name, content_type = _unpack(file)
    path = path_of(content)
    if name is None and path is not None and common:
        name = os.path.abspath(path)[len(common) :].lstrip(os.sep)
    if name is None:
        name = _own_name(content)
    if name is None:
        # What is no file at all is better reported as such.
        open_source(content, type(content).__name__)
        raise ValueError(
            f"A file given as {type(content).__name__} has no name: pass ('main.cpp', content) or "
            "{'main.cpp': content} (if it gives several files, pass a list of them)"
        )
    return _part(name, content, content_type)


def target_name(name: str) -> str:
    """Give a file name with forward slashes, relative to the project.

    Raises `ValueError` for a name that is empty, would leave the project or can't be sent.
    """
    plain = name.replace("\\", "/")
    if _CONTROL(plain):
        raise ValueError(f"The file name {shown(name)} must not contain control characters")
    if not plain or plain.endswith("/"):
        raise ValueError(f"The file name {shown(name)} names no file")
    try:
        plain.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f"The file name {shown(name)} is not valid Unicode text: give the file another name"
        ) from error
    normal = posixpath.normpath(plain)
    if normal.startswith("/") or normal == ".." or normal.startswith("../") or _DRIVE(normal):
        raise ValueError(
            f"The file name {shown(name)} would leave the project: give it a name relative to the "
            "project, like 'lib/helper/src/helper.cpp'"
        )
    if normal == ".":
        raise ValueError(f"The file name {shown(name)} names no file")
    return normal


def _unpack(file: object) -> tuple[object, str | None, str | None]:
    """Give content, file name and content type."""
    if not isinstance(file, tuple):
        return file, None, None
    parts = cast("tuple[object, ...]", file)
    texts = (*parts[:1], *parts[2:])
    if len(parts) not in (2, 3) or not all(isinstance(text, str) for text in texts):
        raise TypeError(
            "A file given as tuple is (filename, content) or (filename, content, content_type); "
            "several files go into a list"
        )
    if isinstance(parts[1], tuple):
        raise TypeError(f"{shown(str(parts[0]))}: the content of a file can't be a tuple")
    return parts[1], cast("str", parts[0]), cast("str", parts[2]) if len(parts) == 3 else None


def _refuse_paths(file: tuple[object, ...]) -> None:
    """Refuse `("main.cpp", "helper.cpp")` when both are there.

    They are meant as two files, but the second would be sent under the name of the first.
    """
    paths = [path_of(item) for item in file]
    if all(path is not None and os.path.exists(path) for path in paths):
        raise TypeError(
            f"A tuple of {len(file)} paths is ambiguous: pass a list for several files, or "
            "{name: path} to send a file under another name"
        )


def _is_list(files: object) -> bool:
    if isinstance(files, bytes | bytearray | memoryview) or hasattr(files, "read"):
        return False
    return isinstance(files, Sequence)


def _common_folder(paths: list[str]) -> str:
    folders = [os.path.dirname(os.path.abspath(path)) for path in paths]
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError as error:
        raise ValueError(
            f"The files have no folder in common ({error}): pass a mapping of target name to path"
        ) from error


def _own_name(content: object) -> str | None:
    """Give the name of a path or of an open file."""
    path = path_of(content)
    if path is not None:
        return os.path.basename(path)
    if not hasattr(content, "read"):
        return None
    name: object = getattr(content, "name", None)
    if isinstance(name, bytes):
        name = os.fsdecode(name)
    # Standard input and the like are called "<stdin>"; a number is a file descriptor.
    if not isinstance(name, str) or name.startswith("<"):
        return None
    return os.path.basename(name) or None


def _unique(parts: Iterable[FilePart]) -> list[FilePart]:
    by_name: dict[str, FilePart] = {}
    for part in parts:
        if part.name in by_name:
            raise ValueError(
                f"Two files are called {shown(part.name)}: pass a mapping of target name to file "
                "to give them different names"
            )
        by_name[part.name] = part
    if not by_name:
        raise ValueError("There is no file to send: pass at least one")
    return list(by_name.values())
