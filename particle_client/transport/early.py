"""What network.py and async_network.py have in common: noticing that a server answers early.

A server may answer before it has read all (413, 401), and then close the connection or just read
no further. Who only writes then gets a broken pipe, or blocks until the write times out, and the
answer is lost. So before and while a large block is written, what has come is looked at: if it is
an error response, or the end of the connection, writing ends with a `WriteError`, after which
httpcore goes on to read the response.
"""

from __future__ import annotations

import errno
import re
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["CLOSED", "ENDED", "LARGE", "READ_SIZE", "WOULD_BLOCK", "Arrived", "as_httpcore"]

LARGE = 16384
"""A block of at least so many bytes is part of an upload, and watched."""
READ_SIZE = 65536

CLOSED = "The client was closed"

WOULD_BLOCK = (BlockingIOError, InterruptedError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
ENDED = (ssl.SSLZeroReturnError, ssl.SSLEOFError)


class _AnsweredEarly(OSError):
    """A response came, or the connection ended, while the request was still being sent."""


@contextmanager
def as_httpcore(
    timed_out: type[Exception] | None, failed: type[Exception]
) -> Generator[None, None, None]:
    """Raise httpcore's errors for the system's."""
    try:
        yield
    except TimeoutError as error:
        # A TimeoutError with an errno is the system's ETIMEDOUT: the connection is dead.
        kind = failed if timed_out is None or error.errno else timed_out
        raise kind(str(error)) from error
    except OSError as error:  # ssl.SSLError is one
        raise failed(str(error)) from error


class Arrived:
    """What came while the request was being sent, kept for who reads the response."""

    def __init__(self) -> None:
        self.data = b""
        self.watched = True
        """Whether an error response may still begin."""
        self._begin = 0  # of the response itself, behind those that only say that it takes a while

    def take(self, most: int) -> bytes:
        """Give what came. The response is being read, so the next request begins anew."""
        taken, self.data = self.data[:most], self.data[most:]
        self.watched = True
        self._begin = 0
        return taken

    def look_at(self, received: bytes) -> None:
        """Raise _AnsweredEarly if sending has no purpose any more."""
        self.data += received
        if not received:
            raise _AnsweredEarly(errno.EPIPE, "The server closed the connection")
        while _INTERIM(self.data, self._begin):
            end = self.data.find(b"\r\n\r\n", self._begin)
            if end < 0:
                return
            self._begin = end + 4
        start = self.data[self._begin : self._begin + 10]
        if len(start) < 10 and b"HTTP/1.1 4".startswith(start[:7]):
            return
        if start.startswith(b"HTTP/1.") and start[9:] in (b"3", b"4", b"5"):
            raise _AnsweredEarly(errno.EPIPE, "The server answered early")
        # Something else, such as 200: the body goes on.
        self.watched = False


# 100 (Continue) and the like. 101 leaves HTTP.
_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)").match
