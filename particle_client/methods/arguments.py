"""From the arguments of generated methods to what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..base.secrets import hidden
from ..base.unset import Unset
from ..calls.encoding import text_pairs
from ..calls.options import check_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..calls.encoding import QueryValue
    from ..calls.options import RequestOptions
    from ..calls.pagination import Pagination
    from ..uploads import AsyncSourceFiles, MultipartBody, Progress

__all__ = ["choice", "first_page", "multipart", "program"]


def choice(name: str, value: bool | Unset, no: str, yes: str) -> str | Unset:
    """Return a truth value in the words that the Cloud API takes."""
    if isinstance(value, Unset):
        return value
    if not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return yes if value else no


def multipart(
    files: Mapping[str, tuple[Any, str]],
    fields: Mapping[str, QueryValue],
    progress: Progress | None,
) -> MultipartBody:
    """Return a multipart body: files with the name for one that has none, and fields."""
    from ..uploads import MultipartBody, file_part  # not everybody uploads

    parts = [
        (name, file_part(file, default_name=default_name))
        for name, (file, default_name) in files.items()
        if not isinstance(file, Unset)
    ]
    return MultipartBody(text_pairs(fields), parts, progress=progress)


def program(
    files: AsyncSourceFiles,
    target_version: str | Unset,
    progress: Progress | None,
    binary: bool,
    fields: Mapping[str, QueryValue] | None = None,
) -> MultipartBody:
    """Return the multipart body of a program: its sources, or a binary where that may be sent."""
    from ..uploads import program_body  # not everybody uploads

    return program_body(files, text_pairs(fields or {}), target_version, progress, binary=binary)


def first_page(
    pagination: Pagination, query: Mapping[str, Any] | None, options: RequestOptions
) -> tuple[int, dict[str, Any], RequestOptions]:
    """Return the number of the first page, the query, and the options without one.

    The further query of the call may hold the number, which must change from page to page.
    """
    check_options(options)
    query = hidden({**(query or {}), **(options.get("query") or {})})
    options = cast("RequestOptions", {**options, "query": {}})
    first = query.get(pagination.page or "")
    if first is None or first == "" or isinstance(first, Unset):
        return 1, query, options
    try:
        return int(first), query, options
    except (TypeError, ValueError):
        raise ValueError(f"{pagination.page} must be the number of a page: {first!r}") from None
