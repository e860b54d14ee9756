"""Device vitals: what devices tell about themselves, and what the cloud keeps of it."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from .clock import Clock
from .devices import VirtualDevice
from .events import Event

EVENT_NAME = "spark/device/diagnostics/update"
KEPT = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Record:
    """The vitals that a device sent at one time."""

    updated_at: datetime
    device_id: str
    payload: dict[str, Any]


@dataclass(eq=False, repr=False)
class Vitals:
    """The records of all devices, each kept for a month."""

    _clock: Clock
    _records: dict[str, list[Record]] = field(default_factory=dict)

    def of(self, device: VirtualDevice) -> list[Record]:
        """The device's records, oldest first; the first one it sent when it connected."""
        if device.id not in self._records:
            first = Record(
                updated_at=device.last_handshake_at,
                device_id=device.id,
                payload=measured(device, device.last_handshake_at),
            )
            self._records[device.id] = [first]
        oldest = self._clock.now() - KEPT
        kept = [record for record in self._records[device.id] if record.updated_at >= oldest]
        self._records[device.id] = kept
        return kept

    def refresh(self, device: VirtualDevice) -> None:
        """The device publishes its vitals, if it is online."""
        self.of(device)
        if device.online:
            payload = measured(device, self._clock.now())
            device.emit(EVENT_NAME, json.dumps(payload, separators=(",", ":")))

    def on_event(self, event: Event) -> None:
        """Keeps the vitals that a device publishes; the caller holds the lock."""
        if event.name != EVENT_NAME:
            return
        try:
            payload: Any = json.loads(event.data or "")
        except ValueError:
            return
        if isinstance(payload, dict):
            record = Record(
                updated_at=datetime.fromisoformat(event.published_at),
                device_id=event.device_id,
                payload=cast("dict[str, Any]", payload),
            )
            self._records.setdefault(event.device_id, []).append(record)


def measured(device: VirtualDevice, now: datetime) -> dict[str, Any]:
    """Plausible vitals of a virtual device."""
    uptime = max(0, int((now - device.last_handshake_at).total_seconds()))
    if device.cellular:
        network: dict[str, Any] = {
            "cellular": {
                "radio_access_technology": "LTE",
                "operator": "AT&T Wireless Inc.",
                "cell_global_identity": {
                    "mobile_country_code": 310,
                    "mobile_network_code": "410",
                    "location_area_code": 3339,
                    "cell_id": 205999999,
                },
            }
        }
        signal: dict[str, Any] = {"at": "LTE Cat-M1", "strengthv_type": "RSRP"}
    else:
        network, signal = {}, {"at": "Wi-Fi", "strengthv_type": "RSSI"}
    signal |= {"strength": 88.33, "strength_units": "%", "strengthv": -77, "strengthv_units": "dBm"}
    signal |= {"quality": 45.83, "quality_units": "%", "qualityv": -11, "qualityv_units": "dB"}
    connected = {"status": "connected", "error": 0, "disconnects": 0, "attempts": 1}
    return {
        "device": {
            "network": {
                **network,
                "signal": signal,
                "connection": {**connected, "disconnect_reason": "unknown"},
            },
            "cloud": {
                "connection": {**connected, "disconnect_reason": "none"},
                "coap": {"transmit": 10, "retransmit": 0, "unack": 0, "round_trip": 872},
                "publish": {"rate_limited": 0},
            },
            "power": {"battery": {"charge": 95.5, "state": "charged"}, "source": "USB host"},
            "system": {"uptime": uptime, "memory": {"used": 73976, "total": 167688}},
        },
        "service": {
            "device": {"status": "ok"},
            "cloud": {"uptime": uptime, "publish": {"sent": 2}},
            "coap": {"round_trip": 228},
        },
    }
