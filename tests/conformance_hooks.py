"""What schemathesis is told beside the document: how to send what it can't send by itself."""

from __future__ import annotations

from typing import Any

import schemathesis  # type: ignore[import-not-found]


@schemathesis.serializer("application/gzip")  # type: ignore[untyped-decorator]
def send_archive(context: object, value: Any) -> bytes:
    """Send anything as an archive: the sandbox has to cope with broken ones."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
