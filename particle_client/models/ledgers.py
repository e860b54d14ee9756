# Generated from openapi/ by `make generate`. Do not edit.
"""Models of ledgers."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model
from .common import PageMeta

__all__ = [
    "LedgerDefinition",
    "LedgerDefinitionList",
    "LedgerDefinitionResponse",
    "LedgerDirection",
    "LedgerInstance",
    "LedgerInstanceList",
    "LedgerInstanceResponse",
    "LedgerScope",
    "LedgerScopeType",
    "LedgerSetMode",
    "LedgerVersionList",
    "LedgerVersionMeta",
]


class LedgerDirection(StrEnum):
    """The direction of a ledger's data: from the cloud to the devices (`Downstream`), or from the
    devices to the cloud (`Upstream`).
    """

    UPSTREAM = "Upstream"
    DOWNSTREAM = "Downstream"


class LedgerScopeType(StrEnum):
    """What a ledger keeps data for: one instance for the whole account or organization (`Owner`),
    one for each product, or one for each device.
    """

    OWNER = "Owner"
    DEVICE = "Device"
    PRODUCT = "Product"


class LedgerSetMode(StrEnum):
    """How data that are set get along with those that are there: they take their place (`Replace`),
    or are added to them, name by name (`Merge`).
    """

    REPLACE = "Replace"
    MERGE = "Merge"


@model
class LedgerDefinition(Model):
    """A ledger: a named place in the cloud for data that devices and the cloud share. The data
    themselves are in its instances.
    """

    scope: LedgerScopeType | str
    """What there is an instance for."""
    name: str
    """Name of the ledger, by which devices and the API know it."""
    description: str
    """What the ledger is for."""
    direction: LedgerDirection | str
    """The direction of the data."""
    updated_at: datetime
    """When the definition was last changed."""
    created_at: datetime
    """When the ledger was created."""
    archived_at: datetime | None
    """When the ledger was archived; null while it is in use."""


@model
class LedgerDefinitionList(Model):
    """One page of ledgers."""

    ledgers: list[LedgerDefinition] | None = UNSET
    """The ledgers on this page."""
    ledger_definitions: list[LedgerDefinition] | None = UNSET
    """The ledgers, by a name that responses may have instead of `ledgers`."""
    meta: PageMeta | None = UNSET
    """Where this page stands in the list."""


@model
class LedgerDefinitionResponse(Model):
    """A single ledger."""

    ledger: LedgerDefinition = json_field(envelope=True)
    """The ledger."""

    @property
    def scope(self) -> LedgerScopeType | str:
        """What there is an instance for."""
        return content_of(self.ledger, "scope")

    @property
    def name(self) -> str:
        """Name of the ledger, by which devices and the API know it."""
        return content_of(self.ledger, "name")

    @property
    def description(self) -> str:
        """What the ledger is for."""
        return content_of(self.ledger, "description")

    @property
    def direction(self) -> LedgerDirection | str:
        """The direction of the data."""
        return content_of(self.ledger, "direction")

    @property
    def updated_at(self) -> datetime:
        """When the definition was last changed."""
        return content_of(self.ledger, "updated_at")

    @property
    def created_at(self) -> datetime:
        """When the ledger was created."""
        return content_of(self.ledger, "created_at")

    @property
    def archived_at(self) -> datetime | None:
        """When the ledger was archived; null while it is in use."""
        return content_of(self.ledger, "archived_at")


@model
class LedgerScope(Model):
    """What an instance of a ledger keeps data for."""

    type: LedgerScopeType | str
    """Whether that is an owner, a product or a device."""
    value: str
    """ID of the owner, the product or the device."""
    name: str | None = UNSET
    """Name of the owner, the product or the device. Missing where it isn't yours."""
    not_owned: bool | None = UNSET
    """True where the product or the device isn't yours any more."""


@model
class LedgerInstance(Model):
    """The data that a ledger keeps for one owner, product or device, now or in an earlier
    version.
    """

    name: str
    """Name of the ledger."""
    scope: LedgerScope
    """What the data belong to."""
    size_bytes: int
    """Size of the data, in bytes."""
    data: dict[str, Any]
    """The data, with names of your choice."""
    updated_at: datetime
    """When the data were last set."""
    created_at: datetime
    """When the instance was created."""
    replaced_at: datetime | None = UNSET
    """When the next version took the place of this one. Missing for the present one."""


@model
class LedgerInstanceList(Model):
    """One page of the instances of a ledger."""

    instances: list[LedgerInstance]
    """The instances on this page."""
    meta: PageMeta
    """Where this page stands in the list."""


@model
class LedgerInstanceResponse(Model):
    """A single instance of a ledger."""

    instance: LedgerInstance = json_field(envelope=True)
    """The instance."""

    @property
    def name(self) -> str:
        """Name of the ledger."""
        return content_of(self.instance, "name")

    @property
    def scope(self) -> LedgerScope:
        """What the data belong to."""
        return content_of(self.instance, "scope")

    @property
    def size_bytes(self) -> int:
        """Size of the data, in bytes."""
        return content_of(self.instance, "size_bytes")

    @property
    def data(self) -> dict[str, Any]:
        """The data, with names of your choice."""
        return content_of(self.instance, "data")

    @property
    def updated_at(self) -> datetime:
        """When the data were last set."""
        return content_of(self.instance, "updated_at")

    @property
    def created_at(self) -> datetime:
        """When the instance was created."""
        return content_of(self.instance, "created_at")

    @property
    def replaced_at(self) -> datetime | None:
        """When the next version took the place of this one. Missing for the present one."""
        return content_of(self.instance, "replaced_at")


@model
class LedgerVersionMeta(Model):
    """Where a list of versions stands."""

    has_more: bool
    """Whether there are older versions than those in this response."""


@model
class LedgerVersionList(Model):
    """Versions of an instance of a ledger, the present one first."""

    versions: list[LedgerInstance]
    """The versions."""
    meta: LedgerVersionMeta
    """Whether there are more."""
