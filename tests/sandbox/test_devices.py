"""Devices of the account: claiming, attributes, variables and functions."""

import threading

import httpx
import pytest

from particle_client.sandbox import Sandbox

DEVICE = "0123456789abcdef01234567"


def test_list_and_get(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    cloud.add_device("first")
    cloud.advance_time(1)
    cloud.add_device(
        "second", id=DEVICE, platform_id=6, variables={"t": 1.5, "n": 1}, functions={"f": len}
    )
    cloud.add_device("not mine", owner="other@example.com")
    cloud.add_device("nobody's", claimed=False)
    assert [device["name"] for device in api.get("/v1/devices").json()] == ["second", "first"]
    device = api.get(f"/v1/devices/{DEVICE.upper()}").json()
    assert device["id"] == DEVICE
    assert device["owner"] == cloud.username
    assert device["functions"] == ["f"]
    assert device["variables"] == {"t": "double", "n": "int32"}
    assert (device["platform_id"], device["product_id"], device["cellular"]) == (6, 6, False)
    assert (device["online"], device["connected"]) == (True, True)
    assert "iccid" not in device
    assert api.get("/v1/devices/second").json()["id"] == DEVICE
    assert len(other_api.get("/v1/devices").json()) == 1


def test_devices_of_others_look_like_unknown_ones(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client
) -> None:
    cloud.add_device("mine", id=DEVICE)
    denied = other_api.get(f"/v1/devices/{DEVICE}")
    unknown = api.get("/v1/devices/ffffffffffffffffffffffff")
    assert (denied.status_code, unknown.status_code) == (403, 403)
    assert denied.json() == unknown.json()
    assert denied.json()["error"] == "Permission Denied"
    assert other_api.get("/v1/devices/mine").status_code == 403


def test_claim_and_unclaim(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    device = cloud.add_device(id=DEVICE, claimed=False)
    claimed = api.post("/v1/devices", data={"id": DEVICE})
    assert claimed.json() == {"ok": True, "deviceID": DEVICE, "claimed": True}
    assert device.owner is cloud.account
    refused = other_api.post("/v1/devices", json={"id": DEVICE, "request_transfer": False})
    assert refused.status_code == 403
    assert "belongs to someone else" in refused.json()["errors"][0]
    transfer = other_api.post("/v1/devices", json={"id": DEVICE, "request_transfer": True})
    assert list(transfer.json()) == ["transfer_id"]
    assert device.owner is cloud.account
    assert api.delete(f"/v1/devices/{DEVICE}").json() == {"ok": True}
    assert device.owner is None


def test_only_devices_that_exist_and_are_online_can_be_claimed(
    cloud: Sandbox, api: httpx.Client
) -> None:
    device = cloud.add_device(id=DEVICE, claimed=False, online=False)
    offline = api.post("/v1/devices", json={"id": DEVICE})
    assert (offline.status_code, offline.json()["ok"]) == (404, False)
    assert api.post("/v1/devices", json={"id": "f" * 24}).status_code == 404
    assert api.post("/v1/devices", json={}).status_code == 400
    device.go_online()
    assert api.post("/v1/devices", json={"id": DEVICE}).status_code == 200


def test_claim_codes_work_once(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device(claimed=False, online=False)
    code = api.post("/v1/device_claims", json={}).json()["claim_code"]
    device.claim_with_code(code)
    assert device.owner is cloud.account
    assert device.online
    with pytest.raises(ValueError, match="claim code"):
        device.claim_with_code(code)
    assert api.post("/v1/device_claims").json()["device_ids"] == [device.id]


def test_provision(cloud: Sandbox, api: httpx.Client) -> None:
    product = cloud.add_product("Fleet", platform_id=6)
    made = api.post("/v1/devices", json={"product_id": product.id}).json()
    assert (made["product_id"], made["platform_id"]) == (product.id, 6)
    assert api.get(f"/v1/devices/{made['id']}").json()["online"] is False


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ({"name": "new"}, {"name": "new"}),
        ({"notes": "fragile"}, {"notes": "fragile"}),
        ({"notes": None}, {"notes": None}),
        ({"signal": "1"}, {"connected": True, "signaling": True}),
        ({"signal": 0}, {"connected": True, "signaling": False}),
        ({"firmware_updates_forced": True}, {"firmware_updates_forced": True}),
        ({"product_id": 13}, {"product_id": 13}),
    ],
)
def test_changes(
    cloud: Sandbox, api: httpx.Client, body: dict[str, object], answer: dict[str, object]
) -> None:
    cloud.add_device("old", id=DEVICE)
    changed = api.put(f"/v1/devices/{DEVICE}", json=body).json()
    assert changed.pop("id") == DEVICE
    documented_with_time = not {"signal", "firmware_updates_forced"} & set(body)
    assert ("updated_at" in changed) is documented_with_time
    changed.pop("updated_at", None)
    assert changed == answer
    shown = api.get(f"/v1/devices/{DEVICE}").json()
    assert all(shown[key] == value for key, value in answer.items() if key != "signaling")


def test_changes_can_be_combined_and_sent_as_a_form(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device(id=DEVICE)
    form = {"name": "n", "signal": "1", "notes": "x"}
    changed = api.put(f"/v1/devices/{DEVICE}", data=form).json()
    assert (changed["name"], changed["signaling"], changed["notes"]) == ("n", True, "x")
    assert (device.name, device.signaling, device.notes) == ("n", True, "x")


@pytest.mark.parametrize(
    "body", [{}, {"colour": "red"}, {"name": ""}, {"name": 3}, {"signal": "maybe"}, {"app": "x"}]
)
def test_senseless_changes(cloud: Sandbox, api: httpx.Client, body: dict[str, object]) -> None:
    cloud.add_device("old", id=DEVICE)
    answer = api.put(f"/v1/devices/{DEVICE}", json=body)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)


def test_malformed_forms(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device(id=DEVICE)
    for media_type, content in (
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"nothing of the kind"),
        ("text/html", b"<p>"),
    ):
        headers = {"Content-Type": media_type}
        answer = api.put(f"/v1/devices/{DEVICE}", content=content, headers=headers)
        assert (answer.status_code, answer.json()["ok"]) == (400, False), media_type


def test_head_is_get_without_a_body(cloud: Sandbox, api: httpx.Client) -> None:
    for path in ("/v1/devices", "/v1/devices/events"):
        answer = api.head(path)
        assert (answer.status_code, answer.content) == (200, b"")
    assert api.head("/v1/nothing").status_code == 404


def test_malformed_json(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device(id=DEVICE)
    headers = {"Content-Type": "application/json"}
    answer = api.put(f"/v1/devices/{DEVICE}", content=b"{", headers=headers)
    assert answer.status_code == 400
    assert "JSON" in answer.json()["error"]


def test_ping(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device(id=DEVICE)
    assert api.put(f"/v1/devices/{DEVICE}/ping").json() == {"online": True, "ok": True}
    device.go_offline()
    assert api.put(f"/v1/devices/{DEVICE}/ping").json() == {"online": False, "ok": True}


def test_variables(cloud: Sandbox, api: httpx.Client) -> None:
    readings = iter([20.5, 21.5])
    device = cloud.add_device(
        "weatherman",
        id=DEVICE,
        variables={"temperature": lambda: next(readings), "label": "attic", "dry": True},
    )
    first = api.get(f"/v1/devices/{DEVICE}/temperature").json()
    core_info = first.pop("coreInfo")
    assert first == {"name": "temperature", "result": 20.5}
    assert core_info.pop("last_handshake_at").endswith("Z")
    assert core_info == {"name": "weatherman", "deviceID": DEVICE, "connected": True}
    assert api.get(f"/v1/devices/{DEVICE}/temperature").json()["result"] == 21.5
    assert api.get(f"/v1/devices/{DEVICE}/label").json()["result"] == "attic"
    raw = api.get(f"/v1/devices/{DEVICE}/dry", params={"format": "raw"})
    assert (raw.text, raw.headers["content-type"]) == ("true", "text/plain; charset=utf-8")
    unknown = api.get(f"/v1/devices/{DEVICE}/nope")
    assert (unknown.status_code, unknown.json()["ok"]) == (400, False)
    device.go_offline()
    offline = api.get(f"/v1/devices/{DEVICE}/label")
    assert (offline.status_code, offline.json()["ok"]) == (404, False)


@pytest.mark.parametrize("key", ["arg", "args"])
def test_functions(cloud: Sandbox, api: httpx.Client, key: str) -> None:
    device = cloud.add_device("gongbot", id=DEVICE, functions={"gong": len})
    answer = api.post(f"/v1/devices/{DEVICE}/gong", json={key: "ZEN"})
    assert answer.json() == {"id": DEVICE, "name": "gongbot", "connected": True, "return_value": 3}
    raw = api.post(f"/v1/devices/{DEVICE}/gong", data={key: "ZEN PLEASE", "format": "raw"})
    assert raw.text == "10"
    assert device.calls == [("gong", "ZEN"), ("gong", "ZEN PLEASE")]


def test_function_errors(cloud: Sandbox, api: httpx.Client) -> None:
    def fail(argument: str) -> int:
        raise ValueError("water is empty")

    device = cloud.add_device(
        id=DEVICE, functions={"fail": fail, "nothing": lambda _: None, "text": str}
    )
    url = f"/v1/devices/{DEVICE}"
    failed = api.post(f"{url}/fail")
    assert failed.status_code == 400
    assert "water is empty" in failed.json()["error"]
    assert api.post(f"{url}/nothing").json()["return_value"] == 0
    assert api.post(f"{url}/text", json={"arg": "x"}).status_code == 400
    assert api.post(f"{url}/unknown").status_code == 400
    assert api.post(f"{url}/nothing", json={"arg": "x" * 1025}).status_code == 400
    assert api.post(f"{url}/nothing", json={"arg": ["x"]}).status_code == 400
    device.go_offline()
    assert api.post(f"{url}/nothing").status_code == 404
    assert [call.name for call in device.calls] == ["fail", "nothing", "text"]


def test_a_device_that_does_not_answer_in_time() -> None:
    answer_now = threading.Event()
    with Sandbox(device_timeout=0.01) as cloud:
        device = cloud.add_device(functions={"hang": lambda _: answer_now.wait(30)})
        url = f"{cloud.base_url}/v1/devices/{device.id}/hang"
        headers = {"Authorization": f"Bearer {cloud.access_token}"}
        answer = httpx.post(url, headers=headers)
        answer_now.set()
    assert (answer.status_code, answer.json()) == (408, {"ok": False, "error": "Timed out."})


def test_functions_of_one_device_run_side_by_side(cloud: Sandbox, api: httpx.Client) -> None:
    both_run = threading.Barrier(2, timeout=10)
    cloud.add_device(id=DEVICE, functions={"meet": lambda _: both_run.wait()})
    answers: list[int] = []

    def call() -> None:
        answers.append(api.post(f"/v1/devices/{DEVICE}/meet").json()["return_value"])

    threads = [threading.Thread(target=call) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [0, 1]


def test_serial_numbers(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device(id=DEVICE, serial_number="E26AAA111111111", iccid="8934076500002589174")
    found = api.get("/v1/serial_numbers/E26AAA111111111").json()
    assert (found["deviceID"], found["iccid"]) == (DEVICE, "8934076500002589174")
    assert api.get("/v1/serial_numbers/unknown").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/", 404),
        ("GET", "/v1/devices/a/b/c/d", 404),
        ("GET", "/v1/devices//ping", 404),
        ("PATCH", "/v1/devices", 405),
    ],
)
def test_unknown_paths(api: httpx.Client, method: str, path: str, status: int) -> None:
    answer = api.request(method, path)
    assert answer.status_code == status
    assert answer.json()["ok"] is False
    if status == 405:
        assert answer.headers["allow"] == "GET, POST"


def test_the_type_of_a_variable_that_is_called(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device(variables={"level": lambda: 21.5, "on": lambda: True})
    path = f"/v1/devices/{device.id}"
    assert api.get(path).json()["variables"] == {"level": "string", "on": "string"}
    for name in ("level", "on"):
        api.get(f"{path}/{name}")
    assert api.get(path).json()["variables"] == {"level": "double", "on": "bool"}
