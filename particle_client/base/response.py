"""The raw response of a call, and the errors of a response that can't be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from .errors import ParticleError
from .secrets import redact

T_co = TypeVar("T_co", covariant=True)

MAX_RESPONSE_SIZE = 64 * 1024 * 1024

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
    """The response object of the HTTP library; None in errors and after unpickling."""
    max_size: int = MAX_RESPONSE_SIZE
    """The client's `max_response_size`."""
    sent_secrets: Callable[[], Iterable[str]] = tuple
    """Returns what was sent, and no error may repeat."""
    data: T_co = field(init=False, default=None)  # type: ignore[assignment]  # pyright: ignore
    """What the method returns for this response (`with_raw_response`); None for raw verbs."""

    def json(self) -> Any:
        """Return the body as JSON. Raise ResponseDecodeError if it isn't, or takes much memory."""
        if len(self.content) * 20 > self.max_size and _memory(self.content) > 4 * self.max_size:
            raise ResponseDecodeError(
                f", but its JSON would take over 4 x max_response_size ({self.max_size} bytes) of "
                "memory. Pass a larger one if that is right",
                self,
            )
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError) as error:
            why = str(error)
        # Not chained: the error would hold the body, and with it what is secret there.
        kind = self.headers.get("content-type", "no content type")
        # Nor does the message show any of it.
        hint = f". {WEB_PAGE}" if self.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" else ""
        raise ResponseDecodeError(
            f", but the body is not JSON ({kind}, {len(self.content)} bytes: {why}){hint}", self
        )

    @property
    def text(self) -> str:
        """The body as text (UTF-8; what isn't is replaced)."""
        return self.content.decode("utf-8", "replace")

    def redacted(self) -> Response[Any]:
        """Return a copy for an error: what was sent as a secret and came back is *** there."""
        if self.sent_secrets is tuple and self.http_response is None:  # it is such a copy
            return self
        sent = self.sent_secrets()
        headers = cast("Any", self.headers).copy()  # of the same class, for names in any case
        for name, value in self.headers.items():
            if (plain := redact(value, sent)) != value:
                headers[name] = plain
        text = redact(self.content.decode("utf-8", "surrogateescape"), sent)
        return replace(
            self,
            url=redact(self.url, sent),
            headers=headers,
            content=text.encode("utf-8", "surrogateescape"),
            http_response=None,  # it holds the request, too
            sent_secrets=tuple,
        )

    def __repr__(self) -> str:
        return f"<Response {self.status_code} {self.method} {self.url}>"

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        kept = {name: getattr(self, name) for name in self.__slots__}
        # Connections can't be pickled, and secrets mustn't be.
        return None, {**kept, "http_response": None, "sent_secrets": tuple}


def _memory(content: bytes) -> int:
    """Return about how much memory a body and its JSON take, at most."""
    text = len(content) * (2 if content.isascii() else 5)
    containers = content.count(b"[") + content.count(b"{")
    return text + 64 * content.count(b",") + 150 * containers


class ResponseError(ParticleError):
    """Base of the errors that come with a response, of which they have the attributes as well."""

    def __init__(self, text: str, response: Response[Any]) -> None:
        shown = response.redacted()
        self.response: Response[Any] = shown
        self.status_code: int = shown.status_code
        self.headers: Mapping[str, str] = shown.headers
        self.method: str = shown.method
        self.url: str = shown.url
        self.content: bytes = shown.content
        text = redact(text, response.sent_secrets())
        super().__init__(f"{self.method} {self.url}: HTTP {self.status_code}{text}")


class ResponseDecodeError(ResponseError):
    """The status says success, but the body can't be read as what the API description promises."""


class ResponseValidationError(ResponseDecodeError):
    """Strict mode: the response differs from the API description in each of its `differences`."""

    def __init__(self, response: Response[Any], differences: tuple[str, ...]) -> None:
        lines = "\n  ".join(differences)
        text = f", but the response differs from the API description:\n  {lines}"
        super().__init__(text, response)
        shown = [redact(line, response.sent_secrets()) for line in differences]
        self.differences: tuple[str, ...] = tuple(shown)
