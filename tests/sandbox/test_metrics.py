"""The health of a fleet."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox, VirtualDevice

from .target import WebhookTarget

METRICS = "/v1/products/fleet/metrics"


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    cloud.add_product("Fleet", slug="fleet", groups=["beta"])
    return cloud.add_device(
        product="fleet", variables={"v": 1}, functions={"f": len}, groups=["beta"]
    )


def now(api: httpx.Client, what: str, **query: Any) -> dict[str, Any]:
    """The bucket that has everything of the test."""
    dates: dict[str, Any] = {"start_date": "2000-01-01T00:00:00Z", "bucket_size": 10**9}
    answer = api.get(f"{METRICS}/{what}", params=dates | query)
    assert answer.status_code == 200, answer.text
    [(_, buckets)] = answer.json().items()
    [bucket] = buckets
    assert bucket.pop("time") == "2000-01-01T00:00:00.000Z"
    return dict(bucket)


def test_calls_of_devices_are_counted(api: httpx.Client, device: VirtualDevice) -> None:
    path = f"/v1/products/fleet/devices/{device.id}"
    assert now(api, "functions") == now(api, "variables") == {}
    api.post(f"{path}/f", json={"arg": "x"})
    api.post(f"{path}/unknown")
    api.get(f"{path}/v")
    api.get(f"{path}/v")
    device.go_offline()
    api.get(f"{path}/v")
    assert now(api, "functions") == {"success": 1, "failure": 1}
    assert now(api, "variables") == {"success": 2, "offline": 1}
    assert now(api, "variables", device_group="beta") == {"success": 2, "offline": 1}
    assert now(api, "variables", device_group="other") == {}
    assert now(api, "variables", product_fw=7) == {}


def test_events_are_counted(cloud: Sandbox, api: httpx.Client, device: VirtualDevice) -> None:
    device.publish("a")
    device.publish("b")
    cloud.add_device().publish("of another")
    assert now(api, "events") == {"received": 2}
    assert now(api, "events", device_os_version="0.0.1") == {"received": 0}


def test_integrations_are_counted(cloud: Sandbox, api: httpx.Client, device: VirtualDevice) -> None:
    with WebhookTarget() as target:
        hook = {"integration_type": "Webhook", "event": "a", "url": target.url}
        made = api.post("/v1/products/fleet/integrations", json=hook).json()
        test = f"/v1/products/fleet/integrations/{made['id']}/test"
        assert api.post(test).json()["pass"] is True
        target.status = 500
        assert api.post(test).json()["pass"] is False
    assert now(api, "integration") == {"success": 1, "failure": 1}


def test_devices_online(cloud: Sandbox, api: httpx.Client, device: VirtualDevice) -> None:
    other = cloud.add_device(product="fleet")
    assert now(api, "online") == {"count": 2}
    cloud.advance_time(3600)
    other.go_offline()
    buckets = api.get(f"{METRICS}/online").json()["online"]
    assert [bucket["count"] for bucket in buckets] == [1]


@pytest.mark.parametrize(
    "query",
    [
        {"bucket_size": 15},
        {"bucket_size": "x"},
        {"start_date": "yesterday"},
        {"start_date": "2000-01-01T00:00:00Z"},  # far too many buckets
        {"start_date": "2024-01-02T00:00:00Z", "end_date": "2024-01-01T00:00:00Z"},
        {"product_fw": "x"},
    ],
)
def test_bad_queries(api: httpx.Client, device: VirtualDevice, query: dict[str, Any]) -> None:
    assert api.get(f"{METRICS}/online", params=query).status_code == 400


def test_buckets_begin_at_the_start(api: httpx.Client, device: VirtualDevice) -> None:
    dates = {"start_date": "2024-01-01T00:00:00Z", "end_date": "2024-01-01T02:00:00+01:00"}
    buckets = api.get(f"{METRICS}/events", params=dates | {"bucket_size": 1800}).json()["events"]
    assert [bucket["time"][11:16] for bucket in buckets] == ["00:00", "00:30", "01:00"]
