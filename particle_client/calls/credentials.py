"""The credentials of a client and of its requests, and what provides them. Never shown."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn, Self, cast

from ..base.checks import plain_text
from ..base.errors import ConfigurationError
from ..base.secrets import hidden

TokenFunction = Callable[[], str | Awaitable[str]]

_TOKEN = re.compile(r"[!-~]+").fullmatch


class TokenProvider:
    """Gives a client its access tokens: `Particle(access_token=provider)`.

    The base of `PasswordLogin` and the others, and of your own. One of your own implements
    `get_token` for Particle, `aget_token` for AsyncParticle, and `reject` if it can do something
    about a token that the cloud doesn't take. It may be asked by several clients, threads and tasks
    at a time.
    """

    def get_token(self, client: Any) -> str:
        """Return a token that is good now. Asked before each request that needs one.

        Args:
            client: The `Particle` that asks. A request sent with it here must need no token.
        """
        raise NotImplementedError(f"{type(self).__name__} has no get_token: use AsyncParticle")

    async def aget_token(self, client: Any) -> str:
        """Return a token that is good now, for an AsyncParticle."""
        raise NotImplementedError(f"{type(self).__name__} has no aget_token: use Particle")

    def reject(self, token: str) -> bool:
        """Take note that the cloud refused a token (401).

        Returns:
            Whether asking again may give another one. Then the request is sent again, once.
        """
        return False

    def __copy__(self) -> Self:
        return self  # what it holds is shared by all who use it

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} can't be pickled, since it may hold secrets: "
            "make one in each process. A store lets them share the token."
        )


class Credentials:
    """The access token of a client, shared by its `with_options` copies. Never shown."""

    def __init__(self, source: str | TokenFunction | TokenProvider | None) -> None:
        self.set(source)

    def set(self, source: str | TokenFunction | TokenProvider | None) -> None:
        """Use this token from now on, whatever it was before."""
        has_get_token = hasattr(source, "get_token")
        if source is not None and not has_get_token and not callable(source):
            checked_token(source)
        # In this order: other threads use them meanwhile.
        self.access_token: str | TokenFunction | None = cast(
            "str | TokenFunction | None", hidden(source)
        )
        self.provider: TokenProvider | None = (
            cast("TokenProvider", source) if has_get_token else None
        )


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
