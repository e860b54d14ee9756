"""The raw response of a call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import ResponseDecodeError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["WEB_PAGE", "Response", "also_call", "is_web_page", "no_raw_response"]

T_co = TypeVar("T_co", covariant=True)


class Response(Generic[T_co]):
    """A response as it came.

    Attributes:
        status_code: The HTTP status.
        headers: A mapping; names are found in any case.
        content: The body's bytes, after Content-Encoding was undone.
        data: What the method returns for this response (`with_raw_response`), None for raw verbs.
        method, url: What was requested (without query; nothing secret).
        http_response: The response object of the HTTP library.
    """

    __slots__ = ("content", "data", "headers", "http_response", "method", "status_code", "url")

    def __init__(
        self,
        *,
        method: str,
        url: str,
        status_code: int,
        headers: Mapping[str, str],
        content: bytes,
        http_response: Any = None,
    ) -> None:
        self.method = method
        self.url = url
        self.status_code = status_code
        self.headers = headers
        self.content = content
        self.http_response = http_response
        self.data: T_co = None  # type: ignore[assignment]  # pyright: ignore

    def json(self) -> Any:
        """Read the body as JSON. ResponseDecodeError, with the response on it, if it isn't JSON."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            why = _why_not_json(self.content, error)
        # Not chained: the error would hold the body, and with it what is secret there.
        kind = self.headers.get("content-type", "no content type")
        raise ResponseDecodeError(
            f"{self.method} {self.url}: HTTP {self.status_code}, but the body is not JSON "
            f"({kind}, {len(self.content)} bytes: {why}){_advice(self.content)}",
            method=self.method,
            url=self.url,
            status_code=self.status_code,
            headers=self.headers,
            content=self.content,
        )

    @property
    def text(self) -> str:
        """The body as text (UTF-8; what isn't is replaced)."""
        return self.content.decode("utf-8", "replace")

    def __repr__(self) -> str:
        return f"<Response {self.status_code} {self.method} {self.url}>"


def _why_not_json(content: bytes, error: Exception) -> str:
    # Of a page or a text, the beginning tells most. What begins like JSON may hold a token, and is
    # not shown.
    start = content[:80].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    return str(error) if start[:1] in ("", "{", "[", '"') else repr(start)


def is_web_page(content: bytes) -> bool:
    """Whether this is HTML, by its beginning."""
    return content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


WEB_PAGE = (
    "It is a web page: check base_url, and what stands between this machine and the cloud (a "
    "proxy, the login page of a network)."
)


def _advice(content: bytes) -> str:
    return f". {WEB_PAGE}" if is_web_page(content) else ""


def also_call(options: dict[str, Any], function: Callable[[Any], object]) -> None:
    """Have a function called with the response, besides one that the user gave."""
    users = options.get("on_response")

    def both(response: Response[Any]) -> None:
        function(response)
        if users is not None:
            users(response)

    options["on_response"] = both


def no_raw_response(method: object) -> TypeError:
    """Give the error for something that with_raw_response got no response from."""
    name = getattr(method, "__qualname__", type(method).__name__)
    return TypeError(
        f"with_raw_response can't be used with {name}: it takes a method of this client that sends "
        "one request and gives what came at once"
    )
