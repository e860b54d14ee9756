"""Getting a token: out of the store, for a refresh token, or by logging in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from ..base.errors import ConfigurationError, ParticleError
from ..base.secrets import Secret
from ..base.status_errors import (
    AuthenticationError,
    BadRequestError,
    MFARequiredError,
    PermissionDeniedError,
)
from ..calls.async_waiting import in_thread, resolve, wait_for
from ..operations.tokens import CREATE_ACCESS_TOKEN
from .session import PUBLIC_CLIENTS, SingleFlight, copied, secret_text, under_way
from .tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..calls.async_sender import AsyncSender
    from .session import Prompt, Session

_log = logging.getLogger("particle_client.login")

_REFUSALS = (BadRequestError, AuthenticationError, PermissionDeniedError)
"""The cloud understood a login and doesn't want it: the same again would be refused again."""

# How long a token that is still valid is used on when a new one can't be had.
_POSTPONED = 30.0


async def get_token(session: Session, client: AsyncSender) -> str:
    """Return the token. Get one if there is none that lasts, once for all who wait for it."""
    while True:
        # While another one is fetched, the old one still does.
        token = session.valid_token(lasting=not session.is_renewing)
        if token is not None:
            return token.value
        mine = SingleFlight()
        mine.in_task = True  # async only
        flight = session.join(mine)
        if flight is mine:
            token = await _lead(session, flight, client)
            return token.value
        await wait_for(flight)
        if error := flight.result():
            raise copied(error)


async def _lead(session: Session, flight: SingleFlight, client: AsyncSender) -> Token:
    """Get a token for all who wait for it; they go on, whatever comes of it."""
    outer, error = under_way.get(), None
    under_way.set((*outer, flight))
    try:
        # Another may have been faster.
        return session.valid_token(lasting=True) or await _renew(session, client)
    except Exception as failure:
        error = copied(failure)
        raise
    finally:
        under_way.set(outer)
        session.finish(flight, error)


async def _renew(session: Session, client: AsyncSender) -> Token:
    token = await _load(session)
    if token is not None:
        return session.use(token)
    try:
        token = await _request_token(session, client)
    except Exception as error:
        old = session.valid_token()
        if old is None:
            raise
        session.renew_at = session.clock() + _POSTPONED
        _log.warning("No new token for now; the old one is used on. %s", _describe_error(error))
        return old
    session.backoff = None
    if session.store is not None:
        await _ask_store(session, "The token isn't kept by", session.store.save, token)
    return session.use(token)


async def _load(session: Session) -> Token | None:
    if session.store is None:
        return None
    token: Token | None = await _ask_store(session, "No token from", session.store.load)
    if token is None:
        return None
    if token.refresh_token is not None and token.refresh_token not in session.refused:
        session.refresh_token = token.refresh_token
    is_good = session.clock() < token.renew_at(session.leeway)
    return token if is_good and token.value not in session.refused else None


async def _ask_store(
    session: Session, failure: str, function: Callable[..., Any], *arguments: Any
) -> Any:
    try:
        return await in_thread(function, session.key, *arguments)
    except ConfigurationError:
        raise
    except Exception as error:
        _log.warning("%s %r: %s", failure, session.store, _describe_error(error))
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
        except _REFUSALS as error:
            session.refresh_token = None
            session.refused[refresh_token] = session.clock()
            _log.info("The refresh token is of no use any more; logging in. %s", error)
    return await _log_in(session, client)


async def _log_in(session: Session, client: AsyncSender) -> Token:
    """Get a token with what the user gave."""
    form = {
        name: await _ask(name, value) if callable(value) else value
        for name, value in session.form.items()
    }
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


async def _ask(name: str, prompt: Prompt) -> Secret:
    # In a thread: a prompt must not hold up the event loop.
    return secret_text(name, await resolve(await in_thread(prompt), f"{name}="))


async def _grant(session: Session, client: AsyncSender, form: dict[str, Any]) -> Token:
    """Send a form, and the OAuth client's credentials with it.

    The same one again isn't sent at once if the cloud refused it.
    """
    form["client_id"], form["client_secret"] = client._oauth_client
    session.check_backoff(form)
    try:
        response = await client._send(CREATE_ACCESS_TOKEN, CREATE_ACCESS_TOKEN.path, {}, form=form)
    except _REFUSALS as error:
        session.back_off(form, error)
        raise
    token = Token.from_response(response, session.clock())
    # Without a new one, the old one goes on being valid.
    session.refresh_token = token.refresh_token = token.refresh_token or session.refresh_token
    return token
