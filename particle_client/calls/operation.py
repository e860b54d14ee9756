"""An operation of the Cloud API, and the path of a call of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias
from urllib.parse import quote

from ..base.checks import plain_text
from ..base.secrets import Secret, hidden
from ..schema.timestamps import format_timestamp

PathArgument: TypeAlias = str | int | datetime
PathArguments: TypeAlias = Mapping[str, PathArgument]
"""Name of the argument → value, in the order of the template's placeholders."""

NO_ARGUMENTS: PathArguments = MappingProxyType({})

RAW = ("request", "download_file")
"""Names of operations that aren't of the document: their paths are as the user wrote them."""

_SCOPES = {"products": "{productIdOrSlug}", "orgs": "{orgIdOrSlug}"}

_PLACEHOLDER = re.compile(r"{\w+}")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+\Z").match
_CONTROL = re.compile(r"[\x00-\x1f\x7f]").search

# RFC 3986 pchar without "/" and "%"; what else `quote` leaves alone is harmless.
_SAFE = "!$&'()*+,;=:@"


@dataclass(slots=True, frozen=True)
class Pagination:
    """How an operation pages, as the API description says."""

    items: str
    """The field of the response that holds the items."""
    _: KW_ONLY
    page: str | None = None
    """The query parameter for the number of the page; None where there is one page."""
    total_pages: str | None = None
    """Where the response says how many pages there are (`meta.total_pages`)."""
    total: str | None = None
    """Where the response says how many items there are (`meta.total`)."""
    has_more: str | None = None
    """Where the response says that there is more, for lists without numbered pages."""
    cursor: str | None = None
    """The query parameter that such a list goes on from …"""
    cursor_field: str = ""
    """… and the field of the last item that holds its value."""
    identity: str = "id"
    """Where an item says what tells it from others (`attributes.version`)."""
    bare: bool = False
    """Whether nothing but the array of the items may come."""


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

        It begins with the path of the resource's scope, as in `/v1/products/my-product`, unless
        there is an argument for each placeholder.
        """
        literals = iter(self._literals)
        path = next(literals)
        if len(arguments) < len(self._literals) - 1:
            path = scope + next(literals)
        for (name, value), literal in zip(arguments.items(), literals, strict=True):
            path += path_segment(name, value) + literal
        return Secret(path) if self.secret else path

    def route(self, path: str) -> str:
        """Return the path template of a call: the same for all ids, for counting by it."""
        if not self.path.startswith("{scope}"):
            return self.path
        parts = path.split("/", 3)
        name = _SCOPES.get(parts[2]) if len(parts) > 3 else None
        scope = "/v1" if name is None else f"/v1/{parts[2]}/{name}"
        return scope + self.path.removeprefix("{scope}")

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


def path_segment(name: str, value: PathArgument) -> str:
    """Return `value` as one percent-encoded path segment, so that a call reaches its own operation.

    Errors don't show the value, which may be a token. `.` and `..` would lead elsewhere, encoded or
    not: servers and proxies resolve them.
    """
    if type(value) is str and _PLAIN(value):
        return value
    if isinstance(value, datetime):
        value = format_timestamp(value)
    if not isinstance(value, str | int) or isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        hint = ": pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str or an int, not {type(value).__name__}{hint}")
    text = hidden(plain_text(name, value))
    if text.strip() == "" or text in (".", "..") or _CONTROL(text):
        raise ValueError(f"{name} must not be empty, '.' or '..', nor have control characters")
    return quote(text, safe=_SAFE)
