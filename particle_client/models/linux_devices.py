# Generated from openapi/ by `make generate`. Do not edit.
"""Models of linux devices."""

from typing import Any

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["DeviceDocument", "DeviceDocumentOperation", "EsimTargetSet", "RegistrationCode"]


@model
class DeviceDocument(Model):
    """A document that the cloud keeps for a device."""

    data: dict[str, Any] | None = UNSET
    """The document's content."""


@model
class DeviceDocumentOperation(Model):
    """One change of a device's document."""

    __open__ = True

    action: str | None = UNSET
    """What to do, such as `upsert` (change an item, or add it where there is none) or `remove`."""
    path: list[str] | None = UNSET
    """Where in the document to do it, the names of the fields from the outside to the inside."""
    key: str | None = UNSET
    """Field by which the items of a list are told apart."""
    value: Any | None = UNSET
    """The new value."""
    predicate: dict[str, Any] | None = UNSET
    """Fields and values of the items of a list that are meant."""


@model
class EsimTargetSet(Model):
    """Response of the cloud when the eSIM profiles are chosen."""

    ok: bool | None = UNSET
    """Whether the request was accepted."""


@model
class RegistrationCode(Model):
    """A registration code."""

    registration_code: str = json_field(secret=True)
    """The code, which the device hands over to the cloud."""
