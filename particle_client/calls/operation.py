"""An operation of the Cloud API."""

from __future__ import annotations

__all__ = ["RAW", "Operation"]


RAW = ("request", "download_file")
"""Names of operations that aren't of the document: their paths are as the user wrote them."""


class Operation:
    """One operation of the document."""

    __slots__ = ("auth", "idempotent", "method", "name", "path", "secret", "timeout")

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        auth: str = "bearer",
        idempotent: bool | None = None,
        secret: bool = False,
        timeout: float | None = None,
    ) -> None:
        self.name = name
        """The Cloud API's own name: its operationId in the document."""
        self.method = method
        self.path = path
        """The path template."""
        self.auth = auth
        """`bearer` (an access token), `basic` (user name and password), `client` or `none`."""
        self.idempotent = method not in ("POST", "PATCH") if idempotent is None else idempotent
        """Whether a retry is harmless."""
        self.secret = secret
        """Whether the path holds a secret: errors then show the template instead."""
        self.timeout = timeout
        """Seconds, where the operation takes longer than the client's default."""

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
