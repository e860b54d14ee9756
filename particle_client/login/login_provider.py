"""What every provider that logs in has in common: when it does, and that it does so once."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError, ParticleError
from ..base.status_errors import AuthenticationError, BadRequestError, PermissionDeniedError
from . import async_steps, steps
from .provider import TokenProvider
from .session import LoginBackoff, Session, Steps, copied, under_way
from .stores import TokenKey
from .tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..calls.async_sender import AsyncSender
    from ..calls.config import ClientBase
    from ..calls.sender import Sender
    from .session import SingleFlight
    from .stores import TokenStore

_log = logging.getLogger("particle_client.login")

_REFUSALS = (BadRequestError, AuthenticationError, PermissionDeniedError)
"""The cloud understood a login and doesn't want it: the same again would be refused again."""

# How long a token that is still valid is used on when a new one can't be had.
_POSTPONED = 30.0

_PUBLIC_CLIENTS = ("particle", "particle-api")
"""OAuth clients of everybody, for developer accounts. Their tokens can't be refreshed."""


class LoginProvider(TokenProvider):
    """Logs in when a token is needed, and keeps it until shortly before it expires."""

    _needs_own_client = False

    def __init__(
        self,
        account: str,
        expires_in: int | None,
        store: TokenStore | None,
        leeway: float | None,
        clock: Callable[[], float] | None,
    ) -> None:
        self._account = account
        self._expires_in = expires_in
        self._store = store
        self._leeway = leeway
        self._clock = clock or time.time
        self._sessions: dict[tuple[str, str], Session] = {}

    def get_token(self, client: Sender) -> str:
        """Return the token. Logs in if there is none, or none that lasts."""
        return steps.run(self._get_token(client, in_task=False), client)

    async def aget_token(self, client: AsyncSender) -> str:
        """Return the token. Logs in if there is none, or none that lasts."""
        return await async_steps.run(self._get_token(client, in_task=True), client)

    def reject(self, token: str) -> bool:
        """Drop a token that the cloud didn't take, unless another has taken its place already."""
        now = self._clock()
        return any([session.reject(token, now) for session in list(self._sessions.values())])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}{' of ' * bool(self._account)}{self._account}>"

    def _get_token(self, client: ClientBase, *, in_task: bool) -> Steps[str]:
        session = self._session(client)
        while True:
            found, is_mine = session.enter(self._clock(), in_task=in_task)
            if isinstance(found, Token):
                return found.value
            if is_mine:
                return (yield from self._lead(session, found, client)).value
            yield found
            outcome = found.result()
            if isinstance(outcome, Exception):
                raise copied(outcome)
            if outcome is not None:
                return outcome.value

    def _session(self, client: ClientBase) -> Session:
        key = client._base_url, client._oauth_client[0]
        if key not in self._sessions:
            if self._needs_own_client and key[1] in _PUBLIC_CLIENTS:
                raise ConfigurationError(
                    f"{type(self).__name__} needs an OAuth client of your own: pass client_id= and "
                    "client_secret= to the client, or set PARTICLE_CLIENT_ID and "
                    "PARTICLE_CLIENT_SECRET."
                )
            # Atomic: another thread may do the same.
            self._sessions.setdefault(key, Session(TokenKey(*key, self._account), self._leeway))
        return self._sessions[key]

    def _lead(self, session: Session, flight: SingleFlight, client: ClientBase) -> Steps[Token]:
        """Log in, for all who wait for it; they go on, whatever comes of it."""
        outcome: Token | Exception | None = None
        mark = under_way.set((*under_way.get(), flight))
        try:
            outcome = yield from self._renew(session, client)
            return outcome
        except Exception as error:
            outcome = copied(error)
            raise
        finally:
            # A coroutine that nobody ran to its end may be closed elsewhere.
            with suppress(ValueError):
                under_way.reset(mark)
            session.finish(flight, outcome)

    def _log_in(self, session: Session, client: ClientBase) -> Steps[Token]:
        """Get a token with what the user gave."""
        raise NotImplementedError

    def _renew(self, session: Session, client: ClientBase) -> Steps[Token]:
        """Get a token: out of the store, for the refresh token, or by logging in."""
        token = yield from self._load(session)
        if token is None:
            old = session.token
            try:
                token = yield from self._fresh(session, client)
            except Exception as error:
                now = self._clock()
                # It may have been rejected meanwhile.
                if old is None or old is not session.token or old.is_expired(now):
                    raise
                session.postpone(now + _POSTPONED)
                _log.warning(
                    "No new token for now; the old one is used on. %s", _describe_error(error)
                )
                return old
            session.backoff = None
            if self._store is not None:
                save = partial(self._store.save, session.key, token)
                yield from self._ask_store("The token isn't kept by", save)
        return token

    def _fresh(self, session: Session, client: ClientBase) -> Steps[Token]:
        refresh_token = session.refresh_token
        if refresh_token is not None and session.key.client_id not in _PUBLIC_CLIENTS:
            try:
                return (yield from self._refresh(session, client, refresh_token))
            except _REFUSALS as error:
                _log.info("The refresh token is of no use any more; logging in. %s", error)
        return (yield from self._log_in(session, client))

    def _refresh(self, session: Session, client: ClientBase, refresh_token: str) -> Steps[Token]:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        try:
            return (yield from self._grant(session, client, form))
        except _REFUSALS:
            session.refresh_token = None
            session.refused.add(refresh_token)
            raise

    def _grant(self, session: Session, client: ClientBase, form: dict[str, Any]) -> Steps[Token]:
        """Send a form, and the OAuth client's credentials with it.

        The same one again isn't sent at once if the cloud refused it.
        """
        form["client_id"], form["client_secret"] = client._oauth_client
        if session.backoff is not None:
            session.backoff.check(form, self._clock())
        try:
            response = yield form
        except _REFUSALS as error:
            session.backoff = LoginBackoff(form, error, session.backoff, self._clock())
            raise
        token = Token.from_response(response, self._clock())
        # Without a new one, the old one goes on being valid.
        session.refresh_token = token.refresh_token = token.refresh_token or session.refresh_token
        return token

    def _load(self, session: Session) -> Steps[Token | None]:
        if self._store is None:
            return None
        load = partial(self._store.load, session.key)
        token: Token | None = yield from self._ask_store("No token from", load)
        if token is None:
            return None
        if token.refresh_token is not None and token.refresh_token not in session.refused:
            session.refresh_token = token.refresh_token
        is_good = token.value not in session.refused
        return token if is_good and self._clock() < token.renew_at(self._leeway) else None

    def _ask_store(self, failure: str, function: Callable[[], Any]) -> Steps[Any]:
        try:
            return (yield function)
        except ConfigurationError:
            raise
        except Exception as error:
            _log.warning("%s %r: %s", failure, self._store, _describe_error(error))
            return None


def _describe_error(error: Exception) -> str:
    if isinstance(error, ParticleError):
        return str(error)
    # The text of others may hold what is secret.
    return getattr(error, "strerror", None) or type(error).__name__
