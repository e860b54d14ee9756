"""Webhooks and integrations: their life, and the calls that events set off."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox

from .target import WebhookTarget
from .wire import OpenStream, StreamReader


@pytest.fixture
def target() -> Iterator[WebhookTarget]:
    with WebhookTarget() as server:
        yield server


@pytest.fixture
def stream(open_stream: OpenStream) -> Iterator[StreamReader]:
    with open_stream("/v1/devices/events") as reader:
        yield reader


def create(api: httpx.Client, url: str, base: str = "/v1", **settings: Any) -> str:
    body = {"integration_type": "Webhook", "event": "temp", "url": url, **settings}
    answer = api.post(f"{base}/integrations", json=body)
    assert answer.status_code == 201, answer.text
    created: str = answer.json()["id"]
    return created


def publish(api: httpx.Client, data: str, name: str = "temp") -> None:
    answer = api.post("/v1/devices/events", json={"name": name, "data": data})
    assert answer.json() == {"ok": True}


def test_events_around_a_call(
    cloud: Sandbox, api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    device = cloud.add_device("d")
    create(api, target.url)
    device.publish("temp/inside", "21.5")
    assert stream.take(3) == [
        ("temp/inside", "21.5"),
        ("hook-sent/temp/inside", "undefined"),
        ("hook-response/temp/inside/0", "ok"),
    ]
    (request,) = target.arrived
    assert (request.method, request.path) == ("POST", "/")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["user-agent"].startswith("ParticleBot/")
    published_at = next(e.published_at for e in cloud.events if e.name == "temp/inside")
    assert request.form == {
        "event": "temp/inside",
        "data": "21.5",
        "published_at": published_at,
        "coreid": device.id,
    }
    assert {e.device_id for e in cloud.events if e.name.startswith("hook-")} == {
        "particle-internal"
    }


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_json(api: httpx.Client, target: WebhookTarget, stream: StreamReader, method: str) -> None:
    template = {"celsius": "{{c}}", "nested": {"{{k}}": ["{{{c}}}", 1]}, "event": "mine"}
    create(api, f"{target.url}/x", json=template, requestType=method)
    publish(api, json.dumps({"c": 21.5, "k": "key"}))
    stream.take(3)
    (request,) = target.arrived
    assert (request.method, request.headers["content-type"]) == (method, "application/json")
    body = request.json
    assert (body["celsius"], body["nested"]) == ("21.5", {"key": ["21.5", 1]})
    assert (body["event"], body["coreid"]) == ("mine", "api")


def test_no_defaults_and_a_json_text(
    api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    create(api, target.url, json='{"celsius": {{{c}}}}', noDefaults=True)
    publish(api, '{"c": 21.5}')
    stream.take(3)
    assert target.arrived[0].json == {"celsius": 21.5}


def test_form_query_headers_and_auth(
    api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    create(
        api,
        f"{target.url}/{{{{PARTICLE_DEVICE_ID}}}}/a b?fixed=1",
        form={"value": "{{{PARTICLE_EVENT_VALUE}}}"},
        query={"n": "{{PARTICLE_EVENT_NAME}}"},
        headers={"X-Id": "{{PARTICLE_DEVICE_ID}}", "user-agent": "mine"},
        auth={"username": "u", "password": "{{PARTICLE_EVENT_NAME}}"},
        noDefaults=True,
    )
    publish(api, "1 & 2")
    stream.take(3)
    (request,) = target.arrived
    assert (request.path, request.query) == ("/api/a%20b", {"fixed": "1", "n": "temp"})
    assert request.form == {"value": "1 & 2"}
    assert (request.headers["x-id"], request.headers["user-agent"]) == ("api", "mine")
    credentials = base64.b64encode(b"u:temp").decode()
    assert request.headers["authorization"] == f"Basic {credentials}"


def test_get_has_the_default_data_in_the_query(
    api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    create(api, target.url, requestType="GET", query={"q": "1"})
    publish(api, "21")
    stream.take(3)
    (request,) = target.arrived
    assert (request.method, request.body) == ("GET", "")
    assert {"q": "1", "event": "temp", "data": "21", "coreid": "api"}.items() <= (
        request.query.items()
    )


def test_free_body(api: httpx.Client, target: WebhookTarget, stream: StreamReader) -> None:
    create(api, target.url, body="<t>{{PARTICLE_EVENT_VALUE}}</t>")
    publish(api, "<1>")
    stream.take(3)
    assert target.arrived[0].body == "<t>&lt;1&gt;</t>"
    assert "content-type" not in target.arrived[0].headers


def test_long_answers_come_in_parts(
    api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    create(api, target.url)
    target.content = bytes(48 + number % 10 for number in range(1100))
    publish(api, "")
    events = stream.take(5)[2:]
    assert [name for name, _ in events] == [f"hook-response/temp/{n}" for n in range(3)]
    assert [len(data or "") for _, data in events] == [512, 512, 76]
    assert "".join(data or "" for _, data in events).encode() == target.content


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"unchunked": True}, ("hook-response/temp/0", '{"a":[{"b":"' + "x" * 600 + '"}]}')),
        (
            {"responseTopic": "{{PARTICLE_DEVICE_ID}}/got", "responseTemplate": "{{n}}"},
            ("api/got/0", ""),
        ),
        ({"responseTemplate": {"n": "{{a.0.c}}!"}}, ("hook-response/temp/0", '{"n":"!"}')),
    ],
)
def test_shape_of_the_response(
    api: httpx.Client,
    target: WebhookTarget,
    stream: StreamReader,
    settings: dict[str, Any],
    expected: tuple[str, str],
) -> None:
    create(api, target.url, **settings)
    target.content = b'{"a":[{"b":"' + b"x" * 600 + b'"}]}'
    publish(api, "")
    assert stream.take(3)[2] == expected


def test_data_url(api: httpx.Client, target: WebhookTarget, stream: StreamReader) -> None:
    create(api, target.url, dataUrlResponseEvent=True)
    target.content, target.content_type = b"\xff\x00", "application/octet-stream"
    publish(api, "")
    assert stream.take(3)[2][1] == "data:application/octet-stream;base64,/wA="


def test_error_status(api: httpx.Client, target: WebhookTarget, stream: StreamReader) -> None:
    hook = create(api, target.url)
    target.status = 404
    publish(api, "")
    assert stream.take(3)[1:] == [
        ("hook-sent/temp", "undefined"),
        ("hook-error/temp/0", "error status 404 from 127.0.0.1"),
    ]
    (entry,) = api.get(f"/v1/integrations/{hook}").json()["integration"]["logs"]
    assert (entry["event"], entry["response"]["statusCode"]) == ("temp", 404)


@pytest.mark.parametrize(
    "url",
    ["http://particle.example/", "http://10.0.0.1/", "http://127.0.0.1:1/", "http://[::1", "{{x}}"],
)
def test_what_cannot_be_reached(api: httpx.Client, stream: StreamReader, url: str) -> None:
    hook = create(api, url, errorResponseTopic="failed/{{PARTICLE_EVENT_NAME}}")
    publish(api, "")
    (_, (name, data)) = stream.take(2)
    assert name == "failed/temp/0"
    assert data
    tested = api.post(f"/v1/integrations/{hook}/test").json()
    assert tested == {"pass": False, "error": data}


def test_what_triggers(
    cloud: Sandbox,
    api: httpx.Client,
    other_api: httpx.Client,
    target: WebhookTarget,
    stream: StreamReader,
) -> None:
    wanted, other = cloud.add_device("wanted"), cloud.add_device("other")
    create(api, f"{target.url}/device", deviceID=wanted.id)
    create(api, f"{target.url}/disabled", disabled=True)
    create(api, f"{target.url}/event", event="Temp")
    create(api, f"{target.url}/hooks", event="hook-")
    create(other_api, f"{target.url}/other")
    last = create(api, f"{target.url}/last", event="done")
    other.publish("temp", "1")
    wanted.publish("atemp", "2")
    wanted.publish("temp", "3")
    assert stream.take(5)[3:] == [("hook-sent/temp", "undefined"), ("hook-response/temp/0", "ok")]
    assert api.post(f"/v1/integrations/{last}/test").json() == {"pass": True, "data": "ok"}
    with_data = {(r.path, r.form["data"]) for r in target.arrived}
    assert with_data == {("/device", "3"), ("/last", "test-event")}


def test_product_webhooks(
    cloud: Sandbox, api: httpx.Client, target: WebhookTarget, open_stream: OpenStream
) -> None:
    product = cloud.add_product("Fleet", slug="fleet")
    device = cloud.add_device("d", product=product, claimed=False, firmware_version=3)
    fields = {"v": "{{PRODUCT_VERSION}}", "p": "{{PRODUCT_ID}}", "u": "{{PRODUCT_USER_ID}}"}
    create(api, target.url, "/v1/products/fleet", json=fields, noDefaults=True)
    assert api.get("/v1/integrations").json() == []
    with open_stream("/v1/products/fleet/events") as events:
        device.publish("temp", "1")
        names = [name for name, _ in events.take(3)]
    assert names == ["temp", "hook-sent/temp", f"{device.id}/hook-response/temp/0"]
    assert target.arrived[0].json == {"v": "3", "p": str(product.id), "u": cloud.account.id}


def test_webhooks_of_an_organization(
    cloud: Sandbox, api: httpx.Client, target: WebhookTarget, open_stream: OpenStream
) -> None:
    organization = cloud.add_organization("Acme", slug="acme")
    product = cloud.add_product("Fleet", slug="fleet", organization=organization)
    inside, outside = cloud.add_device("inside", product=product), cloud.add_device("outside")
    base = "/v1/orgs/acme"
    fields = {"integration_type": "Webhook", "event": "temp", "url": target.url}
    created = api.post(f"{base}/integrations", json=fields).json()
    url = f"{base}/integrations/{created['id']}"
    assert (
        created["hookUrl"]
        == f"{cloud.base_url}/v1/orgs/{organization.id}/integrations/" + (created["id"])
    )
    assert api.get("/v1/integrations").json() == []
    assert [each["id"] for each in api.get(f"{base}/integrations").json()] == [created["id"]]
    with open_stream(f"{base}/events") as events:
        outside.publish("temp", "1")
        inside.publish("temp", "2")
        names = [name for name, _ in events.take(3)]
    assert names == ["temp", "hook-sent/temp", f"{inside.id}/hook-response/temp/0"]
    assert [each.form["data"] for each in target.arrived] == ["2"]
    changed = api.put(url, json={"event": "other", "url": target.url}).json()["integration"]
    assert changed["event"] == "other"
    assert api.get(url).status_code == 405  # nobody knows of it
    assert api.delete(url).status_code == 204
    assert api.get(f"{base}/integrations").json() == []


def test_secrets_of_a_webhook(api: httpx.Client, cloud: Sandbox) -> None:
    cloud.add_product("Fleet", slug="fleet")
    api.post("/v1/secrets", json={"secret": {"name": "API_KEY", "value": "hush"}})
    hook = create(api, "https://example.com", "/v1/products/fleet", secrets=["API_KEY"])
    secret = api.get("/v1/secrets/API_KEY").json()["secret"]
    name = "temp for example.com"
    assert secret["integrations"] == [{"id": hook, "name": name, "product_slug": "fleet"}]
    body = {"integration_type": "Webhook", "event": "e", "url": "https://example.com"}
    for bad in ({"secrets": 1}, {"parameters": "x"}):
        assert api.post("/v1/integrations", json={**body, **bad}).status_code == 400


def test_secrets_in_templates(
    api: httpx.Client, target: WebhookTarget, stream: StreamReader
) -> None:
    api.put("/v1/secrets/API_KEY", json={"secret": {"value": "hush"}})
    hook = create(api, target.url, headers={"X-Key": "{{{API_KEY}}}"})
    publish(api, "")
    stream.take(3)
    assert target.arrived[0].headers["x-key"] == "hush"
    secret = api.get("/v1/secrets/API_KEY").json()["secret"]
    assert [used["id"] for used in secret["integrations"]] == [hook]
    assert secret["last_accessed_at"]
    in_use = api.delete("/v1/secrets/API_KEY")
    assert (in_use.status_code, in_use.json()["ok"]) == (400, False)
    assert "used by integrations or Logic Functions" in in_use.json()["error"]
    api.delete(f"/v1/integrations/{hook}")
    assert api.delete("/v1/secrets/API_KEY").status_code == 204


def test_life_of_integrations(cloud: Sandbox, api: httpx.Client) -> None:
    fields = {"event": "hello", "url": "https://samplesite.com/x", "requestType": "PUT"}
    created = api.post("/v1/webhooks", json={**fields, "deviceid": "d1"}).json()
    assert (created["ok"], created["name"]) == (True, "hello for samplesite.com")
    assert created["hookUrl"] == f"{cloud.base_url}/v1/webhooks/{created['id']}"
    url = f"/v1/integrations/{created['id']}"
    azure = {"integration_type": "AzureIotHub", "event": "e", "hub_name": "h"}
    assert api.post("/v1/integrations", json=azure).status_code == 400
    azure |= {"policy_name": "p", "policy_key": "k"}
    other = api.post("/v1/integrations", json=azure).json()
    assert (other["name"], "integrationUrl" in other) == ("e for h", True)
    assert [i["id"] for i in api.get("/v1/integrations").json()] == [created["id"], other["id"]]
    (webhook,) = api.get("/v1/webhooks").json()
    assert fields.items() <= webhook.items()
    assert (webhook["integration_type"], webhook["deviceID"]) == ("Webhook", "d1")
    found = api.get(url).json()["integration"]
    assert found == {**webhook, "logs": []}
    edited = api.put(url, json={"event": "bye", "headers": {"X": "1"}}).json()["integration"]
    assert (edited["event"], edited["url"], edited["headers"]) == ("bye", fields["url"], {"X": "1"})
    assert "deviceID" not in edited  # nothing is merged
    assert api.post(f"/v1/integrations/{other['id']}/test").json()["pass"] is False
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 404
    assert api.delete(f"/v1/webhooks/{other['id']}").status_code == 204
    assert api.get("/v1/integrations").json() == []


@pytest.mark.parametrize(
    "changes",
    [
        {"integration_type": "Carrier pigeon"},
        {"integration_type": []},
        {"event": ""},
        {"url": "ftp://127.0.0.1"},
        {"url": None},
        {"requestType": "BREW"},
        {"headers": "X: 1"},
        {"name": 7},
        {"disabled": "perhaps"},
        {"json": 1},
        {"json": {}, "form": {}},
    ],
)
def test_what_is_no_webhook(api: httpx.Client, changes: dict[str, Any]) -> None:
    body = {"integration_type": "Webhook", "event": "e", "url": "http://127.0.0.1", **changes}
    assert api.post("/v1/integrations", json=body).status_code == 400
    assert api.get("/v1/integrations").json() == []
