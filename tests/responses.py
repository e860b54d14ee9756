"""Responses for tests that need no server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from particle_client import Response

if TYPE_CHECKING:
    from collections.abc import Mapping


def raw_response(
    status_code: int = 200,
    content: bytes = b"",
    headers: Mapping[str, str] | None = None,
    *,
    method: str = "GET",
    url: str = "/",
) -> Response[Any]:
    """Return a response of a server that doesn't exist."""
    return Response(
        method=method,
        url=url,
        status_code=status_code,
        headers=headers or {},
        content=content,
    )
