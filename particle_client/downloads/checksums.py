"""The checksum that a server sends along with a file, in any of the headers that are for it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Checksum", "checksum_of"]

# Of several, the strongest counts. CRCs and ETags aren't among them: hashlib has no CRC, and an
# ETag may be anything, even where it looks like an MD5.
_ALGORITHMS = {"sha-512": "sha512", "sha-256": "sha256", "sha": "sha1", "md5": "md5"}

_ITEM = re.compile(r"([\w-]+) *= *:?([A-Za-z0-9+/]+={0,2}):? *(?:;[^,]*)?(?:,|\Z)")


class Checksum:
    """A checksum that is known beforehand, and the one of the bytes that came so far."""

    def __init__(self, header: str, algorithm: str, expected: bytes) -> None:
        self.header = header
        """The header that it was in."""
        self.algorithm = algorithm
        self.expected = expected
        self.restart()

    def restart(self) -> None:
        """Forget the bytes that came so far."""
        self._hash = hashlib.new(self.algorithm, usedforsecurity=False)
        self.update = self._hash.update

    @property
    def actual(self) -> bytes:
        """The checksum of what came so far."""
        return self._hash.digest()


def checksum_of(headers: Mapping[str, str]) -> Checksum | None:
    """Give the strongest checksum of a whole file, None if there is none that can be verified.

    The response must hold all of the file, and no Content-Encoding: some headers are about the
    body as it is sent.
    """
    found = {algorithm: (header, value) for header, algorithm, value in _announced(headers)}
    for name, algorithm in _ALGORITHMS.items():
        if name not in found:
            continue
        header, text = found[name]
        try:
            checksum = Checksum(header, algorithm, b64decode(text, validate=True))
        except ValueError:  # no base64, or the system forbids the algorithm
            continue
        if len(checksum.expected) == len(checksum.actual):
            return checksum
    return None


def _announced(headers: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give header, algorithm and value of everything that looks like a checksum."""
    # RFC 9530, and its forerunner RFC 3230.
    for header in ("Repr-Digest", "Content-Digest", "Digest"):
        yield from _items(header, headers)
    # Google's is about the file as it is stored, which may be compressed.
    if headers.get("x-goog-stored-content-encoding", "identity") == "identity":
        yield from _items("X-Goog-Hash", headers)
    # Amazon's is one of parts where it ends in a hyphen and a number, and then no base64.
    for header, algorithm in (("X-Amz-Checksum-Sha256", "sha-256"), ("Content-MD5", "md5")):
        value = headers.get(header.lower())
        if value:
            yield header, algorithm, value.strip()


def _items(header: str, headers: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for match in _ITEM.finditer(headers.get(header.lower()) or ""):
        yield header, match[1].lower(), match[2]
