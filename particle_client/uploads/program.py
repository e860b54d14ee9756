"""The upload of a program: its sources, or the binary that was made of them."""

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING

from ..base.text import quote_short
from ..base.unset import Unset
from .collecting import collect_sources, number_parts
from .multipart import MultipartBody
from .parts import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .inputs import AsyncSourceFiles
    from .multipart import Progress
    from .parts import FilePart

__all__ = ["program_body"]

_BINARIES = (".bin", ".zip")
_SOURCES = (
    *(".ino", ".pde", ".c", ".cc", ".cpp", ".cxx", ".c++", ".s"),
    *(".h", ".hh", ".hpp", ".hxx", ".h++"),
)


def program_body(
    files: AsyncSourceFiles,
    fields: Sequence[tuple[str, str]],
    target_version: str | Unset,
    progress: Progress | None,
    *,
    binary: bool,
) -> MultipartBody:
    """Return the body that carries a program.

    Args:
        files: The files.
        fields: Further fields.
        target_version: Version of Device OS to compile against; the latest by default.
        progress: Called as the body is sent.
        binary: Whether a binary may be sent in place of sources.

    Raises:
        FileNotFoundError: A path isn't there.
        ValueError: The files can't be sent, or aren't what the cloud takes here.
        TypeError: Something is no file.
    """
    parts = collect_sources(files)
    folder = path_of(files)
    if folder is None or not os.path.isdir(folder):  # of a folder, sources were chosen
        _check_names(parts, binary=binary)
    if isinstance(target_version, Unset):
        version = ("latest", "true")
    else:
        version = ("build_target_version", target_version)
    return MultipartBody([*fields, version], number_parts(parts), progress=progress)


def _check_names(parts: list[FilePart], *, binary: bool) -> None:
    """ValueError unless there are sources, or one binary where that may be sent."""
    suffixes = {posixpath.splitext(part.name)[1].lower() for part in parts}
    names = ", ".join(quote_short(part.name) for part in parts[:3])
    names += ", …" if len(parts) > 3 else ""
    wanted = "sources (.ino, .cpp, .c, with their headers) or the project folder"
    if suffixes.isdisjoint(_BINARIES):
        if suffixes.isdisjoint(_SOURCES):
            which = "is no source" if len(parts) == 1 else "are no sources"
            if binary:
                which += " and no binary"
                wanted = f"a binary (.bin), a bundle (.zip), {wanted}"
            raise ValueError(f"{names} {which}, by name: pass {wanted}")
    elif not binary:
        raise ValueError(
            f"{names}: a binary can't be compiled; pass {wanted}. devices.flash() sends binaries"
        )
    elif len(parts) > 1:
        raise ValueError(
            f"{names}: a binary (.bin) or a bundle (.zip) is flashed alone, not with other files"
        )
