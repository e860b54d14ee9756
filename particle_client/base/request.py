"""A request as it is handed to the transport, and its timeout."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable
from dataclasses import dataclass, field
from math import inf
from time import monotonic
from typing import Any, TypeAlias

from .checks import name_of_type
from .errors import APITimeoutError
from .response import MAX_RESPONSE_SIZE
from .unset import Unset

Content: TypeAlias = bytes | Iterable[bytes] | AsyncIterable[bytes]


@dataclass(slots=True, init=False)
class Timeout:
    """Seconds to wait in each phase of a request; None waits for ever.

    Args:
        timeout: For each phase that isn't named.
        connect: Until the connection stands.
        read: For the next bytes of the response.
        write: For the next bytes of the request to be taken.
        pool: For a free connection.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None

    def __init__(
        self,
        timeout: float | None = 60.0,
        *,
        connect: float | Unset | None = Unset.UNSET,
        read: float | Unset | None = Unset.UNSET,
        write: float | Unset | None = Unset.UNSET,
        pool: float | Unset | None = Unset.UNSET,
    ) -> None:
        phases: dict[str, Any] = {"connect": connect, "read": read, "write": write, "pool": pool}
        for phase, own in phases.items():
            seconds = timeout if isinstance(own, Unset) else own
            name = "timeout" if seconds is timeout else f"timeout ({phase})"
            if not isinstance(seconds, int | float | None) or isinstance(seconds, bool):
                kind = name_of_type(seconds)
                raise TypeError(f"{name} must be seconds, a Timeout or None, not {kind}")
            if seconds is not None and not 0 < seconds <= 1e9:  # sockets take no more
                raise ValueError(f"{name} must be more than 0 seconds, or None: {seconds!r}")
            setattr(self, phase, seconds)

    def as_dict(self) -> dict[str, float | None]:
        """Return the seconds by phase."""
        return {name: getattr(self, name) for name in self.__slots__}


TimeoutTypes: TypeAlias = float | Timeout | None


@dataclass(slots=True, eq=False, repr=False, weakref_slot=True)
class Request:
    """A request, ready to be sent."""

    method: str
    url: str
    headers: list[tuple[str, str]]
    content: Content | None
    timeout: Timeout
    redacted_url: str
    """The URL for messages: no query, no secret."""
    secret: bool = False
    """Whether the URL holds what mustn't be shown."""
    cross_origin: bool = False
    """Whether it is for another host than the cloud's: then an `http_client` that the user brought
    mustn't add what it is set up with, which may be credentials."""
    max_size: int = MAX_RESPONSE_SIZE
    """Bytes of a response that is read whole, after Content-Encoding was undone."""
    deadline: float = inf
    """When the call's time is over, by the monotonic clock."""
    sent_secrets: Callable[[], Iterable[str]] = tuple
    """Returns what this request and those before it told the server, and no error may repeat."""
    extensions: dict[str, Any] = field(default_factory=dict[str, Any])
    """Further extensions for the HTTP library. `interrupt` is a function that takes the connection
    before it connects; its method `interrupt` ends what waits for it. With a `joiner`, the
    response is an event stream on a connection of its own, whose bytes go through `joiner.feed`."""

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.redacted_url}>"

    def timed_out(self, *, sent: bool = True) -> APITimeoutError:
        """Return the error of a call that isn't over at its deadline."""
        method, url = self.method, self.redacted_url
        message = f"{method} {url}: the response wasn't complete before the deadline"
        phase = "read" if sent else "pool"
        return APITimeoutError(message, method=method, url=url, sent=sent, phase=phase)

    def effect(self) -> str:
        """Return what the user has to reckon with when no response came, as a clause."""
        if self.method in ("GET", "HEAD"):
            return ""
        effect = ". The cloud may have carried it out all the same"
        content = self.content
        if content is not None and not (isinstance(content, bytes) and len(content) < 65536):
            effect += ", or have refused so large a request (its size, or the token)"
        return effect


def time_left(
    timeout: float | None, deadline: float, over: Callable[[str], Exception]
) -> float | None:
    """Return a timeout that ends by the deadline; raise the error if nothing is left until then."""
    if deadline == inf:
        return timeout
    remaining = deadline - monotonic()
    if remaining <= 0:
        raise over("")
    return remaining if timeout is None else min(timeout, remaining)
