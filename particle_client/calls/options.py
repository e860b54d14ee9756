"""The options of one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict, cast
from urllib.parse import parse_qs

from ..base.checks import check_function, check_type, unexpected_arguments
from ..base.request import TimeoutTypes
from ..base.response import Response
from ..base.secrets import hide_options
from ..base.unset import Unset
from .encoding import QueryValue
from .retries import RetryPolicy


class RequestOptions(TypedDict, total=False):
    """What every method that sends one request takes, by keyword, for this one call."""

    headers: Mapping[str, str]
    """Further headers; they replace the client's of the same name."""
    query: Mapping[str, QueryValue] | str
    """Further query parameters, or their text: `a=1&b=2`."""
    extra_body: Mapping[str, Any]
    """Further fields of a JSON body or a form. Objects within it are added to, not replaced."""
    timeout: TimeoutTypes
    """Seconds, or a `Timeout`; None waits for ever."""
    access_token: str | None
    """Instead of the client's; None sends none."""
    basic_auth: tuple[str, str]
    """User name and password (HTTP Basic), instead of an access token."""
    retries: int | RetryPolicy | None
    """How many times the request may be sent again, or a `RetryPolicy`; 0 or None for never."""
    on_response: Callable[[Response[Any]], object]
    """Called with the raw response that ends the call, before it is parsed."""


class RawOptions(RequestOptions, total=False):
    """What raw requests take besides: one body."""

    json: object
    form: Mapping[str, Any] | None
    content: bytes | None
    files: Mapping[str, object] | None
    """Files by the names of their parts, each as in `uploads`; the body is multipart/form-data."""


_NAMES = frozenset(RequestOptions.__annotations__)
_BODY_NAMES = RawOptions.__annotations__.keys() - _NAMES


def check_options(options: RequestOptions) -> None:
    """Check the options of a call, and hide in them what may be a secret."""
    if not options:
        return
    hide_options(options)
    if not options.keys() <= _NAMES:
        raise unexpected_arguments(options.keys() - _NAMES, _NAMES, "every method")
    check_function("on_response", options.get("on_response"))
    for name in ("headers", "extra_body"):
        check_type(name, options.get(name), Mapping)
    check_type("basic_auth", options.get("basic_auth"), tuple)


def query_option(options: RequestOptions) -> Mapping[str, QueryValue]:
    """Return the further query parameters of a call."""
    query = options.get("query") or {}
    if isinstance(query, str):
        return parse_qs(query.removeprefix("?"), keep_blank_values=True)
    check_type("query", query, Mapping)
    return query


def split_raw_options(options: RawOptions) -> tuple[dict[str, Any], RequestOptions]:
    """Return the body of a raw request, and its other options."""
    hide_options(options)
    more: dict[str, Any] = {**options}
    body = {name: more.pop(name) for name in _BODY_NAMES if name in more}
    form, content, files = body.get("form"), body.get("content"), body.get("files")
    has_json = not isinstance(body.get("json", Unset.UNSET), Unset)
    has_form = form is not None or files is not None
    if has_json + has_form + (content is not None) > 1:
        raise TypeError("a request has one body: pass json=, content=, or form= and files=")
    check_type("form", form, Mapping)
    check_type("files", files, Mapping)
    check_type("content", content, bytes)
    return body, cast("RequestOptions", more)
