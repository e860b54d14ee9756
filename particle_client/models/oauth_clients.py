# Generated from openapi/ by `make generate`. Do not edit.
"""Models of oauth clients."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
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

    @property
    def id(self) -> str:
        """ID of the client, which the application sends."""
        return content_of(self.client, "id")

    @property
    def name(self) -> str:
        """Name of the client."""
        return content_of(self.client, "name")

    @property
    def type(self) -> OAuthClientType | str:
        """Kind of the application."""
        return content_of(self.client, "type")

    @property
    def secret(self) -> str | None:
        """Secret of the client. Lists never show it."""
        return content_of(self.client, "secret")

    @property
    def redirect_uri(self) -> str | None:
        """Where users are sent after they allowed or denied access. Only for the type `web`."""
        return content_of(self.client, "redirect_uri")

    @property
    def product_id(self) -> int | None:
        """ID of the product that the client belongs to. Missing for a client of an account."""
        return content_of(self.client, "product_id")
