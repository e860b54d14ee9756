"""What the resource classes are built on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..checks import missing_attribute
from ..encoding import comma
from ..exchange import check_options
from ..model import Model
from ..operation import RequestOptions
from ..pagination import AsyncListing, AsyncPage, AsyncPager, Items, Page, Pagination
from ..parsing import (
    parse_model,
    parse_models,
    parse_nothing,
    parse_optional,
    parse_page,
    parse_value,
    parse_values,
)
from ..paths import path_segment
from ..secret import hidden
from ..unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..async_client import AsyncParticle
    from ..client import Particle
    from ..downloads import TargetPath
    from ..encoding import QueryValue
    from ..operation import Operation
    from ..response import Response
    from ..uploads.multipart import MultipartBody, Progress

__all__ = [
    "UNSET",
    "AsyncListing",
    "AsyncPager",
    "AsyncResource",
    "Items",
    "Page",
    "Pagination",
    "RequestOptions",
    "Resource",
    "Unset",
    "choice",
    "comma",
    "given",
    "hidden",
    "multipart",
    "path_segment",
]


def choice(name: str, value: bool | Unset, no: str, yes: str) -> str | Unset:
    """Give a truth value in the words that the Cloud API takes."""
    if isinstance(value, Unset):
        return value
    if not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return yes if value else no


def given(values: dict[str, Any]) -> dict[str, Any]:
    """Give what isn't UNSET."""
    return {name: value for name, value in values.items() if not isinstance(value, Unset)}


def multipart(
    files: Mapping[str, tuple[Any, str]],
    fields: Mapping[str, QueryValue],
    progress: Progress | None,
) -> MultipartBody:
    """Give a multipart body: files with the name for one that has none, and fields."""
    from ..encoding import text_pairs
    from ..uploads import MultipartBody, file_part

    parts = [
        (name, file_part(file, default_name=default_name))
        for name, (file, default_name) in files.items()
        if not isinstance(file, Unset)
    ]
    return MultipartBody(text_pairs(fields), parts, progress=progress)


M = TypeVar("M", bound=Model)
B = TypeVar("B", bound=Model)
T = TypeVar("T")


def _start(
    operation: Operation,
    pagination: Pagination,
    query: Mapping[str, Any] | None,
    options: RequestOptions,
) -> tuple[int, dict[str, Any], RequestOptions]:
    """Give the number of the first page, the query and the options without one.

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


class _Named:
    """How a resource shows itself, and what it says of names that it doesn't have."""

    __slots__ = ()

    _scope: str

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __getattr__(self, name: str) -> Any:
            raise missing_attribute(self, name)


class Resource(_Named):
    """A resource of the API in one scope: the account, a product or an organization."""

    __slots__ = ("_client", "_scope")

    def __init__(self, client: Particle, scope: str = "/v1") -> None:
        self._client = client
        self._scope = scope

    def _parse(self, response: Response[Any], model: type[M]) -> M:
        return parse_model(response, model, self._client._strict)

    def _model(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> M:
        response = self._client._send(operation, self._scope + path, options, **what)
        return parse_model(response, model, self._client._strict)

    def _optional(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> M | None:
        response = self._client._send(operation, self._scope + path, options, **what)
        return parse_optional(response, model, self._client._strict)

    def _models(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> list[M]:
        response = self._client._send(operation, self._scope + path, options, **what)
        return parse_models(response, model, self._client._strict)

    def _value(
        self, operation: Operation, hint: Any, path: str, options: RequestOptions, **what: Any
    ) -> Any:
        response = self._client._send(operation, self._scope + path, options, **what)
        return parse_value(response, hint, self._client._strict)

    def _values(
        self, operation: Operation, hint: Any, path: str, options: RequestOptions, **what: Any
    ) -> list[Any]:
        response = self._client._send(operation, self._scope + path, options, **what)
        return parse_values(response, hint, self._client._strict)

    def _nothing(
        self, operation: Operation, path: str, options: RequestOptions, **what: Any
    ) -> None:
        response = self._client._send(operation, self._scope + path, options, **what)
        parse_nothing(response)

    def _download(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        to: TargetPath | None,
        stream: bool,
        progress: Progress | None,
        **what: Any,
    ) -> Any:
        from ..downloads.download import start

        place = operation, self._scope + path
        return start(self._client, place, options, to, stream, progress, **what)

    def _page(
        self,
        operation: Operation,
        body: type[B],
        item: type[T],
        pagination: Pagination,
        path: str,
        options: RequestOptions,
        *,
        query: Mapping[str, Any] | None = None,
        **what: Any,
    ) -> Page[B, T]:
        number, query, options = _start(operation, pagination, query, options)

        def fetch(more: dict[str, Any]) -> B:
            asked = hidden({**query, **more})
            where = self._scope + path
            response = self._client._send(operation, where, options, query=asked, **what)
            return parse_page(response, body, item, pagination, self._client._strict)

        return Page(fetch({}), pagination, item, number, fetch)


class AsyncResource(_Named):
    """As `Resource`, for `AsyncParticle`."""

    __slots__ = ("_client", "_scope")

    def __init__(self, client: AsyncParticle, scope: str = "/v1") -> None:
        self._client = client
        self._scope = scope

    def _parse(self, response: Response[Any], model: type[M]) -> M:
        return parse_model(response, model, self._client._strict)

    async def _model(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> M:
        response = await self._client._send(operation, self._scope + path, options, **what)
        return parse_model(response, model, self._client._strict)

    async def _optional(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> M | None:
        response = await self._client._send(operation, self._scope + path, options, **what)
        return parse_optional(response, model, self._client._strict)

    def _models(
        self,
        operation: Operation,
        model: type[M],
        path: str,
        options: RequestOptions,
        **what: Any,
    ) -> AsyncListing[M]:
        async def fetch() -> list[M]:
            response = await self._client._send(operation, self._scope + path, options, **what)
            return parse_models(response, model, self._client._strict)

        return AsyncListing(fetch)

    async def _value(
        self, operation: Operation, hint: Any, path: str, options: RequestOptions, **what: Any
    ) -> Any:
        response = await self._client._send(operation, self._scope + path, options, **what)
        return parse_value(response, hint, self._client._strict)

    def _values(
        self, operation: Operation, hint: Any, path: str, options: RequestOptions, **what: Any
    ) -> AsyncListing[Any]:
        async def fetch() -> list[Any]:
            response = await self._client._send(operation, self._scope + path, options, **what)
            return parse_values(response, hint, self._client._strict)

        return AsyncListing(fetch)

    async def _nothing(
        self, operation: Operation, path: str, options: RequestOptions, **what: Any
    ) -> None:
        response = await self._client._send(operation, self._scope + path, options, **what)
        parse_nothing(response)

    def _download(
        self,
        operation: Operation,
        path: str,
        options: RequestOptions,
        to: TargetPath | None,
        stream: bool,
        progress: Progress | None,
        **what: Any,
    ) -> Any:
        from ..downloads.async_download import start

        place = operation, self._scope + path
        return start(self._client, place, options, to, stream, progress, **what)

    def _page(
        self,
        operation: Operation,
        body: type[B],
        item: type[T],
        pagination: Pagination,
        path: str,
        options: RequestOptions,
        *,
        query: Mapping[str, Any] | None = None,
        **what: Any,
    ) -> AsyncPager[B, T]:
        number, query, options = _start(operation, pagination, query, options)

        async def fetch(more: dict[str, Any]) -> B:
            asked = hidden({**query, **more})
            where = self._scope + path
            response = await self._client._send(operation, where, options, query=asked, **what)
            return parse_page(response, body, item, pagination, self._client._strict)

        async def first() -> AsyncPage[B, T]:
            return AsyncPage(await fetch({}), pagination, item, number, fetch)

        return AsyncPager(first)
