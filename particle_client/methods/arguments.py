"""From the arguments of generated methods to what is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..base.checks import check_bool, plain_text
from ..base.files import AsyncSourceFiles, Progress
from ..base.secrets import hide_options
from ..base.unset import Unset
from ..calls.encoding import QueryValue, text_pairs
from ..calls.options import RequestOptions

if TYPE_CHECKING:
    from ..uploads import MultipartBody


def choice(name: str, value: bool | Unset, no: str | None, yes: str | None) -> str | Unset | None:
    """Return a truth value in the words that the Cloud API takes."""
    if isinstance(value, Unset):
        return value
    return yes if check_bool(name, value) else no


def filled(name: str, value: str, prefix: str = "") -> str:
    """Return a text after a prefix; an empty one would mean something else to the Cloud API."""
    if not value:
        raise ValueError(f"{name} must not be empty")
    return f"{prefix}{value}" if prefix else value


def text(name: str, value: str | float | Unset) -> str | Unset:
    """Return a number as its text, for arguments that the Cloud API takes as text."""
    return plain_text(name, value) if isinstance(value, int | float) else value


def require_one(message: str, *values: object) -> None:
    """Raise TypeError unless one of the values is given, and neither empty nor False."""
    if not any(values):
        raise TypeError(message)


def with_header(options: RequestOptions, name: str, value: str) -> RequestOptions:
    """Return the options of a call with a header that it needs."""
    hide_options(options)
    return {**options, "headers": {**options.get("headers", {}), name: value}}


def multipart(
    files: Mapping[str, tuple[Any, str]],
    fields: Mapping[str, QueryValue],
    progress: Progress | None,
    *,
    identifiers: bool = False,
) -> MultipartBody:
    """Return a multipart body: files, or lists of identifiers, with names for those without one,
    and fields.
    """
    from ..uploads import MultipartBody, file_part  # not everybody uploads

    parts = [
        (name, file_part(file, default_name=default_name))
        for name, (file, default_name) in files.items()
        if not isinstance(file, Unset)
    ]
    for _, part in parts:
        part.require_content(identifiers=identifiers)
    return MultipartBody(text_pairs(fields), parts, progress=progress)


def program(
    files: AsyncSourceFiles,
    target_version: str | Unset,
    progress: Progress | None,
    binary: bool,
    fields: Mapping[str, QueryValue] | None = None,
) -> MultipartBody:
    """Return the multipart body of a program: its sources, or a binary where that may be sent."""
    from ..uploads import MultipartBody, program_parts  # not everybody uploads

    version = {"build_target_version": target_version}
    if isinstance(target_version, Unset):
        version = {"latest": "true"}
    pairs = text_pairs({**(fields or {}), **version})
    return MultipartBody(pairs, program_parts(files, binary=binary), progress=progress)
