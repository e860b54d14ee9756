"""Environment variables, their roll-out, and secrets."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    organization = cloud.add_organization("Acme", slug="acme")
    return cloud.add_product("Fleet", slug="fleet", organization=organization)


ORG, PRODUCT = "/v1/orgs/acme/env", "/v1/products/fleet/env"


def put(api: httpx.Client, path: str, value: str) -> dict[str, Any]:
    answer = api.put(path, json={"value": value})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rendered(api: httpx.Client, path: str) -> dict[str, str]:
    found: dict[str, str] = api.get(f"{path}/render").json()["env"]
    return found


def test_own_variables(cloud: Sandbox, api: httpx.Client) -> None:
    empty = api.get("/v1/env").json()
    assert (empty["last_snapshot"], empty["latest"]["own"]) == (None, {})
    first = put(api, "/v1/env/FOO", "bar")["latest"]
    assert (first["own"], first["updated_by"]) == ({"FOO": {"value": "bar"}}, cloud.username)
    operations = [
        {"op": "Set", "key": "NEW", "value": "1"},
        {"op": "Unset", "key": "FOO"},
        {"op": "Unset", "key": "NEVER_SET"},
    ]
    patched = api.patch("/v1/env", json={"ops": operations}).json()
    assert patched["latest"]["own"] == {"NEW": {"value": "1"}}
    assert api.get("/v1/env").json() == patched
    assert api.delete("/v1/env/NEW").json()["latest"]["own"] == {}
    assert api.delete("/v1/env/NEW").status_code == 404


@pytest.mark.parametrize(
    "operations",
    [
        None,
        [],
        ["Set"],
        [{"op": "Set", "key": "A"}],
        [{"op": "Set", "key": "A B", "value": "1"}],
        [{"op": "Set", "key": "lower", "value": "1"}],
        [{"op": "Set", "key": "1A", "value": "1"}],
        [{"op": "Set", "key": "A" * 129, "value": "1"}],
        [{"op": "Set", "key": "PARTICLE_A", "value": "1"}],
        [{"op": "Set", "key": "A", "value": "1" * 2**14}],
        [{"op": "Set", "key": f"A{number}", "value": "1"} for number in range(101)],
        [{"op": "Add", "key": "A", "value": "1"}],
        [{"op": "Set", "key": "A", "value": "1"}, {"op": "Set", "key": "B", "value": 2}],
    ],
)
def test_a_bad_batch_changes_nothing(api: httpx.Client, operations: Any) -> None:
    assert api.patch("/v1/env", json={"ops": operations}).status_code == 400
    assert rendered(api, "/v1/env") == {}


def test_inheritance(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", product=product)
    put(api, f"{ORG}/LEVEL", "org")
    put(api, f"{ORG}/ORG", "yes")
    put(api, f"{PRODUCT}/LEVEL", "product")
    url = f"/v1/env/{device.id}"
    answer = put(api, f"{url}/OWN", "device")
    assert answer["latest"]["inherited"] == {
        "LEVEL": {"from": "Product", "value": "product"},
        "ORG": {"from": "Owner", "value": "yes"},
    }
    assert answer["latest"]["own"] == {"OWN": {"value": "device"}}
    assert rendered(api, url) == {"LEVEL": "product", "ORG": "yes", "OWN": "device"}
    put(api, f"{url}/LEVEL", "device")
    assert rendered(api, url)["LEVEL"] == "device"
    assert rendered(api, PRODUCT) == {"LEVEL": "product", "ORG": "yes"}
    assert rendered(api, "/v1/env") == {}


def test_a_device_outside_of_products_inherits_from_its_owner(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client
) -> None:
    device = cloud.add_device("d")
    put(api, "/v1/env/FOO", "bar")
    assert rendered(api, f"/v1/env/{device.id}") == {"FOO": "bar"}
    assert other_api.get(f"/v1/env/{device.id}").status_code == 403


def test_rollout(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    device = cloud.add_device("d", product=product)
    url = f"/v1/env/{device.id}"
    put(api, f"{PRODUCT}/KEPT", "1")
    put(api, f"{PRODUCT}/FOO", "old")
    assert "on_device" not in api.get(url).json()
    review = api.get(f"{PRODUCT}/rollout").json()["from_snapshot"]
    assert [change["op"] for change in review["changes"]] == ["Added", "Added"]
    start = api.post(f"{PRODUCT}/rollout", json={"when": "Immediate"})
    assert start.json() == {"success": True}
    assert api.get(url).json()["on_device"]["rendered"] == {"KEPT": "1", "FOO": "old"}
    put(api, f"{PRODUCT}/FOO", "new")
    put(api, f"{url}/ADDED", "x")
    snapshot = api.get(PRODUCT).json()["last_snapshot"]
    assert (snapshot["own"]["FOO"], snapshot["rollout_by"]) == ({"value": "old"}, cloud.username)
    changed = {"op": "Changed", "key": "FOO", "before": "old", "after": "new"}
    assert api.get(f"{PRODUCT}/rollout").json() == {
        "from_snapshot": {"changes": [changed], "unchanged": {"KEPT": "1"}}
    }
    on_device = api.get(f"{url}/rollout").json()["from_device"]
    assert on_device["changes"] == [{"op": "Added", "key": "ADDED", "after": "x"}, changed]
    assert api.get(url).json()["on_device"]["rendered"]["FOO"] == "old"


def test_rollout_at_the_next_connection(
    cloud: Sandbox, api: httpx.Client, product: Product
) -> None:
    device = cloud.add_device("d", product=product)
    put(api, f"{PRODUCT}/FOO", "bar")
    assert api.post(f"{PRODUCT}/rollout", json={"when": "Connect"}).json() == {"success": True}
    assert "on_device" not in api.get(f"/v1/env/{device.id}").json()
    cloud.advance_time(1)
    device.go_online()
    found = api.get(f"/v1/env/{device.id}").json()["on_device"]
    assert found["rendered"] == {"FOO": "bar"}
    assert api.post(f"{PRODUCT}/rollout", json={"when": "Never"}).status_code == 400


@pytest.mark.parametrize("base", ["/v1/secrets", "/v1/orgs/acme/secrets"])
def test_secrets(api: httpx.Client, product: Product, base: str) -> None:
    body = {"secret": {"value": "hush"}}
    created = api.put(f"{base}/FOO", json=body)
    assert (created.status_code, created.json()["secret"]["name"]) == (200, "FOO")
    assert api.get(f"{base}/FOO").json() == created.json()
    assert api.get(base).json() == {"secrets": [created.json()["secret"]]}
    assert "hush" not in api.get(base).text + created.text
    others = {"/v1/secrets", "/v1/orgs/acme/secrets"} - {base}
    assert api.get(others.pop()).json() == {"secrets": []}
    assert api.delete(f"{base}/FOO").status_code == 204
    assert api.get(f"{base}/FOO").status_code == 404
    for bad in ({}, {"secret": "hush"}, {"secret": {"value": 1}}):
        assert api.put(f"{base}/FOO", json=bad).status_code == 400
    for name in ("foo", "1A", "A-B"):
        assert api.put(f"{base}/{name}", json=body).status_code == 400


def test_creating_a_secret(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    body = {"secret": {"name": "API_KEY", "value": "hush"}}
    created = api.post("/v1/secrets", json=body)
    secret = created.json()["secret"]
    assert (created.status_code, secret["name"], secret["last_accessed_at"]) == (
        201,
        "API_KEY",
        None,
    )
    assert {secret["created_by"], secret["updated_by"]} == {cloud.account.id}
    assert "hush" not in created.text
    again = api.post("/v1/secrets", json=body)
    assert (again.status_code, again.json()) == (
        400,
        {"ok": False, "error": "Failed to create secret: Name already in use"},
    )
    for bad in ({"value": "1"}, {"name": "foo", "value": "1"}, {"name": "FOO"}):
        assert api.post("/v1/secrets", json={"secret": bad}).status_code == 400
    # Nothing tells of this for an organization.
    assert api.post("/v1/orgs/acme/secrets", json=body).status_code == 405


def test_a_secret_that_a_logic_function_uses(api: httpx.Client) -> None:
    api.put("/v1/secrets/API_KEY", json={"secret": {"value": "hush"}})
    fields = {"name": "f", "secrets": ["API_KEY"]}
    created = api.post("/v1/logic/functions", json={"logic_function": fields}).json()
    function = created["logic_function"]["id"]
    secret = api.get("/v1/secrets/API_KEY").json()["secret"]
    assert secret["logic_functions"] == [{"id": function, "name": "f"}]
    assert api.delete("/v1/secrets/API_KEY").status_code == 400
    api.put(f"/v1/logic/functions/{function}", json={"logic_function": {"secrets": None}})
    assert api.delete("/v1/secrets/API_KEY").status_code == 204
