"""The life of SIM cards."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

ICCID = "8934076500002589174"


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Fleet", slug="fleet", platform_id=13)


PRODUCT_SIMS = "/v1/products/fleet/sims"


def act(api: httpx.Client, action: str, base: str = "/v1/sims", **more: Any) -> int:
    answer = api.put(f"{base}/{ICCID}", json={"action": action, **more})
    assert answer.status_code != 200 or answer.json() == {"ok": True}
    return answer.status_code


def get(api: httpx.Client, base: str = "/v1/sims") -> dict[str, Any]:
    found: dict[str, Any] = api.get(f"{base}/{ICCID}").json()["sim"]
    return found


def test_life_of_a_sim(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    url = f"/v1/sims/{ICCID}"
    assert api.head(url).status_code == 200
    assert api.head("/v1/sims/1").status_code == 404
    assert api.get(url).status_code == 404
    assert act(api, "activate", country="RO", promoCode="123") == 200
    sim = get(api)
    assert (sim["status"], sim["owner"], sim["base_country_code"]) == (
        "active",
        cloud.username,
        "RO",
    )
    assert act(api, "activate") == 400
    assert act(api, "reactivate") == 400
    assert (other_api.head(url).status_code, act(other_api, "activate")) == (403, 403)
    assert act(api, "deactivate") == 200
    assert (get(api)["status"], get(api)["deactivations_count"]) == ("deactivated", 1)
    assert act(api, "deactivate") == 400
    assert act(api, "reactivate", mb_limit=5) == 200
    assert (get(api)["status"], get(api)["activations_count"]) == ("active", 2)
    assert get(api)["last_status_change_action"] == "reactivate"
    assert api.get(f"{url}/data_usage").json()["quota"] == 5
    assert api.put(url, json={"mb_limit": 7}).status_code == 200
    usage = api.get(f"{url}/data_usage").json()
    assert (usage["iccid"], usage["quota"], usage["usage_by_day"][0]["mbs_used"]) == (ICCID, 7, 0)
    for bad in ({}, {"action": "explode"}, {"mb_limit": "much"}):
        assert api.put(url, json=bad).status_code == 400
    released = api.delete(url)
    assert (released.status_code, released.content) == (204, b"")
    assert api.get(url).status_code == 404
    assert act(other_api, "activate") == 200


def test_devices_come_with_a_sim(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, product: Product
) -> None:
    own, of_product = cloud.add_device("own"), cloud.add_device("fleet-1", product=product)
    cloud.add_device("wifi", platform_id=6)
    (sim,) = api.get("/v1/sims").json()["sims"]
    assert (sim["_id"], sim["last_device_id"], sim["status"]) == (own.iccid, own.id, "active")
    (sim,) = api.get(PRODUCT_SIMS).json()["sims"]
    assert (sim["_id"], sim["product_id"]) == (of_product.iccid, product.id)
    assert other_api.get("/v1/sims").json() == {"sims": []}
    assert api.get(PRODUCT_SIMS, params={"deviceName": "FLEET"}).json()["sims"]
    assert not api.get(PRODUCT_SIMS, params={"deviceName": "own"}).json()["sims"]
    assert not api.get(PRODUCT_SIMS, params={"iccid": "x"}).json()["sims"]


def test_an_accounts_sims_come_whole(cloud: Sandbox, api: httpx.Client) -> None:
    for number in range(30):
        cloud.add_device(f"d{number}")
    everything = api.get("/v1/sims", params={"page": 2, "per_page": 1, "iccid": "x"}).json()
    assert everything.keys() == {"sims"}
    assert len(everything["sims"]) == 30


def test_import_into_a_product(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", iccid=ICCID)
    answer = api.post(PRODUCT_SIMS, json={"sims": [ICCID, "8934"], "country": "RO"})
    assert answer.json() == {"ok": True}
    assert device.product is product
    lines = "\n".join(f"8934076500002589{number:03}" for number in range(200, 204))
    files = {"file": ("sims.txt", lines.encode())}
    assert api.post(PRODUCT_SIMS, files=files).json() == {"ok": True}
    found: list[str] = []
    for page in (1, 2, 3):
        answer = api.get(PRODUCT_SIMS, params={"page": page, "per_page": 2})
        assert answer.json()["meta"]["total_pages"] == 3
        found += [sim["_id"] for sim in answer.json()["sims"]]
    assert found == [ICCID, *lines.split()]
    assert api.get("/v1/sims").json()["sims"] == []
    assert act(api, "activate") == 400
    assert act(api, "deactivate", PRODUCT_SIMS) == 200
    assert get(api, PRODUCT_SIMS)["status"] == "deactivated"
    fleet = api.get(f"{PRODUCT_SIMS}/data_usage").json()
    assert (fleet["total_active_sim_cards"], fleet["total_mbs_used"]) == (4, 0)
    assert api.post(PRODUCT_SIMS, json={}).status_code == 400


def test_connection_check(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device("d", iccid=ICCID)
    first = api.get(f"/v1/sims/{ICCID}/status")
    assert (first.status_code, first.json()["meta"]["state"]) == (202, "pending")
    assert first.json()["sim_status"]["connected"] is None
    second = api.get(f"/v1/sims/{ICCID}/status").json()
    assert (second["meta"]["state"], second["sim_status"]["connected"]) == ("complete", True)
    assert second["meta"]["task_id"] == first.json()["meta"]["task_id"]
    device.go_offline()
    api.get(f"/v1/sims/{ICCID}/status")
    third = api.get(f"/v1/sims/{ICCID}/status").json()
    assert third["sim_status"]["data_connection"] is False
