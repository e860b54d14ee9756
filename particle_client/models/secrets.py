# Generated from openapi/ by `make generate`. Do not edit.
"""Models of secrets."""

from datetime import datetime
from typing import Any

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["Secret", "SecretList", "SecretLogicFunction", "SecretResponse"]


@model
class SecretLogicFunction(Model):
    """A logic function that uses a secret."""

    id: str | None = UNSET
    """ID of the function."""
    name: str | None = UNSET
    """Name of the function."""


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
    """When the value was last used."""
    logic_functions: list[SecretLogicFunction] | None = UNSET
    """The logic functions that use it."""
    integrations: list[dict[str, Any]] | None = UNSET
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
