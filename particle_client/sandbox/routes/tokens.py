"""Access tokens and logging in."""

from datetime import UTC, datetime
from typing import Any

from ..accounts import DEFAULT_TOKEN_LIFETIME, AccessToken, OAuthClient
from ..authorization import authorize, mfa_required, oauth_client
from ..clock import isoformat
from ..customers import Customer
from ..errors import failure, missing_token, oauth_error
from ..request import Call
from ..routing import Auth, Route, route


@route("POST", "/oauth/token", auth=Auth.NONE)
def create_token(call: Call) -> dict[str, Any]:
    if not call.body.is_form:
        raise oauth_error(
            400, "invalid_request", "The body must be application/x-www-form-urlencoded"
        )
    client = oauth_client(call.cloud, call.request, call.body.fields)
    grant_type = call.body.fields.get("grant_type")
    grants = {
        "password": _password_grant,
        "urn:custom:mfa-otp": _otp_grant,
        "client_credentials": _client_grant,
        "refresh_token": _refresh_grant,
    }
    if grant_type not in grants:
        code = "unsupported_grant_type" if grant_type else "invalid_request"
        raise oauth_error(400, code, "Invalid or missing grant_type parameter")
    return token_json(grants[grant_type](call, client))


def token_json(token: AccessToken) -> dict[str, Any]:
    """A new token as the response to a log-in shows it."""
    return {
        "token_type": "bearer",
        "access_token": token.token,
        "expires_in": token.expires_in,
        "refresh_token": token.refresh_token,
    }


def _password_grant(call: Call, client: OAuthClient) -> AccessToken:
    username, password = _field(call, "username"), _field(call, "password")
    customer = call.cloud.customers.authenticate(client, username, password)
    if customer:
        return _customer_token(call, client, customer)
    account = call.cloud.directory.authenticate(username, password)
    if account is None:
        raise oauth_error(400, "invalid_grant", "User credentials are invalid")
    lifetime = _lifetime(call)
    if account.mfa_enabled:
        raise mfa_required(call.cloud, account, client.id, lifetime)
    return call.cloud.directory.issue(
        account, client_id=client.id, expires_in=lifetime, scopes=client.scopes
    )


def _otp_grant(call: Call, client: OAuthClient) -> AccessToken:
    token = call.cloud.directory.answer_challenge(
        _field(call, "mfa_token"), client.id, _field(call, "otp")
    )
    if token is None:
        raise oauth_error(400, "invalid_grant", "The MFA token or the one-time password is invalid")
    return token


def _client_grant(call: Call, client: OAuthClient) -> AccessToken:
    scope = call.body.fields.get("scope")
    if scope:
        kind, _, email = str(scope).partition("=")
        customer = call.cloud.customers.of_client(client, email) if kind == "customer" else None
        if customer is None:
            raise oauth_error(400, "invalid_scope", "There is no such customer")
        return _customer_token(call, client, customer)
    if client.owner is None:
        raise oauth_error(400, "unauthorized_client", "The client belongs to no account")
    return call.cloud.directory.issue(
        client.owner, client_id=client.id, expires_in=_lifetime(call), scopes=client.scopes
    )


def _customer_token(call: Call, client: OAuthClient, customer: Customer) -> AccessToken:
    return call.cloud.directory.issue(
        customer.account, client_id=client.id, expires_in=_lifetime(call)
    )


def _refresh_grant(call: Call, client: OAuthClient) -> AccessToken:
    value = _field(call, "refresh_token")
    # Tokens of developer accounts, which come from the public clients, can't be refreshed.
    token = None if client.is_public else call.cloud.directory.refresh(client, value)
    if token is None:
        raise oauth_error(400, "invalid_grant", "Refresh token is invalid")
    return token


def _field(call: Call, name: str) -> str:
    value = call.body.fields.get(name)
    if not isinstance(value, str) or not value:
        raise oauth_error(400, "invalid_request", f"Missing parameter: {name}")
    return value


def _lifetime(call: Call) -> int:
    fields = call.body.fields
    if "expires_in" in fields:
        text = str(fields["expires_in"])
        if not text.isdecimal() or len(text) > 10:
            raise oauth_error(400, "invalid_request", "expires_in must be a number of seconds")
        return int(text)
    if "expires_at" in fields:
        try:
            moment = datetime.fromisoformat(str(fields["expires_at"]))
        except ValueError:
            raise oauth_error(
                400, "invalid_request", "expires_at must be an ISO 8601 date"
            ) from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(1, round((moment - call.cloud.clock.now()).total_seconds()))
    return DEFAULT_TOKEN_LIFETIME


@route("GET", "/v1/access_tokens", auth=Auth.USER)
def list_tokens(call: Call) -> list[dict[str, Any]]:
    return [
        {
            "token": token.token,
            **({"expires_at": isoformat(token.expires_at)} if token.expires_at else {}),
            "client": token.client_id,
        }
        for token in call.cloud.directory.tokens(call.account)
    ]


@route("DELETE", "/v1/access_tokens")
def delete_all_tokens(call: Call) -> dict[str, Any]:
    call.cloud.directory.revoke_all(call.account)
    return {"ok": True}


@route("GET", "/v1/access_tokens/current")
def current_token(call: Call) -> dict[str, Any]:
    token = _used_token(call)
    expiry: dict[str, Any] = {"expires_in": 0}
    if token.expires_at:
        left = max(1, int((token.expires_at - call.cloud.clock.now()).total_seconds()))
        expiry = {"expires_in": left, "expires_at": isoformat(token.expires_at)}
    organizations = call.cloud.organizations.values()
    return {
        **expiry,
        "client": token.client_id,
        "client_id": token.client_id,
        "scopes": list(token.scopes),
        "orgs": [
            {"id": organization.id, "slug": organization.slug}
            for organization in organizations
            if token.account.id in organization.members
        ],
    }


@route("DELETE", "/v1/access_tokens/current")
def delete_current_token(call: Call) -> dict[str, Any]:
    call.cloud.directory.revoke(_used_token(call).token)
    return {"ok": True}


# Who knows a token may revoke it; credentials, if there are any, must be those of its account.
@route("DELETE", "/v1/access_tokens/{token}", auth=Auth.NONE)
def delete_token(call: Call) -> dict[str, Any]:
    if "authorization" in call.request.headers:
        authorize(call, _REVOCATION)
    token = call.cloud.directory.token(call.parameters["token"])
    if token is None or call.user not in (None, token.account):
        raise failure(404, "There is no such access token")
    call.cloud.directory.revoke(token.token)
    return {"ok": True}


def _used_token(call: Call) -> AccessToken:
    if call.token is None:
        raise missing_token()
    return call.token


_REVOCATION = Route(
    method="DELETE", path="/v1/access_tokens/{token}", handler=delete_token, auth=Auth.USER
)
