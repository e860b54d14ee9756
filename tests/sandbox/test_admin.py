"""The admin interface: its document, and who can't use it."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from openapi_spec_validator import validate
from starlette.types import Scope

from particle_client.sandbox import Sandbox
from particle_client.sandbox.admin.guard import Guard
from particle_client.sandbox.admin.handlers import ROUTES
from particle_client.sandbox.errors import ApiError

from .wire import TLS

ROOT = Path(__file__).parent.parent.parent
DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "openapi/sandbox.yaml").read_bytes())


@pytest.fixture
def admin(cloud: Sandbox) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {cloud.admin_token}"}
    url = f"{cloud.base_url}/__sandbox__/api/"
    with httpx.Client(base_url=url, headers=headers, verify=TLS) as client:
        yield client


# The document


def test_the_document_has_every_route() -> None:
    validate(DOCUMENT)
    documented = {(m.upper(), path[1:]) for path, item in DOCUMENT["paths"].items() for m in item}
    assert documented == {(route.method, route.path) for route in ROUTES}


def test_nothing_changes_by_get() -> None:
    for item in DOCUMENT["paths"].values():
        if "get" in item:
            assert item["get"]["operationId"].startswith(("get_", "list_"))


DEVICE = "0" * 24
CALLS: list[tuple[str, Any]] = [
    ("get_info", None),
    ("get_news", None),
    ("add_account", {"username": "other@example.com", "password": "secret", "mfa": "123456"}),
    ("list_accounts", None),
    ("create_token", {"owner": "other@example.com", "expires_in": 60}),
    ("add_oauth_client", {"client_id": "service"}),
    ("add_organization", {"name": "My Org", "members": ["other@example.com"]}),
    ("add_product", {"name": "Greenhouses", "organization": "my-org", "groups": ["beta"]}),
    ("add_firmware", {"product": "greenhouses", "version": 3, "groups": ["beta"]}),
    ("release_firmware", {"product": "greenhouses", "version": 3}),
    (
        "add_device",
        {
            "id": DEVICE,
            "product": "greenhouses",
            "variables": {"t": {"walk": {}}, "x": "text"},
            "functions": {"f": 3, "set": {"assign": {"variable": "vent"}}},
            "scripts": [{"publish": {"every": 60, "event": "t", "data": {"t": "$t"}}}],
        },
    ),
    ("list_products", None),
    ("change_device", {"notes": "behind the shed", "groups": ["beta"], "name": "greenhouse"}),
    ("list_devices", None),
    ("get_device", None),
    ("publish_from_device", {"name": "hello", "data": "world"}),
    ("create_claim_code", {"owner": None}),
    ("claim_with_code", {"claim_code": "known"}),
    ("read_variable", {"name": "t"}),
    ("change_device", {"variables": {"t": None, "y": {"wave": {"mean": 5}}}}),
    ("call_function", {"name": "f", "argument": "1"}),
    ("go_offline", {}),
    ("go_online", {}),
    ("publish", {"name": "from", "data": None, "product": "greenhouses"}),
    ("run_scripts", {"device": DEVICE, "scripts": []}),
    ("list_events", None),
    ("list_requests", None),
    ("get_request", None),
    ("fault_add", {"target": "getDevice", "status": 503, "times": 1}),
    ("fault_rate_limit", {"retry_after": 3}),
    ("fault_garbage", {"kind": "html"}),
    ("fault_drop", {"at": "after", "probability": 0.5}),
    ("fault_stall", {"target": "getDevice"}),
    ("list_faults", None),
    ("release_fault", {}),
    ("remove_fault", {}),
    ("clear_faults", {}),
    ("disconnect_streams", {}),
    ("advance_time", {"seconds": 60}),
    ("add_seed", {"devices": [{"name": "seeded"}]}),
    ("get_state", None),
    ("replace_state", "what get_state gave"),
    ("flash", {"device": DEVICE, "version": 4}),
    ("remove_device", {"device": DEVICE}),
    ("reset", {}),
]


def test_responses_are_as_documented(cloud: Sandbox, admin: httpx.Client) -> None:
    operations = {
        operation["operationId"]: (method, path[1:], operation)
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    }
    assert {name for name, _ in CALLS} == operations.keys()
    httpx.get(f"{cloud.base_url}/v1/devices", verify=TLS)
    cloud.state.directory.claim_codes["known"] = cloud.account
    answers: dict[str, Any] = {"fault_stall": {"id": ""}}
    for name, body in CALLS:
        method, path, operation = operations[name]
        if name == "replace_state":
            body = answers["get_state"]
        if "requestBody" in operation:
            check(body, operation["requestBody"], name)
        named = {"device": DEVICE, "number": "1", "fault": answers["fault_stall"]["id"]}
        answer = admin.request(method, path.format(**named), json=body)
        assert answer.status_code == 200, (name, answer.text)
        response = operation["responses"]["200"]
        answers[name] = answer.json()
        check(answers[name], response if "content" in response else DONE, name)
    assert cloud.devices == []


DONE = DOCUMENT["components"]["responses"]["Done"]


def check(value: object, place: dict[str, Any], what: str) -> None:
    schema = place["content"]["application/json"]["schema"]
    whole = {**schema, "components": DOCUMENT["components"]}
    errors = list(jsonschema.Draft202012Validator(whole).iter_errors(value))
    assert not errors, (what, errors[0].message)


# Attacks


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},  # another port
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Origin": ""},
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example"},
        {"Host": ""},
        {"Host": "[::1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_requests_from_elsewhere(
    cloud: Sandbox, admin: httpx.Client, headers: dict[str, str]
) -> None:
    for method, path in [("GET", "info"), ("POST", "reset"), ("GET", "news"), ("OPTIONS", "info")]:
        answer = admin.request(method, path, headers=headers)
        assert answer.status_code in (400, 403), path
        assert cloud.access_token not in answer.text
        assert not any(name.startswith("access-control") for name in answer.headers)


def test_its_own_page_may(cloud: Sandbox, admin: httpx.Client) -> None:
    port = urlsplit(cloud.base_url).port
    headers = {"Sec-Fetch-Site": "same-origin"}
    for host in ("127.0.0.1", "localhost", "app.localhost", "[::1]"):
        origin = {"Host": f"{host}:{port}", "Origin": f"http://{host}:{port}"}
        assert admin.post("reset", json={}, headers=headers | origin).status_code == 200


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer wrong", "Bearer \xe9", "Basic x", "{access}", "{pre}"],
)
def test_without_the_token(cloud: Sandbox, authorization: str | None) -> None:
    pre = f"Bearer {cloud.admin_token[:-1]}"
    headers = []
    if authorization is not None:
        text = authorization.format(access=f"Bearer {cloud.access_token}", pre=pre)
        headers = [(b"Authorization", text.encode("latin-1"))]
    for path in ("info", "news", "state", "reset", "nothing"):
        query = f"?access_token={cloud.admin_token}&token={cloud.admin_token}"
        url = f"{cloud.base_url}/__sandbox__/api/{path}{query}"
        answer = httpx.request(
            "POST" if path == "reset" else "GET", url, headers=headers, verify=TLS
        )
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers


def test_the_admin_token_is_none_for_the_cloud(cloud: Sandbox) -> None:
    headers = {"Authorization": f"Bearer {cloud.admin_token}"}
    answer = httpx.get(f"{cloud.base_url}/v1/devices", headers=headers, verify=TLS)
    assert answer.status_code == 401


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_a_form_could_send(cloud: Sandbox, admin: httpx.Client, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    answer = admin.post("add_account", content=b'{"username": "x"}', headers=headers)
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "/__sandbox__/../sandbox.yaml",
        "/__sandbox__/../../pyproject.toml",
        "/__sandbox__/%2e%2e/server.py",
        "/__sandbox__/..%2fserver.py",
        "/__sandbox__//etc/passwd",
        "/__sandbox__/%2fetc%2fpasswd",
        "/__sandbox__/index.html",
        "/__sandbox__/api/info%00",
        "/__sandbox__/api",
        "/__sandbox__/API/info",
        "/__Sandbox__/api/info",
        "/%5f_sandbox__/api/info",
        "//__sandbox__/api/info",
        "/v1/../__sandbox__/api/info",
        "/x/__sandbox__/api/info",
    ],
)
def test_paths_that_lead_nowhere(cloud: Sandbox, path: str) -> None:
    parts = urlsplit(cloud.base_url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
    for token in (cloud.admin_token, cloud.access_token):
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        content = response.read()
        assert response.status in (401, 404), content
    connection.close()


def test_other_machines() -> None:
    def scope(peer: str) -> Scope:
        return {"type": "http", "headers": [(b"host", b"localhost")], "client": (peer, 1)}

    closed = Guard("token", [], remote=False)
    for peer in ("127.0.0.1", "::1"):
        closed.check_origin(scope(peer))
    for peer in ("192.168.1.7", "172.17.0.1", "fe80::1", ""):
        with pytest.raises(ApiError):
            closed.check_origin(scope(peer))
        Guard("token", [], remote=True).check_origin(scope(peer))


def test_names_that_are_allowed() -> None:
    with Sandbox(allowed_hosts=["Cloud.test"]) as cloud:
        headers = {"Authorization": f"Bearer {cloud.admin_token}", "Host": "cloud.test"}
        answer = httpx.get(f"{cloud.base_url}/__sandbox__/api/info", headers=headers, verify=TLS)
        assert answer.status_code == 200


def test_mistakes_are_told(cloud: Sandbox, admin: httpx.Client) -> None:
    device = cloud.add_device(functions={"fail": lambda argument: 1 // 0})
    for method, path, body, status in [
        ("POST", "add_account", {"username": "x"}, 400),
        ("POST", "add_account", {"username": "x", "password": 3}, 400),
        ("POST", "add_account", {"username": cloud.username, "password": "x"}, 400),
        ("POST", "add_device", {"runtime": None}, 400),
        ("POST", "add_device", {"colour": "red"}, 400),
        ("POST", "add_device", {"variables": {"x": {"import": "os"}}}, 400),
        ("POST", "add_device", {"variables": {"x": [1]}}, 400),
        ("POST", "add_device", {"scripts": [{"publish": {"every": 0, "event": "x"}}]}, 400),
        ("PATCH", f"devices/{device.id}", {"online": False}, 400),
        ("PATCH", f"devices/{device.id}", {"name": 3}, 400),
        ("PATCH", f"devices/{device.id}", {"__class__": "x"}, 400),
        ("PATCH", f"devices/{device.id}", {"emit": "x"}, 400),
        ("PATCH", f"devices/{device.id}", {"variables": [1]}, 400),
        ("POST", f"devices/{device.id}/call_function", {"name": "fail"}, 400),
        ("POST", f"devices/{device.id}/call_function", {"name": "other"}, 404),
        ("POST", f"devices/{device.id}/read_variable", {"name": "other"}, 404),
        ("POST", f"devices/{device.id}/emit", {"name": "x", "data": "y"}, 404),
        ("GET", "devices/none", None, 404),
        ("GET", "devices?limit=-1", None, 400),
        ("GET", "requests/x", None, 404),
        ("POST", "add_seed", {"seed": "/etc/passwd"}, 404),
        ("POST", "seed", {"devices": "/etc/passwd"}, 400),
        ("POST", "save", {"path": "/tmp/x"}, 404),
        ("POST", "flash", {"device": "none", "version": 3}, 404),
        ("POST", "faults/cut_off", {}, 404),
        ("POST", "faults/none/release", {}, 404),
        ("POST", "faults/drop", {"at": ["x"]}, 400),
        ("POST", "faults/add", {"delay": "x"}, 400),
        ("POST", "faults/add", {"status": 503, "times": "x"}, 400),
        ("POST", "advance_time", {"seconds": -1}, 400),
        ("PUT", "state", {}, 400),
        ("DELETE", "info", {}, 405),
        ("GET", "nothing", None, 404),
    ]:
        answer = admin.request(method, path, json=body)
        assert answer.status_code == status, (path, body, answer.text)
        assert answer.json()["ok"] is False
    assert len(cloud.devices) == 1


@pytest.mark.parametrize("seconds", [-1, 1e11 * 2, 1e300])
def test_the_clock_stays_where_dates_are(admin: httpx.Client, seconds: float) -> None:
    answer = admin.post("advance_time", json={"seconds": seconds})
    assert (answer.status_code, answer.json()["kind"]) == (400, "ValueError")
    assert admin.get("info").status_code == 200


def test_ids_and_headers_and_scripts_that_do_harm(cloud: Sandbox, admin: httpx.Client) -> None:
    """An id that changes which path the console asks for; a header that ends the headers; a script
    that leaves no time for anything else."""
    for path, body in [
        ("add_device", {"id": "../reset?"}),
        ("add_device", {"id": ".."}),
        ("add_device", {"scripts": [{"publish": {"every": 1e-9, "event": "x"}}]}),
        ("faults/add", {"status": 503, "headers": {"x": "y\r\nSet-Cookie: z"}}),
        ("faults/add", {"status": 503, "headers": {"x\r\ny": "z"}}),
    ]:
        answer = admin.post(path, json=body)
        assert (answer.status_code, answer.json()["kind"]) == (400, "ValueError"), body
    assert cloud.devices == []
    assert len(cloud.faults) == 0


def test_numbers_that_json_lacks(cloud: Sandbox, admin: httpx.Client) -> None:
    device = cloud.add_device(variables={"broken": float("nan"), "called": lambda: float("inf")})
    assert admin.get(f"devices/{device.id}").json()["variables"]["broken"]["value"] == "nan"
    path = f"devices/{device.id}/read_variable"
    assert admin.post(path, json={"name": "called"}).json() == {"value": "inf"}


def test_secrets_are_masked_in_requests(cloud: Sandbox, admin: httpx.Client) -> None:
    secrets = ["correct-horse", "my-client-secret", "value-of-secret", cloud.access_token]
    secrets += ["in-a-list", "123454321", "in-quotes", "key-of-mine", "a-token-of-mine"]
    with httpx.Client(base_url=cloud.base_url, verify=TLS) as client:
        login = {"username": "x@example.com", "password": secrets[0], "grant_type": "password"}
        client.post("/oauth/token", data=login, auth=("particle-cli", secrets[1]))
        client.post("/v1/users", json={"username": "y@example.com", "password": secrets[0]})
        client.post("/v1/users", files={"password": (None, secrets[0])})
        client.post("/v1/users", content=f'{{"password": "{secrets[0]}'.encode())
        client.get(f"/v1/devices?access_token={cloud.access_token}&x=1")
        client.delete(f"/v1/access_tokens/{cloud.access_token}")
        client.delete("/v1/access_tokens/a-token-of-mine?x=1")
        for value in ('["in-a-list"]', "123454321"):
            client.post("/v1/users", content=f'{{"password": {value}, "x": 1}}'.encode())
        text = json.dumps({"password": "in-quotes"})
        client.post("/v1/users", json={"headers": {"X-Api-Key": "key-of-mine"}, "data": text})
        cloud.state.directory.issue(cloud.account, token=cloud.access_token)
        headers = {"Authorization": f"Bearer {cloud.access_token}"}
        body = {"secret": {"name": "KEY", "value": secrets[2]}}
        client.post("/v1/secrets", json=body, headers=headers)
    seen = json.dumps(admin.get("requests").json())
    for secret in secrets:
        assert secret not in seen
    assert [request.sender for request in cloud.requests] == [
        *("particle-cli", "nobody", "nobody", "nobody"),
        *(cloud.username, *["nobody"] * 5, cloud.username),
    ]
    assert "x=1" in cloud.requests[4].path
    assert admin.get("news").json()["requests"][0]["request_body"] == ""
    assert admin.get("requests/1").json()["number"] == 1


def test_requests_tell_what_became_of_them(cloud: Sandbox) -> None:
    with httpx.Client(base_url=cloud.base_url, verify=TLS) as client:
        cloud.faults.drop("listDevices", times=1)
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/v1/devices")
        cloud.faults.rate_limit("listDevices", times=1)
        client.get("/v1/devices")
        headers = {"Authorization": f"Bearer {cloud.access_token}"}
        client.post("/v1/devices/events", content=b"\x00\x01" * 50_000, headers=headers)
        client.get("/v1/devices", headers={"User-Agent": "me/1.0"})
    first, second, third, fourth = cloud.requests
    assert (first.status, first.fault, first.response_body) == (None, "drop at before", "")
    assert (second.status, second.fault) == (429, "status 429")
    assert "100,000 bytes" in third.request_body
    assert (fourth.status, fourth.fault, fourth.user_agent) == (401, "", "me/1.0")
    assert fourth.seconds is not None


# The console's files


def test_the_page(cloud: Sandbox) -> None:
    """It is open to everybody here, and holds nothing; it loads nothing from elsewhere."""
    for path in ("", "console.js", "console.css", "operations.json"):
        answer = httpx.get(f"{cloud.base_url}/__sandbox__/{path}", verify=TLS)
        assert answer.status_code == 200
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert cloud.admin_token not in answer.text
        assert cloud.access_token not in answer.text
        assert path == "operations.json" or "://" not in answer.text
    for method in ("POST", "PUT", "DELETE"):
        answer = httpx.request(method, f"{cloud.base_url}/__sandbox__/", verify=TLS)
        assert answer.status_code == 404
    outside = {"Host": "evil.example"}
    answer = httpx.get(f"{cloud.base_url}/__sandbox__/", headers=outside, verify=TLS)
    assert answer.status_code == 403


def test_it_is_small_and_only_loaded_when_asked_for() -> None:
    folder = ROOT / "particle_client/sandbox/console"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 300_000
    program = """
import sys
from particle_client.sandbox import Sandbox
with Sandbox() as cloud:
    cloud.add_device("greenhouse")
late = (".admin", ".snapshots", ".remote", ".seeds", ".scripts")
print([name for name in sys.modules if name.endswith(late)])
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


# News


def test_news(cloud: Sandbox, admin: httpx.Client) -> None:
    first = admin.get("news").json()
    assert (first["events"], first["requests"]) == ([], [])
    cloud.publish("hello", "<b>world</b>")
    with cloud.client() as particle:
        particle.devices.list()

    def since(last: dict[str, Any]) -> Any:
        query = f"published={last['published']}&changes={last['changes']}"
        return admin.get(f"news?{query}").json()

    second = since(first)
    assert second["events"][0]["data"] == "<b>world</b>"
    assert [request["path"] for request in second["requests"]] == ["/v1/devices"]
    for _ in range(1_000):
        cloud.publish("many", "x")
    third = since(second)
    assert (len(third["events"]), third["events"][-1]["number"]) == (400, 1_001)
    assert third["requests"] == since(third)["events"] == []
