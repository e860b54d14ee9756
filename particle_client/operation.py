"""An operation of the Cloud API, the options of one call, and the request that they make."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, cast
from urllib.parse import quote

from .unset import Unset

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence

    from .response import Response
    from .retries import RetryPolicy

__all__ = ["Operation", "Request", "RequestOptions", "Timeout", "TimeoutTypes"]

QueryValue: TypeAlias = "str | int | float | bool | Sequence[str | int] | Unset | None"
Content: TypeAlias = "bytes | Iterable[bytes] | AsyncIterable[bytes]"


class Timeout:
    """Seconds to wait in each phase of a request; None waits for ever.

    Args:
        timeout: For each phase that isn't named.
        connect: Until the connection stands.
        read: For the next bytes of the answer.
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
            _check_seconds(name, getattr(self, name))

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


def _check_seconds(phase: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, int | float) or isinstance(value, bool):
        kind = type(value).__name__
        raise TypeError(f"timeout ({phase}) must be seconds, a Timeout or None, not {kind}")
    if not 0 < value <= _LONGEST:
        raise ValueError(
            f"timeout ({phase}) must be more than 0 seconds; None waits for ever: {value!r}"
        )


_LONGEST = 1_000_000_000
"""More seconds than sockets take."""

TimeoutTypes: TypeAlias = "float | Timeout | None"


class RequestOptions(TypedDict, total=False):
    """What every method takes, by keyword, for this one call."""

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
        """Whether a repeat is harmless."""
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
        self.extensions: dict[str, Any] = {}
        """Further extensions for the HTTP library."""

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.shown_url}>"


def encode_query(query: Mapping[str, QueryValue]) -> str:
    """Give a query string: UNSET and None are left out, sequences repeat the name."""
    return "&".join(
        f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in text_pairs(query)
    )


def encode_form(form: Mapping[str, QueryValue]) -> bytes:
    """Give a form-encoded body."""
    return encode_query(form).encode("ascii")


def text_pairs(values: Mapping[str, QueryValue]) -> list[tuple[str, str]]:
    """Give names and values as they are written in a query or a form."""
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        if value is None or isinstance(value, Unset):
            continue
        if isinstance(value, str):
            pairs.append((name, value))
        elif hasattr(value, "__iter__") and not isinstance(value, _NO_SEQUENCES):
            items = cast("Iterable[object]", value)
            pairs += [(name, _text(name, item)) for item in items if not isinstance(item, Unset)]
        else:
            pairs.append((name, _text(name, value)))
    return pairs


_NO_SEQUENCES = (dict, bytes, bytearray, memoryview)


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if hasattr(value, "isoformat"):
        from .model import to_json

        return str(to_json(value))
    raise TypeError(f"{name} can't be sent in a query or a form: it is a {type(value).__name__}")


def comma(values: Sequence[str] | Unset | None) -> str | Unset | None:
    """Give a list parameter in the comma-separated form that the Cloud API takes."""
    if values is None or isinstance(values, Unset | str):
        return values
    for value in values:
        if "," in value:
            raise ValueError(f"a comma separates the items, so none may hold one: {value!r}")
    return ",".join(values)


def encode_json(body: object) -> bytes:
    """Give a JSON body. In mappings, what is UNSET is left out."""
    if isinstance(body, dict):
        body = {
            name: value
            for name, value in cast("dict[str, object]", body).items()
            if not isinstance(value, Unset)
        }
    try:
        return _encode(body).encode()
    except _UnsetInside:
        body = _default(body)
    return _encode(body).encode()


class _UnsetInside(Exception):
    """There is an UNSET deeper inside, which the encoder can't leave out."""


def _default(value: object) -> object:
    if isinstance(value, Unset):
        raise _UnsetInside
    from .model import to_json

    return to_json(value)


def with_fields(body: object, more: Mapping[str, Any]) -> dict[str, Any]:
    """Give a JSON object with further fields; objects inside are merged."""
    if isinstance(body, Unset):
        body = {}
    elif not isinstance(body, dict):
        from .model import to_json

        body = to_json(body)
    if not isinstance(body, dict):
        raise TypeError(f"extra_body adds to an object, but the body is a {type(body).__name__}")
    fields = dict(cast("dict[str, Any]", body))
    for name, value in more.items():
        inside = fields.get(name, Unset.UNSET)
        within = hasattr(inside, "items") and hasattr(value, "items")
        fields[name] = with_fields(inside, value) if within else value
    return fields


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_default
).encode
