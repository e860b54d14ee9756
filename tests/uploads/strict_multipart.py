"""A multipart/form-data parser that takes nothing but the exact form; shares no code with ours."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADERS = re.compile(
    rb'Content-Disposition: form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)"\r\n'
    rb"Content-Type: ([^\r\n]+))?\r\n\r\n"
)


class Part(NamedTuple):
    name: str
    filename: str | None
    content_type: str | None
    content: bytes


def parse(body: bytes, content_type: str) -> list[Part]:
    """Return the parts; fails on anything that is out of place."""
    match = re.fullmatch(r"multipart/form-data; boundary=([0-9a-f]{32})", content_type)
    assert match, content_type
    delimiter = b"\r\n--" + match[1].encode()
    pieces = (b"\r\n" + body).split(delimiter)
    assert pieces[0] == b"", "something stands before the first part"
    assert pieces[-1] == b"--\r\n", "the body doesn't end with its closing delimiter"
    parts: list[Part] = []
    for piece in pieces[1:-1]:
        assert piece.startswith(b"\r\n"), "a delimiter isn't followed by a line end"
        headers = _HEADERS.match(piece, 2)
        assert headers, piece[:200]
        name, filename, media_type = headers.groups()
        parts.append(
            Part(
                name.decode(),
                None if filename is None else filename.decode(),
                None if media_type is None else media_type.decode(),
                piece[headers.end() :],
            )
        )
    return parts
