"""Joining the small chunks of an event stream before the HTTP library sees them.

A server sends each event in a chunk of its own. The HTTP library takes some 20 microseconds for a
chunk, ten times what the event itself takes. So whole chunks that have come together become one
chunk. Nothing else changes: no data waits, and what isn't of the plainest form is left as it is,
for the HTTP library to judge.
"""

from __future__ import annotations

import re

_HEAD_END = b"\r\n\r\n"
_LONGEST_HEAD = 65536
_IS_CHUNKED = re.compile(
    rb"HTTP/1\.1 200 .*\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE | re.DOTALL
).match
_chunk_header = re.compile(rb"([0-9A-Fa-f]{1,8})\r\n").match
_LONGEST_CHUNK_HEADER = 10


class ChunkJoiner:
    """Rewrites what comes over one connection, for its first response."""

    def __init__(self) -> None:
        self._is_over = False
        self._head: bytes | None = b""
        self._remaining = 0  # bytes of a chunk that has begun, and of the line end after it
        self._held_back: bytes = b""  # a chunk header that isn't complete

    def feed(self, received: bytes) -> bytes:
        """Return what stands for the bytes received; none where only a chunk header has begun."""
        if self._is_over or not received:
            return received
        if self._head is None:
            return self._join(received)
        self._head += received
        end = self._head.find(_HEAD_END) + len(_HEAD_END)
        if end < len(_HEAD_END):
            self._is_over = len(self._head) > _LONGEST_HEAD
            return received
        if not _IS_CHUNKED(self._head, 0, end):
            self._is_over = True
            return received
        in_head = end - (len(self._head) - len(received))
        self._head = None
        return received[:in_head] + self._join(received[in_head:])

    def _join(self, received: bytes) -> bytes:
        received = self._held_back + received
        self._held_back = b""
        begin = position = min(self._remaining, len(received))
        self._remaining -= begin
        chunks: list[bytes] = []
        while header := _chunk_header(received, position):
            start = header.end()
            end = start + int(header[1], 16)
            if start == end or received[end : end + 2] != b"\r\n":
                break
            chunks.append(received[start:end])
            position = end + 2
        rest = received[position:]
        if header is not None:
            self._begin_chunk(rest, header.end() - position, int(header[1], 16))
        elif rest:
            if len(rest) < _LONGEST_CHUNK_HEADER and b"\n" not in rest:
                self._held_back, rest = rest, b""
            else:
                self._is_over = True
        joined = b"".join(chunks)
        if joined:
            joined = b"%x\r\n%b\r\n" % (len(joined), joined)
        return received[:begin] + joined + rest

    def _begin_chunk(self, rest: bytes, start: int, size: int) -> None:
        """Take a chunk that isn't whole; the last one, or one that is broken, ends the joining."""
        self._remaining = start + size + 2 - len(rest)
        is_whole = b"\r\n".startswith(rest[start + size :])
        if size == 0 or self._remaining <= 0 or not is_whole:
            self._is_over = True
