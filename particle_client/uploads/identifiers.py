"""Lists of devices and SIM cards in files: one identifier a line."""

from __future__ import annotations

import codecs
import re

from ..base.checks import quote_short

_HEADER = re.compile(r"device.?id|iccid", re.IGNORECASE).fullmatch
_NO_IDENTIFIER = re.compile(r'[\s",;\0\ufffd]').search


def plain_list(label: str, content: bytes) -> bytes:
    """Return a list as the Cloud API takes it, in UTF-8 without a byte order mark, from what
    editors and spreadsheets save: UTF-16, or CSV of one column, with its header.
    """
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content.decode("utf-16" if utf_16 else "utf-8-sig", errors="replace")
    lines = [line.strip().strip('"') for line in text.split("\n")]
    if _HEADER(lines[0]):
        del lines[0]
    for line in filter(_NO_IDENTIFIER, lines):
        raise ValueError(
            f"{label}: {quote_short(line)} isn't one identifier. It takes text (UTF-8 or UTF-16) "
            "with one identifier a line"
        )
    return "\n".join(lines).encode() if any(lines) else b""
