"""Sample arguments, which look like what the document shows."""

from __future__ import annotations

import io
import tarfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from particle_client import AsyncEventStream

__all__ = [
    "DEVICE",
    "ICCID",
    "INTEGRATION",
    "OPS",
    "ORG",
    "PASSWORD",
    "PRODUCT",
    "PUBLIC_KEY",
    "SOURCE",
    "USER",
    "VERSION",
    "library_archive",
    "opened",
]

DEVICE = "0123456789abcdef01234567"
ICCID = "8934076500002589174"
INTEGRATION: dict[str, Any] = {
    "integration_type": "Webhook",
    "event": "temperature",
    "url": "https://example.com/hook",
    "requestType": "POST",
}
OPS: list[dict[str, Any]] = [
    {"op": "Set", "key": "FOO", "value": "bar"},
    {"op": "Unset", "key": "OLD"},
]
ORG = "my-org"
PASSWORD = "correct horse"
PRODUCT = "my-product"
PUBLIC_KEY = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n"
SOURCE: dict[str, Any] = {"type": "JavaScript", "code": "export default () => 1"}
USER = "user@example.com"
VERSION = "2026-01-02T03:04:05.678Z"


def opened(stream: Any) -> Any:
    """Open a stream and close it; an AsyncEventStream when what this gives is awaited."""
    if hasattr(stream, "__aenter__"):
        return _opened(stream)
    with stream:
        pass
    return stream


async def _opened(stream: AsyncEventStream) -> AsyncEventStream:
    async with stream:
        pass
    return stream


def library_archive() -> bytes:
    """Return the archive of a library."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name, text in (
            ("library.properties", "name=my-name\nversion=1.0.0\nauthor=Ada\nsentence=S\n"),
            ("src/my-name.h", "#pragma once\n"),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    return content.getvalue()
