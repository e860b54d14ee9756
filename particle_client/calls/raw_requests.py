# Generated from async_raw_requests.py by `make generate`. Do not edit.
"""Requests to paths of the cloud that have no method here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ..base.secrets import hidden, hide_options
from ..base.unset import UNSET
from .client_base import check_one_body
from .sender import Sender
from .urls import raw_operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..base.response import Response
    from .options import RequestOptions

__all__ = ["RawRequests"]


class RawRequests(Sender):
    """The HTTP methods, for any path of the cloud."""

    def get(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a GET to a path (`/v1/…`) that has no method here."""
        path = hidden(path)
        hide_options(options)
        return self.request("GET", path, **options)

    def head(self, path: str, **options: Unpack[RequestOptions]) -> Response[Any]:
        """Send a HEAD."""
        path = hidden(path)
        hide_options(options)
        return self.request("HEAD", path, **options)

    def post(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a POST with a JSON body, a form or bytes."""
        path, json, form = hidden(path), hidden(json), hidden(form)
        hide_options(options)
        return self.request("POST", path, json=json, form=form, content=content, **options)

    def put(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PUT with a JSON body, a form or bytes."""
        path, json, form = hidden(path), hidden(json), hidden(form)
        hide_options(options)
        return self.request("PUT", path, json=json, form=form, content=content, **options)

    def patch(
        self,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send a PATCH with a JSON body, a form or bytes."""
        path, json, form = hidden(path), hidden(json), hidden(form)
        hide_options(options)
        return self.request("PATCH", path, json=json, form=form, content=content, **options)

    def delete(
        self, path: str, *, json: object = UNSET, **options: Unpack[RequestOptions]
    ) -> Response[Any]:
        """Send a DELETE, with a JSON body if need be."""
        path, json = hidden(path), hidden(json)
        hide_options(options)
        return self.request("DELETE", path, json=json, **options)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: object = UNSET,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        **options: Unpack[RequestOptions],
    ) -> Response[Any]:
        """Send any request to a percent-encoded path of the cloud; return the raw response.

        The access token is sent if there is one. Error statuses raise as in every method.
        """
        check_one_body(json, form, content)
        json, form = hidden(json), hidden(form)
        operation, path = raw_operation(method, path, self._base_url)
        return self._send(operation, path, options, json=json, form=form, content=content)
