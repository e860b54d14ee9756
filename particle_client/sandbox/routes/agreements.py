"""Service agreements, their notifications and usage reports."""

import csv
import io
from datetime import date, timedelta
from typing import Any, cast

from starlette.responses import JSONResponse, PlainTextResponse, Response

from ..agreements import Agreement, Notification, UsageReport
from ..clock import isoformat
from ..devices import VirtualDevice
from ..errors import failure
from ..request import Call, as_names
from ..routing import Auth, route

_BASES = ("/v1/user", "/v1/orgs/{organization}")
_AGREEMENTS = tuple(f"{base}/service_agreements" for base in _BASES)
_AGREEMENT = tuple(f"{path}/{{agreement}}" for path in _AGREEMENTS)

MAX_DEVICES, MAX_MESSAGES, MAX_BYTES = 100, 100_000, 45_000_000


@route("GET", *_AGREEMENTS, scope="service_agreements:list")
def list_agreements(call: Call) -> dict[str, Any]:
    return {"data": [_agreement_json(call, call.cloud.agreements.of(call.owner()))]}


@route(
    "GET",
    *(f"{path}/notifications" for path in _AGREEMENT),
    scope="service_agreements.notifications:list",
)
def list_notifications(call: Call) -> dict[str, Any]:
    agreement = _agreement(call)
    return {"data": [_notification_json(agreement, each) for each in agreement.notifications]}


@route(
    "POST",
    *(f"{path}/usage_reports" for path in _AGREEMENT),
    scope="service_agreements.usage_reports:create",
)
def create_usage_report(call: Call) -> Response:
    agreement, fields = _agreement(call), call.body.fields
    kind = fields.get("report_type")
    if kind not in ("devices", "products"):
        raise failure(400, "report_type must be devices or products")
    start, end = _day(call, "date_period_start"), _day(call, "date_period_end")
    if start > end:
        raise failure(400, "date_period_start must not be after date_period_end")
    products = fields.get("products", [])
    if not isinstance(products, list):
        raise failure(400, "products must be a list")
    report = call.cloud.agreements.report(
        agreement,
        report_type=kind,
        start=start.isoformat(),
        end=end.isoformat(),
        devices=as_names(fields.get("devices", []), "devices"),
        products=[
            each if type(each) is int else str(each) for each in cast("list[object]", products)
        ],
        recipient=call.account.username,
    )
    return JSONResponse({"data": _report_json(call, report)}, status_code=202)


@route(
    "GET",
    *(f"{base}/usage_reports/{{report}}" for base in _BASES),
    scope="service_agreements.usage_reports:get",
)
def get_usage_report(call: Call) -> dict[str, Any]:
    found = call.cloud.agreements.reports.get(call.parameters["report"])
    if found is None or found.agreement.owner.key != call.owner().key:
        raise failure(404, f"There is no usage report {call.parameters['report']}")
    # Who asks for a report got the response to its request, and by then it is made.
    found.available = True
    return {"data": _report_json(call, found)}


@route("GET", "/downloads/usage_reports/{key}", auth=Auth.NONE)
def download_usage_report(call: Call) -> Response:
    now = call.cloud.clock.now()
    for report in call.cloud.agreements.reports.values():
        if report.key == call.parameters["key"] and report.expires_at > now:
            text = io.StringIO()
            rows = csv.writer(text, lineterminator="\n")
            rows.writerow([report.report_type.removesuffix("s"), "start", "end", "messages"])
            for subject in report.subjects:
                rows.writerow([subject, report.start, report.end, _messages(call, subject)])
            return PlainTextResponse(text.getvalue(), media_type="text/csv")
    raise failure(404, "There is no such file, or it has expired")


def _messages(call: Call, subject: str) -> int:
    return sum(
        subject in (event.device_id, str(event.product_id)) for event in call.cloud.events.history
    )


def _day(call: Call, name: str) -> date:
    try:
        return date.fromisoformat(call.required_text(name)[:10])
    except ValueError:
        raise failure(400, f"{name} must be a date such as 2024-01-31") from None


def _agreement(call: Call) -> Agreement:
    agreement = call.cloud.agreements.of(call.owner())
    if agreement.id != call.parameters["agreement"]:
        raise failure(404, f"There is no service agreement {call.parameters['agreement']}")
    return agreement


def _agreement_json(call: Call, agreement: Agreement) -> dict[str, Any]:
    owner, starts_on = agreement.owner, agreement.starts_on
    next_period = _next_month(starts_on)
    if owner.organization:
        products = [p for p in call.cloud.products.values() if p.organization is owner.organization]
        devices = [d for product in products for d in call.cloud.devices_in(product)]
    else:
        devices = call.cloud.devices_of(call.account)
    cellular = [device for device in devices if device.cellular]
    wifi = [device for device in devices if not device.cellular]
    return {
        "id": agreement.id,
        "type": "service_agreement",
        "attributes": {
            "owner_id": owner.value,
            "owner_type": "organization" if owner.organization else "individual",
            "name": "Sandbox",
            "agreement_type": "developer",
            "duration": "monthly",
            "state": "active",
            "starts_on": starts_on.isoformat(),
            "ends_on": None,
            "current_billing_period_start": starts_on.isoformat(),
            "current_billing_period_end": (next_period - timedelta(days=1)).isoformat(),
            "next_billing_period_start": next_period.isoformat(),
            "current_usage_summary": {
                "device_limit_reached": len(devices) >= MAX_DEVICES,
                "connectivity": {
                    "all": _usage(call, devices),
                    "wifi": _usage(call, wifi) | {"device_data": None},
                    "cellular": _usage(call, cellular),
                    "asset_tracker": _usage(call, []),
                },
            },
            "pricing_terms": {
                "rates": {
                    "all_platforms": {"duration": "monthly", "per_block": 0},
                    "pricing_model_version": "tier2021.1",
                },
                "device": {
                    "name": "commercial_model:developer:device",
                    "duration": "monthly",
                    "max_devices": MAX_DEVICES,
                },
                "messaging": {
                    "name": "commercial_model:developer:messaging",
                    "duration": "monthly",
                    "max_messages": MAX_MESSAGES,
                },
                "device_data": {
                    "uom": "bytes",
                    "name": "commercial_model:developer:device_data",
                    "duration": "monthly",
                    "max_data": MAX_BYTES,
                },
            },
        },
    }


def _usage(call: Call, devices: list[VirtualDevice]) -> dict[str, Any]:
    ids = {device.id for device in devices}
    messages = sum(event.device_id in ids for event in call.cloud.events.history)
    return {
        "owned_devices": len(devices),
        "billable_devices": len(devices),
        "device_data": 0,
        "device_messages": messages,
    }


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=min(day.day, 28))


def _notification_json(agreement: Agreement, notification: Notification) -> dict[str, Any]:
    return {
        "id": notification.id,
        "type": "service_agreement_notification",
        "attributes": {
            "state": notification.state,
            "event_name": notification.event_name,
            "time_period": notification.time_period,
            "created_at": notification.created_at,
            "updated_at": notification.created_at,
            "resource_id": agreement.id,
            "resource_type": "ServiceAgreement",
            "details": notification.details,
        },
    }


def _report_json(call: Call, report: UsageReport) -> dict[str, Any]:
    url = f"{call.request.base_url}downloads/usage_reports/{report.key}"
    return {
        "id": report.id,
        "type": "usage_report",
        "attributes": {
            "state": "available" if report.available else "pending",
            "service_agreement_id": int(report.agreement.id),
            "date_period_start": report.start,
            "date_period_end": report.end,
            "created_at": isoformat(report.created_at),
            "expires_at": isoformat(report.expires_at) if report.available else None,
            "report_type": report.report_type,
            "report_params": {
                "devices": report.devices,
                "products": report.products,
                "recipient_list": [report.recipient],
            },
            "download_url": url if report.available else None,
        },
    }
