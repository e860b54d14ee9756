"""What accounts, products and organizations have apart from each other."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox

ACCOUNT, PRODUCT, ORGANIZATION = "/v1", "/v1/products/rocket", "/v1/orgs/acme"

HOOK = {"integration_type": "Webhook", "event": "e", "url": "http://127.0.0.1:1/"}


@pytest.fixture(autouse=True)
def fleet(cloud: Sandbox) -> None:
    """A product of an organization, and one of the account."""
    cloud.add_product("Rocket", slug="rocket", organization=cloud.add_organization("Acme"))
    cloud.add_product("Own", slug="own")


def listed(api: httpx.Client, path: str, field: str | None) -> list[dict[str, Any]]:
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    body: Any = answer.json()
    found: list[dict[str, Any]] = body[field] if field else body
    return found


@pytest.mark.parametrize(
    ("collection", "body", "field", "created", "scopes"),
    [
        ("/integrations", HOOK, None, None, (ACCOUNT, PRODUCT)),
        ("/webhooks", HOOK, None, None, (ACCOUNT, PRODUCT)),
        (
            "/clients",
            {"name": "c", "type": "installed"},
            "clients",
            "client",
            (ACCOUNT, PRODUCT),
        ),
        (
            "/logic/functions",
            {"logic_function": {"name": "f"}},
            "logic_functions",
            "logic_function",
            (ACCOUNT, ORGANIZATION),
        ),
    ],
)
def test_each_scope_has_its_own(
    api: httpx.Client,
    collection: str,
    body: dict[str, Any],
    field: str | None,
    created: str | None,
    scopes: tuple[str, ...],
) -> None:
    made: dict[str, str] = {}
    for scope in scopes:
        answer = api.post(scope + collection, json=body)
        assert answer.status_code in (200, 201), answer.text
        made[scope] = (answer.json()[created] if created else answer.json())["id"]
    for scope in scopes:
        found = listed(api, scope + collection, field)
        assert [entry["id"] for entry in found] == [made[scope]]
    first, second = scopes
    assert api.delete(f"{first}{collection}/{made[second]}").status_code == 404
    assert api.delete(f"{second}{collection}/{made[second]}").status_code == 204
    assert listed(api, second + collection, field) == []
    assert [entry["id"] for entry in listed(api, first + collection, field)] == [made[first]]


@pytest.mark.parametrize("scope", [ACCOUNT, "/v1/products/own", PRODUCT, ORGANIZATION])
def test_ledgers_in_every_scope(api: httpx.Client, scope: str) -> None:
    base = f"{scope}/ledgers"
    assert api.post(base, json={"ledger": {"name": "l", "scope": "Product"}}).status_code == 201
    assert api.put(f"{base}/l", json={"ledger": {"direction": "Upstream"}}).status_code == 201
    assert api.get(f"{base}/l").json()["ledger"]["direction"] == "Upstream"
    url = f"{base}/l/instances/1"
    assert api.put(url, json={"instance": {"data": {"a": 1}}}).status_code == 201
    (instance,) = listed(api, f"{base}/l/instances", "instances")
    assert api.get(url).json() == {"instance": instance}
    (version,) = listed(api, f"{url}/versions", "versions")
    assert api.get(f"{url}/versions/{version['updated_at']}").json() == {"instance": instance}
    assert api.delete(url).status_code == 204
    assert api.delete(f"{base}/l").status_code == 204
    (archived,) = listed(api, base, "ledgers")
    assert archived["archived_at"] is not None
    assert api.get(base, params={"archived": "false"}).json()["ledgers"] == []


@pytest.mark.parametrize("scope", [ACCOUNT, PRODUCT, ORGANIZATION, "device"])
def test_variables_in_every_scope(cloud: Sandbox, api: httpx.Client, scope: str) -> None:
    base = f"{scope}/env"
    if scope == "device":
        base = f"/v1/env/{cloud.add_device('d', product='rocket').id}"
    operations = [{"op": "Set", "key": "A", "value": "1"}]
    assert api.patch(base, json={"ops": operations}).status_code == 200
    assert api.put(f"{base}/B", json={"value": "2"}).status_code == 200
    assert api.get(f"{base}/render").json()["env"] == {"A": "1", "B": "2"}
    changes = api.get(f"{base}/rollout").json()["from_snapshot"]["changes"]
    assert [change["key"] for change in changes] == ["A", "B"]
    assert api.post(f"{base}/rollout", json={"when": "Immediate"}).json() == {"success": True}
    assert api.get(f"{base}/rollout").json()["from_snapshot"]["changes"] == []
    assert api.delete(f"{base}/A").json()["latest"]["own"] == {"B": {"value": "2"}}
    others = {ACCOUNT, PRODUCT, ORGANIZATION} - {scope}
    own = [api.get(f"{other}/env").json()["latest"]["own"] for other in others]
    assert own == [{}] * len(others)


@pytest.mark.parametrize(
    "path",
    [
        "/team",
        "/groups",
        "/customers",
        "/clients",
        "/config",
        "/env",
        "/integrations",
        "/webhooks",
        "/ledgers",
        "/locations",
        "/fleet_locations",
        "/logic/functions",
        "/sims",
        "/logs",
    ],
)
def test_strangers_see_nothing(api: httpx.Client, other_api: httpx.Client, path: str) -> None:
    assert other_api.get(PRODUCT + path).status_code == 403
    assert api.get(f"/v1/products/unknown{path}").status_code == 404
    without = api.get(PRODUCT + path, headers={"Authorization": "Bearer wrong"})
    assert (without.status_code, without.json()["error"]) == (401, "invalid_token")
