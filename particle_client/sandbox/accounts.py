"""Accounts, access tokens and OAuth clients."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from .clock import Clock, new_id, new_token

DEFAULT_TOKEN_LIFETIME = 7_776_000
"""Seconds (90 days) that a token lives when the request names no lifetime."""

REFRESH_TOKEN_LIFETIME = timedelta(days=14)
MFA_CHALLENGE_LIFETIME = timedelta(minutes=5)
DEFAULT_OTP = "123456"
"""The one-time password of an account whose MFA is enabled without naming one."""

DEFAULT_CLIENT = "particle-api"
PUBLIC_CLIENTS = {
    "particle-api": "particle-api",
    "particle": "particle",
    # What the official CLI logs in with: that of today, and those of its earlier versions.
    "particle-cli": "particle-cli",
    "CLI2": "client_secret_here",
    "user": "client_secret_here",
}
"""Clients that everybody may use, each with its secret."""

FULL_ACCESS = ("*:*",)


@dataclass(eq=False, kw_only=True)
class Account:
    """A user of the sandbox."""

    id: str = field(default_factory=new_id)
    username: str
    password: str = field(repr=False)
    otp: str | None = field(default=None, repr=False)
    """The one-time password; None while MFA is off."""
    account_info: dict[str, Any] = field(default_factory=dict[str, Any])
    verified: bool = True
    verification_token: str = field(default_factory=new_token, repr=False)
    password_reset_token: str | None = field(default=None, repr=False)
    pending_mfa_token: str | None = field(default=None, repr=False)
    scim: dict[str, Any] | None = None
    """The user as an identity provider has provisioned them; None for one who registered."""

    @property
    def mfa_enabled(self) -> bool:
        """Whether logging in needs a one-time password."""
        return self.otp is not None


@dataclass(eq=False, kw_only=True)
class OAuthClient:
    """An OAuth client: id and secret that identify a program."""

    id: str
    secret: str = field(repr=False)
    owner: Account | None = None
    product_id: int | None = None
    """Product whose customers the client serves; None: it belongs to its owner's account."""
    name: str = ""
    type: str = "installed"
    redirect_uri: str | None = None
    scope: object = None
    """What its tokens may do, as it was asked for; None for no limits."""

    @property
    def scopes(self) -> tuple[str, ...]:
        """What the client's tokens may do."""
        return tuple(self.scope.split()) if isinstance(self.scope, str) else FULL_ACCESS

    @property
    def is_public(self) -> bool:
        """Whether it is one of the clients that everybody may use."""
        return self.id in PUBLIC_CLIENTS


@dataclass(eq=False, kw_only=True)
class AccessToken:
    """A token that was handed out."""

    token: str = field(repr=False)
    account: Account
    client_id: str
    expires_in: int
    """Seconds from creation; 0 means that it never expires."""
    expires_at: datetime | None
    scopes: tuple[str, ...] = FULL_ACCESS
    refresh_token: str = field(default_factory=new_token, repr=False)
    refresh_expires_at: datetime

    def has_scope(self, scope: str | None) -> bool:
        """Whether the token may do what ``scope`` names; None stands for "any full token"."""
        return "*:*" in self.scopes or (scope is not None and scope in self.scopes)


@dataclass(eq=False, kw_only=True)
class MfaChallenge:
    """A log-in that waits for its one-time password."""

    account: Account
    client_id: str
    expires_in: int
    valid_until: datetime


@dataclass(eq=False, repr=False)
class Directory:
    """Every account, token, client and claim code of one sandbox."""

    _clock: Clock
    _accounts: dict[str, Account] = field(default_factory=dict)
    _tokens: dict[str, AccessToken] = field(default_factory=dict)
    _challenges: dict[str, MfaChallenge] = field(default_factory=dict)
    clients: dict[str, OAuthClient] = field(default_factory=dict)
    claim_codes: dict[str, Account] = field(default_factory=dict)

    # Accounts

    def add_account(self, account: Account) -> Account:
        """Stores a new account; ValueError when the name is taken."""
        key = account.username.lower()
        if key in self._accounts:
            raise ValueError(f"there is an account {account.username!r} already")
        self._accounts[key] = account
        return account

    def account(self, username: str) -> Account | None:
        """The account with that name, in any case."""
        return self._accounts.get(username.lower())

    def accounts(self) -> list[Account]:
        """All accounts, oldest first."""
        return list(self._accounts.values())

    def authenticate(self, username: str, password: str) -> Account | None:
        """The account, if the password is right."""
        account = self.account(username)
        if account is None:
            return None
        matches = secrets.compare_digest(account.password.encode(), password.encode())
        return account if matches else None

    def rename(self, account: Account, username: str) -> None:
        """Gives the account another name; ValueError when that is taken."""
        if self.account(username) not in (None, account):
            raise ValueError(f"there is an account {username!r} already")
        del self._accounts[account.username.lower()]
        account.username = username
        self._accounts[username.lower()] = account

    def remove(self, account: Account) -> None:
        """Deletes the account and its tokens."""
        self.revoke_all(account)
        self._accounts.pop(account.username.lower(), None)

    # Clients

    def client(self, client_id: str, secret: str) -> OAuthClient | None:
        """The OAuth client, if the secret is right."""
        client = self.clients.get(client_id)
        if client is None:
            return None
        matches = secrets.compare_digest(client.secret.encode(), secret.encode())
        return client if matches else None

    # Tokens

    def issue(
        self,
        account: Account,
        *,
        client_id: str = DEFAULT_CLIENT,
        expires_in: int = DEFAULT_TOKEN_LIFETIME,
        scopes: tuple[str, ...] = FULL_ACCESS,
        token: str | None = None,
    ) -> AccessToken:
        """Makes a new token; ``expires_in`` in seconds, 0 for one that never expires."""
        now = self._clock.now()
        issued = AccessToken(
            token=token or new_token(),
            account=account,
            client_id=client_id,
            expires_in=expires_in,
            expires_at=now + timedelta(seconds=expires_in) if expires_in else None,
            scopes=scopes,
            refresh_expires_at=now + REFRESH_TOKEN_LIFETIME,
        )
        self._tokens[issued.token] = issued
        return issued

    def token(self, value: str) -> AccessToken | None:
        """The token, if it is known and hasn't expired."""
        found = self._tokens.get(value)
        if found and found.expires_at and found.expires_at <= self._clock.now():
            return None
        return found

    def tokens(self, account: Account) -> list[AccessToken]:
        """The account's tokens that are valid, oldest first."""
        return [
            token
            for token in self._tokens.values()
            if token.account is account and self.token(token.token)
        ]

    def refresh(self, client: OAuthClient, refresh_token: str) -> AccessToken | None:
        """A new token for a refresh token, which is used up by that; None if it isn't valid."""
        for old in self._tokens.values():
            if (
                old.refresh_token == refresh_token
                and old.client_id == client.id
                and old.refresh_expires_at > self._clock.now()
            ):
                old.refresh_token = new_token()
                return self.issue(
                    old.account,
                    client_id=client.id,
                    expires_in=old.expires_in,
                    scopes=old.scopes,
                )
        return None

    def revoke(self, value: str) -> None:
        """Ends one token."""
        self._tokens.pop(value, None)

    def revoke_all(self, account: Account) -> None:
        """Ends every token of the account."""
        for token in [t for t in self._tokens.values() if t.account is account]:
            del self._tokens[token.token]

    # Multi-factor authentication

    def challenge(self, account: Account, client_id: str, expires_in: int) -> str:
        """Starts the second step of a log-in and gives its ``mfa_token``."""
        mfa_token = new_token()
        self._challenges[mfa_token] = MfaChallenge(
            account=account,
            client_id=client_id,
            expires_in=expires_in,
            valid_until=self._clock.now() + MFA_CHALLENGE_LIFETIME,
        )
        return mfa_token

    def answer_challenge(self, mfa_token: str, client_id: str, otp: str) -> AccessToken | None:
        """The token, if the challenge is open and the one-time password right."""
        challenge = self._challenges.get(mfa_token)
        if (
            challenge is None
            or challenge.client_id != client_id
            or challenge.valid_until <= self._clock.now()
            or challenge.account.otp != otp
        ):
            return None
        del self._challenges[mfa_token]
        return self.issue(challenge.account, client_id=client_id, expires_in=challenge.expires_in)
