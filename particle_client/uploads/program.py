"""The upload of a program: its sources, or the binary that was made of them."""

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING

from . import MultipartBody, collect_sources, number_parts
from .inputs import path_of
from .sources import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from . import AsyncSourceFiles, FilePart, Progress

__all__ = ["program_body", "program_parts"]

_BINARIES = (".bin", ".zip")
_SOURCES = (
    *(".ino", ".pde", ".c", ".cc", ".cpp", ".cxx", ".c++", ".s"),
    *(".h", ".hh", ".hpp", ".hxx", ".h++"),
)


def program_body(
    files: AsyncSourceFiles,
    *,
    target_version: str | None,
    fields: Sequence[tuple[str, str]] = (),
    progress: Progress | None = None,
    binary: bool,
) -> MultipartBody:
    """Give the body that carries a program.

    Args:
        files: The files.
        target_version: Version of Device OS to compile against; None for the latest.
        fields: Further fields.
        progress: Called as the body is sent.
        binary: Whether a binary may be sent in place of sources.

    Raises:
        FileNotFoundError: A path isn't there.
        ValueError: The files can't be sent, or aren't what the cloud takes here.
        TypeError: Something is no file.
    """
    if target_version is None:
        version = ("latest", "true")
    else:
        version = ("build_target_version", target_version)
    parts = number_parts(program_parts(files, binary=binary))
    return MultipartBody([*fields, version], parts, progress=progress)


def program_parts(files: AsyncSourceFiles, *, binary: bool) -> list[FilePart]:
    """Give the parts of a program: sources, or one binary where that may be sent.

    Raises what `collect_sources` does, and `ValueError` where neither is given.
    """
    parts = collect_sources(files)
    path = path_of(files)
    if path is not None and os.path.isdir(path):
        return parts  # its files were chosen as sources
    suffixes = {posixpath.splitext(part.name)[1].lower() for part in parts}
    if suffixes.isdisjoint(_BINARIES) and not suffixes.isdisjoint(_SOURCES):
        return parts
    names = ", ".join(shown(part.name) for part in parts[:3]) + (", …" if len(parts) > 3 else "")
    wanted = "sources (.ino, .cpp, .c, with their headers) or the project folder"
    if suffixes.isdisjoint(_BINARIES):
        what = "is no source" if len(parts) == 1 else "are no sources"
        if binary:
            what += " and no binary"
            wanted = f"a binary (.bin), a bundle (.zip), {wanted}"
        raise ValueError(f"{names} {what}, by name: pass {wanted}")
    if not binary:
        raise ValueError(
            f"{names}: a binary can't be compiled; pass {wanted}. devices.flash() sends binaries"
        )
    if len(parts) > 1:
        raise ValueError(
            f"{names}: a binary (.bin) or a bundle (.zip) is flashed alone, not with other files"
        )
    return parts
