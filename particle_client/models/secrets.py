# Generated from openapi/ by `make generate`. Do not edit.
"""Models of secrets."""

from datetime import datetime

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = ["Secret", "SecretIntegration", "SecretList", "SecretLogicFunction", "SecretResponse"]


@model
class SecretLogicFunction(Model):
    """A logic function that uses a secret."""

    id: str | None = UNSET
    """ID of the function."""
    name: str | None = UNSET
    """Name of the function."""


@model
class SecretIntegration(Model):
    """An integration that uses a secret."""

    id: str | None = UNSET
    """ID of the integration."""
    name: str | None = UNSET
    """Name of the integration."""
    product_slug: str | None = json_field(default=UNSET, nullable=True)
    """Slug of the product that the integration belongs to; null for one of the account or an
    organization.
    """
    org_integration_id: str | None = UNSET
    """ID of an organization's integration, in older responses which have no `id`."""


@model
class Secret(Model):
    """What the cloud tells about a secret. Its value is never given back."""

    name: str
    """Name of the secret, by which logic functions and integrations use it."""
    created_at: datetime | None = UNSET
    """When the secret was created."""
    updated_at: datetime | None = UNSET
    """When the value was last set."""
    last_accessed_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the value was last used; null before the first time."""
    created_by: str | None = UNSET
    """ID of the user who created the secret."""
    updated_by: str | None = UNSET
    """ID of the user who last changed it."""
    logic_functions: list[SecretLogicFunction] | None = UNSET
    """The logic functions that use it."""
    integrations: list[SecretIntegration] | None = UNSET
    """The integrations that use it."""


@model
class SecretList(Model):
    """A list of secrets."""

    secrets: list[Secret]
    """The secrets, without their values."""


@model
class SecretResponse(Model):
    """A single secret."""

    secret: Secret
    """The secret, without its value."""

    @property
    def name(self) -> str:
        """Name of the secret, by which logic functions and integrations use it."""
        return content_of(self.secret, "name")

    @property
    def created_at(self) -> datetime | None:
        """When the secret was created."""
        return content_of(self.secret, "created_at")

    @property
    def updated_at(self) -> datetime | None:
        """When the value was last set."""
        return content_of(self.secret, "updated_at")

    @property
    def last_accessed_at(self) -> datetime | None:
        """When the value was last used; null before the first time."""
        return content_of(self.secret, "last_accessed_at")

    @property
    def created_by(self) -> str | None:
        """ID of the user who created the secret."""
        return content_of(self.secret, "created_by")

    @property
    def updated_by(self) -> str | None:
        """ID of the user who last changed it."""
        return content_of(self.secret, "updated_by")

    @property
    def logic_functions(self) -> list[SecretLogicFunction] | None:
        """The logic functions that use it."""
        return content_of(self.secret, "logic_functions")

    @property
    def integrations(self) -> list[SecretIntegration] | None:
        """The integrations that use it."""
        return content_of(self.secret, "integrations")
