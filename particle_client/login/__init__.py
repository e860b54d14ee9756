"""Token life: where a client's access token comes from, when it is renewed, where it is kept."""

from __future__ import annotations

from ..calls.credentials import TokenProvider as TokenProvider
from .providers import ClientCredentialsLogin as ClientCredentialsLogin
from .providers import CliProfile as CliProfile
from .providers import PasswordLogin as PasswordLogin
from .providers import RefreshTokenLogin as RefreshTokenLogin
from .tokens import FileTokenStore as FileTokenStore
from .tokens import KeyringTokenStore as KeyringTokenStore
from .tokens import Token as Token
from .tokens import TokenKey as TokenKey
from .tokens import TokenStore as TokenStore
