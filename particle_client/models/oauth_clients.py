# Generated from openapi/ by `make generate`. Do not edit.
"""Models of oauth clients."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["OAuthClient", "OAuthClientList", "OAuthClientResponse", "OAuthClientType"]


class OAuthClientType(StrEnum):
    """Kind of application that an OAuth client stands for: `installed` suits most web and mobile
    apps; `web` is for the authorization code grant, which sends the user to a page of the
    application.
    """

    WEB = "web"
    INSTALLED = "installed"


@model
class OAuthClient(Model):
    """An OAuth client, which stands for an application that asks for access tokens."""

    id: str
    """ID of the client, which the application sends."""
    name: str
    """Name of the client."""
    type: OAuthClientType | str
    """Kind of the application."""
    secret: str | None = json_field(default=UNSET, secret=True)
    """Secret of the client. Lists never show it."""
    redirect_uri: str | None = UNSET
    """Where users are sent after they allowed or denied access. Only for the type `web`."""
    product_id: int | None = UNSET
    """ID of the product that the client belongs to. Missing for a client of an account."""


@model
class OAuthClientList(Model):
    """The OAuth clients of an account or of a product."""

    ok: bool | None = UNSET
    """Whether the request succeeded."""
    clients: list[OAuthClient]
    """The clients."""


@model
class OAuthClientResponse(Model):
    """An OAuth client, just created or changed."""

    ok: bool | None = UNSET
    """Whether the client was created or changed."""
    client: OAuthClient = json_field(envelope=True)
    """The client, with its secret."""
