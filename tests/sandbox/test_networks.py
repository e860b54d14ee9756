"""Mesh networks."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox, VirtualDevice


@pytest.fixture
def devices(cloud: Sandbox) -> list[VirtualDevice]:
    return [cloud.add_device(name) for name in ("gateway", "node")]


def test_life_of_a_network(api: httpx.Client, devices: list[VirtualDevice]) -> None:
    gateway, node = devices
    created = api.post("/v1/networks", json={"name": "net", "device_id": gateway.id}).json()
    network = created["network"]
    assert (network["name"], network["device_count"], network["gateway_count"]) == ("net", 1, 1)
    assert [each["id"] for each in api.get("/v1/networks").json()] == [network["id"]]
    assert api.get("/v1/networks/net").json()["id"] == network["id"]

    def change(action: str, device: VirtualDevice) -> int:
        body = {"action": action, "device_id": device.id}
        return api.put("/v1/networks/net", json=body).status_code

    def roles(**query: str) -> dict[str, bool]:
        members: list[dict[str, Any]] = api.get("/v1/networks/net/devices", params=query).json()
        return {each["name"]: each["network"]["role"]["gateway"] for each in members}

    assert change("gateway-enable", node) == 404
    assert change("add-device", node) == 200
    assert roles() == {"gateway": True, "node": False}
    assert roles(role="node") == {"node": False}
    assert change("gateway-enable", node) == 200
    assert roles(role="gateway") == {"gateway": True, "node": True}
    assert change("remove-device", gateway) == 200
    assert roles() == {"node": True}
    assert change("dance", node) == 400
    assert api.delete(f"/v1/devices/{node.id}/network").json() == {"ok": True}
    assert api.delete(f"/v1/devices/{node.id}/network").status_code == 404
    assert api.delete("/v1/networks/net").json() == {"ok": True}
    assert api.get("/v1/networks/net").status_code == 404


def test_a_network_is_pending_until_its_gateway_connects(
    api: httpx.Client, devices: list[VirtualDevice]
) -> None:
    gateway, _ = devices
    gateway.go_offline()
    body = {"name": "net", "device_id": gateway.id}
    assert api.post("/v1/networks", json=body).json()["network"]["state"] == "pending"
    assert api.get("/v1/networks/net").status_code == 404
    gateway.go_online()
    assert api.get("/v1/networks/net").json()["state"] == "confirmed"
    assert api.post("/v1/networks", json=body).status_code == 400  # the name is taken


def test_networks_of_others_are_not_found(
    api: httpx.Client, other_api: httpx.Client, devices: list[VirtualDevice]
) -> None:
    api.post("/v1/networks", json={"name": "net", "device_id": devices[0].id})
    assert other_api.get("/v1/networks").json() == []
    assert other_api.get("/v1/networks/net").status_code == 404
