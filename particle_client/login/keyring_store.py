"""Tokens in the system's key ring."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError
from .stores import TokenKey, TokenStore
from .tokens import Token

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["KeyringTokenStore"]


class KeyringTokenStore(TokenStore):
    """Keeps tokens in the system's key ring: Keychain, Credential Manager, Secret Service, KWallet.

    Needs the extra `keyring`: `pip install "particle-client[keyring]"`.

    Args:
        service: Under which name they are kept there.
        backend: Another key ring than the system's.

    Raises:
        ConfigurationError: The package `keyring` isn't installed; later: there is no key ring.
    """

    def __init__(
        self, service: str = "particle-client", *, backend: KeyringBackend | None = None
    ) -> None:
        try:
            import keyring
        except ImportError as error:
            raise ConfigurationError(
                "KeyringTokenStore needs the package keyring: "
                'pip install "particle-client[keyring]"'
            ) from error
        self._service = service
        self._ring: Any = keyring if backend is None else backend

    def load(self, key: TokenKey) -> Token | None:
        """Return the token of the key ring, None if it has none."""
        text = self._ask(self._ring.get_password, str(key))
        return None if text is None else Token.from_dict(json.loads(text))

    def save(self, key: TokenKey, token: Token) -> None:
        """Put the token into the key ring."""
        self._ask(self._ring.set_password, str(key), json.dumps(token.to_dict()))

    def _ask(self, function: Any, *arguments: str) -> Any:
        from keyring.errors import NoKeyringError

        try:
            return function(self._service, *arguments)
        except NoKeyringError as error:
            raise ConfigurationError(
                "This machine has no key ring that the package keyring knows; "
                "use FileTokenStore instead."
            ) from error

    def __repr__(self) -> str:
        return f"KeyringTokenStore({self._service!r})"
