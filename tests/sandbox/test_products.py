"""Products, their devices and their firmware."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

from .wire import OpenStream


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("My Product", slug="my-product-v100", platform_id=13)


URL = "/v1/products/my-product-v100"


def listed(api: httpx.Client, **query: Any) -> list[str]:
    answer = api.get(f"{URL}/devices", params=query)
    assert answer.status_code == 200, answer.text
    return [device["name"] for device in answer.json()["devices"]]


def test_products(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    shown = api.get(f"/v1/products/{product.id}").json()["product"]
    assert shown == api.get(URL).json()["product"]
    assert (shown["id"], shown["slug"], shown["user"]) == (
        product.id,
        "my-product-v100",
        cloud.username,
    )
    created = api.post("/v1/user/products", json={"product": {"name": "New", "platform_id": 6}})
    assert created.json()["product"]["id"] == product.id + 1
    for path in ("/v1/user/products", "/v1/products"):
        assert [p["slug"] for p in api.get(path).json()["products"]] == ["my-product-v100", "new"]
    twice = api.post("/v1/user/products", json={"product": {"name": "New", "platform_id": 6}})
    assert twice.status_code == 400


def test_access_to_products(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, product: Product
) -> None:
    assert other_api.get(URL).status_code == 403
    unknown = api.get("/v1/products/unknown")
    assert (unknown.status_code, unknown.json()["error"]) == (404, "Permission denied")
    assert other_api.get("/v1/products").json() == {"products": []}
    cloud.add_product("Shared", team=["other@example.com"])
    assert other_api.get("/v1/products/shared").status_code == 200


def test_organizations(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    organization = cloud.add_organization("Acme Inc", slug="acme")
    cloud.add_product("Rocket", organization=organization)
    cloud.add_product("Private")
    summary = {"id": organization.id, "slug": "acme", "name": "Acme Inc"}
    assert api.get("/v1/orgs").json() == {"organizations": [summary]}
    assert api.get("/v1/orgs/acme").json() == {"organization": summary}
    products = api.get(f"/v1/orgs/{organization.id}/products").json()["products"]
    assert [(p["slug"], p["organization_id"]) for p in products] == [("rocket", organization.id)]
    assert other_api.get("/v1/orgs/acme").status_code == 403
    assert other_api.get("/v1/orgs").json() == {"organizations": []}


@pytest.mark.parametrize("size", ["per_page", "perPage"])
def test_pagination(cloud: Sandbox, api: httpx.Client, product: Product, size: str) -> None:
    for number in range(5):
        cloud.add_device(f"d{number}", product=product)
    found: list[str] = []
    for page in (1, 2, 3):
        query = {"page": page, size: 2, "sortAttr": "deviceName"}
        answer = api.get(f"{URL}/devices", params=query).json()
        assert answer["meta"] == {
            "page": page,
            "per_page": 2,
            "total_pages": 3,
            "total": 5,
        }
        found += [device["name"] for device in answer["devices"]]
    assert found == ["d0", "d1", "d2", "d3", "d4"]
    assert listed(api, page=4, **{size: 2}) == []
    assert api.get(f"{URL}/devices", params={"page": 0}).status_code == 400
    assert api.get(f"{URL}/devices", params={size: "many"}).status_code == 400


def test_a_page_has_25_devices(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    for number in range(26):
        cloud.add_device(f"d{number}", product=product)
    assert len(listed(api)) == 25
    assert len(listed(api, page=2)) == 1


def test_filters_and_sorting(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    for number, name in enumerate(["Kitchen 1", "attic", "kitchen 2"]):
        cloud.advance_time(1)
        cloud.add_device(
            name,
            id=f"e00fce68{number:016}",
            product=product,
            firmware_version=10 - number,
            serial_number=f"SN{number}",
            groups=["us", "beta"] if number == 0 else ["eu"],
        )
    cloud.add_device("elsewhere")
    assert listed(api) == ["kitchen 2", "attic", "Kitchen 1"]
    assert listed(api, deviceName="KITCHEN") == ["kitchen 2", "Kitchen 1"]
    assert listed(api, deviceId="0001") == ["attic"]
    assert listed(api, serialNumber="sn2") == ["kitchen 2"]
    assert listed(api, groups="beta,none") == ["Kitchen 1"]
    assert listed(api, sortAttr="deviceName", sortDir="desc")[0] == "kitchen 2"
    assert listed(api, sortAttr="firmwareVersion") == ["kitchen 2", "attic", "Kitchen 1"]
    assert listed(api, sortDir="asc") == ["Kitchen 1", "attic", "kitchen 2"]
    assert api.get(f"{URL}/devices", params={"sortAttr": "colour"}).status_code == 400
    assert api.get(f"{URL}/devices", params={"sortDir": "up"}).status_code == 400


def test_quarantine(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    good = cloud.add_device("good", product=product)
    device = cloud.add_device("stranger", product=product, quarantined=True)
    assert listed(api) == ["good"]
    assert sorted(listed(api, quarantined=True)) == ["good", "stranger"]
    deny = {"deny": True}
    assert api.request("DELETE", f"{URL}/devices/{good.id}", json=deny).status_code == 400
    assert api.request("DELETE", f"{URL}/devices/{device.id}", json=deny).status_code == 204
    assert api.get(f"{URL}/devices/{device.id}").json()["denied"] is True
    assert api.post(f"{URL}/devices", json={"id": device.id}).json()["updated"] == 1
    assert sorted(listed(api)) == ["good", "stranger"]


def test_adding_devices(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, product: Product
) -> None:
    new = cloud.add_device("new")
    unclaimed = cloud.add_device("unclaimed", claimed=False)
    old = cloud.add_device("old", product=product)
    foreign = cloud.add_device("foreign", owner="other@example.com")
    photon = cloud.add_device("photon", platform_id=6)
    protected = cloud.add_device("protected", protected=True)
    lines = [new.serial_number, unclaimed.iccid, old.id, foreign.id, photon.id, protected.id, "?"]
    content = "\r\n".join(map(str, lines)).encode()
    answer = api.post(
        f"{URL}/devices",
        params={"claim_user": cloud.username},
        files={"file": ("devices.txt", content)},
    )
    assert answer.json() == {
        "updated": 2,
        "updatedDeviceIds": [new.serial_number, unclaimed.iccid],
        "existingDeviceIds": [old.id],
        "nonmemberDeviceIds": [foreign.id],
        "invalidDeviceIds": [photon.id, "?"],
        "protectedDeviceIds": [protected.id],
    }
    assert new.product is unclaimed.product is product
    assert unclaimed.owner is cloud.account
    more = cloud.add_device()
    assert api.post(f"{URL}/devices", json={"ids": [more.id, new.id]}).json()["updated"] == 1
    assert api.post(f"{URL}/devices", json={}).status_code == 400
    stranger = {"id": more.id, "claim_user": "other@example.com"}
    assert api.post(f"{URL}/devices", json=stranger).status_code == 400


def test_removing_and_releasing(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device(product=product, groups=["beta"])
    assert api.delete(f"{URL}/devices/{device.id}/owner").json() == {"ok": True}
    assert device.owner is None
    assert device.product is product
    removed = api.request("DELETE", f"{URL}/devices/{device.id}", json={})
    assert (removed.status_code, removed.content) == (204, b"")
    assert device.product is None
    assert device.groups == []
    for method in ("GET", "DELETE"):
        gone = api.request(method, f"{URL}/devices/{device.id}")
        error = "Device not found for this product"
        assert (gone.status_code, gone.json()["error"]) == (404, error)


def test_changes_in_a_product(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", product=product)
    url = f"{URL}/devices/{device.id}"
    assert api.put(url, json={"development": True}).json()["development"] is True
    assert api.get(url).json()["development"] is True
    grouped = api.put(url, data={"groups[]": ["europe", "asia"]}).json()
    assert grouped["groups"] == ["europe", "asia"]
    assert api.get(URL).json()["product"]["groups"] == ["europe", "asia"]
    body = {
        "action": "groups",
        "devices": [device.id],
        "metadata": {"add": ["foo"], "remove": ["asia"]},
    }
    assert api.put(f"{URL}/devices", json=body).json() == {"ok": True}
    assert device.groups == ["europe", "foo"]
    assert api.put(url, json={"desired_firmware_version": 7}).status_code == 404
    unlocked = api.put(url, json={"desired_firmware_version": None}).json()
    assert unlocked["desired_firmware_version"] is None
    account_scope = api.put(f"/v1/devices/{device.id}", json={"development": False})
    assert account_scope.status_code == 400


def test_the_product_scope_reaches_unclaimed_devices(
    cloud: Sandbox, api: httpx.Client, product: Product
) -> None:
    device = cloud.add_device(
        product=product, claimed=False, variables={"t": 1}, functions={"f": len}
    )
    url = f"{URL}/devices/{device.id}"
    assert api.get(f"{url}/t").json()["result"] == 1
    assert api.post(f"{url}/f", json={"args": "abc"}).json()["return_value"] == 3
    assert api.put(f"{url}/ping").json()["online"] is True
    assert api.get("/v1/devices").json() == []
    assert api.get(f"/v1/devices/{device.id}").status_code == 200


def upload(api: httpx.Client, version: int, content: bytes = b"firmware", **more: Any) -> Any:
    form = {"version": str(version), "title": f"v{version}", **more}
    return api.post(f"{URL}/firmware", data=form, files={"file": ("firmware.bin", content)})


def test_firmware_upload_and_download(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    created = upload(api, 3, b"\0firmware\xff", description="notes")
    assert created.status_code == 201
    firmware = created.json()
    assert (firmware["version"], firmware["title"], firmware["size"]) == (3, "v3", 10)
    assert (firmware["name"], firmware["description"]) == ("firmware.bin", "notes")
    assert firmware["uploaded_by"] == {"username": cloud.username}
    assert api.get(f"{URL}/firmware/3").json() == firmware
    assert api.get(f"{URL}/firmware").json() == [firmware]
    assert api.get(f"{URL}/firmware/3/binary").content == b"\0firmware\xff"
    assert upload(api, 3).status_code == 409
    assert upload(api, -1).status_code == 400
    assert api.post(f"{URL}/firmware", json={"version": 4, "title": "x"}).status_code == 400
    changed = api.put(f"{URL}/firmware/3", json={"title": "third"}).json()
    assert (changed["title"], changed["description"]) == ("third", "notes")
    assert api.put(f"{URL}/firmware/3", json={}).status_code == 400
    assert api.delete(f"{URL}/firmware/3").status_code == 204
    assert api.get(f"{URL}/firmware/3").status_code == 404
    created_event = cloud.events[-1]
    assert (created_event.name, created_event.data) == (
        "particle/firmware/create",
        '{"version":"3"}',
    )


def test_a_bundle_must_be_sent_as_one(api: httpx.Client, product: Product) -> None:
    form = {"version": "1", "title": "bundle"}
    for media_type, status in (("application/octet-stream", 400), ("application/zip", 201)):
        files = {"file": ("bundle.zip", b"PK", media_type)}
        assert api.post(f"{URL}/firmware", data=form, files=files).status_code == status


def test_release(
    cloud: Sandbox, api: httpx.Client, product: Product, open_stream: OpenStream
) -> None:
    upload(api, 1)
    release = {"version": 1, "product_default": True, "intelligent": True}
    refused = api.put(f"{URL}/firmware/release", json=release)
    assert refused.status_code == 400
    assert "at least one device" in refused.json()["error"]
    cloud.add_device("canary", product=product, firmware_version=1)
    behind = cloud.add_device("behind", product=product)
    cloud.add_device("lab", product=product, development=True)
    with open_stream(f"{URL}/events/spark") as stream:
        released = api.put(f"{URL}/firmware/release", json=release).json()
        assert released["product_default"] is True
        assert released["intelligent"] is True
        received = [stream.next_event() for _ in range(5)]
    assert [event.data["coreid"] for event in received] == [behind.id] * 5
    assert [(event.name, event.data["data"]) for event in received] == [
        ("spark/status", "auto-update"),
        ("spark/flash/status", "started "),
        ("spark/flash/status", "success "),
        ("spark/status", "offline"),
        ("spark/status", "online"),
    ]
    assert [event.data["version"] for event in received] == [0, 0, 0, 0, 1]
    assert {event.data["userid"] for event in received} == {""}
    assert api.get(f"{URL}/firmware/1").json()["device_count"] == 2
    assert api.delete(f"{URL}/firmware/1").status_code == 409


def test_release_to_groups_waits_for_the_next_connection(
    cloud: Sandbox, api: httpx.Client, product: Product, open_stream: OpenStream
) -> None:
    cloud.add_device("canary", product=product, firmware_version=2)
    device = cloud.add_device(product=product, groups=["beta"], firmware_version=1)
    cloud.add_device("other", product=product, groups=["alpha"], firmware_version=1)
    assert (
        api.get(URL + "/devices").json()["devices"][0]["targeted_firmware_release_version"] is None
    )
    upload(api, 2)
    body = {"version": 2, "groups": ["beta"]}
    released = api.put(f"{URL}/firmware/release", json=body).json()
    assert (released["groups"], released["product_default"]) == (["beta"], False)
    shown = api.get(f"{URL}/devices/{device.id}").json()
    assert (shown["firmware_version"], shown["targeted_firmware_release_version"]) == (1, 2)
    assert not device.updating
    with open_stream(f"{URL}/events/spark/device/last_reset") as stream:
        device.go_online()
        assert stream.next_event().data["coreid"] == device.id
    assert device.firmware_version == 2


def test_locking_a_device(
    cloud: Sandbox, api: httpx.Client, product: Product, open_stream: OpenStream
) -> None:
    device = cloud.add_device(product=product, firmware_version=1)
    upload(api, 7, b"seven")
    with open_stream(f"{URL}/events/particle/device/updates/enabled") as stream:
        body = {"desired_firmware_version": 7, "flash": True}
        locked = api.put(f"{URL}/devices/{device.id}", json=body).json()
        assert locked["desired_firmware_version"] == 7
        stream.next_event()
    assert device.firmware_version == 7
    assert device.flashed == [b"seven"]
