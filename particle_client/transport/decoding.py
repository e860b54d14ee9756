"""Undoing a response's Content-Encoding, with a check that the content was whole."""

from __future__ import annotations

import zlib

_ENCODINGS = ("gzip", "x-gzip", "deflate")
# zlib finds out by itself which of the two formats with a header it is.
_WITH_HEADER, _WITHOUT = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS


class Decoder:
    """Decodes the pieces of one body. Other encodings than gzip and deflate stay as they are."""

    def __init__(self, encoding: str) -> None:
        self._is_encoded = encoding.strip().lower() in _ENCODINGS
        self._zlib = zlib.decompressobj(_WITH_HEADER)
        self._has_begun = False

    def decode(self, piece: bytes) -> bytes:
        """Return what a piece holds.

        Raises:
            zlib.error: It isn't encoded as the headers say.
        """
        if not self._is_encoded or not piece:
            return piece
        if not self._has_begun:
            self._has_begun = True
            if piece[0] & 0x0F not in (0x08, 0x0F):
                # Some servers send "deflate" without the header that it should have.
                self._zlib = zlib.decompressobj(_WITHOUT)
        content = self._zlib.decompress(piece)
        while self._zlib.eof and self._zlib.unused_data:  # gzip may have several members
            rest = self._zlib.unused_data
            self._zlib = zlib.decompressobj(_WITH_HEADER)
            content += self._zlib.decompress(rest)
        return content

    def finish(self) -> None:
        """Check that the content was whole.

        Raises:
            EOFError: It ends too soon.
        """
        if self._has_begun and not self._zlib.eof:
            raise EOFError("it ends too soon")
