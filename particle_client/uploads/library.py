"""The archive of a library's folder, with the files that Particle's own tool picks.

The same content gives the same archive: entries are sorted, and carry neither times nor owners nor
permissions of the files. (Only another version of zlib may compress differently.)
"""

from __future__ import annotations

import gzip
import io
import os
import re
import tarfile
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from ..base.text import quote_short
from .project import check_pattern, files_below, matches

SPOOLED = 8 * 1024 * 1024
"""Bytes of an archive that are kept in memory; a larger one is in a temporary file."""

_PROPERTIES = "library.properties"
_HEADERS = (".h", ".h++", ".hpp", ".ipp")
_SOURCES = (".ino", ".pde", ".cpp", ".c", ".c++", ".s")
_OTHERS = (".a", ".properties", ".md", ".txt")
_PROPERTY = re.compile(r"\s*([^#!=\s][^=]*?)\s*=\s*(.*?)\s*").fullmatch


def library_archive(folder: str) -> IO[bytes]:
    """Return the archive (`.tar.gz`) of a library's folder, at its beginning; close it afterwards.

    ValueError if the folder holds no library that the cloud would take; the message says why.
    """
    names = library_files(folder)
    archive = cast("IO[bytes]", SpooledTemporaryFile(max_size=SPOOLED))  # noqa: SIM115
    try:
        with (
            # A name or a time in the header would make each archive another one.
            gzip.GzipFile("", "wb", compresslevel=9, fileobj=archive, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                entry.mode = 0o644
                tar.addfile(entry, io.BytesIO(content))
        archive.seek(0)
    except BaseException:
        archive.close()
        raise
    return archive


def library_files(folder: str) -> list[str]:
    """Return the files that belong into the archive, relative to the folder, with forward slashes.

    Sources, headers, archives of objects, properties, Markdown and text files, and `LICENSE`; also
    what the patterns of `whitelist=` in `library.properties` (separated by commas) match by name,
    or by path where they hold a slash. Not what is hidden, nor what was built into `target/`.
    """
    whitelist = _read_properties(folder).get("whitelist", "").split(",")
    patterns = [_anywhere(pattern.strip()) for pattern in whitelist if pattern.strip()]
    names = [
        name
        for name in files_below(folder)
        if not name.startswith("target/") and _is_chosen(name.lower(), patterns)
    ]
    if not any(name.lower().endswith(_HEADERS + _SOURCES) for name in names):
        raise ValueError(
            f"{quote_short(folder)} has no sources or headers: a library keeps them in its folder "
            "src"
        )
    return names


def _read_properties(folder: str) -> dict[str, str]:
    path = os.path.join(folder, _PROPERTIES)
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = [_PROPERTY(line.rstrip("\n")) for line in file]
    except FileNotFoundError:
        raise ValueError(
            f"{quote_short(folder)} has no {_PROPERTIES}: is it the library's folder? The file has "
            "at least lines name=… and version=1.0.0"
        ) from None
    properties = {found[1]: found[2] for found in lines if found}
    for name, example in (("name", "…"), ("version", "1.0.0")):
        if not properties.get(name):
            raise ValueError(f"{quote_short(path)} has no {name}: add a line {name}={example}")
    return properties


def _is_chosen(name: str, patterns: list[str]) -> bool:
    return (
        name.endswith(_HEADERS + _SOURCES + _OTHERS)
        or os.path.basename(name) == "license"
        or any(matches(name, pattern) for pattern in patterns)
    )


def _anywhere(pattern: str) -> str:
    """Return a pattern without a slash as one for files in any folder; their case doesn't count."""
    pattern = check_pattern(pattern, where=_PROPERTIES).lower()
    return pattern if "/" in pattern else f"**/{pattern}"
