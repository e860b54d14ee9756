"""What gives a client its access tokens; logging in with a password, for example."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from ..base.errors import ConfigurationError
from ..base.secrets import Secret, SecretDict
from ..calls.async_sender import AsyncSender
from ..calls.config import DEFAULT_BASE_URL, ClientBase
from ..calls.credentials import TokenProvider, checked_token
from ..calls.sender import Sender
from . import async_renewal, renewal
from .session import PUBLIC_CLIENTS, Prompt, Session, secret_text
from .tokens import TokenKey, TokenStore

_log = logging.getLogger("particle_client.login")


class LoginProvider(TokenProvider):
    """Logs in when a token is needed, and keeps it until shortly before it expires."""

    _needs_own_client = True

    def __init__(
        self,
        account: str,
        form: dict[str, Any],
        store: TokenStore | None,
        leeway: float | None,
        clock: Callable[[], float] | None,
        otp: Prompt | None = None,
    ) -> None:
        self._account = account
        self._login = form, otp, store, leeway, clock or time.time, clock or time.monotonic
        self._sessions: dict[tuple[str, str], Session] = {}

    def get_token(self, client: Sender) -> str:
        """Return the token. Logs in if there is none, or none that lasts."""
        return renewal.get_token(self._session(client), client)

    async def aget_token(self, client: AsyncSender) -> str:
        """Return the token. Logs in if there is none, or none that lasts."""
        return await async_renewal.get_token(self._session(client), client)

    def reject(self, token: str) -> bool:
        """Drop a token that the cloud didn't take, unless another has taken its place already."""
        return any([session.reject(token) for session in list(self._sessions.values())])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}{' of ' * bool(self._account)}{self._account}>"

    def _session(self, client: ClientBase) -> Session:
        key = client._base_url, client._oauth_client[0]
        if key not in self._sessions:
            if self._needs_own_client and key[1] in PUBLIC_CLIENTS:
                raise ConfigurationError(
                    f"{type(self).__name__} needs an OAuth client of your own: pass client_id= and "
                    "client_secret= to the client, or set PARTICLE_CLIENT_ID and "
                    "PARTICLE_CLIENT_SECRET."
                )
            # Atomic: another thread may do the same.
            self._sessions.setdefault(key, Session(TokenKey(*key, self._account), *self._login))
        return self._sessions[key]


class PasswordLogin(LoginProvider):
    """Logs in with an account's user name and password when a token is needed.

        Particle(access_token=PasswordLogin("you@example.com", getpass))

    Args:
        username: The e-mail address.
        password: The password, or a function that returns it, called only for a login.
            AsyncParticle calls an ordinary function in a thread, and awaits an async one.
        otp: A function that returns the one-time password of the authenticator app. Without one,
            an account with multi-factor authentication raises MFARequiredError.
        expires_in: The token's life in seconds, 0 for ever. Default: the client's
            `token_duration`.
        store: Where the token is kept for the next process; by default nowhere.
        leeway: How many seconds before its end a token is replaced; by default 5 minutes, or a
            tenth of its life if that is less. Never more than half of its life.
        clock: Returns the seconds since 1970, for tests.

    Raises (from the call that needed the token):
        InvalidCredentialsError: The user name or the password is wrong. The same password is tried
            again after a pause that grows from 30 seconds to 30 minutes; until then calls raise the
            same error.
        MFARequiredError: The account has multi-factor authentication, and `otp` isn't given.
    """

    _needs_own_client = False

    def __init__(
        self,
        username: str,
        password: str | Prompt,
        *,
        otp: Prompt | None = None,
        expires_in: int | None = None,
        store: TokenStore | None = None,
        leeway: float | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        if otp is not None and not callable(otp):
            raise TypeError("otp must be a function: a one-time password is good only once")
        form: dict[str, Any] = {
            "grant_type": "password",
            "username": secret_text("username", username),
            "password": password if callable(password) else secret_text("password", password),
        }
        if expires_in is not None:
            form["expires_in"] = expires_in
        super().__init__(username, form, store, leeway, clock, otp)


class ClientCredentialsLogin(LoginProvider):
    """Logs in as the owner of the client's OAuth client, or for one of a product's customers.

        Particle(access_token=ClientCredentialsLogin(), client_id="my-service", client_secret="…")

    Args:
        customer: The customer's e-mail address, for the token of a customer. The OAuth client must
            be the product's. Such a token comes with a refresh token, which is used.
        expires_in: The token's life in seconds, 0 for ever; by default the cloud decides.
        store, leeway, clock: As for PasswordLogin.
    """

    def __init__(
        self,
        *,
        customer: str | None = None,
        expires_in: int | None = None,
        store: TokenStore | None = None,
        leeway: float | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        account = ""
        form: dict[str, Any] = {"grant_type": "client_credentials"}
        if customer is not None:
            account = form["scope"] = f"customer={secret_text('customer', customer)}"
        if expires_in is not None:
            form["expires_in"] = expires_in
        super().__init__(account, form, store, leeway, clock)


class RefreshTokenLogin(LoginProvider):
    """Gets tokens for a refresh token that came with an earlier one, of a product's OAuth client.

    A refresh token is used up, and the response has the next one: a store keeps that.

    Args:
        refresh_token: The refresh token. What a store has of this account is tried first.
        account: Whose it is, to tell the entries of a store apart; needed with a store.
        store, leeway, clock: As for PasswordLogin.
    """

    def __init__(
        self,
        refresh_token: str,
        *,
        account: str = "",
        store: TokenStore | None = None,
        leeway: float | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        if store is not None and not account:
            raise ConfigurationError("RefreshTokenLogin needs account= with a store.")
        refresh_token = secret_text("refresh_token", refresh_token)
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        super().__init__(account, form, store, leeway, clock)


class CliProfile(TokenProvider):
    """The login of Particle's command-line tool, from its files in `~/.particle`.

        particle = Particle.from_cli_profile()

    The file is read now, and again when the cloud doesn't take the token: after a `particle login`
    in another terminal a program goes on. Only with the same account of the same cloud, though: for
    another one it must be started anew. The files are never written.

    Attributes:
        profile: The name of the profile.
        base_url: The cloud that the login is for.
        username: The account, if the file tells.

    Args:
        profile: Name of the profile. Default: the one that the tool uses at the moment
            (`particle config`).
        folder: Where the tool has its files. Default: `~/.particle`.

    Raises:
        ConfigurationError: The tool isn't logged in here, or its file can't be read.
    """

    def __init__(
        self, profile: str | None = None, *, folder: str | os.PathLike[str] | None = None
    ) -> None:
        self._folder = Path.home() / ".particle" if folder is None else Path(folder).expanduser()
        self.profile: str = (
            _read_json(self._folder / "profile.json").get("name") or "particle"
            if profile is None
            else profile
        )
        self.base_url: str
        self.username: str | None
        self._token, self.base_url, self.username = self._read()

    def get_token(self, client: object) -> str:
        """Return the token, one that has expired, too: the cloud knows best."""
        return self._token

    async def aget_token(self, client: object) -> str:
        """Return the token."""
        return self._token

    def reject(self, token: str) -> bool:
        """Look whether there is another token in the file by now."""
        if self._token != token:
            return True
        try:
            found, *account = self._read()
        except ConfigurationError as error:
            _log.warning("%s", error)
            return False
        if account == [self.base_url, self.username]:
            self._token = found
        else:
            message = (
                "The profile %r is now of another account or cloud: its token isn't used here."
            )
            _log.warning(message, self.profile)
        return self._token != token

    def __repr__(self) -> str:
        return f"CliProfile({self.profile!r})"

    def _read(self) -> tuple[Secret, str, str | None]:
        path = self._folder / f"{self.profile}.config.json"
        fields = _read_json(path)
        if not fields.get("access_token"):
            raise ConfigurationError(
                f"Nobody is logged in: there is no access_token in {path}. Run `particle login`, "
                "or pass access_token=."
            )
        try:
            token = Secret(checked_token(fields["access_token"]))
        except (TypeError, ConfigurationError):
            raise ConfigurationError(
                f"The access_token in {path} can't be right: run `particle login`."
            ) from None
        return token, fields.get("apiUrl") or DEFAULT_BASE_URL, fields.get("username") or None


def _read_json(path: Path) -> SecretDict:
    try:
        content: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        return SecretDict()
    except OSError as error:
        raise ConfigurationError(f"{path} can't be read: {error.strerror}") from error
    except (ValueError, RecursionError):
        # Not chained: the error would hold the file's text, and with it the token.
        content = None
    if not isinstance(content, dict):
        raise ConfigurationError(f"{path} is not the JSON object that `particle login` writes.")
    return SecretDict(cast("dict[str, Any]", content))
