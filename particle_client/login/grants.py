"""Providers that log in: with a password, as the owner of an OAuth client, with a refresh token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ..base.errors import ConfigurationError
from ..base.secrets import Secret
from ..base.status_errors import MFARequiredError
from .login_provider import LoginProvider

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..calls.config import ClientBase
    from .session import Session, Steps
    from .stores import TokenStore
    from .tokens import Token

Prompt: TypeAlias = "Callable[[], str | Awaitable[str]]"


class PasswordLogin(LoginProvider):
    """Logs in with an account's user name and password when a token is needed.

        Particle(access_token=PasswordLogin("you@example.com", getpass))

    Args:
        username: The e-mail address.
        password: The password, or a function that returns it, called only for a login.
            AsyncParticle calls an ordinary function in a thread, and awaits an async one.
        otp: A function that returns the one-time password of the authenticator app. Without one,
            an account with multi-factor authentication raises MFARequiredError.
        expires_in: The token's life in seconds, 90 days by default; 0 for ever.
        store: Where the token is kept for the next process; by default nowhere.
        leeway: How many seconds before its end a token is replaced; by default 5 minutes, or a
            tenth of its life if that is less. Never more than half of its life.
        clock: Returns the seconds since 1970, for tests.

    Raises (from the call that needed the token):
        InvalidCredentialsError: The user name or the password is wrong. The same password is then
            not tried again at once, but after a pause that grows from 30 seconds to 30 minutes; a
            call before that raises the same error.
        MFARequiredError: The account has multi-factor authentication, and `otp` isn't given.
    """

    def __init__(
        self,
        username: str,
        password: str | Prompt,
        *,
        otp: Prompt | None = None,
        expires_in: int = 7_776_000,
        store: TokenStore | None = None,
        leeway: float | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(_text("username", username), expires_in, store, leeway, clock)
        self._password = password if callable(password) else _text("password", password)
        if otp is not None and not callable(otp):
            raise TypeError("otp must be a function: a one-time password is good only once")
        self._otp = otp

    def _log_in(self, session: Session, client: ClientBase) -> Steps[Token]:
        password = (yield self._password) if callable(self._password) else self._password
        form: dict[str, Any] = {
            "grant_type": "password",
            "username": self._account,
            "password": _text("password", password),
            "expires_in": self._expires_in,
        }
        try:
            return (yield from self._grant(session, client, form))
        except MFARequiredError as required:
            if self._otp is None:
                required.add_note(
                    "PasswordLogin asks for the one-time password itself when it is given otp=."
                )
                raise
            mfa_token = Secret(required.mfa_token)
        session.backoff = None  # the password was right
        form = {
            "grant_type": "urn:custom:mfa-otp",
            "mfa_token": mfa_token,
            "otp": _text("otp", (yield self._otp)),
        }
        return (yield from self._grant(session, client, form))


class ClientCredentialsLogin(LoginProvider):
    """Logs in as the owner of the client's OAuth client, or for one of a product's customers.

        Particle(
            access_token=ClientCredentialsLogin(),
            client_id="my-service-1234",
            client_secret="…",
        )

    Args:
        customer: The customer's e-mail address, for the token of a customer. The OAuth client must
            be the product's. Such a token comes with a refresh token, which is used.
        expires_in: The token's life in seconds, 0 for ever; by default the cloud decides.
        store, leeway, clock: As for PasswordLogin.
    """

    _needs_own_client = True

    def __init__(
        self,
        *,
        customer: str | None = None,
        expires_in: int | None = None,
        store: TokenStore | None = None,
        leeway: float | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._customer = None if customer is None else _text("customer", customer)
        account = f"customer={customer}" if customer else ""
        super().__init__(account, expires_in, store, leeway, clock)

    def _log_in(self, session: Session, client: ClientBase) -> Steps[Token]:
        form: dict[str, Any] = {"grant_type": "client_credentials"}
        if self._customer is not None:
            form["scope"] = f"customer={self._customer}"
        if self._expires_in is not None:
            form["expires_in"] = self._expires_in
        return self._grant(session, client, form)


class RefreshTokenLogin(LoginProvider):
    """Gets tokens for a refresh token that came with an earlier one, of a product's OAuth client.

    A refresh token is used up, and the response has the next one: a store keeps that.

    Args:
        refresh_token: The refresh token. What a store has of this account is tried first.
        account: Whose it is, to tell the entries of a store apart; needed with a store.
        store, leeway, clock: As for PasswordLogin.
    """

    _needs_own_client = True

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
        super().__init__(account, None, store, leeway, clock)
        self._refresh_token = _text("refresh_token", refresh_token)

    def _log_in(self, session: Session, client: ClientBase) -> Steps[Token]:
        return self._refresh(session, client, self._refresh_token)


def _text(name: str, value: object) -> Secret:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if not value:
        raise ConfigurationError(f"{name} is empty")
    return Secret(value)
