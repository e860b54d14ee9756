"""An operation of the Cloud API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..base.secrets import Secret
from .paths import path_segment

if TYPE_CHECKING:
    from .pagination import Pagination
    from .paths import PathArguments

__all__ = ["RAW", "Operation"]

_PLACEHOLDER = re.compile(r"{\w+}")

RAW = ("request", "download_file")
"""Names of operations that aren't of the document: their paths are as the user wrote them."""


class Operation:
    """One operation of the API description."""

    __slots__ = (
        "_literals",
        "auth",
        "idempotent",
        "method",
        "name",
        "pagination",
        "path",
        "secret",
        "timeout",
    )

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
        pagination: Pagination | None = None,
    ) -> None:
        self.name = name
        """The Cloud API's own name: its operationId in the API description."""
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
        self.pagination = pagination
        """How the list is paged that the operation returns."""
        self._literals = _PLACEHOLDER.split(path)

    def fill_path(self, scope: str, arguments: PathArguments) -> str:
        """Return the path of a call: the template with its arguments, percent-encoded.

        Args:
            scope: Path of the resource's scope, as in `/v1/products/my-product`. The template
                begins with it, unless there is an argument for each placeholder.
            arguments: Values of the placeholders, in their order.

        Raises:
            TypeError, ValueError: An argument can't be a segment of a path.
        """
        literals = iter(self._literals)
        path = next(literals)
        if len(arguments) < len(self._literals) - 1:
            path = scope + next(literals)
        for (name, value), literal in zip(arguments.items(), literals, strict=True):
            path += path_segment(name, value) + literal
        return Secret(path) if self.secret else path

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
