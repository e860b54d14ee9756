# Generated from openapi/ by `make generate`. Do not edit.
"""What the JSON of an event says, beside its name and its data: see the schema `Event`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from . import json_values as values

KNOWN_FIELDS = frozenset(
    ["coreid", "data", "name", "productID", "public", "published_at", "ttl", "userid", "version"]
)


class EventFields:
    """The fields of an event."""

    __slots__ = ()

    def _decoded(self) -> dict[str, Any]:
        """Return the JSON of the event."""
        raise NotImplementedError

    @property
    def ttl(self) -> int | None:
        """How long the event should persist, in seconds; a number, or its digits as a string. 60 as
        a rule.
        """
        return values.as_integer(self._decoded().get("ttl"))

    @property
    def published_at(self) -> datetime | None:
        """When the cloud received the event, in UTC, to the millisecond."""
        return values.parse_timestamp(self._decoded().get("published_at"))

    @property
    def device_id(self) -> str | None:
        """ID of the device that published the event. `particle-internal` for events of the cloud
        itself, such as the outcome of a webhook, and `api` for events that a request to the API
        caused. `coreid` in the JSON.
        """
        return values.as_text(self._decoded().get("coreid"))

    @property
    def user_id(self) -> str | None:
        """ID of the user account that the event belongs to; may be empty. `userid` in the JSON."""
        return values.as_text(self._decoded().get("userid"))

    @property
    def version(self) -> int | None:
        """Version of the product's firmware that the device ran at the time; 0 without product
        firmware, and in safe mode.
        """
        return values.as_integer(self._decoded().get("version"))

    @property
    def public(self) -> bool | None:
        """Whether the event is public. False in all documented events."""
        return values.as_bool(self._decoded().get("public"))

    @property
    def product_id(self) -> int | None:
        """ID of the product that the device belongs to. `productID` in the JSON."""
        return values.as_integer(self._decoded().get("productID"))
