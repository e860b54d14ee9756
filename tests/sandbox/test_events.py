"""Publishing and the event streams."""

import threading

import httpx
import pytest

from particle_client.sandbox import Sandbox
from particle_client.sandbox.events import Subscription

from .wire import OpenStream, make_api

DEVICE = "0123456789abcdef01234567"
BRIEF = ["data", "ttl", "published_at", "coreid"]
DETAILED = [*BRIEF, "userid", "version", "public", "productID"]


def test_the_bytes_of_a_stream(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device(id=DEVICE)
    with api.stream("GET", "/v1/devices/events") as response:
        assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
        chunks = response.iter_raw()
        content = next(chunks)
        event = device.publish("temperature", '{"c":"21\u2028°"}')
        cloud.disconnect_streams()
        content += b"".join(chunks)
    data = (
        '{"data":"{\\"c\\":\\"21\u2028°\\"}","ttl":60,'
        f'"published_at":"{event.published_at}","coreid":"{DEVICE}"}}'
    )
    assert content.decode() == f":ok\n\nevent: temperature\ndata: {data}\n\n"


def test_publishing_with_the_api(
    cloud: Sandbox, api: httpx.Client, open_stream: OpenStream
) -> None:
    with open_stream("/v1/devices/events") as stream:
        body = {"name": "greeting", "data": "hello", "private": True}
        assert api.post("/v1/devices/events", json=body).json() == {"ok": True}
        form = {"name": "greeting", "ttl": "30"}
        assert api.post("/v1/devices/events", data=form).json() == {"ok": True}
        first, second = stream.next_event(), stream.next_event()
    assert first.name == second.name == "greeting"
    assert list(first.data) == BRIEF
    assert (first.data["data"], first.data["ttl"], first.data["coreid"]) == ("hello", 60, "api")
    assert (second.data["data"], second.data["ttl"]) == (None, 30)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "x" * 65},
        {"name": "two\nlines"},
        {"name": "x", "data": {"not": "text"}},
        {"name": "x", "data": "é" * 8193},
        {"name": "x", "ttl": "long"},
    ],
)
def test_events_that_cannot_be_published(
    cloud: Sandbox, api: httpx.Client, body: dict[str, object]
) -> None:
    answer = api.post("/v1/devices/events", json=body)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert cloud.events == []


def test_prefix_filters(cloud: Sandbox, open_stream: OpenStream) -> None:
    paths = [
        "/v1/events/temp%2Fin%20side",
        "/v1/devices/events/temp/in%20side",
        "/v1/events/temp%2Fin%20side/",
    ]
    for path in paths:
        with open_stream(path) as stream:
            for name in ("Temp/in side", "temp", "temp/in", "temp/in side/1", "other/temp/in side"):
                cloud.publish(name, path)
            cloud.publish("temp/in side", "last")
            assert stream.take(2) == [("temp/in side/1", path), ("temp/in side", "last")]


def test_all_events_need_a_prefix(api: httpx.Client) -> None:
    for path in ("/v1/events", "/v1/events/"):
        answer = api.get(path)
        assert answer.status_code == 400
        assert answer.json() == {"ok": False, "error": "event prefix filter is required"}


def test_scopes_of_streams(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, open_stream: OpenStream
) -> None:
    organization = cloud.add_organization("Acme")
    product = cloud.add_product("Fleet", organization=organization)
    in_product = cloud.add_device("in product", product=product, claimed=False)
    mine = cloud.add_device("mine", id=DEVICE)
    mine_in_product = cloud.add_device("both", product=product)
    foreign = cloud.add_device("foreign", owner="other@example.com")
    expected = {
        "/v1/events/t": ["mine", "both", "mine/api"],
        "/v1/devices/events": ["mine", "both", "mine/api"],
        "/v1/devices/events/t": ["mine", "both", "mine/api"],
        f"/v1/devices/{DEVICE}/events": ["mine"],
        f"/v1/devices/{in_product.id}/events/t": ["in product"],
        "/v1/products/fleet/events": ["in product", "both", "product/api"],
        f"/v1/products/{product.id}/events/t": ["in product", "both", "product/api"],
        f"/v1/products/fleet/devices/{mine_in_product.id}/events": ["both"],
        f"/v1/products/fleet/devices/{mine_in_product.id}/events/t": ["both"],
        "/v1/orgs/acme/events": ["in product", "both", "product/api"],
        f"/v1/orgs/{organization.id}/events/t": ["in product", "both", "product/api"],
        "/v1/orgs/acme/products/fleet/events/t": ["in product", "both", "product/api"],
        f"/v1/orgs/acme/devices/{in_product.id}/events": ["in product"],
        f"/v1/orgs/acme/devices/{in_product.id}/events/t": ["in product"],
    }
    for path, names in expected.items():
        with open_stream(path) as stream:
            for device in (in_product, mine, mine_in_product, foreign):
                device.publish("test", device.name)
            cloud.publish("test", "mine/api")
            cloud.publish("test", "product/api", product="fleet")
            cloud.disconnect_streams()
            received = [stream.next_event() for _ in names]
            with pytest.raises(AssertionError, match="the stream ended"):
                stream.next_event()
        assert [event.data["data"] for event in received] == names, path
        is_detailed = path.startswith(("/v1/products", "/v1/orgs"))
        assert list(received[0].data) == (DETAILED if is_detailed else BRIEF), path


def test_permissions_of_streams(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, anyone: httpx.Client
) -> None:
    organization = cloud.add_organization("Acme")
    cloud.add_product("Fleet", organization=organization)
    cloud.add_product("Outside")
    cloud.add_device(id=DEVICE)
    assert anyone.get("/v1/devices/events").status_code == 401
    assert other_api.get(f"/v1/devices/{DEVICE}/events").status_code == 403
    assert other_api.get("/v1/products/fleet/events").status_code == 403
    assert other_api.get("/v1/orgs/acme/events").status_code == 403
    assert api.get("/v1/products/unknown/events").status_code == 404
    assert api.get(f"/v1/products/fleet/devices/{DEVICE}/events").status_code == 404
    assert api.get("/v1/orgs/acme/products/outside/events/x").status_code == 404
    token = cloud.create_token(scopes=["devices:list"])
    with make_api(cloud, token) as restricted:
        assert restricted.get("/v1/products/fleet/events").status_code == 400
    assert cloud.open_streams == 0


def test_publishing_as_a_device_of_the_product(
    cloud: Sandbox, api: httpx.Client, open_stream: OpenStream
) -> None:
    product = cloud.add_product("Fleet")
    device = cloud.add_device(product=product, firmware_version=4)
    elsewhere = cloud.add_device()
    with open_stream("/v1/products/fleet/events") as stream:
        body = {"name": "x", "data": "1", "as_device_id": device.id}
        assert api.post("/v1/products/fleet/events", json=body).json() == {"ok": True}
        event = stream.next_event().data
    assert (event["coreid"], event["version"]) == (device.id, 4)
    assert (event["productID"], event["userid"]) == (product.id, cloud.account.id)
    body["as_device_id"] = elsewhere.id
    assert api.post("/v1/products/fleet/events", json=body).status_code == 404


def test_going_offline_and_online(cloud: Sandbox, open_stream: OpenStream) -> None:
    device = cloud.add_device()
    with open_stream("/v1/events/spark/status") as stream:
        device.go_offline()
        device.go_offline()
        device.go_online()
        device.go_online()
        assert [data for _, data in stream.take(4)] == ["offline", "online", "offline", "online"]


def test_quarantined_devices_stay_out_of_the_product_stream(
    cloud: Sandbox, open_stream: OpenStream
) -> None:
    cloud.add_product("Fleet")
    device = cloud.add_device(product="fleet", quarantined=True)
    with open_stream("/v1/products/fleet/events") as stream:
        device.publish("test", "in quarantine")
        device.quarantined = False
        device.publish("test", "approved")
        assert stream.next_event().data["data"] == "approved"


def test_heartbeats() -> None:
    with (
        Sandbox(heartbeat_interval=0.001) as cloud,
        make_api(cloud) as api,
        api.stream("GET", "/v1/devices/events") as response,
    ):
        content = b""
        for chunk in response.iter_raw():
            content += chunk
            if len(content) >= 9:
                break
    assert content.startswith(b":ok\n\n\n\n")
    assert set(content[5:]) == {ord("\n")}


def test_events_from_many_threads_keep_their_order(cloud: Sandbox, open_stream: OpenStream) -> None:
    def publish(device_number: int) -> None:
        device = cloud.add_device(str(device_number))
        for number in range(50):
            device.publish("n", f"{device_number} {number}")

    with open_stream("/v1/devices/events") as stream:
        threads = [threading.Thread(target=publish, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        received = stream.take(200)
        for thread in threads:
            thread.join()
    assert received == [(event.name, event.data) for event in cloud.events]
    for device_number in range(4):
        own = [data for _, data in received if data and data.startswith(f"{device_number} ")]
        assert own == [f"{device_number} {number}" for number in range(50)]


def test_closed_connections_are_noticed(
    cloud: Sandbox, open_stream: OpenStream, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = threading.Event()
    unsubscribe = cloud.state.events.unsubscribe

    def unsubscribe_and_tell(subscription: Subscription) -> None:
        unsubscribe(subscription)
        gone.set()

    monkeypatch.setattr(cloud.state.events, "unsubscribe", unsubscribe_and_tell)
    with open_stream("/v1/devices/events"):
        assert cloud.open_streams == 1
    assert gone.wait(5)
    assert cloud.open_streams == 0


def test_names_that_would_break_the_stream(cloud: Sandbox) -> None:
    device = cloud.add_device()
    for name in ("", "two\nlines", "carriage\rreturn"):
        with pytest.raises(ValueError, match="event name"):
            device.publish(name)
    assert cloud.events == []


def test_publishing_to_an_organization(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, open_stream: OpenStream
) -> None:
    organization = cloud.add_organization("Acme", slug="acme")
    for name in ("One", "Two"):
        cloud.add_product(name, organization=organization)
    cloud.add_product("Elsewhere")
    event = {"name": "test", "data": "21.5"}
    with (
        open_stream("/v1/orgs/acme/events") as all_of_them,
        open_stream("/v1/products/one/events") as of_one,
    ):
        assert api.post("/v1/orgs/acme/events", json=event).json() == {"ok": True}
        both = [all_of_them.next_event().data for _ in range(2)]
        assert of_one.next_event().data["productID"] == both[0]["productID"]
    assert len({each["productID"] for each in both}) == 2
    assert [(each["data"], each["coreid"]) for each in both] == [("21.5", "api")] * 2
    assert len(cloud.events) == 2
    assert other_api.post("/v1/orgs/acme/events", json=event).status_code == 403
    assert api.post("/v1/orgs/acme/events", json={"data": "1"}).status_code == 400
