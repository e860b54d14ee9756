"""The base class of the resources."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import partial
from types import GenericAlias, UnionType
from typing import Any, TypeVar, cast

from ..base.files import Progress, TargetPath
from ..base.secrets import hidden
from ..base.unset import UNSET
from ..calls.async_page import AsyncPage
from ..calls.async_sender import AsyncSender
from ..calls.lazy import AsyncListing, AsyncPager  # async only
from ..calls.operation import NO_ARGUMENTS, Operation, PathArguments
from ..calls.options import RequestOptions, check_options, query_option
from ..calls.parsing import parse, parse_page
from ..schema.model import Model

B = TypeVar("B", bound=Model)
T = TypeVar("T")


class AsyncResource:
    """A resource of the API in one scope: the account, a product or an organization."""

    __slots__ = ("_client", "_scope")

    def __init__(self, client: AsyncSender, scope: str = "/v1") -> None:
        self._client = client
        self._scope = scope

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    async def _call(
        self,
        operation: Operation,
        options: RequestOptions,
        returns: type[T] | UnionType | None = None,
        *,
        path: PathArguments = NO_ARGUMENTS,
        **body_args: Any,
    ) -> T:
        """Call an operation; return its response as `returns` says (`calls/parsing.py`)."""
        url_path = operation.fill_path(self._scope, path)
        response = await self._client._send(operation, url_path, options, **body_args)
        return parse(response, cast("type[T]", returns), self._client._strict)

    def _list(
        self, operation: Operation, options: RequestOptions, item: Any, **arguments: Any
    ) -> AsyncListing[Any]:
        """Call an operation that returns an array."""
        array = cast("type[builtins.list[Any]]", GenericAlias(list, (item,)))
        fetch = partial(self._call, operation, options, array, **arguments)
        return AsyncListing(fetch)

    def _page(
        self,
        operation: Operation,
        options: RequestOptions,
        body: type[B],
        item: type[T],
        *,
        path: PathArguments = NO_ARGUMENTS,
        query: Mapping[str, Any] | None = None,
    ) -> AsyncPager[B, T]:
        """Call an operation that returns a page of a list."""
        pagination = operation.pagination
        assert pagination is not None
        url_path = operation.fill_path(self._scope, path)
        check_options(options)
        # What changes from page to page can't be in a further query.
        query = hidden({**(query or {}), **query_option(options)})
        options = {**options, "query": {}}
        start = query.get(pagination.page or "")
        number = 1 if start in (None, "", UNSET) else int(start)

        async def fetch(more: dict[str, Any]) -> B:
            response = await self._client._send(
                operation, url_path, options, query=hidden({**query, **more})
            )
            return parse_page(response, body, item, pagination, self._client._strict)

        async def first() -> AsyncPage[B, T]:
            return AsyncPage(await fetch({}), pagination, item, number, fetch)

        return AsyncPager(first)

    def _download(
        self,
        operation: Operation,
        options: RequestOptions,
        to: TargetPath | None,
        stream: bool,
        progress: Progress | None,
        *,
        path: PathArguments = NO_ARGUMENTS,
        **body_args: Any,
    ) -> Any:
        """Call an operation that returns a file."""
        from ..downloads.async_download import start

        location = operation, operation.fill_path(self._scope, path)
        return start(self._client, location, options, to, stream, progress, **body_args)
