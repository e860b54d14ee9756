"""Device groups and the impact of releasing to them."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Fleet", slug="fleet", groups=["old"])


URL = "/v1/products/fleet"
GROUPS = f"{URL}/groups"


def names(api: httpx.Client, **query: str) -> list[str]:
    return [group["name"] for group in api.get(GROUPS, params=query).json()["groups"]]


def test_life_of_a_group(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    body = {"name": "group_a", "description": "the A group", "color": "#e74c3c"}
    created = api.post(GROUPS, data=body)
    assert created.status_code == 201
    assert created.json() == {"group": {**body, "device_count": 0}}
    assert names(api) == ["old", "group_a"]
    assert names(api, name="ro") == ["group_a"]
    device = cloud.add_device("d", product=product, groups=["group_a", "old"])
    assert api.get(f"{GROUPS}/group_a").json()["group"]["device_count"] == 1
    renamed = api.put(f"{GROUPS}/group_a", json={"name": "b"}).json()["group"]
    assert renamed == {**body, "name": "b", "device_count": 1}
    assert device.groups == ["b", "old"]
    assert names(api) == ["old", "b"]
    assert api.get(f"{GROUPS}/group_a").status_code == 404
    gone = api.delete(f"{GROUPS}/b")
    assert (gone.status_code, gone.content) == (204, b"")
    assert (device.groups, names(api)) == (["old"], ["old"])
    assert api.delete(f"{GROUPS}/b").status_code == 404


@pytest.mark.parametrize(
    "body",
    [{}, {"name": "Upper"}, {"name": "old"}, {"name": "x", "color": "red"}, {"name": 7}],
)
def test_what_is_no_group(api: httpx.Client, product: Product, body: dict[str, Any]) -> None:
    assert api.post(GROUPS, json=body).status_code == 400
    assert names(api) == ["old"]
    assert api.put(f"{GROUPS}/old", json={"colour": "#000000"}).status_code == 400


def test_impact(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    for version in (1, 2):
        data = {"version": str(version), "title": f"v{version}"}
        files = {"file": ("f.bin", b"firmware")}
        assert api.post(f"{URL}/firmware", data=data, files=files).status_code == 201
    for name, groups, firmware_version in [
        ("a", ["asia"], 1),
        ("b", ["asia"], 2),
        ("c", ["europe"], 1),
        ("d", [], 1),
    ]:
        device = cloud.add_device(
            name, product=product, groups=groups, firmware_version=firmware_version
        )
    cloud.add_device("e", product=product, groups=["asia"], firmware_version=1, development=True)

    def impact(**query: Any) -> dict[str, Any]:
        asked = {"action": "edit_groups_for_firmware", "firmware_version": 2, **query}
        answer = api.get(f"{URL}/impact", params=asked)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["devices"]["firmware_update"]
        return found

    assert impact(groups="asia") == {"total": 1, "by_version": [{"version": 2, "total": 1}]}
    assert impact(groups="asia,europe")["total"] == 2
    assert impact(product_default=True)["total"] == 3
    assert impact(product_default=False) == {"total": 0, "by_version": []}
    assert device.firmware_version == 1  # nothing was released
    release = {"version": 2, "groups": ["asia"]}
    assert api.put(f"{URL}/firmware/release", json=release).status_code == 200
    assert api.get(f"{GROUPS}/asia").json()["group"]["fw_version"] == 2
    assert api.get(f"{URL}/impact", params={"action": "dance"}).status_code == 400
