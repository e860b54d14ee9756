"""An operation of the Cloud API."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING

from ..base.secrets import Secret
from .paths import path_segment

if TYPE_CHECKING:
    from .pagination import Pagination
    from .paths import PathArguments

_PLACEHOLDER = re.compile(r"{\w+}")

RAW = ("request", "download_file")
"""Names of operations that aren't of the document: their paths are as the user wrote them."""


@dataclass(slots=True, eq=False, repr=False)
class Operation:
    """One operation of the API description."""

    name: str
    """The Cloud API's own name: its operationId in the API description."""
    method: str
    path: str
    """The path template."""
    _: KW_ONLY
    auth: str = "bearer"
    """`bearer` (an access token), `basic` (user name and password), `client` or `none`."""
    idempotent: bool | None = None
    """Whether a retry is harmless: by default, unless it is a POST or a PATCH."""
    secret: bool = False
    """Whether the path holds a secret: errors then show the template instead."""
    timeout: float | None = None
    """Seconds, where the operation takes longer than the client's default."""
    pagination: Pagination | None = None
    """How the list is paged that the operation returns."""
    _literals: list[str] = field(init=False)

    def __post_init__(self) -> None:
        if self.idempotent is None:
            self.idempotent = self.method not in ("POST", "PATCH")
        self._literals = _PLACEHOLDER.split(self.path)

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
