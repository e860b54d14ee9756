"""Health of a product's fleet: what was counted, in buckets of time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from ..clock import isoformat
from ..devices import VirtualDevice
from ..errors import failure
from ..metrics import Buckets
from ..products import Product
from ..request import Call, as_int
from ..routing import route

DEFAULT_BUCKET_SECONDS = 900
MAX_BUCKETS = 10_000

_METRICS = "/v1/products/{product}/metrics"


@route("GET", f"{_METRICS}/online", scope="metrics.online:get")
def online_metrics(call: Call) -> dict[str, Any]:
    product, buckets = _product(call), _buckets(call)
    devices = [d for d in call.cloud.devices_in(product) if _filter(call)(d) and not d.quarantined]
    length = timedelta(seconds=buckets.seconds)

    def was_online(device: VirtualDevice, start: datetime) -> bool:
        # The sandbox remembers a device's last connection only.
        end = start + length
        return device.last_handshake_at < end and (device.online or device.last_heard >= start)

    return {
        "online": [
            {"time": isoformat(start), "count": sum(was_online(d, start) for d in devices)}
            for start in buckets
        ]
    }


@route("GET", f"{_METRICS}/events", scope="metrics.events:get")
def event_metrics(call: Call) -> dict[str, Any]:
    product, buckets, devices = _product(call), _buckets(call), _device_ids(call)
    counts = [0] * len(buckets)
    for event in call.cloud.events.history:
        if event.product_id == product.id and (devices is None or event.device_id in devices):
            position = buckets.position(datetime.fromisoformat(event.published_at))
            if position is not None:
                counts[position] += 1
    return {
        "events": [
            {"time": isoformat(start), "received": count}
            for start, count in zip(buckets, counts, strict=True)
        ]
    }


@route("GET", f"{_METRICS}/integration", scope="metrics.integrations:get")
def integration_metrics(call: Call) -> dict[str, Any]:
    return {"integrations": _counted(call, "integrations")}


@route("GET", f"{_METRICS}/functions", scope="metrics.functions:get")
def function_metrics(call: Call) -> dict[str, Any]:
    return {"functions": _counted(call, "functions")}


@route("GET", f"{_METRICS}/variables", scope="metrics.variables:get")
def variable_metrics(call: Call) -> dict[str, Any]:
    return {"variables": _counted(call, "variables")}


def _counted(call: Call, kind: str) -> list[dict[str, Any]]:
    """The outcomes by bucket; the cloud leaves out those that there were none of."""
    product, buckets = _product(call), _buckets(call)
    totals = call.cloud.metrics.totals(kind, product.id, _device_ids(call), buckets)
    return [
        {"time": isoformat(start), **counts} for start, counts in zip(buckets, totals, strict=True)
    ]


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _filter(call: Call) -> Callable[[VirtualDevice], bool]:
    query = call.query
    version = as_int(query["product_fw"], "product_fw") if "product_fw" in query else None
    device_os, group = query.get("device_os_version"), query.get("device_group")

    def wanted(device: VirtualDevice) -> bool:
        return (
            version in (None, device.firmware_version)
            and device_os in (None, device.system_firmware_version)
            and (group is None or group in device.groups)
        )

    return wanted


def _device_ids(call: Call) -> set[str] | None:
    """The devices that the query picks; None where it picks none in particular."""
    if not {"product_fw", "device_os_version", "device_group"} & set(call.query):
        return None
    wanted = _filter(call)
    return {device.id for device in call.cloud.devices_in(_product(call)) if wanted(device)}


def _buckets(call: Call) -> Buckets:
    now = call.cloud.clock.now()
    seconds = as_int(call.query.get("bucket_size", DEFAULT_BUCKET_SECONDS), "bucket_size")
    if seconds <= 15:
        raise failure(400, "bucket_size must be more than 15 seconds")
    end = _moment(call, "end_date", now)
    start = _moment(call, "start_date", end)
    if start > end:
        raise failure(400, "start_date must not be after end_date")
    if (end - start) / timedelta(seconds=1) / seconds >= MAX_BUCKETS:
        raise failure(400, f"That is more than {MAX_BUCKETS} buckets, ask for larger ones")
    return Buckets(start=start, end=end, seconds=seconds)


def _moment(call: Call, name: str, default: datetime) -> datetime:
    text = call.query.get(name)
    if text is None:
        return default
    try:
        moment = datetime.fromisoformat(text)
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
    except (ValueError, OverflowError):
        raise failure(400, f"{name} must be an ISO 8601 date and time") from None
