"""What a call needs of things that are made on floors above: a body, a limiter, a login."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..base.request import Content
    from .operation import Operation


class MultipartContent(Protocol):
    """A multipart body, made while it is sent."""

    content_type: str

    @property
    def content_length(self) -> int: ...

    def prepare(self) -> Content: ...

    async def aprepare(self) -> Content: ...

    def close(self) -> None: ...


class Limiter(Protocol):
    """Holds requests back to stay below the cloud's limits."""

    def acquire(self, operation: Operation, path: str, *, within: float | None) -> None: ...

    async def aacquire(self, operation: Operation, path: str, *, within: float | None) -> None: ...

    def limited(self, operation: Operation, path: str, retry_after: float | None) -> None: ...


class TokenSource(Protocol):
    """Provides a client's access tokens: `particle_client.TokenProvider` is one."""

    def get_token(self, client: Any) -> str: ...

    async def aget_token(self, client: Any) -> str: ...

    def reject(self, token: str) -> bool: ...
