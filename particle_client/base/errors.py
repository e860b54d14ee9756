"""The base of every error, and the errors that no response came with."""

from __future__ import annotations

from typing import Any, cast


class ParticleError(Exception):
    """Base of every error of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        # __init__ takes other arguments than `args` holds, so a copy is made without it.
        return type(self).__new__, (type(self),), {**self.__dict__, "args": self.args}


class ConfigurationError(ParticleError, ValueError):
    """The client is set up in a way that can't work; the message says what to change."""


class APIConnectionError(ParticleError):
    """The request got no response: name resolution, connecting, TLS or the connection failed.

    `sent` is False when the request surely never left, so that a retry is harmless.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", sent: bool = True) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.sent = sent


class APITimeoutError(APIConnectionError, TimeoutError):
    """The request got no response in time; it is a built-in `TimeoutError` as well.

    `phase` tells what took too long: `connect`, `read`, `write` or `pool`.
    """

    def __init__(
        self, message: str, *, method: str = "", url: str = "", sent: bool = True, phase: str = ""
    ) -> None:
        super().__init__(message, method=method, url=url, sent=sent)
        self.phase = phase


class RateLimitExceededError(ParticleError):
    """The client's rate limiter kept a request back that would have had to wait for too long.

    Nothing was sent. `limit` is the limit's name; in `retry_after` seconds it may let one pass.
    """

    def __init__(self, message: str, *, limit: str, retry_after: float) -> None:
        super().__init__(message)
        self.limit = limit
        self.retry_after = retry_after


class RateLimiterUnavailableError(ParticleError):
    """The storage that rate limiters share can't be reached; nothing was sent."""


class DownloadError(ParticleError):
    """What came of a file isn't all of it, or more than that.

    `done` bytes came; `length` were announced, None if that wasn't said.
    """

    def __init__(
        self, message: str, *, method: str, url: str, done: int, length: int | None
    ) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.done = done
        self.length = length


class StreamError(ParticleError):
    """An event stream failed."""


class StreamFormatError(StreamError):
    """What the server sent is not an event stream."""


class StreamLimitError(StreamError):
    """A line or an event of the stream was larger than the limit."""


class StreamReconnectError(StreamError):
    """The stream gave up reconnecting; the last failure is the `__cause__`."""


class StreamTimeoutError(StreamError, TimeoutError):
    """The time that the user gave the stream is over (`deadline`, `wait_for(timeout=…)`)."""


class StreamClosedError(StreamError):
    """The event stream was closed."""


def system_error(cause: BaseException | None) -> str | None:
    """Return the system's words, where those of a library only say that nothing worked."""
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return str(cause)
        if isinstance(cause, BaseExceptionGroup):  # one for each address
            cause = cast("BaseExceptionGroup[BaseException]", cause).exceptions[0]
        else:
            cause = cause.__cause__ or cause.__context__
    return None
