"""Joining the small chunks of an event stream before the HTTP library sees them.

A server sends each event in a chunk of its own. The HTTP library takes some 20 microseconds for a
chunk, ten times what the event itself takes. So the bytes of a response pass through a filter that
makes one chunk of all that have come together. It changes nothing else: no byte waits for another,
and whatever it doesn't understand it leaves alone, for the HTTP library to judge.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any

__all__ = ["ChunkJoiner", "join_chunks"]

_HEAD_END = b"\r\n\r\n"
_LONGEST_HEAD = 65536
_EVENT_STREAM = re.compile(
    rb"HTTP/1\.1 200 (?=.*\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n)"
    rb"(?=.*\r\ncontent-type:[ \t]*text/event-stream)",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL_CLOSED = re.compile(
    rb"HTTP/1\.[01] 200 (?!.*\r\n(?:transfer-encoding|content-length)[ \t]*:)"
    rb"(?=.*\r\ncontent-type:[ \t]*text/event-stream)",
    re.IGNORECASE | re.DOTALL,
)
_CHUNK_HEADER = re.compile(rb"([0-9A-Fa-f]{1,15})(?:;[^\r\n]*)?\r\n").match
_LONGEST_CHUNK_HEADER = 4096
_PLAIN_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}").fullmatch
_LONGEST_PLAIN_HEADER = 10  # with its line end

# No chunk header: makes the HTTP library report what is wrong with the chunks.
_BROKEN = b"broken\r\n"


@lru_cache(maxsize=4096)  # the same few sizes come again and again
def _plain_size(digits: bytes) -> int:
    """Give the size in a chunk header that is nothing else; 0 for anything else."""
    return int(digits, 16) if _PLAIN_SIZE(digits) else 0


def _take_whole_chunks(received: bytes, position: int, data: list[bytes]) -> int:
    """Add the data of the chunks that are there from their size to their line end.

    Gives where the first one begins that isn't, or isn't of the plainest form.
    """
    find = received.find
    while (line_end := find(b"\r\n", position, position + _LONGEST_PLAIN_HEADER)) > 0:
        start = line_end + 2
        end = start + _plain_size(received[position:line_end])
        if end == start or received[end : end + 2] != b"\r\n":
            break
        data.append(received[start:end])
        position = end + 2
    return position


class ChunkJoiner:
    """Rewrites the bytes of one connection, from its beginning up to the end of the first response.

    Answers that are no event stream in chunks pass as they are.

    Attributes:
        body_size: Bytes of the event stream that were handed on; None when that isn't known.
    """

    __slots__ = ("_active", "_head", "_held_back", "_left", "_line_end_left", "body_size")

    def __init__(self) -> None:
        self._active = True
        self._head: bytes | None = b""
        self._held_back = b""  # a chunk header that isn't complete
        self._left = 0  # bytes of the chunk in progress that are still to come
        self._line_end_left = b""  # and of the line end after them
        self.body_size: int | None = None

    def feed(self, received: bytes) -> bytes:
        """Give what stands for the bytes received. May be empty when they are no data yet."""
        if not self._active:
            if self.body_size is not None:
                self.body_size += len(received)
            return received
        if self._head is None:
            return self._join(received)
        head = self._head + received
        end = head.find(_HEAD_END) + len(_HEAD_END)
        if end < len(_HEAD_END):
            self._head = head
            self._active = len(head) < _LONGEST_HEAD
            return received
        if _EVENT_STREAM.match(head, 0, end) is None:
            self._active = False
            if _UNTIL_CLOSED.match(head, 0, end) is not None:
                self.body_size = len(head) - end
            return received
        self._head = None
        self.body_size = 0
        in_head = end - (len(head) - len(received))
        return received[:in_head] + self._join(received[in_head:])

    def _join(self, received: bytes) -> bytes:
        if self._held_back:
            received = self._held_back + received
            self._held_back = b""
        data: list[bytes] = []
        position = 0
        rest = b""
        while position < len(received):
            if self._left:
                piece = received[position : position + self._left]
                data.append(piece)
                position += len(piece)
                self._left -= len(piece)
            elif self._line_end_left:
                piece = received[position : position + len(self._line_end_left)]
                if not self._line_end_left.startswith(piece):
                    self._active = False
                    rest = _BROKEN
                    break
                position += len(piece)
                self._line_end_left = self._line_end_left[len(piece) :]
            else:
                position = _take_whole_chunks(received, position, data)
                if position == len(received):
                    break
                header = _CHUNK_HEADER(received, position)
                size = 0 if header is None else int(header[1], 16)
                if header is not None and size:
                    position = header.end()
                    self._left = size
                    self._line_end_left = b"\r\n"
                    continue
                rest = received[position:]
                if header is None and len(rest) < _LONGEST_CHUNK_HEADER and b"\n" not in rest:
                    self._held_back, rest = rest, b""
                else:  # the last chunk, or none at all
                    self._active = False
                break
        joined = b"".join(data)
        if not self._active or self.body_size is None:
            self.body_size = None
        else:
            self.body_size += len(joined)
        if not joined:
            return rest
        return b"%x\r\n%b\r\n%b" % (len(joined), joined, rest)


def join_chunks(network_stream: Any) -> None:
    """Put a joiner between a new connection and the HTTP library.

    Args:
        network_stream: What httpcore has just connected; sync or async.
    """
    joiner = ChunkJoiner()
    feed = joiner.feed
    read = network_stream.read
    with suppress(AttributeError):
        network_stream.chunk_joiner = joiner

    def joined_read(max_bytes: int, timeout: float | None = None) -> bytes:
        while True:
            received = read(max_bytes, timeout)
            found = feed(received)
            if found or not received:
                return found

    async def joined_aread(max_bytes: int, timeout: float | None = None) -> bytes:
        while True:
            received = await read(max_bytes, timeout)
            found = feed(received)
            if found or not received:
                return found

    with suppress(AttributeError):  # a stream with __slots__: it stays as it is
        from inspect import iscoroutinefunction

        is_async = iscoroutinefunction(read)
        network_stream.read = joined_aread if is_async else joined_read
