# Generated from openapi/ by `make generate`. Do not edit.
"""Models of devices."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model
from .common import PageMeta

__all__ = [
    "ClaimCode",
    "Device",
    "DeviceClaimed",
    "DeviceCustomer",
    "DeviceDevelopmentMarked",
    "DeviceFirmwareLocked",
    "DeviceFlashed",
    "DeviceGroupChanges",
    "DeviceGroupsSet",
    "DeviceNotesSet",
    "DevicePing",
    "DeviceProtection",
    "DeviceRenamed",
    "DeviceSignaled",
    "DeviceSortAttribute",
    "DeviceStatus",
    "DeviceUnprotected",
    "DeviceUpdated",
    "DeviceUpdatesForced",
    "DevicesImported",
    "FunctionResult",
    "ProductDeviceList",
    "UnprotectAction",
    "VariableResult",
    "VariableSource",
]


class DeviceSortAttribute(StrEnum):
    """Attribute by which a product's devices can be sorted."""

    DEVICE_NAME = "deviceName"
    DEVICE_ID = "deviceId"
    FIRMWARE_VERSION = "firmwareVersion"
    LAST_CONNECTION = "lastConnection"


class DeviceStatus(StrEnum):
    """What the device runs: `normal` for the user's application, `safe_mode` when parts of Device
    OS that the application needs are missing, so that it doesn't run.
    """

    NORMAL = "normal"
    SAFE_MODE = "safe_mode"


class UnprotectAction(StrEnum):
    """Step of ending Device Protection: `prepare` asks the cloud for its part of the exchange,
    `confirm` hands in the device's.
    """

    PREPARE = "prepare"
    CONFIRM = "confirm"


@model
class ClaimCode(Model):
    """A claim code, and the devices that the account has already."""

    claim_code: str = json_field(secret=True)
    """The code, which a device hands over to the cloud when it connects, and is then claimed."""
    device_ids: list[str] | None = UNSET
    """IDs of the devices that the account has already."""


@model
class DeviceProtection(Model):
    """State of a device's Device Protection."""

    status: str | None = UNSET
    """State of the protection, such as `disabled`."""


@model
class Device(Model):
    """A device, as far as the cloud knows it. Fields about a product's administration (groups,
    locked versions, quarantine) come only for devices of a product, and some of them only when the
    device is asked for through its product. Values that the device reports itself, such as
    functions and variables, date from its last connection.
    """

    id: str
    """ID of the device, usually 24 hexadecimal digits."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Name of the device; null until it has one."""
    owner: str | None = UNSET
    """Username of the person who claimed the device."""
    last_ip_address: str | None = UNSET
    """IP address from which the device last connected to the cloud."""
    last_app: str | None = json_field(default=UNSET, nullable=True)
    """Name of the application that was last flashed, where the cloud knows it."""
    last_heard: datetime | None = json_field(default=UNSET, nullable=True)
    """When the cloud last heard anything from the device."""
    last_handshake_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the device last opened a session with the cloud."""
    product_id: int
    """ID of the product that the device belongs to; for a device in no product the same as
    `platform_id`.
    """
    online: bool
    """Whether the device is connected to the cloud. A device that vanished without a word may count
    as online for a few more minutes on Wi-Fi, and up to 46 minutes on cellular.
    """
    connected: bool | None = UNSET
    """Deprecated. The former name of `online`."""
    platform_id: int
    """Type of the device, for example 6 for Photon, 10 for Electron, 12 for Argon, 13 for Boron."""
    cellular: bool
    """Whether the device is of a cellular type."""
    notes: str | None = json_field(default=UNSET, nullable=True)
    """Free text that people keep with the device."""
    functions: list[str] | None = UNSET
    """Names of the functions that the device exposes."""
    variables: dict[str, str] | None = UNSET
    """Names of the variables that the device exposes, each with its type, such as `int32`."""
    serial_number: str | None = UNSET
    """Serial number of the device, if it has one."""
    status: DeviceStatus | str | None = UNSET
    """What the device runs."""
    iccid: str | None = UNSET
    """ICCID (number of the SIM card) of the SIM card used last. Cellular devices only."""
    last_iccid: str | None = UNSET
    """Deprecated. The former name of `iccid`."""
    imei: str | None = UNSET
    """IMEI (number of the modem). Cellular devices only."""
    mac_wifi: str | None = UNSET
    """MAC address of the device's Wi-Fi interface, if it has one."""
    system_firmware_version: str | None = UNSET
    """Version of Device OS that the device last reported."""
    current_build_target: str | None = UNSET
    """Deprecated. The former name of `system_firmware_version`."""
    pinned_build_target: str | None = UNSET
    """Version of Device OS against which the Web IDE compiles for this device. Where it isn't set,
    `default_build_target` holds.
    """
    default_build_target: str | None = UNSET
    """Version of Device OS against which the Web IDE compiles for devices of this type."""
    firmware_updates_enabled: bool | None = UNSET
    """Whether the device takes firmware updates that aren't forced."""
    firmware_updates_forced: bool | None = UNSET
    """Whether updates are forced onto the device, even if its firmware refuses them."""
    mobile_secret: str | None = json_field(default=UNSET, secret=True)
    """Secret that the device shares with mobile apps, which set it up over Bluetooth LE."""
    firmware_product_id: int | None = UNSET
    """ID of the product that the device's firmware reported at its last connection. Devices of a
    product only.
    """
    groups: list[str] | None = UNSET
    """Names of the device groups that the device belongs to. Devices of a product only."""
    firmware_version: int | None = UNSET
    """Version of the product firmware that the device reported. Devices of a product only."""
    desired_firmware_version: int | None = json_field(default=UNSET, nullable=True)
    """Version of the product firmware that the device is locked to, if it is. Devices of a product
    only.
    """
    targeted_firmware_release_version: int | None = json_field(default=UNSET, nullable=True)
    """Version of the product firmware that the device ought to run, from its lock and from what is
    released to it; null for none. It equals `firmware_version` once the device runs it. Only in
    responses of a product's routes.
    """
    development: bool | None = UNSET
    """Whether the device is marked as a development device, to which the cloud sends no product
    firmware by itself. Only in responses of a product's routes.
    """
    quarantined: bool | None = UNSET
    """Whether the device is unknown to the product and has none of its privileges until somebody
    approves it. Only in responses of a product's routes.
    """
    denied: bool | None = UNSET
    """Whether the quarantined device has been denied for good. Only in responses of a product's
    routes.
    """
    device_protection: DeviceProtection | None = UNSET
    """State of Device Protection on the device."""


@model
class DeviceClaimed(Model):
    """Result of claiming a device: either the device is claimed, or its transfer has been asked for
    and has an ID.
    """

    ok: bool | None = UNSET
    """Whether the request was accepted."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the device."""
    claimed: bool | None = UNSET
    """Whether the device now belongs to your account."""
    transfer_id: str | None = UNSET
    """ID of the transfer that was asked for."""


@model
class DeviceCustomer(Model):
    """A customer who owns devices of a product."""

    id: str | None = UNSET
    """ID of the customer."""
    username: str | None = UNSET
    """Username of the customer."""


@model
class DeviceDevelopmentMarked(Model):
    """Whether a product's device is a development device now."""

    id: str
    """ID of the device."""
    development: bool | None = UNSET
    """Whether the device is a development device."""
    updated_at: datetime | None = UNSET
    """When the device was changed."""


@model
class DeviceFirmwareLocked(Model):
    """A product's device with its lock to a firmware version."""

    id: str
    """ID of the device."""
    desired_firmware_version: int | str | None = json_field(default=UNSET, nullable=True)
    """Version of the product firmware that the device is locked to; null when it isn't any more."""
    updated_at: datetime | None = UNSET
    """When the device was changed."""


@model
class DeviceFlashed(Model):
    """Response to the start of an update. It has `ok` and `message` when source code was sent, and
    `id` and `status` when a binary or bundle was. It tells that the update started; how it goes on,
    the device's events tell.
    """

    ok: bool | None = UNSET
    """Whether the request was accepted."""
    message: str | None = UNSET
    """What happens, for people."""
    id: str | None = UNSET
    """ID of the device."""
    status: str | None = UNSET
    """What happens, for people."""


@model
class DeviceGroupChanges(Model):
    """Changes of the groups that devices belong to. Memberships that neither list names stay."""

    add: list[str] | None = UNSET
    """Names of the groups to add the devices to."""
    remove: list[str] | None = UNSET
    """Names of the groups to remove the devices from."""


@model
class DeviceGroupsSet(Model):
    """A product's device with its new groups."""

    id: str
    """ID of the device."""
    groups: list[str] | None = UNSET
    """Names of all groups that the device belongs to now."""
    updated_at: datetime | None = UNSET
    """When the device was changed."""


@model
class DeviceNotesSet(Model):
    """A device with its new notes."""

    id: str
    """ID of the device."""
    notes: str | None = json_field(default=UNSET, nullable=True)
    """The new notes."""
    updated_at: datetime | None = UNSET
    """When the notes were changed."""


@model
class DevicePing(Model):
    """Whether a device can be reached."""

    online: bool
    """Whether the device answered."""
    ok: bool | None = UNSET
    """Whether the request was accepted."""


@model
class DeviceRenamed(Model):
    """A device with its new name."""

    id: str
    """ID of the device."""
    name: str | None = UNSET
    """The new name."""
    updated_at: datetime | None = UNSET
    """When the device was renamed."""


@model
class DeviceSignaled(Model):
    """Whether a device signals now."""

    id: str
    """ID of the device."""
    connected: bool | None = UNSET
    """Whether the device is connected to the cloud."""
    signaling: bool | None = UNSET
    """Whether the device's LED flashes in rainbow colours."""


@model
class DeviceUnprotected(Model):
    """One step of ending Device Protection, done by the cloud. Binary values are in Base64."""

    ok: bool
    """Whether the step succeeded."""
    server_nonce: str | None = UNSET
    """Random number of the cloud for this exchange. After `prepare`."""
    server_signature: str | None = UNSET
    """The cloud's signature, which the device checks. After `confirm`."""
    server_public_key_fingerprint: str | None = UNSET
    """Fingerprint of the cloud's public key. After `confirm`."""


@model
class DeviceUpdated(Model):
    """A device after a change, with its ID, what was changed, and possibly everything else that is
    known about it.
    """

    id: str
    """ID of the device."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Name of the device."""
    notes: str | None = json_field(default=UNSET, nullable=True)
    """The notes on the device."""
    updated_at: datetime | None = UNSET
    """When the device was changed."""
    signaling: bool | None = UNSET
    """Whether the device's LED flashes in rainbow colours."""
    last_app: str | None = json_field(default=UNSET, nullable=True)
    """Name of the application that was last flashed, where the cloud knows it."""
    last_heard: datetime | None = json_field(default=UNSET, nullable=True)
    """When the cloud last heard anything from the device."""
    last_handshake_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the device last opened a session with the cloud."""
    online: bool | None = UNSET
    """Whether the device is connected to the cloud."""
    connected: bool | None = UNSET
    """Deprecated. The former name of `online`."""
    platform_id: int | None = UNSET
    """Type of the device."""
    cellular: bool | None = UNSET
    """Whether the device is of a cellular type."""
    product_id: int | None = UNSET
    """ID of the product that the device belongs to."""
    functions: list[str] | None = UNSET
    """Names of the functions that the device exposes."""
    variables: dict[str, str] | None = UNSET
    """Names of the variables that the device exposes, each with its type."""
    firmware_version: int | None = UNSET
    """Version of the product firmware that the device reported."""
    desired_firmware_version: int | str | None = json_field(default=UNSET, nullable=True)
    """Version of the product firmware that the device is locked to; null when it isn't."""
    development: bool | None = UNSET
    """Whether the device is marked as a development device."""
    groups: list[str] | None = UNSET
    """Names of the device groups that the device belongs to."""
    quarantined: bool | None = UNSET
    """Whether the device waits to be approved or denied."""
    denied: bool | None = UNSET
    """Whether the quarantined device has been denied for good."""


@model
class DeviceUpdatesForced(Model):
    """Whether updates are forced onto a device now."""

    id: str
    """ID of the device."""
    firmware_updates_forced: bool | None = UNSET
    """Whether updates are forced onto the device."""


@model
class DevicesImported(Model):
    """What became of the devices that were to be imported. The identifiers in the lists are of the
    kind that was passed in: device IDs, serial numbers, IMEIs or ICCIDs.
    """

    ok: bool | None = UNSET
    """Whether the request was accepted."""
    updated: int | None = UNSET
    """Number of devices that came into the product."""
    updated_device_ids: list[str] | None = json_field(default=UNSET, name="updatedDeviceIds")
    """Devices that came into the product."""
    existing_device_ids: list[str] | None = json_field(default=UNSET, name="existingDeviceIds")
    """Devices that were in the product before."""
    nonmember_device_ids: list[str] | None = json_field(default=UNSET, name="nonmemberDeviceIds")
    """Devices that belong to another owner, and therefore weren't imported."""
    invalid_device_ids: list[str] | None = json_field(default=UNSET, name="invalidDeviceIds")
    """Identifiers that aren't valid and weren't imported."""
    protected_device_ids: list[str] | None = json_field(default=UNSET, name="protectedDeviceIds")
    """Protected devices, which a product without Device Protection can't take in."""


@model
class FunctionResult(Model):
    """What a function returned, and the device that ran it."""

    id: str
    """ID of the device."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Name of the device."""
    connected: bool | None = UNSET
    """Whether the device is connected to the cloud."""
    return_value: int
    """The number that the function returned; its meaning is up to the device."""


@model
class ProductDeviceList(Model):
    """One page of a product's devices."""

    devices: list[Device]
    """The devices on this page."""
    customers: list[DeviceCustomer] | None = UNSET
    """The customers who own these devices."""
    meta: PageMeta | None = UNSET
    """Where this page stands in the list."""


@model
class VariableSource(Model):
    """The device that a variable was read from."""

    name: str | None = json_field(default=UNSET, nullable=True)
    """Name of the device."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the device."""
    connected: bool | None = UNSET
    """Whether the device is connected to the cloud."""
    last_handshake_at: datetime | None = UNSET
    """When the device last opened a session with the cloud."""


@model
class VariableResult(Model):
    """The value of a variable, and the device that it comes from."""

    name: str
    """Name of the variable."""
    result: Any
    """The value, of the type that the device declares for the variable: text, a number or a truth
    value.
    """
    core_info: VariableSource | None = json_field(default=UNSET, name="coreInfo")
    """The device that the variable was read from."""
