"""The raw response of a call, and the errors of a response that can't be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import ParticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T_co = TypeVar("T_co", covariant=True)

WEB_PAGE = (
    "It is a web page: check base_url, and what stands between this machine and the cloud (a "
    "proxy, the login page of a network)."
)


class Response(Generic[T_co]):
    """A response as it came.

    Attributes:
        status_code: The HTTP status.
        headers: A mapping; names are found in any case.
        content: The body's bytes, after Content-Encoding was undone.
        data: What the method returns for this response (`with_raw_response`), None for raw verbs.
        method, url: What was requested (without query; nothing secret).
        http_response: The response object of the HTTP library; None after unpickling.
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
        """Read the body as JSON.

        Raises:
            ResponseDecodeError: The body isn't JSON.
        """
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            why = str(error)
        # Not chained: the error would hold the body, and with it what is secret there.
        kind = self.headers.get("content-type", "no content type")
        start = self.content[:80].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
        if start and start[0] not in '{["':  # what begins like JSON may hold a token
            why = repr(start)
        hint = f". {WEB_PAGE}" if start.startswith("<") else ""
        raise ResponseDecodeError(
            f"but the body is not JSON ({kind}, {len(self.content)} bytes: {why}){hint}", self
        )

    @property
    def text(self) -> str:
        """The body as text (UTF-8; what isn't is replaced)."""
        return self.content.decode("utf-8", "replace")

    def __repr__(self) -> str:
        return f"<Response {self.status_code} {self.method} {self.url}>"

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        kept = {name: getattr(self, name) for name in self.__slots__}
        return None, {**kept, "http_response": None}  # connections can't be pickled


class ResponseError(ParticleError):
    """Base of the errors that come with a response, which is their `response`."""

    response: Response[Any]
    """The raw response: `error.response.json()`, `error.response.text`."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def method(self) -> str:
        """The HTTP method of the request."""
        return self.response.method

    @property
    def url(self) -> str:
        """The URL of the request, without query."""
        return self.response.url

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are found in any case."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """The bytes of the response as they came."""
        return self.response.content


class ResponseDecodeError(ResponseError):
    """The status says success, but the body can't be read as what the API description promises."""

    def __init__(self, detail: str, response: Response[Any]) -> None:
        super().__init__(f"{response.method} {response.url}: HTTP {response.status_code}, {detail}")
        self.response = response


class ResponseValidationError(ResponseDecodeError):
    """Strict mode: the response differs from the API description.

    `differences` lists how, one a line.
    """

    def __init__(self, response: Response[Any], differences: tuple[str, ...]) -> None:
        lines = "\n  ".join(differences)
        super().__init__(f"but the response differs from the API description:\n  {lines}", response)
        self.differences = differences


def chain_callbacks(options: dict[str, Any], function: Callable[[Any], object]) -> None:
    """Add a function to be called with the response, besides the user's own `on_response`."""
    users = options.get("on_response")

    def both(response: Response[Any]) -> None:
        function(response)
        if users is not None:
            users(response)

    options["on_response"] = both


def no_raw_response(method: object) -> TypeError:
    """Return the error for something that with_raw_response got no response from."""
    name = getattr(method, "__qualname__", type(method).__name__)
    return TypeError(
        f"with_raw_response can't be used with {name}: it takes a method of this client that sends "
        "one request and gives what came at once"
    )
