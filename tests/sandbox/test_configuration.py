"""Configurations of products and devices, and their schemas."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

CONFIG = "/v1/products/fleet/config"
SCHEMA_TYPE = "application/schema+json"
SCHEMA: dict[str, Any] = {
    "$schema": "https://particle.io/draft-07/schema#",
    "type": "object",
    "properties": {"location": {"type": "object"}},
}


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Fleet", slug="fleet")


def put_schema(api: httpx.Client, schema: Any, url: str = CONFIG) -> httpx.Response:
    return api.put(url, json=schema, headers={"Content-Type": SCHEMA_TYPE})


def schema_of(api: httpx.Client, url: str = CONFIG) -> Any:
    answer = api.get(url, headers={"Accept": SCHEMA_TYPE})
    assert answer.headers["content-type"].startswith(SCHEMA_TYPE)
    return answer.json()


def test_product_configuration(api: httpx.Client, product: Product) -> None:
    missing = api.get(CONFIG)
    assert (missing.status_code, missing.json()) == (404, {})
    first = {"location": {"radius": 5.0}, "rgb": {"type": "tracker"}}
    answer = api.put(CONFIG, json=first)
    assert (answer.status_code, answer.json()) == (202, {})
    assert api.get(CONFIG).json() == {"configuration": first}
    second = {"location": {"radius": 1}}
    api.put(CONFIG, json=second)
    assert api.get(CONFIG).json() == {"configuration": second}  # nothing is merged


def test_device_configuration(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", product=product)
    url = f"{CONFIG}/{device.id}"
    assert (api.get(url).status_code, api.get(url).json()) == (404, {})
    first, second = {"location": {"radius": 1}}, {"location": {"radius": 2}}
    assert api.put(url, json=first).status_code == 200
    device.go_offline()
    assert api.put(url, json=second).status_code == 202
    found = api.get(url).json()["configuration"]
    assert found == {"current": first, "pending": second}
    device.go_online()
    found = api.get(url).json()["configuration"]
    assert found == {"current": second, "pending": {}}
    assert api.put(url, json={}).status_code == 200
    assert api.get(url).status_code == 404


def test_some_devices_of_a_product(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    one, two = (cloud.add_device(name, product=product) for name in ("one", "two"))
    body = {"location": {"radius": 3}, "deviceIds": [one.id]}
    assert api.put(CONFIG, json=body).status_code == 202
    current = api.get(f"{CONFIG}/{one.id}").json()["configuration"]["current"]
    assert current == {"location": {"radius": 3}}
    assert api.get(f"{CONFIG}/{two.id}").status_code == 404
    assert api.get(CONFIG).status_code == 404
    assert api.put(CONFIG, json={"deviceIds": [one.id]}).status_code == 202
    assert api.get(f"{CONFIG}/{one.id}").status_code == 404
    assert api.put(CONFIG, json={"deviceIds": ["x"]}).status_code == 404


def test_schemas(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", product=product)
    url = f"{CONFIG}/{device.id}"
    default = schema_of(api)
    assert default["properties"] == {}
    answer = put_schema(api, SCHEMA)
    assert (answer.status_code, answer.json()) == (200, SCHEMA)
    assert schema_of(api) == schema_of(api, url) == SCHEMA
    own = {**SCHEMA, "properties": {"foo": {"type": "integer"}}}
    assert put_schema(api, own, url).json() == own
    assert (schema_of(api), schema_of(api, url)) == (SCHEMA, own)
    headers = {"Content-Type": SCHEMA_TYPE}
    assert api.request("DELETE", url, json={}, headers=headers).status_code == 204
    assert schema_of(api, url) == SCHEMA
    assert api.request("DELETE", CONFIG, json={}, headers=headers).status_code == 204
    assert schema_of(api, url) == default


def test_sections_outside_of_the_schema(
    cloud: Sandbox, api: httpx.Client, product: Product
) -> None:
    device = cloud.add_device("d", product=product)
    put_schema(api, SCHEMA)
    for url in (CONFIG, f"{CONFIG}/{device.id}"):
        refused = api.put(url, json={"nope": {}})
        assert refused.status_code == 400
        assert refused.json()["error"] == "device_rejected_configuration"
        assert "nope" in refused.json()["error_description"]
        assert api.put(url, json={"location": {}}).status_code in (200, 202)


@pytest.mark.parametrize(
    "schema",
    [{"nope": 1}, {"type": "array"}, {"properties": []}, {"properties": {"a": 1}}],
)
def test_invalid_schemas(api: httpx.Client, product: Product, schema: Any) -> None:
    answer = put_schema(api, schema)
    assert (answer.status_code, answer.json()["message"]) == (422, "Invalid Schema")
    (violation,) = answer.json()["violations"]
    assert answer.json()["description"] == f"data {violation['message']}"
    assert schema_of(api)["properties"] == {}
