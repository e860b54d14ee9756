"""Where tokens are kept, so that a script needn't log in each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .tokens import Token

__all__ = ["TokenKey", "TokenStore"]


class TokenKey(NamedTuple):
    """Which token: of which cloud, by which OAuth client, for which account."""

    base_url: str
    client_id: str
    account: str
    """The user name, `customer=` and an e-mail address, or nothing for the client's owner."""

    def __str__(self) -> str:
        return " ".join(self)  # none of them holds a space that matters


class TokenStore:
    """Keeps tokens beyond the life of a process; the base of those here and of your own.

    It is asked in threads, and by several processes. What it raises is logged and does no harm: the
    provider logs in. Only a ConfigurationError gets to the user.
    """

    def load(self, key: TokenKey) -> Token | None:
        """Return the token, None if there is none. Expired ones are sorted out elsewhere."""
        raise NotImplementedError

    def save(self, key: TokenKey, token: Token) -> None:
        """Keep a token instead of the one before."""
        raise NotImplementedError
