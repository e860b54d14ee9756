# Generated from openapi/ by `make generate`. Do not edit.
"""Models of networks."""

from datetime import datetime
from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "MeshMembership",
    "MeshMembershipRole",
    "MeshNetwork",
    "MeshNetworkAction",
    "MeshNetworkDevice",
    "MeshNetworkResponse",
    "MeshRole",
    "MeshState",
]


class MeshNetworkAction(StrEnum):
    """What happens to a device in a mesh network: `add-device` takes it in, `remove-device` takes
    it out, `gateway-enable` makes it a gateway, `gateway-disable` an ordinary node.
    """

    ADD_DEVICE = "add-device"
    REMOVE_DEVICE = "remove-device"
    GATEWAY_ENABLE = "gateway-enable"
    GATEWAY_DISABLE = "gateway-disable"


class MeshRole(StrEnum):
    """Role of a device in a mesh network: a `gateway` connects the network to the cloud, a `node`
    only takes part in it.
    """

    GATEWAY = "gateway"
    NODE = "node"


class MeshState(StrEnum):
    """Whether the cloud has yet to hear of a network or a membership from the device itself."""

    PENDING = "pending"
    CONFIRMED = "confirmed"


@model
class MeshMembershipRole(Model):
    """What a device is in its mesh network."""

    gateway: bool | None = UNSET
    """Whether the device is a gateway, which connects the network to the cloud."""
    state: MeshState | str | None = UNSET
    """`pending` until the device has connected to the cloud as a part of the network, then
    `confirmed`.
    """


@model
class MeshMembership(Model):
    """The mesh network that a device belongs to, and its role there."""

    id: str | None = UNSET
    """ID of the network."""
    role: MeshMembershipRole | None = UNSET
    """What the device is in the network."""


@model
class MeshNetwork(Model):
    """A mesh network of devices. The cloud documents none of the fields; these are the ones that
    its own apps use.
    """

    id: str | None = UNSET
    """ID of the network."""
    name: str | None = UNSET
    """Name of the network, unique in the account."""
    type: str | None = UNSET
    """Kind of the network, such as `micro_wifi` or `micro_cellular`."""
    state: MeshState | str | None = UNSET
    """`pending` until the gateway has connected to the cloud, then `confirmed`."""
    pan_id: str | None = json_field(default=UNSET, nullable=True)
    """The network's PAN ID, which tells it from other networks on the same radio channel."""
    xpan_id: str | None = json_field(default=UNSET, nullable=True)
    """The network's extended PAN ID."""
    channel: int | None = json_field(default=UNSET, nullable=True)
    """The radio channel that the network uses."""
    device_count: int | None = UNSET
    """Number of devices in the network."""
    gateway_count: int | None = UNSET
    """Number of gateways among them."""
    last_heard: datetime | None = json_field(default=UNSET, nullable=True)
    """When the cloud last heard from any device of the network."""
    notes: str | None = json_field(default=UNSET, nullable=True)
    """Text that people keep with the network."""


@model
class MeshNetworkDevice(Model):
    """A device of a mesh network. The cloud documents none of the fields; these are the ones that
    its own apps use.
    """

    id: str | None = UNSET
    """ID of the device."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Name of the device."""
    platform_id: int | None = UNSET
    """ID of the platform that the device is of."""
    network: MeshMembership | None = UNSET
    """The network, and the device's role there."""


@model
class MeshNetworkResponse(Model):
    """A mesh network that was just created."""

    ok: bool | None = UNSET
    """Whether the network was created."""
    network: MeshNetwork | None = UNSET
    """The network."""

    @property
    def id(self) -> str | None:
        """ID of the network."""
        return content_of(self.network, "id")

    @property
    def name(self) -> str | None:
        """Name of the network, unique in the account."""
        return content_of(self.network, "name")

    @property
    def type(self) -> str | None:
        """Kind of the network, such as `micro_wifi` or `micro_cellular`."""
        return content_of(self.network, "type")

    @property
    def state(self) -> MeshState | str | None:
        """`pending` until the gateway has connected to the cloud, then `confirmed`."""
        return content_of(self.network, "state")

    @property
    def pan_id(self) -> str | None:
        """The network's PAN ID, which tells it from other networks on the same radio channel."""
        return content_of(self.network, "pan_id")

    @property
    def xpan_id(self) -> str | None:
        """The network's extended PAN ID."""
        return content_of(self.network, "xpan_id")

    @property
    def channel(self) -> int | None:
        """The radio channel that the network uses."""
        return content_of(self.network, "channel")

    @property
    def device_count(self) -> int | None:
        """Number of devices in the network."""
        return content_of(self.network, "device_count")

    @property
    def gateway_count(self) -> int | None:
        """Number of gateways among them."""
        return content_of(self.network, "gateway_count")

    @property
    def last_heard(self) -> datetime | None:
        """When the cloud last heard from any device of the network."""
        return content_of(self.network, "last_heard")

    @property
    def notes(self) -> str | None:
        """Text that people keep with the network."""
        return content_of(self.network, "notes")
