"""Teams of products and organizations, and what API users may do."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

from .wire import make_api


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Fleet", slug="fleet")


TEAM = "/v1/products/fleet/team"


def members(api: httpx.Client, path: str = TEAM) -> dict[str, dict[str, Any]]:
    answer = api.get(path).json()
    assert answer["ok"] is True
    return {member["username"]: member for member in answer["team"]}


def create_api_user(api: httpx.Client, scopes: list[str], path: str = TEAM) -> tuple[str, str]:
    body = {"friendly_name": "My Token", "scopes": scopes}
    answer = api.post(path, json=body).json()
    created = answer["created"]
    assert (answer["ok"], created["is_programmatic"]) == (True, True)
    return created["username"], created["tokens"][0]["token"]


def test_people(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, product: Product
) -> None:
    assert other_api.get(TEAM).status_code == 403
    invited = api.post(TEAM, json={"username": "other@example.com", "role": "View-only"})
    assert invited.json() == {"ok": True, "invited": {"username": "other@example.com"}}
    assert other_api.get("/v1/products/fleet").status_code == 200
    assert members(api)[cloud.username]["role"]["name"] == "Administrator"
    assert members(api)["other@example.com"]["role"]["name"] == "View-only"
    again = api.post(TEAM, json={"username": "other@example.com"})
    assert again.status_code == 400
    changed = api.post(f"{TEAM}/other@example.com", json={"role": "Developer"})
    assert changed.json()["updated"]["role"]["name"] == "Developer"
    assert members(api)["other@example.com"]["role"]["name"] == "Developer"
    assert api.delete(f"{TEAM}/other@example.com").json() == {"ok": True}
    assert other_api.get("/v1/products/fleet").status_code == 403
    assert api.delete(f"{TEAM}/other@example.com").status_code == 404
    assert api.delete(f"{TEAM}/{cloud.username}").status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"username": "nobody@example.com"},
        {"username": "other@example.com", "role": "Emperor"},
        {"friendly_name": "x"},
        {"friendly_name": "x", "scopes": []},
        {"friendly_name": "x", "scopes": "everything"},
    ],
)
def test_what_cannot_be_added(
    api: httpx.Client, other_api: httpx.Client, product: Product, body: dict[str, Any]
) -> None:
    assert api.post(TEAM, json=body).status_code == 400
    assert len(members(api)) == 1


def test_api_users_are_confined(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    cloud.add_product("Elsewhere")
    device = cloud.add_device("d", product=product)
    username, token = create_api_user(api, ["devices:list"])
    assert username.startswith("my-token+")
    assert username.endswith("@api.particle.io")
    with make_api(cloud, token) as program:
        listed = program.get("/v1/products/fleet/devices").json()["devices"]
        assert [d["id"] for d in listed] == [device.id]
        for path in (f"/v1/products/fleet/devices/{device.id}", "/v1/devices", TEAM):
            answer = program.get(path)
            assert (answer.status_code, answer.json()["error"]) == (400, "unauthorized")
        assert program.get("/v1/products/elsewhere/devices").status_code == 403


def test_api_user_tokens_change(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    username, first = create_api_user(api, ["devices:list"])
    member = f"{TEAM}/{username}"
    renewed = api.put(f"{member}/token").json()["updated"]
    second = renewed["tokens"][0]["token"]
    assert (renewed["username"], second != first) == (username, True)
    renamed = api.post(member, json={"friendly_name": "New"}).json()["updated"]
    assert (renamed["friendly_name"], "tokens" in renamed) == ("New", False)
    scopes = ["devices:list", "sims:list"]
    third = api.put(member, json={"scopes": scopes}).json()["updated"]["tokens"][0]["token"]
    assert members(api)[username]["scopes"] == scopes
    answers: dict[str, int] = {}
    for name, token in {"first": first, "second": second, "third": third}.items():
        with make_api(cloud, token) as program:
            answers[name] = program.get("/v1/products/fleet/devices").status_code
    assert answers == {"first": 401, "second": 401, "third": 200}
    assert api.delete(member).json() == {"ok": True}
    with make_api(cloud, third) as program:
        assert program.get("/v1/products/fleet/devices").status_code == 401
    assert username not in members(api)
    assert api.put(f"{member}/token").status_code == 404


def test_organizations(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    organization = cloud.add_organization("Acme", slug="acme")
    cloud.add_product("Rocket", organization=organization)
    team = "/v1/orgs/acme/team"
    assert other_api.get(team).status_code == 403
    assert api.post(team, json={"username": "other@example.com"}).status_code == 200
    assert other_api.get("/v1/products/rocket").status_code == 200
    of_product, _ = create_api_user(api, ["devices:list"], "/v1/products/rocket/team")
    of_organization, token = create_api_user(api, ["devices:list"], team)
    assert {of_product, of_organization, "other@example.com"} < set(members(api, team))
    assert of_organization not in members(api, "/v1/products/rocket/team")
    cloud.add_product("Other", organization=organization)
    assert of_product in members(api, "/v1/products/other/team")
    with make_api(cloud, token) as program:
        assert program.get("/v1/products/rocket/devices").status_code == 200
    assert api.delete(f"{team}/other@example.com").json() == {"ok": True}
    assert other_api.get("/v1/products/rocket").status_code == 403


def test_scim_users(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    cloud.add_organization("Acme", slug="acme", members=["other@example.com"])
    team = "/v1/orgs/acme/team"
    member = members(api, team)["other@example.com"]
    assert (member["scim_provisioned"], member["no_password"]) == (False, False)
    url = f"{team}/provision/Users/{member['_id']}"
    user = api.get(url).json()
    assert (user["id"], user["userName"], user["active"]) == (
        member["_id"],
        "other@example.com",
        True,
    )
    operations = [
        {"op": "Replace", "path": "active", "value": False},
        {"op": "add", "path": "name.familyName", "value": "Doe"},
        {"op": "add", "value": {"title": "Dr."}},
    ]
    patched = api.patch(url, json={"Operations": operations}).json()
    assert patched == {**user, "active": False, "name": {"familyName": "Doe"}, "title": "Dr."}
    removed = {"op": "remove", "path": "title"}
    assert "title" not in api.patch(url, json={"Operations": [removed]}).json()
    assert members(api, team)["other@example.com"]["scim_provisioned"]
    assert other_api.get("/v1/user").json()["scim_provisioned"]
    for bad in ({}, {"Operations": ["x"]}, {"Operations": [{"op": "move"}]}):
        assert api.patch(url, json=bad).status_code == 400
    assert api.get(f"{team}/provision/Users/x").status_code == 404


def test_an_api_user_changes(api: httpx.Client, product: Product) -> None:
    username, token = create_api_user(api, ["devices:list"])
    member = f"{TEAM}/{username}"
    renamed = api.put(member, json={"friendly_name": "Other"}).json()["updated"]
    assert (renamed["friendly_name"], "tokens" in renamed) == ("Other", False)
    changed = api.put(member, json={"scopes": ["sims:list"]}).json()["updated"]
    assert (changed["scopes"], changed["tokens"][0]["token"] != token) == (["sims:list"], True)
