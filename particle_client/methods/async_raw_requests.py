"""Requests to paths of the cloud that have no method here."""

from __future__ import annotations

from typing import Any, Unpack

from ..base.response import Response
from ..base.secrets import hidden, hide_options
from ..calls.async_sender import AsyncSender
from ..calls.options import RawOptions, RequestOptions, split_raw_options
from ..calls.urls import raw_operation
from .arguments import multipart


class AsyncRawRequests(AsyncSender):
    """The HTTP methods, for any path of the cloud.

    The body of a request is `json`, a `form` (a mapping) or `content` (bytes). With
    `files`, it is multipart/form-data: the files and the fields of `form`.
    """

    async def get(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a GET to a path (`/v1/…`) that has no method here."""
        path = hidden(path)
        return await self.request("GET", path, **hide_options(options))

    async def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        path = hidden(path)
        return await self.request("HEAD", path, **hide_options(options))

    async def post(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]:
        """Send a POST with a JSON body, a form or bytes."""
        path = hidden(path)
        return await self.request("POST", path, **hide_options(options))

    async def put(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]:
        """Send a PUT with a JSON body, a form or bytes."""
        path = hidden(path)
        return await self.request("PUT", path, **hide_options(options))

    async def patch(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]:
        """Send a PATCH with a JSON body, a form or bytes."""
        path = hidden(path)
        return await self.request("PATCH", path, **hide_options(options))

    async def delete(self, path: str, **options: Unpack[RawOptions]) -> Response[Any]:
        """Send a DELETE, with a body if need be."""
        path = hidden(path)
        return await self.request("DELETE", path, **hide_options(options))

    async def request(self, method: str, path: str, **options: Unpack[RawOptions]) -> Response[Any]:
        """Send any request to a percent-encoded path of the cloud; return the raw response.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        body, call_options = split_raw_options(options)
        operation, path = raw_operation(method, path, self._base_url)
        if (files := body.pop("files", None)) is not None:
            named = {name: (file, name) for name, file in files.items()}
            body = {"multipart": multipart(named, body.get("form") or {}, None)}
        return await self._send(operation, path, call_options, **body)
