"""Diagnostics: the vitals of devices."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, cast

from starlette.responses import JSONResponse, PlainTextResponse, Response

from ..clock import isoformat
from ..devices import VirtualDevice
from ..errors import ApiError, failure
from ..request import Call
from ..routing import route
from ..vitals import KEPT, Record

_DEVICE = ("/v1/diagnostics/{device_id}", "/v1/products/{product}/diagnostics/{device_id}")


@route("GET", *_DEVICE, scope="devices.diagnostics:get")
def list_vitals(call: Call) -> Response:
    device = _device(call)
    start, end = _moment(call, "start_date"), _moment(call, "end_date")
    if start and start < call.cloud.clock.now() - KEPT:
        raise _bad_request("start_date must not be more than than 30 days ago")
    records = [
        record
        for record in call.cloud.vitals.of(device)
        if (start is None or record.updated_at >= start)
        and (end is None or record.updated_at < end)
    ]
    if "text/csv" in call.request.headers.get("accept", ""):
        return PlainTextResponse(_csv(records), media_type="text/csv")
    return JSONResponse({"diagnostics": [_record_json(record) for record in records]})


@route("GET", *(f"{path}/last" for path in _DEVICE), scope="devices.diagnostics:get")
def get_last_vitals(call: Call) -> dict[str, Any]:
    records = call.cloud.vitals.of(_device(call))
    if not records:
        raise failure(404, "The device has sent no vitals in the last 30 days")
    return {"diagnostics": _record_json(records[-1])}


@route("POST", *(f"{path}/update" for path in _DEVICE), scope="devices.diagnostics:update")
def refresh_vitals(call: Call) -> Response:
    call.cloud.vitals.refresh(_device(call))
    return JSONResponse({"ok": True}, status_code=202)


def _device(call: Call) -> VirtualDevice:
    device_id, product = call.parameters["device_id"], call.parameters.get("product")
    if product is None:
        return call.cloud.device(call.account, device_id)
    return call.cloud.product_device(call.account, product, device_id)


def _moment(call: Call, name: str) -> datetime | None:
    text = call.query.get(name)
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _bad_request("start_date and end_date must be ISO8601 formatted") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _bad_request(description: str) -> ApiError:
    return ApiError(400, {"error": "bad_request", "description": description})


def _record_json(record: Record) -> dict[str, Any]:
    return {
        "updated_at": isoformat(record.updated_at),
        "deviceID": record.device_id,
        "payload": record.payload,
    }


def _csv(records: list[Record]) -> str:
    import csv
    import io

    rows = [dict(_flat(_record_json(record), "")) for record in records]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _flat(value: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, item in value.items():
        if isinstance(item, dict):
            yield from _flat(cast("dict[str, Any]", item), f"{prefix}{name}.")
        else:
            yield prefix + name, item
