"""File names and content types as they are sent."""

from __future__ import annotations

import mimetypes
import posixpath
import re

from ..base.text import quote_short

__all__ = ["content_type_for", "target_name"]

# As the official JavaScript SDK sends them. It knows no .ino, .hpp or .properties.
_CONTENT_TYPES = {
    **mimetypes.MimeTypes().types_map[True],  # not what else the system knows
    **dict.fromkeys((".c", ".cc", ".cpp", ".cxx", ".h", ".hh"), "text/x-c"),
    **dict.fromkeys((".asm", ".s"), "text/x-asm"),
    ".gz": "application/gzip",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search
_SURROGATE = re.compile("[\ud800-\udfff]").search
_DRIVE = re.compile(r"[A-Za-z]:").match


def content_type_for(name: str) -> str:
    """Return the content type for a file name, `application/octet-stream` if it says nothing."""
    suffix = posixpath.splitext(name)[1].lower()
    return _CONTENT_TYPES.get(suffix, "application/octet-stream")


def target_name(name: str) -> str:
    """Return a file name with forward slashes, relative to the project.

    Raises:
        ValueError: It is empty, would leave the project or can't be sent.
    """
    plain = name.replace("\\", "/")
    normal = posixpath.normpath(plain)
    if _CONTROL(plain):
        problem = "must not contain control characters"
    elif _SURROGATE(plain):
        problem = "is not valid Unicode text: give the file another name"
    elif plain.endswith("/") or normal == ".":
        problem = "names no file"
    elif normal.startswith("/") or normal.split("/")[0] == ".." or _DRIVE(normal):
        problem = (
            "would leave the project: give it a name relative to the project, like "
            "'lib/helper/src/helper.cpp'"
        )
    else:
        return normal
    raise ValueError(f"The file name {quote_short(name)} {problem}")
