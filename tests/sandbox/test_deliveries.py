"""What the sandbox delivers by webhooks and streams is what the two documents say."""

import json
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox
from tests.documented import bundled, webhooks
from tests.messages import message_of

from .target import FORM, JSON, Arrived, WebhookTarget, differences, validator
from .wire import OpenStream

WEBHOOK = webhooks()["webhooks"]["eventTriggeredWebhook"]
DEFAULT = {"$ref": "#/components/schemas/WebhookDelivery"}


def create(api: httpx.Client, url: str, base: str = "/v1", **settings: Any) -> None:
    body = {"integration_type": "Webhook", "event": "temp", "url": url, **settings}
    assert api.post(f"{base}/integrations", json=body).status_code == 201


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({}, FORM),
        ({"form": {"celsius": "{{{c}}}"}, "requestType": "PUT"}, FORM),
        ({"json": {}}, JSON),
        ({"json": {"celsius": "{{{c}}}", "more": [1]}}, JSON),
        ({"requestType": "GET", "form": {"celsius": "{{{c}}}"}}, None),
    ],
)
def test_default_data_of_a_webhook(
    cloud: Sandbox,
    api: httpx.Client,
    open_stream: OpenStream,
    settings: dict[str, Any],
    kind: str | None,
) -> None:
    device = cloud.add_device("d")
    with WebhookTarget() as target, open_stream("/v1/devices/events") as stream:
        create(api, target.url, auth={"username": "u", "password": "p"}, **settings)
        device.publish("temperature", '{"c": 21.5}')
        assert [message_of(name) for name, _ in stream.take(3)] == [
            "Event",
            "HookSent",
            "HookResponse",
        ]
        [request] = target.arrived
    sent = request.sent if kind else request.query
    assert request.headers.get("content-type") == kind
    assert validator(DEFAULT).is_valid(sent)
    assert sent["coreid"] == device.id
    [agent] = [each for each in WEBHOOK["parameters"] if each["in"] == "header"]
    assert request.headers[agent["name"].lower()] == agent["example"]
    assert request.headers["authorization"].startswith("Basic ")


def test_each_method_that_a_webhook_may_have_is_described() -> None:
    operations = {key: value for key, value in WEBHOOK.items() if key != "parameters"}
    methods = bundled()["components"]["schemas"]["WebhookRequestType"]["enum"]
    assert {method.upper() for method in operations} == set(methods)
    assert [each["security"] for each in operations.values()] == [[{}, {"webhookAuth": []}]] * 4


def test_examples_of_webhooks_are_what_a_target_gets() -> None:
    bodies = [
        (kind, example["value"])
        for kind, media in WEBHOOK["post"]["requestBody"]["content"].items()
        for example in media["examples"].values()
    ]
    assert len(bodies) == 6
    for kind, value in bodies:
        text = json.dumps(value) if kind == JSON else str(httpx.QueryParams(value))
        text = value if kind == "*/*" else text
        assert differences(Arrived("POST", "/", {}, {"content-type": kind}, text)) == []


def test_a_wrong_delivery_is_found() -> None:
    assert not validator(DEFAULT).is_valid({"event": "temp", "data": "x"})
    number: Any = {"celsius": 21}
    assert differences(Arrived("GET", "/", number, {}, ""))


def test_system_events_of_a_product(
    cloud: Sandbox, api: httpx.Client, open_stream: OpenStream
) -> None:
    cloud.add_product("Fleet")
    device = cloud.add_device("d", product="fleet", firmware_version=1)
    with WebhookTarget() as target, open_stream("/v1/products/fleet/events") as stream:
        target.status = 503
        create(api, target.url, base="/v1/products/fleet")

        def expect(*messages: str) -> None:
            names = [name for name, _ in stream.take(len(messages))]
            assert [message_of(name) for name in names] == [*messages]

        device.go_offline()
        device.go_online()
        expect("DeviceStatus", "DeviceStatus")
        api.post(f"/v1/diagnostics/{device.id}/update")
        expect("Diagnostics")
        api.put(f"/v1/products/fleet/devices/{device.id}", files={"file": ("a.bin", b"x")})
        expect(*["FlashStatus"] * 2, *["DeviceStatus"] * 2, "AppHash", "LastReset")
        expect(*["UpdateSetting"] * 3)
        form = {"version": "1", "title": "one"}
        api.post("/v1/products/fleet/firmware", data=form, files={"file": ("a.bin", b"x")})
        api.put("/v1/products/fleet/firmware/release", json={"version": 1})
        expect("FirmwareChange", "FirmwareChange")
        device.publish("loc", '{"loc": {"lck": 1, "lat": 37.3, "lon": -122.0}, "trig": ["lock"]}')
        expect("Location")
        device.publish("temp", "21.5")
        expect("Event", "HookSent", "HookError")
