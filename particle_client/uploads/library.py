"""The archive of a library's folder, with the files that Particle's own tool picks.

The same content gives the same archive: entries are sorted, and carry neither times nor owners nor
permissions of the files. (Only another version of zlib may compress differently.)
"""

from __future__ import annotations

import os
import re
from typing import IO, TYPE_CHECKING, cast

from .sources import CHUNK_SIZE, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIBRARY_PROPERTIES", "library_archive", "library_files", "read_properties"]

LIBRARY_PROPERTIES = "library.properties"
SPOOLED = 8 * 1024 * 1024
"""Bytes of an archive that are kept in memory; a larger one is in a temporary file."""

# Where Particle's tools put what they build.
_BUILD_FOLDER = "target"
_PATTERNS = (
    *("*.ino", "*.pde", "*.cpp", "*.c", "*.c++", "*.h", "*.h++", "*.hpp", "*.ipp", "*.s", "*.a"),
    *("*.properties", "*.md", "*.txt", "LICENSE"),
)
_PROPERTY = re.compile(r"\s*([^#!=\s][^=]*?)\s*=\s*(.*?)\s*").fullmatch
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]*").fullmatch
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+").fullmatch


def library_archive(folder: str) -> IO[bytes]:
    """Give the archive (`.tar.gz`) of a library's folder, at its beginning; close it afterwards.

    Raises:
        ValueError: The folder holds no library that the cloud would take; the message says why.
        OSError: A file can't be read.
    """
    import gzip
    import tarfile
    from tempfile import SpooledTemporaryFile

    names = library_files(folder)
    archive = cast("IO[bytes]", SpooledTemporaryFile(max_size=SPOOLED))  # noqa: SIM115
    try:
        with (
            # A name or a time in the header would make each archive another one.
            gzip.GzipFile("", "wb", compresslevel=9, fileobj=archive, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            for name in names:
                path = os.path.join(folder, *name.split("/"))
                with open(path, "rb", buffering=CHUNK_SIZE) as file:
                    entry = tarfile.TarInfo(name)
                    entry.size = os.fstat(file.fileno()).st_size
                    entry.mode = 0o644
                    try:
                        tar.addfile(entry, file)
                    except OSError as error:
                        if error.errno is not None:
                            raise
                        raise ValueError(
                            f"{shown(path)} changed while it was read: repeat the upload when the "
                            "file no longer changes"
                        ) from error
        archive.seek(0)
    except BaseException:
        archive.close()
        raise
    return archive


def library_files(folder: str) -> list[str]:
    """Give the files that belong into the archive, relative to the folder, with forward slashes.

    Sources, headers, archives of objects, properties, Markdown and text files, and `LICENSE`; also
    what the patterns of `whitelist=` in `library.properties` (separated by commas) match by name,
    or by path where they hold a slash. Not what is hidden, nor what was built into `target/`.

    Raises:
        ValueError: The folder holds no library that the cloud would take.
        OSError: A folder or `library.properties` can't be read.
    """
    properties = read_properties(folder)
    whitelist = [pattern.strip() for pattern in properties.get("whitelist", "").split(",")]
    patterns = [_compiled(pattern) for pattern in (*_PATTERNS, *filter(None, whitelist))]
    found = sorted(_walk(folder))
    names = [name for name in found if any(pattern.match(name) for pattern in patterns)]
    if not any(name.lower().endswith((".h", ".hpp", ".h++", ".cpp", ".c")) for name in names):
        raise ValueError(
            f"{shown(folder)} has no sources or headers: a library keeps them in its folder src"
        )
    return names


def read_properties(folder: str) -> dict[str, str]:
    """Read `library.properties` of a folder; `ValueError` for a library that the cloud refuses."""
    path = os.path.join(folder, LIBRARY_PROPERTIES)
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = [_PROPERTY(line.rstrip("\n")) for line in file]
    except FileNotFoundError:
        raise ValueError(_no_library(folder)) from None
    properties = {found[1]: found[2] for found in lines if found}
    problems = list(_problems(properties))
    if problems:
        raise ValueError(f"{shown(path)} {', and '.join(problems)}")
    return properties


def _no_library(folder: str) -> str:
    if os.path.exists(os.path.join(folder, "spark.json")):
        return (
            f"{shown(folder)} is a library in the old format (spark.json), which the cloud no "
            f"longer takes: `particle library migrate` makes a {LIBRARY_PROPERTIES} of it"
        )
    return (
        f"{shown(folder)} has no {LIBRARY_PROPERTIES}: is it the library's folder? The file has at "
        "least lines name=… and version=1.0.0"
    )


def _problems(properties: dict[str, str]) -> Iterator[str]:
    name, version = properties.get("name"), properties.get("version")
    if not name:
        yield "has no name: add a line name=…"
    elif not _NAME(name):
        yield (
            f"has a name, {shown(name)}, that isn't made of letters, digits, dashes, underscores "
            "and plus signs"
        )
    if not version:
        yield "has no version: add a line version=1.0.0"
    elif not _VERSION(version):
        yield f"has a version, {shown(version)}, that isn't three numbers, as in 1.0.0"


def _walk(folder: str, prefix: str = "") -> Iterator[str]:
    from .project import is_file, is_folder

    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.name.startswith(".") or name == _BUILD_FOLDER:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{name}/")
            elif not is_folder(entry) and is_file(entry):
                yield name


def _compiled(pattern: str) -> re.Pattern[str]:
    from .project import compile_pattern

    anywhere = pattern if "/" in pattern else f"**/{pattern}"
    return compile_pattern(anywhere, where=LIBRARY_PROPERTIES, ignore_case=True)[0]
