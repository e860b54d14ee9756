"""What every provider that logs in has in common: when it does, and that it does so once."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError, ParticleError
from ..base.status_errors import (
    AuthenticationError,
    BadRequestError,
    MFARequiredError,
    PermissionDeniedError,
)
from .flight import Flight, TaskSignal, ThreadSignal, copied
from .provider import TokenProvider
from .steps import Ask, Send, Steps, arun, run
from .stores import TokenKey
from .tokens import Secret, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..base.status_errors import APIStatusError
    from ..calls.async_sender import AsyncSender
    from ..calls.client_base import ClientBase
    from ..calls.sender import Sender
    from .stores import TokenStore

__all__ = ["PUBLIC_CLIENTS", "REFUSALS", "LoginProvider", "Session"]

_log = logging.getLogger("particle_client.login")

REFUSALS = (BadRequestError, AuthenticationError, PermissionDeniedError)
"""The cloud understood a login and doesn't want it: the same again would be refused again."""

# Ten failures in a row block the IP address for half an hour, so the same password waits longer and
# longer for its next chance.
_FIRST_PAUSE = 30.0
_LONGEST_PAUSE = 1800.0

# How long a token that is still valid is used on when a new one can't be had.
_POSTPONED = 30.0

# Where the cloud answers 401 to any token, logging in again and again would help nobody.
_MOST_REPLACED = 5
_REPLACED_WITHIN = 60.0

PUBLIC_CLIENTS = ("particle", "particle-api")
"""OAuth clients of everybody, for developer accounts. Their tokens can't be refreshed."""


class Refusal:
    """A login that the cloud refused, and when the same one may be tried again."""

    def __init__(self, form: dict[str, Any], error: APIStatusError, count: int, now: float) -> None:
        self.count = count
        self.until = now + min(_FIRST_PAUSE * 2 ** (count - 1), _LONGEST_PAUSE)
        self._form = _essence(form)
        self._error = copied(error)  # without the traceback, and all that hangs on it

    def concerns(self, form: dict[str, Any]) -> bool:
        """Whether it is the same login."""
        return self._form == _essence(form)

    def again(self, now: float) -> Exception:
        """Give the error once more, saying why the cloud wasn't asked."""
        error = copied(self._error)
        error.__notes__ = [  # instead of those of the copy, which are the original's
            *getattr(error, "__notes__", ()),
            f"This is the cloud's answer to the last attempt. The same login is tried again in "
            f"{self.until - now:.0f} s: too many failures block the IP address.",
        ]
        return error


def _essence(form: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in form.items() if name != "mfa_token"}


class Session:
    """The token for one cloud and one OAuth client, and what happens to it."""

    def __init__(self, key: TokenKey) -> None:
        self.key = key
        self.lock = threading.Lock()
        """Held for moments only: never while something is waited for."""
        self.token: Token | None = None
        self.flight: Flight | None = None
        self.rejected: str | None = None
        """The last token that the cloud answered 401 to; a store may still have it."""
        self.refresh_token: Secret | None = None
        self.spent: set[str] = set()
        """Refresh tokens that the cloud refused; a store may still have one."""
        self.postponed_until = 0.0
        self.refusal: Refusal | None = None
        self._replaced: deque[float] = deque(maxlen=_MOST_REPLACED)

    def may_replace(self, now: float) -> bool:
        """Whether a rejected token is a reason to log in, and not just one of too many."""
        if len(self._replaced) == _MOST_REPLACED and now - self._replaced[0] < _REPLACED_WITHIN:
            return False
        self._replaced.append(now)
        return True

    @contextmanager
    def landing(self, flight: Flight) -> Generator[None]:
        """End a flight for all who wait for it, however it ends for the one who leads it."""
        try:
            with flight.led():
                yield
        except Exception as error:
            flight.error = error
            raise
        finally:
            with self.lock:
                if flight.token is not None:
                    self.token = flight.token
                if self.flight is flight:
                    self.flight = None
                flight.land()


class LoginProvider(TokenProvider):
    """Logs in when a token is needed, and keeps it until shortly before it expires."""

    def __init__(
        self,
        account: str,
        *,
        store: TokenStore | None,
        leeway: float | None,
        clock: Callable[[], float] | None,
    ) -> None:
        if leeway is not None and not leeway >= 0:
            raise ConfigurationError(f"leeway must be 0 seconds or more: {leeway}")
        self._account = account
        self._store = store
        self._leeway = leeway
        self._clock = clock or time.time
        self._sessions: dict[tuple[str, str], Session] = {}
        self._lock = threading.Lock()

    def get_token(self, client: Sender) -> str:
        """Give the token. Logs in if there is none, or none that lasts."""
        session = self._session(client)
        while True:
            found, leads = self._now(session, in_task=False)
            if isinstance(found, Token):
                return found.value
            if leads:
                with session.landing(found):
                    found.token = run(self._renew(session, client), client)
                return found.token.value
            signal = ThreadSignal()
            if self._joins(session, found, signal):
                signal.wait()
            token = found.result()
            if token is not None:
                return token.value

    async def aget_token(self, client: AsyncSender) -> str:
        """Give the token. Logs in if there is none, or none that lasts."""
        session = self._session(client)
        while True:
            found, leads = self._now(session, in_task=True)
            if isinstance(found, Token):
                return found.value
            if leads:
                with session.landing(found):
                    found.token = await arun(self._renew(session, client), client)
                return found.token.value
            signal = TaskSignal()
            if self._joins(session, found, signal):
                await signal.wait()
            token = found.result()
            if token is not None:
                return token.value

    def reject(self, token: str) -> bool:
        """Drop a token that the cloud didn't take, unless another has taken its place already."""
        now = self._clock()
        others = False
        for session in list(self._sessions.values()):
            with session.lock:
                current = session.token
                if current is not None and current.value == token:
                    if not session.may_replace(now):
                        _log.warning(
                            "The cloud answers 401 to new tokens, too: none is asked for for now."
                        )
                        return False
                    session.token = None
                    session.rejected = token
                    return True
                others = others or current is not None or session.flight is not None
                others = others or session.rejected == token
        return others

    # --- who does it ----------------------------------------------------------------------------

    def _session(self, client: ClientBase) -> Session:
        place = client._base_url, client._oauth_client[0]
        session = self._sessions.get(place)
        if session is None:
            self._check(client)
            with self._lock:
                session = self._sessions.setdefault(place, Session(TokenKey(*place, self._account)))
        return session

    def _now(self, session: Session, *, in_task: bool) -> tuple[Token | Flight, bool]:
        """Give the token if there is a good one; else the flight, and whether to lead it."""
        now = self._clock()
        token = session.token
        if token is not None and not self._is_due(session, token, now):
            return token, False
        with session.lock:
            token, flight = session.token, session.flight
            if flight is not None and flight.is_lost:
                flight = session.flight = None
            # While another one is fetched, the old one still does.
            if (
                token is not None
                and not token.is_expired(now)
                and (flight is not None or not self._is_due(session, token, now))
            ):
                return token, False
            if flight is None:
                flight = session.flight = Flight(in_task=in_task)
                return flight, True
        flight.check_not_led_here()
        if flight.holds_up(in_task=in_task):
            return Flight(in_task=in_task), True  # a login of its own
        return flight, False

    def _is_due(self, session: Session, token: Token, now: float) -> bool:
        return token.is_due(now, self._leeway) and (
            now >= session.postponed_until or token.is_expired(now)
        )

    def _joins(self, session: Session, flight: Flight, signal: ThreadSignal | TaskSignal) -> bool:
        with session.lock:
            if session.flight is not flight:
                return False  # it has landed meanwhile
            flight.join(signal)
            return True

    # --- what is done ---------------------------------------------------------------------------

    def _check(self, client: ClientBase) -> None:
        """ConfigurationError for a client that this login can't work with."""

    def _log_in(self, session: Session, client: ClientBase) -> Steps[Token]:
        """Get a token with what the user gave."""
        raise NotImplementedError

    def _renew(self, session: Session, client: ClientBase) -> Steps[Token]:
        """Get a token: out of the store, for the refresh token, or by logging in."""
        kept = yield from self._load(session)
        if kept is not None:
            return kept
        old = session.token
        try:
            token = yield from self._fresh(session, client)
        except Exception as error:
            now = self._clock()
            # It may have been rejected meanwhile.
            if old is None or old is not session.token or old.is_expired(now):
                raise
            session.postponed_until = now + _POSTPONED
            _log.warning("No new token for now; the old one is used on. %s", _told(error))
            return old
        session.refusal = None
        session.postponed_until = 0.0
        yield from self._save(session, token)
        return token

    def _fresh(self, session: Session, client: ClientBase) -> Steps[Token]:
        refresh_token = session.refresh_token
        if refresh_token is not None and session.key.client_id not in PUBLIC_CLIENTS:
            try:
                return (yield from self._refresh(session, client, refresh_token))
            except REFUSALS as error:
                _log.info("The refresh token is of no use any more; logging in. %s", error)
        return (yield from self._log_in(session, client))

    def _refresh(
        self, session: Session, client: ClientBase, refresh_token: str, *, final: bool = False
    ) -> Steps[Token]:
        form: dict[str, Any] = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        try:
            return (yield from self._grant(session, client, form, final=final))
        except REFUSALS:
            session.refresh_token = None
            session.spent.add(refresh_token)
            raise

    def _grant(
        self, session: Session, client: ClientBase, form: dict[str, Any], *, final: bool = True
    ) -> Steps[Token]:
        """Send a form. The same one again isn't sent at once if the cloud refused it.

        Args:
            form: What makes up the grant. The OAuth client's credentials are added to it.
            final: Whether there is nothing else to try when it is refused.
        """
        form["client_id"] = session.key.client_id
        form["client_secret"] = Secret(client._oauth_client[1])
        refusal, now = session.refusal, self._clock()
        if refusal is not None and refusal.concerns(form) and now < refusal.until:
            raise refusal.again(now)
        try:
            response = yield Send(form)
        except MFARequiredError:
            raise
        except REFUSALS as error:
            if final:
                self._refused(session, form, error)
            raise
        token = Token.from_answer(response, self._clock())
        session.refresh_token = token.refresh_token or session.refresh_token
        return token

    def _refused(self, session: Session, form: dict[str, Any], error: APIStatusError) -> None:
        before = session.refusal
        count = 1 + (before.count if before is not None and before.concerns(form) else 0)
        session.refusal = Refusal(form, error, count, self._clock())

    # --- the store ------------------------------------------------------------------------------

    def _load(self, session: Session) -> Steps[Token | None]:
        if self._store is None:
            return None
        try:
            token: Token | None = yield Ask(self._store.load, session.key)
        except ConfigurationError:
            raise
        except Exception as error:
            _log.warning("No token from %r: %s", self._store, _told(error))
            return None
        if token is None:
            return None
        if token.refresh_token is not None and token.refresh_token not in session.spent:
            session.refresh_token = token.refresh_token
        if token.value == session.rejected or token.is_due(self._clock(), self._leeway):
            return None
        return token

    def _save(self, session: Session, token: Token) -> Steps[None]:
        if self._store is None:
            return
        if token.refresh_token is None and session.refresh_token is not None:
            token.refresh_token = session.refresh_token  # it goes on being valid
        try:
            yield Ask(self._store.save, session.key, token)
        except ConfigurationError:
            raise
        except Exception as error:
            _log.warning("The token isn't kept by %r: %s", self._store, _told(error))


def _told(error: Exception) -> str:
    """Describe an error: one of others, whose text may hold what is secret, by its kind."""
    if isinstance(error, ParticleError):
        return str(error)
    code = f" {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    return f"{type(error).__name__}{code}"
