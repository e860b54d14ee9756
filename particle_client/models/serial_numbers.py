# Generated from openapi/ by `make generate`. Do not edit.
"""Models of serial numbers."""

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = ["SerialNumber"]


@model
class SerialNumber(Model):
    """The device that a serial number belongs to."""

    ok: bool | None = UNSET
    """Whether the serial number is known."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the device."""
    iccid: str | None = UNSET
    """ICCID of the device's SIM card, if it has one."""
    serial_number: str | None = UNSET
    """The serial number."""
    id: str | None = json_field(default=UNSET, name="device_id")
    """ID of the device, in responses that don't have it as `deviceID`."""
    platform_id: int | None = UNSET
    """Type of the device, for example 13 for Boron."""
