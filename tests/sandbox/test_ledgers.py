"""Ledgers: definitions, instances, versions."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

DEVICE_ID = "0123456789abcdef01234567"


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    organization = cloud.add_organization("Acme", slug="acme")
    return cloud.add_product("Fleet", slug="fleet", organization=organization)


def create(api: httpx.Client, base: str = "/v1", **fields: Any) -> dict[str, Any]:
    answer = api.post(f"{base}/ledgers", json={"ledger": {"name": "l1", **fields}})
    assert answer.status_code == 201, answer.text
    ledger: dict[str, Any] = answer.json()["ledger"]
    return ledger


def put(api: httpx.Client, data: dict[str, Any], **query: str) -> dict[str, Any]:
    url = f"/v1/ledgers/l1/instances/{DEVICE_ID}"
    answer = api.put(url, json={"instance": {"data": data}}, params=query)
    assert answer.status_code == 201, answer.text
    instance: dict[str, Any] = answer.json()["instance"]
    return instance


def test_definitions(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    created = create(api, scope="Device", direction="Upstream")
    assert created == {
        "scope": "Device",
        "name": "l1",
        "description": "",
        "direction": "Upstream",
        "updated_at": created["created_at"],
        "created_at": created["created_at"],
        "archived_at": None,
    }
    assert api.post("/v1/ledgers", json={"ledger": {"name": "l1"}}).status_code == 400
    cloud.advance_time(1)
    updated = api.put("/v1/ledgers/l1", json={"ledger": {"description": "d"}})
    assert updated.status_code == 201
    found = api.get("/v1/ledgers/l1").json()["ledger"]
    assert found == updated.json()["ledger"]
    assert (found["description"], found["updated_at"] > found["created_at"]) == ("d", True)
    moved = api.put("/v1/ledgers/l1", json={"ledger": {"scope": "Owner"}})
    assert moved.status_code == 400
    assert other_api.get("/v1/ledgers/l1").status_code == 404
    assert api.delete("/v1/ledgers/l1").status_code == 204
    assert api.get("/v1/ledgers/l1").json()["ledger"]["archived_at"]
    for query, names in (({}, ["l1"]), ({"archived": "true"}, ["l1"]), ({"archived": "false"}, [])):
        listed = api.get("/v1/ledgers", params=query).json()["ledgers"]
        assert [ledger["name"] for ledger in listed] == names, query
    late = api.put(f"/v1/ledgers/l1/instances/{DEVICE_ID}", json={"instance": {"data": {}}})
    assert late.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"ledger": "l1"},
        {"ledger": {}},
        {"ledger": {"name": "a/b"}},
        {"ledger": {"name": "l1", "scope": "World"}},
        {"ledger": {"name": "l1", "direction": "Sideways"}},
        {"ledger": {"name": "l1", "description": 1}},
    ],
)
def test_what_is_no_definition(api: httpx.Client, body: dict[str, Any]) -> None:
    assert api.post("/v1/ledgers", json=body).status_code == 400
    assert api.get("/v1/ledgers").json()["meta"]["total"] == 0


def test_pages(api: httpx.Client) -> None:
    for number in range(5):
        scope = "Device" if number < 3 else "Product"
        create(api, name=f"l{number}", scope=scope)
    found: list[str] = []
    for page in (1, 2):
        query: dict[str, Any] = {"scope": "Device", "page": page, "per_page": 2}
        answer = api.get("/v1/ledgers", params=query).json()
        assert answer["meta"] == {"page": page, "per_page": 2, "total_pages": 2, "total": 3}
        found += [ledger["name"] for ledger in answer["ledgers"]]
    assert found == ["l0", "l1", "l2"]
    for number in range(3):
        url = f"/v1/ledgers/l4/instances/{number + 1}"
        assert api.put(url, json={"instance": {"data": {"n": number}}}).status_code == 201
    query = {"page": 2, "perPage": 2}
    answer = api.get("/v1/ledgers/l4/instances", params=query).json()
    assert [instance["data"] for instance in answer["instances"]] == [{"n": 2}]
    assert answer["meta"]["total_pages"] == 2


def test_replace_and_merge(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device("d", id=DEVICE_ID)
    create(api, scope="Device")
    put(api, {"a": 1, "b": {"c": 2}})
    assert put(api, {"b": {"d": 3}}, set_mode="Merge")["data"] == {"a": 1, "b": {"d": 3}}
    replaced = put(api, {"z": 0})
    assert replaced["data"] == {"z": 0}
    assert replaced["scope"] == {"type": "Device", "value": DEVICE_ID, "name": "d"}
    assert replaced["size_bytes"] == len('{"z":0}')
    assert put(api, {}, set_mode="Replace")["data"] == {}
    url = f"/v1/ledgers/l1/instances/{DEVICE_ID}"
    assert api.get(url).json()["instance"]["data"] == {}
    assert api.put(url, json={"instance": {"data": {}}}, params={"set_mode": "Append"}).is_error
    refused: list[dict[str, Any]] = [
        {},
        {"instance": {}},
        {"instance": {"data": [1]}},
        {"instance": 1},
    ]
    for bad in refused:
        assert api.put(url, json=bad).status_code == 400
    assert api.put(url, json={"data": {"x": "y" * 17000}}).status_code == 400
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 404
    assert api.delete(url).status_code == 404


def test_versions(cloud: Sandbox, api: httpx.Client) -> None:
    create(api, scope="Device")
    for number in range(3):
        put(api, {"n": number})
    url = f"/v1/ledgers/l1/instances/{DEVICE_ID}/versions"
    answer = api.get(url).json()
    assert answer["meta"] == {"has_more": False}
    versions = answer["versions"]
    assert [version["data"]["n"] for version in versions] == [2, 1, 0]
    assert ["replaced_at" in version for version in versions] == [False, True, True]
    for version in versions:
        found = api.get(f"{url}/{version['updated_at']}").json()
        assert found == {"instance": version}
    assert api.get(f"{url}/v1").status_code == 404
    first_page = api.get(url, params={"per_page": 2}).json()
    assert (len(first_page["versions"]), first_page["meta"]) == (2, {"has_more": True})
    oldest = {"replaced_before": versions[1]["replaced_at"]}
    assert [v["data"]["n"] for v in api.get(url, params=oldest).json()["versions"]] == [0]
    newer = {"replaced_after": versions[2]["replaced_at"]}
    assert [v["data"]["n"] for v in api.get(url, params=newer).json()["versions"]] == [1]
    assert api.get(url, params={"replaced_after": "yesterday"}).status_code == 400


def test_scopes(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    create(api, "/v1/orgs/acme", name="o", scope="Owner")
    create(api, "/v1/products/fleet", name="p", scope="Product")
    instances = "/v1/orgs/acme/ledgers/{}/instances/{}"
    body = {"instance": {"data": {"a": 1}}}
    organization = product.organization
    assert organization
    own = api.put(instances.format("o", organization.id), json=body).json()["instance"]
    assert own["scope"] == {"type": "Owner", "value": organization.id, "name": "Acme"}
    assert api.put(instances.format("o", "someone"), json=body).status_code == 400
    # The product's paths reach the ledgers of its organization.
    of_product = api.put(instances.format("p", product.id), json=body).json()["instance"]
    assert of_product["scope"]["name"] == "Fleet"
    reached = api.get(f"/v1/products/fleet/ledgers/p/instances/{product.id}").json()
    assert reached == {"instance": of_product}
    foreign = api.put(instances.format("p", 99), json=body).json()["instance"]
    assert foreign["scope"] == {"type": "Product", "value": "99", "not_owned": True}
    assert api.put(instances.format("p", "fleet"), json=body).status_code == 400
    assert api.get("/v1/ledgers").json()["ledgers"] == []
