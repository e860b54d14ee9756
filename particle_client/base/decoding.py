"""Undoing Content-Encoding."""

from __future__ import annotations

import zlib
from typing import Any

_WITH_HEADER = zlib.MAX_WBITS | 32  # gzip's or zlib's


class Decoder:
    """Decodes the pieces of one body. Other encodings than gzip and deflate stay as they are."""

    def __init__(self, encoding: str) -> None:
        self._is_encoded = encoding.strip().lower() in ("gzip", "x-gzip", "deflate")
        self._zlib: Any = None

    def decode(self, piece: bytes) -> bytes:
        """Return what a piece holds, or raise `zlib.error`."""
        if not self._is_encoded or not piece:
            return piece
        if self._zlib is None:
            # Some servers send "deflate" without the header that it should have.
            has_header = piece[0] & 0x0F in (0x08, 0x0F)
            self._zlib = zlib.decompressobj(_WITH_HEADER if has_header else -zlib.MAX_WBITS)
        content: bytes = self._zlib.decompress(piece)
        while self._zlib.eof and self._zlib.unused_data:  # gzip may have several members
            rest = self._zlib.unused_data
            self._zlib = zlib.decompressobj(_WITH_HEADER)
            content += self._zlib.decompress(rest)
        return content

    def finish(self) -> None:
        """Raise EOFError if the content wasn't whole."""
        if self._zlib is not None and not self._zlib.eof:
            raise EOFError("it ends too soon")
