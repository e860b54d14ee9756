"""An operation of the Cloud API, the options of one call, and the request that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from .checks import name_of_type
from .unset import Unset

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Mapping

    from .encoding import QueryValue
    from .response import Response
    from .retries import RetryPolicy

__all__ = ["RAW", "Operation", "Request", "RequestOptions", "Timeout", "TimeoutTypes"]

Content: TypeAlias = "bytes | Iterable[bytes] | AsyncIterable[bytes]"


class Timeout:
    """Seconds to wait in each phase of a request; None waits for ever.

    Args:
        timeout: For each phase that isn't named.
        connect: Until the connection stands.
        read: For the next bytes of the response.
        write: For the next bytes of the request to be taken.
        pool: For a free connection.
    """

    __slots__ = ("connect", "pool", "read", "write")

    def __init__(
        self,
        timeout: float | None = 60.0,
        *,
        connect: float | Unset | None = Unset.UNSET,
        read: float | Unset | None = Unset.UNSET,
        write: float | Unset | None = Unset.UNSET,
        pool: float | Unset | None = Unset.UNSET,
    ) -> None:
        self.connect = timeout if isinstance(connect, Unset) else connect
        self.read = timeout if isinstance(read, Unset) else read
        self.write = timeout if isinstance(write, Unset) else write
        self.pool = timeout if isinstance(pool, Unset) else pool
        for name in self.__slots__:
            seconds = getattr(self, name)
            _check_seconds("timeout" if seconds is timeout else f"timeout ({name})", seconds)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Timeout({', '.join(f'{name}={value}' for name, value in self.as_dict().items())})"

    def as_dict(self) -> dict[str, float | None]:
        """Give the seconds by phase."""
        return {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }


def _check_seconds(name: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"{name} must be seconds, a Timeout or None, not {name_of_type(value)}")
    if not 0 < value <= _LONGEST:
        raise ValueError(f"{name} must be more than 0 seconds; None waits for ever: {value!r}")


_LONGEST = 1_000_000_000
"""More seconds than sockets take."""

TimeoutTypes: TypeAlias = "float | Timeout | None"


class RequestOptions(TypedDict, total=False):
    """What every method that sends one request takes, by keyword, for this one call."""

    headers: Mapping[str, str]
    """Further headers; they replace the client's of the same name."""
    query: Mapping[str, QueryValue]
    """Further query parameters."""
    extra_body: Mapping[str, Any]
    """Further fields of a JSON body or a form. Objects within it are added to, not replaced."""
    timeout: TimeoutTypes
    """Seconds, or a `Timeout`; None waits for ever."""
    access_token: str | None
    """Instead of the client's; None sends none."""
    retries: int | RetryPolicy | None
    """How many times the request may be sent again, or a `RetryPolicy`; 0 or None for never."""
    on_response: Callable[[Response[Any]], object]
    """Called with the raw response that ends the call, before it is parsed."""


RAW = ("request", "download_file")
"""Names of operations that aren't of the document: their paths are as the user wrote them."""


class Operation:
    """One operation of the document."""

    __slots__ = ("auth", "idempotent", "method", "name", "path", "secret", "timeout")

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        auth: str = "bearer",
        idempotent: bool | None = None,
        secret: bool = False,
        timeout: float | None = None,
    ) -> None:
        self.name = name
        """The Cloud API's own name: its operationId in the document."""
        self.method = method
        self.path = path
        """The path template."""
        self.auth = auth
        """`bearer` (an access token), `basic` (user name and password), `client` or `none`."""
        self.idempotent = method not in ("POST", "PATCH") if idempotent is None else idempotent
        """Whether a retry is harmless."""
        self.secret = secret
        """Whether the path holds a secret: errors then show the template instead."""
        self.timeout = timeout
        """Seconds, where the operation takes longer than the client's default."""

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


class Request:
    """A request, ready to be sent."""

    __slots__ = (
        "content",
        "elsewhere",
        "extensions",
        "headers",
        "method",
        "secret",
        "shown_url",
        "timeout",
        "until",
        "url",
    )

    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: Content | None,
        timeout: Timeout,
        shown_url: str,
        secret: bool = False,
    ) -> None:
        self.method = method
        self.secret = secret
        """Whether the URL holds what mustn't be shown."""
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.shown_url = shown_url
        """The URL for messages: no query, no secret."""
        self.elsewhere = False
        """Whether it is for another host than the cloud's: then an `http_client` that the user
        brought mustn't add what it is set up with, which may be credentials."""
        self.until: float | None = None
        """When the call's time is over, by the monotonic clock."""
        self.extensions: dict[str, Any] = {}
        """Further extensions for the HTTP library."""

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.shown_url}>"
