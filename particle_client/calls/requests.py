"""From an operation and its arguments to the request that is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..base.errors import ConfigurationError
from ..base.request import Request, Timeout
from ..base.unset import UNSET, Unset
from . import config
from .credentials import basic_authorization, checked_token
from .encoding import encode_form, encode_json, encode_query, with_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..base.request import Content
    from .client_base import ClientBase
    from .encoding import QueryValue
    from .operation import Operation
    from .options import RequestOptions
    from .protocols import MultipartContent

# Parameters of a query that keep the URL out of the HTTP library's log.
_SECRET_QUERY = re.compile(
    r"[?&][^=&]*(?:token|secret|password|passwd|otp|api_?key|sig|signature)=", re.IGNORECASE
).search


def build_request(
    client: ClientBase,
    operation: Operation,
    path: str,
    authorization: str | None,
    options: RequestOptions,
    query: Mapping[str, QueryValue] | None = None,
    json: object = UNSET,
    form: Mapping[str, QueryValue] | None = None,
    content: Content | None = None,
    multipart: MultipartContent | None = None,
) -> Request:
    """Return the request of a call."""
    if operation.auth == "cross_origin":
        return _file_request(path, options, client._timeout)
    url = client._base_url + path
    redacted_url = client._base_url + operation.path if operation.secret else url.partition("?")[0]
    url = _with_query(url, {**(query or {}), **(options.get("query") or {})})
    extra_body = options.get("extra_body")
    if extra_body is not None:
        if multipart is not None or content is not None or operation.method in ("GET", "HEAD"):
            raise TypeError("extra_body is for requests with a JSON body or a form")
        if form is not None:
            form = {**form, **extra_body}
        else:
            json = with_fields(json, extra_body)
    headers = client._headers.copy()
    if multipart is not None:
        headers["content-type"] = multipart.content_type
    elif not isinstance(json, Unset):
        content, headers["content-type"] = encode_json(json), "application/json"
    elif form is not None:
        content = encode_form(form)
        headers["content-type"] = "application/x-www-form-urlencoded"
    if authorization is not None:
        headers["authorization"] = authorization
    if "headers" in options:
        headers |= config.checked_headers(options["headers"] or {})
    if multipart is not None:
        headers["content-length"] = str(multipart.content_length)
    secret = operation.secret or ("?" in url and _SECRET_QUERY(url) is not None)
    timeout = client._timeout
    if operation.timeout is not None and not client._timeout_given:
        timeout = Timeout(operation.timeout, connect=timeout.connect, pool=timeout.pool)
    timeout = config.timeout_from(options.get("timeout", timeout))
    items = list(headers.items())
    return Request(operation.method, url, items, content, timeout, redacted_url, secret)


def _with_query(url: str, query: Mapping[str, QueryValue]) -> str:
    text = encode_query(query) if query else ""
    return f"{url}{'&' if '?' in url else '?'}{text}" if text else url


def _file_request(url: str, options: RequestOptions, default_timeout: Timeout) -> Request:
    """Return the request for a file on another host: no access token, no headers of the client.

    The query stays out of logs and errors: it may be a signature, which opens the file to anybody.
    """
    own = config.checked_headers(options.get("headers") or {})
    headers = list({"user-agent": config.USER_AGENT, **own}.items())
    timeout = config.timeout_from(options.get("timeout", default_timeout))
    redacted_url = url.partition("?")[0]
    url = _with_query(url, options.get("query") or {})
    return Request("GET", url, headers, None, timeout, redacted_url, secret=True, cross_origin=True)


def authorization_for(
    client: ClientBase,
    operation: Operation,
    token: str | None,
    basic: tuple[str, str] | None,
    options: RequestOptions,
) -> str | None:
    """Return the Authorization header of a call, None without one.

    Raises:
        ConfigurationError: The operation needs an access token, and there is none.
    """
    if basic is not None:
        return basic_authorization(*basic)
    if operation.auth == "client":
        return None
    if token is not None:
        return f"Bearer {checked_token(token)}"
    # A call without a token is no mistake where the user said so, or authenticates by a header.
    if (
        operation.auth == "bearer"
        and "access_token" not in options
        and "authorization" not in client._headers
        and "authorization" not in {name.lower() for name in options.get("headers", ())}
    ):
        raise ConfigurationError(
            f"{operation.method} {operation.path} needs an access token: pass access_token=, "
            "set PARTICLE_ACCESS_TOKEN, or call login()."
        )
    return None
