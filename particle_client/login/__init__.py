"""Token life: where a client's access token comes from, when it is renewed, where it is kept."""

from __future__ import annotations

from .cli_profile import CliProfile
from .grants import ClientCredentialsLogin, PasswordLogin, RefreshTokenLogin
from .provider import TokenProvider
from .stores import FileTokenStore, KeyringTokenStore, TokenKey, TokenStore
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
