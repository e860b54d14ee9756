"""Joining the small chunks of an event stream before the HTTP library sees them.

A server sends each event in a chunk of its own. The HTTP library takes some 10 microseconds for a
chunk, several times what the event itself takes. So whole chunks that have come together become one
chunk. What isn't of the plainest form is left as it is, for the HTTP library to judge.
"""

from __future__ import annotations

import re

_LONGEST_HEAD = _LARGEST_CHUNK = 65536
_IS_CHUNKED = re.compile(
    rb"HTTP/1\.1 200 .*\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE | re.DOTALL
).match
_chunk_header = re.compile(rb"([0-9A-Fa-f]{1,8})\r\n").match


class ChunkJoiner:
    """Rewrites the response on a connection. A small chunk that isn't whole waits for its rest."""

    def __init__(self) -> None:
        self._is_over = False
        self._head: bytes | None = b""
        self._begun = b""  # a chunk that isn't complete

    def feed(self, received: bytes) -> bytes:
        """Return what stands for the bytes received; none where only a chunk has begun."""
        if self._is_over:
            return received
        if not received:
            self._is_over = True
            return self._begun
        if self._head is None:
            return self._join(received)
        self._head += received
        head, end, body = self._head.partition(b"\r\n\r\n")
        if end and _IS_CHUNKED(head + b"\r\n"):
            self._head = None
            return received[: len(received) - len(body)] + self._join(body)
        self._is_over = bool(end) or len(head) > _LONGEST_HEAD
        return received

    def _join(self, received: bytes) -> bytes:
        content, self._begun = self._begun + received, b""
        chunks: list[bytes] = []
        position = start = end = 0
        while header := _chunk_header(content, position):
            start = header.end()
            end = start + int(header[1], 16)
            if start == end or content[end : end + 2] != b"\r\n":
                break
            chunks.append(content[start:end])
            position = end + 2
        rest = content[position:]
        if header is None:
            is_begun = len(rest) < 10 and b"\n" not in rest
        else:
            is_begun = 0 < end - start < _LARGEST_CHUNK and b"\r\n".startswith(content[end:])
        if is_begun:
            self._begun, rest = rest, b""
        else:  # the last one, or one that is broken or large
            self._is_over = True
        joined = b"".join(chunks)
        return (b"%x\r\n%b\r\n" % (len(joined), joined) if joined else b"") + rest
