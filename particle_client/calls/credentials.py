"""The credentials of a client and of its requests. Never shown."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, cast

from ..base.checks import plain_text
from ..base.errors import ConfigurationError
from ..base.secrets import hidden

TokenFunction = Callable[[], str | Awaitable[str]]


_TOKEN = re.compile(r"[!-~]+").fullmatch


class TokenSource(Protocol):
    """Provides a client's access tokens: `particle_client.TokenProvider` is one."""

    def get_token(self, client: Any) -> str: ...

    async def aget_token(self, client: Any) -> str: ...

    def reject(self, token: str) -> bool: ...


class Credentials:
    """The access token of a client, shared by its `with_options` copies. Never shown."""

    def __init__(self, source: str | TokenFunction | TokenSource | None) -> None:
        self.set(source)

    def set(self, source: str | TokenFunction | TokenSource | None) -> None:
        """Use this token from now on, whatever it was before."""
        has_get_token = hasattr(source, "get_token")
        if source is not None and not has_get_token and not callable(source):
            checked_token(source)
        # In this order: other threads use them meanwhile.
        self.access_token: str | TokenFunction | None = cast(
            "str | TokenFunction | None", hidden(source)
        )
        self.provider: TokenSource | None = cast("TokenSource", source) if has_get_token else None


def checked_token(token: object) -> str:
    """Return an access token that a header can carry. Errors don't show it."""
    if not isinstance(token, str):
        raise TypeError(f"access_token must be a str, not {type(token).__name__}")
    if not _TOKEN(token):
        what = "holds spaces, line breaks or non-ASCII characters" if token else "is empty"
        raise ConfigurationError(f"The access token {what}: it can't be right.")
    return token


def basic_authorization(username: str, password: str) -> str:
    """Return the Authorization header of HTTP Basic."""
    if ":" in username:
        raise ValueError("username must not contain ':' (HTTP Basic can't carry it)")
    both = f"{plain_text('username', username)}:{plain_text('password', password)}"
    return "Basic " + b64encode(both.encode()).decode("ascii")
