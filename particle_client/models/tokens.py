# Generated from openapi/ by `make generate`. Do not edit.
"""Models of tokens."""

from datetime import datetime

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["AccessToken", "AccessTokenInfo", "CurrentAccessToken", "TokenOrganization"]


@model
class AccessToken(Model):
    """A new access token."""

    access_token: str = json_field(secret=True)
    """The token to send with all other requests."""
    token_type: str
    """Kind of the token; always `bearer`, in lower or upper case."""
    expires_in: int
    """Lifetime of the token in seconds, from now on; 0 for a token that never expires."""
    refresh_token: str | None = json_field(default=UNSET, secret=True)
    """The token that a new access token can be had for after this one has expired, where the client
    allows it.
    """


@model
class AccessTokenInfo(Model):
    """One of the access tokens of an account."""

    token: str = json_field(secret=True)
    """The access token itself."""
    expires_at: datetime | None = UNSET
    """When the token expires."""
    client: str | None = UNSET
    """ID of the OAuth client that the token was made with."""


@model
class TokenOrganization(Model):
    """An organization that an access token reaches."""

    id: str
    """ID of the organization."""
    slug: str | None = UNSET
    """The organization's name in the form that paths use."""


@model
class CurrentAccessToken(Model):
    """What the cloud knows about the access token that the request was made with."""

    expires_in: int | str | None = UNSET
    """How long the token is valid, in seconds; 0 for a token that never expires."""
    expires_at: datetime | None = UNSET
    """When the token expires."""
    client: str | None = UNSET
    """The OAuth client that the token was made with."""
    client_id: str | None = UNSET
    """ID of the OAuth client that the token was made with."""
    scopes: list[str]
    """The permissions that the token is limited to, such as `devices:list`."""
    orgs: list[TokenOrganization]
    """The organizations that the token reaches."""
