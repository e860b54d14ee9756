"""Token life: where a client's access token comes from, when it is renewed, where it is kept."""

from __future__ import annotations

from .cli_profile import CliProfile
from .providers import ClientCredentialsLogin, PasswordLogin, RefreshTokenLogin, TokenProvider
from .tokens import FileTokenStore, KeyringTokenStore, Token, TokenKey, TokenStore

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
