# Generated from openapi/ by `make generate`. Do not edit.
"""Models of diagnostics."""

from datetime import datetime
from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "DeviceVitals",
    "DeviceVitalsList",
    "DeviceVitalsRecord",
    "DeviceVitalsResponse",
    "VitalsBattery",
    "VitalsBatteryState",
    "VitalsCellIdentity",
    "VitalsCellular",
    "VitalsCloud",
    "VitalsCloudConnection",
    "VitalsCloudDisconnectReason",
    "VitalsCloudStatus",
    "VitalsDevice",
    "VitalsFault",
    "VitalsMemory",
    "VitalsMessages",
    "VitalsNetwork",
    "VitalsNetworkConnection",
    "VitalsNetworkDisconnectReason",
    "VitalsNetworkStatus",
    "VitalsPower",
    "VitalsPowerSource",
    "VitalsPublishing",
    "VitalsQualityType",
    "VitalsRadioTechnology",
    "VitalsService",
    "VitalsServiceCloud",
    "VitalsServiceDevice",
    "VitalsServiceMessages",
    "VitalsServicePublishing",
    "VitalsServiceStatus",
    "VitalsSignal",
    "VitalsStrengthType",
    "VitalsSystem",
]


class VitalsBatteryState(StrEnum):
    """What a device's battery is doing."""

    UNKNOWN = "unknown"
    NOT_CHARGING = "not_charging"
    CHARGING = "charging"
    CHARGED = "charged"
    DISCHARGING = "discharging"
    FAULT = "fault"
    DISCONNECTED = "disconnected"


class VitalsCloudDisconnectReason(StrEnum):
    """Why a device's connection to the cloud ended."""

    NONE = "none"
    ERROR = "error"
    USER = "user"
    NETWORK_DISCONNECT = "network_disconnect"
    LISTENING = "listening"


class VitalsCloudStatus(StrEnum):
    """State of a device's connection to the cloud."""

    DISCONNECTED = "disconnected"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    DISCONNECTING = "disconnecting"


class VitalsNetworkDisconnectReason(StrEnum):
    """Why a device's connection to its network ended."""

    NONE = "none"
    ERROR = "error"
    USER = "user"
    NETWORK_OFF = "network_off"
    LISTENING = "listening"
    SLEEP = "sleep"
    RESET = "reset"
    UNKNOWN = "unknown"


class VitalsNetworkStatus(StrEnum):
    """State of a device's connection to its network."""

    TURNED_OFF = "turned_off"
    TURNING_ON = "turning_on"
    DISCONNECTED = "disconnected"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    DISCONNECTING = "disconnecting"
    TURNING_OFF = "turning_off"


class VitalsPowerSource(StrEnum):
    """Where a device's power comes from."""

    UNKNOWN = "unknown"
    VIN = "VIN"
    USB_HOST = "USB host"
    USB_ADAPTER = "USB adapter"
    USB_OTG = "USB otg"


class VitalsQualityType(StrEnum):
    """What the quality of a signal is measured as, which depends on the technology: `SNR` with
    Wi-Fi, `RXQUAL` with 2G, `ECN0` with 3G, `RSRQ` with LTE.
    """

    SNR = "SNR"
    RXQUAL = "RXQUAL"
    ECN0 = "ECN0"
    RSRQ = "RSRQ"


class VitalsRadioTechnology(StrEnum):
    """Radio technology that a device is connected with."""

    WI_FI = "Wi-Fi"
    GSM = "GSM"
    EDGE = "EDGE"
    UMTS = "UMTS"
    CDMA = "CDMA"
    LTE = "LTE"
    LTE_CAT_M1 = "LTE Cat-M1"
    LTE_CAT_NB1 = "LTE Cat-NB1"


class VitalsServiceStatus(StrEnum):
    """Whether the cloud could read a device's vitals. It should always be able to."""

    OK = "ok"
    ERROR = "error"


class VitalsStrengthType(StrEnum):
    """What the strength of a signal is measured as, which depends on the technology: `RSSI` with
    Wi-Fi, `RXLEV` with 2G, `RSCP` with 3G, `RSRP` with LTE.
    """

    RSSI = "RSSI"
    RXLEV = "RXLEV"
    RSCP = "RSCP"
    RSRP = "RSRP"


@model
class VitalsCellIdentity(Model):
    """Identity of a cell tower, from which its place can be looked up."""

    mobile_country_code: int | None = UNSET
    """Country of the network (MCC)."""
    mobile_network_code: str | None = UNSET
    """Operator of the network, within its country (MNC). A text, because zeros at its beginning
    count.
    """
    location_area_code: int | None = UNSET
    """Area of the network, a group of cell towers (LAC)."""
    cell_id: int | None = UNSET
    """Cell tower, or one of its sectors, within its area."""


@model
class VitalsCellular(Model):
    """The mobile network that a device is connected to."""

    radio_access_technology: str | None = UNSET
    """Generation of the network, such as `2G`, `3G` or `LTE`."""
    operator: str | None = UNSET
    """Company that operates the cell tower."""
    cell_global_identity: VitalsCellIdentity | None = UNSET
    """Identity of the cell tower, unique in the world."""


@model
class VitalsSignal(Model):
    """Strength and quality of a device's radio signal, in percent and as the modem measures
    them.
    """

    at: VitalsRadioTechnology | str | None = UNSET
    """Radio technology."""
    strength: float | None = UNSET
    """Strength of the signal in percent, from 0 to 100."""
    strength_units: str | None = UNSET
    """Unit of `strength`; always `%`."""
    strengthv: float | None = UNSET
    """Strength of the signal as it was measured, which means what `strengthv_type` says."""
    strengthv_units: str | None = UNSET
    """Unit of `strengthv`; always `dBm`."""
    strengthv_type: VitalsStrengthType | str | None = UNSET
    """What `strengthv` is, `RSSI` with Wi-Fi, `RXLEV` with 2G, `RSCP` with 3G, `RSRP` with LTE."""
    quality: float | None = UNSET
    """Quality of the signal in percent, from 0 to 100."""
    quality_units: str | None = UNSET
    """Unit of `quality`; always `%`."""
    qualityv: float | None = UNSET
    """Quality of the signal as it was measured, which means what `qualityv_type` says."""
    qualityv_units: str | None = UNSET
    """Unit of `qualityv`; always `dB`."""
    qualityv_type: VitalsQualityType | str | None = UNSET
    """What `qualityv` is, `SNR` with Wi-Fi, `RXQUAL` with 2G, `ECN0` with 3G, `RSRQ` with LTE."""


@model
class VitalsNetworkConnection(Model):
    """A device's connection to its network."""

    status: VitalsNetworkStatus | str | None = UNSET
    """State of the connection; `connected`, if the vitals came over it."""
    error: int | None = UNSET
    """Error code of what last happened to the connection; it depends on the type of the device."""
    disconnects: int | None = UNSET
    """How many times the connection was lost."""
    attempts: int | None = UNSET
    """How many attempts it took to connect."""
    disconnect_reason: VitalsNetworkDisconnectReason | str | None = UNSET
    """Why the connection ended the last time."""


@model
class VitalsNetwork(Model):
    """The network that connects a device to the cloud."""

    cellular: VitalsCellular | None = UNSET
    """The mobile network. Only for cellular devices."""
    signal: VitalsSignal | None = UNSET
    """Strength and quality of the radio signal."""
    connection: VitalsNetworkConnection | None = UNSET
    """The connection to the network."""


@model
class VitalsCloudConnection(Model):
    """A device's connection to the cloud."""

    status: VitalsCloudStatus | str | None = UNSET
    """State of the connection; `connected`, if the vitals came over it."""
    error: int | None = UNSET
    """Error code of what last happened to the connection; it depends on the type of the device."""
    attempts: int | None = UNSET
    """How many attempts it took to connect."""
    disconnects: int | None = UNSET
    """How many times the connection was lost unexpectedly since the last reset."""
    disconnect_reason: VitalsCloudDisconnectReason | str | None = UNSET
    """Why the connection ended the last time."""


@model
class VitalsMessages(Model):
    """Counts of the messages (CoAP) that a device sent to the cloud."""

    transmit: int | None = UNSET
    """Messages that were sent."""
    retransmit: int | None = UNSET
    """How many times a message was sent again because it wasn't acknowledged."""
    unack: int | None = UNSET
    """Messages that were given up after as many repeats as there may be."""
    round_trip: float | None = UNSET
    """Time from the last message to its acknowledgement, in milliseconds."""


@model
class VitalsPublishing(Model):
    """Counts of the events that a device published."""

    rate_limited: int | None = UNSET
    """Events that were refused since the last reset because there were too many of them."""


@model
class VitalsCloud(Model):
    """A device's communication with the cloud, seen from the device."""

    connection: VitalsCloudConnection | None = UNSET
    """The connection to the cloud."""
    disconnects: int | None = UNSET
    """How many times the connection was lost unexpectedly since the last reset, where it isn't in
    `connection`.
    """
    coap: VitalsMessages | None = UNSET
    """Counts of the messages (CoAP) to the cloud."""
    publish: VitalsPublishing | None = UNSET
    """Counts of the events that the device published."""


@model
class VitalsFault(Model):
    """Stands in place of a value that the device couldn't find out."""

    err: int
    """Error code of the device, a negative number."""


@model
class VitalsBattery(Model):
    """Battery of a device."""

    charge: float | VitalsFault | None = UNSET
    """Charge in percent."""
    state: VitalsBatteryState | str | None = UNSET
    """What the battery is doing."""


@model
class VitalsPower(Model):
    """Power supply of a device."""

    battery: VitalsBattery | None = UNSET
    """The battery."""
    source: VitalsPowerSource | str | None = UNSET
    """Where the power comes from."""


@model
class VitalsMemory(Model):
    """Memory (RAM) of a device."""

    used: int | None = UNSET
    """Bytes in use, by the application's static data and on the heap."""
    total: int | None = UNSET
    """Bytes that there are."""


@model
class VitalsSystem(Model):
    """Health of a device in general."""

    uptime: int | None = UNSET
    """Seconds since the device started."""
    memory: VitalsMemory | None = UNSET
    """The memory."""


@model
class VitalsDevice(Model):
    """What a device reported about itself."""

    network: VitalsNetwork | None = UNSET
    """The network that connects the device to the cloud."""
    cloud: VitalsCloud | None = UNSET
    """The device's communication with the cloud."""
    power: VitalsPower | None = UNSET
    """The device's power supply. Only for devices that manage their power."""
    system: VitalsSystem | None = UNSET
    """The device's health in general."""


@model
class VitalsServiceDevice(Model):
    """How the cloud got on with a device's report."""

    status: VitalsServiceStatus | str | None = UNSET
    """Whether the cloud could read the report."""


@model
class VitalsServicePublishing(Model):
    """Counts of the events that a device sent, seen from the cloud."""

    sent: int | None = UNSET
    """Events that the device sent."""


@model
class VitalsServiceCloud(Model):
    """A device's session with the cloud, seen from the cloud."""

    uptime: int | None = UNSET
    """Seconds since the session began."""
    publish: VitalsServicePublishing | None = UNSET
    """Counts of the events that the device sent."""


@model
class VitalsServiceMessages(Model):
    """The messages (CoAP) from the cloud to a device."""

    round_trip: float | None = UNSET
    """Time from the last message to its acknowledgement, in milliseconds."""


@model
class VitalsService(Model):
    """What the cloud knows of its side of a device's connection."""

    device: VitalsServiceDevice | None = UNSET
    """How the cloud got on with the device's report."""
    cloud: VitalsServiceCloud | None = UNSET
    """The device's session with the cloud."""
    coap: VitalsServiceMessages | None = UNSET
    """The messages (CoAP) to the device."""


@model
class DeviceVitals(Model):
    """How a device is doing. Which values there are depends on the type of the device."""

    device: VitalsDevice | None = UNSET
    """What the device itself reported."""
    service: VitalsService | None = UNSET
    """What the cloud knows of its side of the connection."""


@model
class DeviceVitalsRecord(Model):
    """Vitals that a device sent at one time."""

    updated_at: datetime
    """When the vitals were reported."""
    device_id: str = json_field(name="deviceID")
    """ID of the device."""
    payload: DeviceVitals
    """The vitals."""


@model
class DeviceVitalsList(Model):
    """The vitals of a device that the cloud has, or the reason why it has none."""

    diagnostics: list[DeviceVitalsRecord] | None = UNSET
    """The records."""
    error: str | None = UNSET
    """Short code of what is wrong with the request, such as `bad_request`. There are no records
    then.
    """
    description: str | None = UNSET
    """What is wrong with the request, as a sentence for people."""


@model
class DeviceVitalsResponse(Model):
    """The vitals that a device sent last."""

    diagnostics: DeviceVitalsRecord
    """The record."""

    @property
    def updated_at(self) -> datetime:
        """When the vitals were reported."""
        return content_of(self.diagnostics, "updated_at")

    @property
    def device_id(self) -> str:
        """ID of the device."""
        return content_of(self.diagnostics, "device_id")

    @property
    def payload(self) -> DeviceVitals:
        """The vitals."""
        return content_of(self.diagnostics, "payload")
