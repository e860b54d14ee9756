"""The raw response of a call, and the errors of a response that can't be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .errors import ParticleError

T_co = TypeVar("T_co", covariant=True)

WEB_PAGE = (
    "It is a web page: check base_url, and what stands between this machine and the cloud (a "
    "proxy, the login page of a network)."
)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Response(Generic[T_co]):
    """A response as it came."""

    method: str
    url: str
    """What was requested, without query and secrets."""
    status_code: int
    headers: Mapping[str, str]
    """Names are found in any case."""
    content: bytes
    """The body, after Content-Encoding was undone."""
    http_response: Any = None
    """The response object of the HTTP library; None after unpickling."""
    data: T_co = field(init=False, default=None)  # type: ignore[assignment]  # pyright: ignore
    """What the method returns for this response (`with_raw_response`); None for raw verbs."""

    def json(self) -> Any:
        """Return the body as JSON. Raise ResponseDecodeError if it isn't."""
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
    """Base of the errors that come with a response, of which they have the attributes as well."""

    response: Response[Any]
    """The raw response: `error.response.json()`, `error.response.text`."""

    @property
    def status_code(self) -> int:
        return self.response.status_code

    @property
    def method(self) -> str:
        return self.response.method

    @property
    def url(self) -> str:
        return self.response.url

    @property
    def headers(self) -> Mapping[str, str]:
        return self.response.headers

    @property
    def content(self) -> bytes:
        return self.response.content


class ResponseDecodeError(ResponseError):
    """The status says success, but the body can't be read as what the API description promises."""

    def __init__(self, detail: str, response: Response[Any]) -> None:
        super().__init__(f"{response.method} {response.url}: HTTP {response.status_code}, {detail}")
        self.response = response


class ResponseValidationError(ResponseDecodeError):
    """Strict mode: the response differs from the API description in each of its `differences`."""

    def __init__(self, response: Response[Any], differences: tuple[str, ...]) -> None:
        lines = "\n  ".join(differences)
        super().__init__(f"but the response differs from the API description:\n  {lines}", response)
        self.differences = differences
