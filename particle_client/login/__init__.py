"""Token life: where a client's access token comes from, when it is renewed, where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .provider import TokenProvider

if TYPE_CHECKING:
    from .cli_profile import CliProfile
    from .file_store import FileTokenStore
    from .grants import ClientCredentialsLogin, PasswordLogin, RefreshTokenLogin
    from .keyring_store import KeyringTokenStore
    from .stores import TokenKey, TokenStore
    from .tokens import Token

__all__ = [
    "CliProfile",
    "ClientCredentialsLogin",
    "FileTokenStore",
    "KeyringTokenStore",
    "PasswordLogin",
    "RefreshTokenLogin",
    "Token",
    "TokenKey",
    "TokenProvider",
    "TokenStore",
]

_MODULES = {
    "CliProfile": "cli_profile",
    "ClientCredentialsLogin": "grants",
    "FileTokenStore": "file_store",
    "KeyringTokenStore": "keyring_store",
    "PasswordLogin": "grants",
    "RefreshTokenLogin": "grants",
    "Token": "tokens",
    "TokenKey": "stores",
    "TokenStore": "stores",
}

if not TYPE_CHECKING:  # checkers shall see a name that is wrong

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
