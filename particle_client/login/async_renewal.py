"""Getting a token: out of the store, for a refresh token, or by logging in."""

from __future__ import annotations

import logging
import threading  # async only
import time
from contextlib import nullcontext
from math import inf
from typing import Any

from ..base.errors import APITimeoutError, ParticleError
from ..base.known_errors import InvalidCredentialsError, MFARequiredError
from ..base.secrets import Secret
from ..calls.async_sender import AsyncSender
from ..calls.async_waiting import in_thread, resolve, wait_for
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .session import PUBLIC_CLIENTS, REFUSALS, Session, SingleFlight, copied, secret_text
from .tokens import Token

_log = logging.getLogger("particle_client.login")

# How long a token that is still valid is used on when a new one can't be had.
_POSTPONED = 30.0

# How long, and how often, another process that renews the token is waited for.
_LOCK_TIMEOUT = 30.0
_LOCK_POLL = 0.05


async def get_token(session: Session, client: AsyncSender) -> str:
    """Return the token. Get one if there is none that lasts, once for all who wait for it."""
    while True:
        token = session.token
        # While another one is fetched, the old one still does.
        if session.is_good(token, lasting=not session.is_renewing):
            return token.value
        mine = SingleFlight()
        mine.is_limited = client._deadline < inf
        mine.loop_thread = threading.get_ident()  # async only
        flight = session.join(mine)
        if flight is mine:
            with session.leading(flight):
                if not session.is_good(session.token):  # else another was faster
                    session.token = await _renew(session, client)
                return session.token.value
        await wait_for(flight, client._deadline)
        if not flight.done():
            raise APITimeoutError("the login under way isn't over at the deadline", sent=False)
        error = flight.result()
        # One that had less time than this says nothing about the cloud.
        if error and not (flight.is_limited and isinstance(error, APITimeoutError)):
            raise copied(error)


async def _renew(session: Session, client: AsyncSender) -> Token:
    """Return the store's token, or a new one, which one process at a time gets."""
    give_up_at, store = min(time.monotonic() + _LOCK_TIMEOUT, client._deadline), session.store
    while True:
        lock = nullcontext() if store is None else await in_thread(store.lock, session.key)
        with lock or nullcontext():
            if token := await _load(session):
                return token
            if lock is not None:
                return await _request_or_keep(session, client)
        if session.is_good(session.token, lasting=False):
            session.postponed_until = session.timer() + _POSTPONED
            return session.token
        if time.monotonic() >= give_up_at:
            _log.warning("%r is locked by another process: going on without.", store)
            return await _request_or_keep(session, client)
        await client._sleep(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, False, _LOCK_POLL)


async def _load(session: Session) -> Token | None:
    """Return the store's token if it is good, and keep its refresh token."""
    token: Token | None = await _ask_store(session, "load", session.key)
    if token is None:
        return None
    if token.refresh_token is not None and token.refresh_token not in session.refused:
        session.refresh_token = token.refresh_token
    return token if session.is_good(token) else None


async def _request_or_keep(session: Session, client: AsyncSender) -> Token:
    try:
        token = await _request_token(session, client)
    except Exception as error:
        if found := await _load(session):
            return found
        if not session.is_good(session.token, lasting=False):
            raise
        session.postponed_until = session.timer() + _POSTPONED
        _log.warning("No new token for now; the old one is used on. %s", _describe_error(error))
        return session.token
    session.backoff = None
    await _ask_store(session, "save", session.key, token)
    return token


async def _ask_store(session: Session, action: str, *arguments: Any) -> Any:
    """Load or save the token. Nothing that goes wrong with that ends the login."""
    if session.store is None:
        return None
    try:
        result = await in_thread(getattr(session.store, action), *arguments)
        return await resolve(result, f"store.{action}")
    except Exception as error:
        detail = _describe_error(error)
        _log.warning("%r can't %s the token: %s", session.store, action, detail)
        return None


def _describe_error(error: Exception) -> str:
    if isinstance(error, ParticleError):
        return str(error)
    # The text of others may hold what is secret.
    return getattr(error, "strerror", None) or type(error).__name__


async def _request_token(session: Session, client: AsyncSender) -> Token:
    refresh_token = session.refresh_token
    if refresh_token is not None and session.key.client_id not in PUBLIC_CLIENTS:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        try:
            return await _grant(session, client, form)
        except REFUSALS as error:
            session.refresh_token = None
            session.refused[refresh_token] = session.timer()
            # Another process may have used it up, and have got a token.
            if token := await _load(session):
                return token
            _log.info("The refresh token is of no use any more; logging in. %s", error)
    return await _log_in(session, client)


async def _log_in(session: Session, client: AsyncSender) -> Token:
    """Get a token with what the user gave."""
    form = {name: await _ask(name, value) for name, value in session.form.items()}
    try:
        return await _grant(session, client, form)
    except MFARequiredError as required:
        if session.otp is None:
            required.add_note(
                "PasswordLogin asks for the one-time password itself when it is given otp=."
            )
            raise
        mfa_token = Secret(required.mfa_token)
    session.backoff = None  # the password was right
    form = {"grant_type": "urn:custom:mfa-otp", "mfa_token": mfa_token}
    return await _grant(session, client, {**form, "otp": await _ask("otp", session.otp)})


async def _ask(name: str, value: Any) -> Any:
    """Return a value, or what a function of the user's returns for it."""
    if not callable(value):
        return value
    # In a thread: a prompt must not hold up the event loop.
    return secret_text(name, await resolve(await in_thread(value), f"{name}="))


async def _grant(session: Session, client: AsyncSender, form: dict[str, Any]) -> Token:
    """Send a form, and the OAuth client's credentials with it."""
    form["client_id"], form["client_secret"] = client._oauth_client
    refusals = session.key._replace(account=f"{session.key.account} (refused)")
    session.check_backoff(form)
    if refused := await _ask_store(session, "load", refusals):
        await in_thread(session.recall, form, refused)
        session.check_backoff(form)
    try:
        response = await client._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, {}, form=form)
    except REFUSALS as error:
        refused = await in_thread(session.back_off, form, error)
        if isinstance(error, InvalidCredentialsError):
            await _ask_store(session, "save", refusals, refused)
        raise
    token = Token.from_response(response, session.clock())
    # Without a new one, the old one goes on being valid.
    session.refresh_token = token.refresh_token = token.refresh_token or session.refresh_token
    return token
