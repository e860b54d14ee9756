"""Undoing Content-Encoding."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

_WITH_HEADER = zlib.MAX_WBITS | 32  # gzip's or zlib's
_LARGEST_PART = 256 * 1024  # bytes


class Decoder:
    """Decodes the pieces of one body. Other encodings than gzip and deflate stay as they are."""

    def __init__(self, encoding: str) -> None:
        self._is_encoded = encoding.strip().lower() in ("gzip", "x-gzip", "deflate")
        self._zlib: Any = None

    def decode(self, piece: bytes) -> Iterator[bytes]:
        """Return what a piece holds, which may be huge, in small parts, or raise `zlib.error`."""
        if not self._is_encoded:
            yield piece
            return
        part = b""
        while piece or (len(part) == _LARGEST_PART and not self._zlib.eof):
            if self._zlib is None:
                # Some servers send "deflate" without the header that it should have.
                has_header = piece[0] & 0x0F in (0x08, 0x0F)
                self._zlib = zlib.decompressobj(_WITH_HEADER if has_header else -zlib.MAX_WBITS)
            elif self._zlib.eof:  # gzip may have several members
                self._zlib = zlib.decompressobj(_WITH_HEADER)
            part = self._zlib.decompress(piece, _LARGEST_PART)
            yield part
            piece = self._zlib.unused_data or self._zlib.unconsumed_tail

    def finish(self) -> None:
        """Raise EOFError if the content wasn't whole."""
        if self._zlib is not None and not self._zlib.eof:
            raise EOFError("it ends too soon")
