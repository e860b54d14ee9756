"""Protection, keys, documents, eSIM profiles and registration codes of devices."""

import io
import zipfile
from base64 import b64decode
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox, VirtualDevice

DEVICE = "0123456789abcdef01234567"
OF_PRODUCT = f"/v1/products/fleet/devices/{DEVICE}"
DOCUMENT = f"{OF_PRODUCT}/docs/system"
CONFIRM = {
    "action": "confirm",
    "device_nonce": "AA==",
    "server_nonce": "BB==",
    "device_signature": "CC==",
    "device_public_key_fingerprint": "DD==",
}
KEY = {
    "deviceID": DEVICE,
    "publicKey": "-----BEGIN PUBLIC KEY-----",
    "filename": "particle-api",
    "order": "manual_1",
    "algorithm": "ecc",
}


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    organization = cloud.add_organization("Acme", slug="acme")
    cloud.add_product("Fleet", slug="fleet", organization=organization)
    return cloud.add_device("tachyon", id=DEVICE, product="fleet", protected=True)


@pytest.mark.parametrize(
    "path", [f"/v1/devices/{DEVICE}", OF_PRODUCT, f"/v1/orgs/acme/devices/{DEVICE}"]
)
def test_ending_device_protection(api: httpx.Client, device: VirtualDevice, path: str) -> None:
    unprotect = f"{path}/unprotect"
    assert api.put(unprotect, json=CONFIRM).status_code == 400  # not prepared
    prepared = api.put(unprotect, json={"action": "prepare"}).json()
    assert prepared.keys() == {"ok", "server_nonce"}
    assert len(b64decode(prepared["server_nonce"], validate=True)) == 32
    incomplete = {"action": "confirm", "device_nonce": "AA=="}
    assert api.put(unprotect, json=incomplete).status_code == 400
    assert device.protected
    confirmed = api.put(unprotect, json=CONFIRM).json()
    assert confirmed.keys() == {"ok", "server_signature", "server_public_key_fingerprint"}
    assert not device.protected
    assert api.put(unprotect, json={"action": "open"}).status_code == 400


def test_an_organization_unprotects_its_own_devices_only(
    cloud: Sandbox, api: httpx.Client, device: VirtualDevice
) -> None:
    other = cloud.add_device("other", protected=True)
    answer = api.put(f"/v1/orgs/acme/devices/{other.id}/unprotect", json={"action": "prepare"})
    assert answer.status_code == 404


def test_a_manufacturing_backup_is_an_archive(api: httpx.Client, device: VirtualDevice) -> None:
    answer = api.put(f"/v1/devices/{DEVICE}/backup_files")
    assert answer.headers["content-type"] == "application/octet-stream"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert f"{DEVICE}/fsg.bin" in archive.namelist()


def test_a_public_key(api: httpx.Client, device: VirtualDevice) -> None:
    path = f"/v1/provisioning/{DEVICE}"
    assert api.post(path, json=KEY).json() == {"ok": True}
    assert device.public_key == KEY["publicKey"]
    # As the official CLI sends it: a form, with the product.
    form = {"deviceID": DEVICE, "publicKey": "NEW", "product_id": "12857"}
    assert api.post(path, data=form).json() == {"ok": True}
    assert device.public_key == "NEW"
    assert api.post(path, data={**form, "product_id": "x"}).status_code == 400
    for change in ({"algorithm": "dsa"}, {"deviceID": "f" * 24}, {"publicKey": ""}):
        assert api.post(path, json=KEY | change).status_code == 400
    assert api.post("/v1/provisioning/unknown", json=KEY).status_code == 403


def test_a_document_is_made_by_its_first_change(api: httpx.Client, device: VirtualDevice) -> None:
    assert api.get(DOCUMENT).status_code == 404

    def patch(*operations: dict[str, Any]) -> Any:
        answer = api.patch(DOCUMENT, json=list(operations))
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    first = {"action": "upsert", "path": ["app", "name"], "value": "camera"}
    assert patch(first) == {"app": {"name": "camera"}}
    blue, red = {"id": 1, "color": "blue"}, {"id": 1, "color": "red"}
    upsert = {"action": "upsert", "path": ["lamps"], "key": "id"}
    assert patch(upsert | {"value": blue})["lamps"] == [blue]
    assert patch(upsert | {"value": red})["lamps"] == [red]
    assert patch(upsert | {"value": {"id": 2}})["lamps"] == [red, {"id": 2}]
    gone = {"action": "remove", "path": ["lamps"], "predicate": {"color": "red"}}
    assert patch(gone)["lamps"] == [{"id": 2}]
    assert patch({"action": "remove", "path": ["app"]}) == {"lamps": [{"id": 2}]}
    assert api.get(DOCUMENT).json() == {"data": {"lamps": [{"id": 2}]}}
    assert api.get(DOCUMENT.replace("system", "other")).status_code == 404


@pytest.mark.parametrize(
    "operation",
    [
        {},
        {"action": "upsert", "path": []},
        {"action": "upsert", "path": ["a"]},
        {"action": "upsert", "path": [1], "value": 1},
        {"action": "burn", "path": ["a"]},
        {"action": "upsert", "path": ["kept", "x"], "value": 1},
        {"action": "upsert", "path": ["kept"], "key": "id", "value": {"id": 1}},
        {"action": "remove", "path": ["kept"], "predicate": "x"},
        "text",
    ],
)
def test_a_bad_operation_changes_nothing(
    api: httpx.Client, device: VirtualDevice, operation: object
) -> None:
    device.documents["system"] = {"kept": 1}
    good = {"action": "upsert", "path": ["a"], "value": 1}
    assert api.patch(DOCUMENT, json=[good, operation]).status_code == 400
    assert device.documents["system"] == {"kept": 1}


def test_the_country_of_an_esim(api: httpx.Client, device: VirtualDevice) -> None:
    assert api.put(f"{OF_PRODUCT}/target_profile", json={"country": "de"}).json() == {"ok": True}
    assert device.esim_country == "DE"
    answer = api.put(f"{OF_PRODUCT}/target_profile", json={"country": "Germany"})
    assert answer.status_code == 400


def test_a_registration_code(cloud: Sandbox, api: httpx.Client, device: VirtualDevice) -> None:
    path = "/v1/products/fleet/registration_code"
    code = api.post(path, json={"device_id": DEVICE}).json()["registration_code"]
    product, device_id = cloud.state.registration_codes[code]
    assert (product.slug, device_id) == ("fleet", DEVICE)
    assert api.post(path, json={"device_id": 1}).status_code == 400
