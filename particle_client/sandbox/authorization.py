"""Who is asking: access tokens, HTTP Basic, and OAuth client credentials."""

import base64
import binascii
from typing import Any

from starlette.requests import Request

from .accounts import Account, OAuthClient
from .errors import ApiError, failure, invalid_token, missing_token, oauth_error
from .request import Call
from .routing import Auth, Route
from .state import CloudState


def needs_body(request: Request) -> bool:
    """Whether credentials can only be in the body, as the deprecated form parameter."""
    return "authorization" not in request.headers and request.method in ("POST", "PUT")


def basic_credentials(request: Request) -> tuple[str, str] | None:
    """User name and password of an HTTP Basic header, if that is what there is."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise oauth_error(401, "invalid_request", "Malformed auth header") from None
    if not colon:
        raise oauth_error(401, "invalid_request", "Malformed auth header")
    return name, password


def oauth_client(cloud: CloudState, request: Request, fields: dict[str, Any]) -> OAuthClient:
    """The OAuth client of a token request, from HTTP Basic or the form."""
    basic = basic_credentials(request)
    client_id, secret = basic or (fields.get("client_id"), fields.get("client_secret"))
    if not isinstance(client_id, str) or not isinstance(secret, str):
        raise oauth_error(400, "invalid_client", "Invalid or missing client_id parameter")
    client = cloud.directory.client(client_id, secret)
    if client is None:
        status = 401 if basic else 400
        raise oauth_error(status, "invalid_client", "Client credentials are invalid")
    return client


def authorize(call: Call, route: Route) -> None:
    """Finds out who asks and whether they may; raises the documented errors."""
    if route.auth is Auth.NONE:
        return
    basic = basic_credentials(call.request)
    if basic and route.auth is Auth.USER:
        call.user = _authenticate_user(call, *basic)
        return
    value = request_token(call.request)
    if value is None:
        value = _token_in_form(call)
    if value is None:
        if route.auth is Auth.TOKEN_OR_CLIENT:
            client = oauth_client(call.cloud, call.request, call.body.fields)
            call.user = client.owner or call.cloud.default_account
            return
        raise missing_token()
    token = call.cloud.directory.token(value)
    if token is None:
        raise invalid_token()
    if not token.has_scope(route.scope):
        raise _missing_scope(route.scope)
    call.token, call.user = token, token.account


def request_token(request: Request) -> str | None:
    """The access token in the header or the query."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and value.strip():
        return value.strip()
    return request.query_params.get("access_token") if request.method == "GET" else None


def _token_in_form(call: Call) -> str | None:
    if call.body.is_form:  # read by now for POST and PUT only
        in_form = call.body.fields.pop("access_token", None)
        return in_form if isinstance(in_form, str) else None
    return None


def _authenticate_user(call: Call, username: str, password: str) -> Account:
    account = call.cloud.directory.authenticate(username, password)
    if account is None:
        raise oauth_error(401, "invalid_grant", "User credentials are invalid")
    if account.mfa_enabled:
        otp = call.query.get("otp") or call.body.fields.get("otp")
        if otp is None:
            raise mfa_required(call.cloud, account)
        if otp != account.otp:
            raise oauth_error(401, "invalid_grant", "The one-time password is invalid")
    return account


def mfa_required(
    cloud: CloudState, account: Account, client_id: str = "particle-api", expires_in: int = 0
) -> ApiError:
    """The documented response when a one-time password is needed."""
    return oauth_error(
        403,
        "mfa_required",
        "Multifactor authentication required",
        mfa_token=cloud.directory.challenge(account, client_id, expires_in),
    )


def _missing_scope(scope: str | None) -> ApiError:
    if scope is None:
        return oauth_error(400, "unauthorized", "API users are not allowed to call this endpoint")
    return oauth_error(400, "unauthorized", f"The access token lacks the scope {scope}")


def check_password(account: Account, password: object) -> None:
    """400 unless it is the account's password."""
    if not isinstance(password, str) or password != account.password:
        raise failure(400, "The current password is missing or wrong")
